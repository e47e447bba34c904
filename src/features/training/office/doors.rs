//! What stands behind the forms of the desk: who asks, what was meant, where it leads.

use super::desk::{DESK, kind_of, office_of};
use super::views::TrainingForm;
use crate::access::Refusal;
use crate::domain::{BlobId, IdemKey, ParticipantId, TrainingId, Version};
use crate::features::training::acts::{
    CancelTraining, EnrolFor, FinishTraining, KeepTraining, LeaveTraining, MarkAttendance, OpenTraining, RemoveMaterial,
};
use crate::features::training::{Place, store};
use crate::forms::{Checks, Posted, read};
use crate::server::db::OfficeScope;
use crate::server::session;
use crate::ui::Next;

/// Longest reason, in characters.
const REASON: u32 = 300;

pub fn page_of(training: TrainingId) -> String {
    [DESK, "/", &training.to_string()].concat()
}

fn done(training: TrainingId, result: &str) -> Next {
    Next::afresh([&page_of(training), "?hasil=", result].concat())
}

pub async fn keep(known: Option<(TrainingId, Version)>, typed: &TrainingForm, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let outline = typed.check(kind_of(office)?).map_err(Refusal::Invalid)?;
    let id = db.perform(actor, key, KeepTraining { office, known, outline }).await?;
    Ok(done(id, if known.is_none() { "baru" } else { "diubah" }))
}

pub async fn open(training: TrainingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, OpenTraining { training, seen }).await?;
    Ok(done(training, "dibuka"))
}

pub async fn finish(training: TrainingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, FinishTraining { training, seen }).await?;
    Ok(done(training, "selesai"))
}

pub async fn cancel(training: TrainingId, seen: Version, reason: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let mut checks = Checks::default();
    let reason = checks.filled("alasan", read::lines(reason, REASON));
    let reason = checks.done(reason, |reason| reason).map_err(Refusal::Invalid)?;
    db.perform(actor, key, CancelTraining { training, seen, reason }).await?;
    Ok(done(training, "dibatalkan"))
}

pub async fn enrol(training: TrainingId, name: &str, phone: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let mut checks = Checks::default();
    let name = checks.field("nama", read::name(name));
    let phone = checks.field("telepon", if phone.trim().is_empty() { Ok(None) } else { read::phone(phone).map(Some) });
    let (name, phone) = checks.done(name.zip(phone), |both| both).map_err(Refusal::Invalid)?;
    let place = db.perform(actor, key, EnrolFor { training, name, phone }).await?;
    Ok(done(training, if place == Place::Seated { "duduk" } else { "menunggu" }))
}

pub async fn withdraw(participant: ParticipantId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let training = store::enrolment(&scope, participant).await?.training;
    drop(scope);
    let left = db.perform(actor, key, LeaveTraining { office, participant }).await?;
    Ok(done(training, if left.moved_up.is_some() { "keluar-naik" } else { "keluar" }))
}

pub async fn remove_material(file: BlobId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let training = db.perform(actor, key, RemoveMaterial { file }).await?;
    Ok(done(training, "berkas-hapus"))
}

/// Who is ticked was there; who was shown as noted and is no longer ticked was not.
pub async fn mark(training: TrainingId, session: u8, posted: Posted, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let named = |prefix: &str| {
        let all = answers.iter().filter(|(_, value)| *value == "ya").filter_map(|(name, _)| name.strip_prefix(prefix));
        all.map(|id| id.parse::<ParticipantId>().map_err(|_| Refusal::NotFound)).collect::<Result<Vec<_>, _>>()
    };
    let (present, shown) = (named("hadir_")?, named("tercatat_")?);
    let absent = shown.into_iter().filter(|id| !present.contains(id)).collect();
    db.perform(actor, key, MarkAttendance { training, session, present, absent }).await?;
    let number = session.to_string();
    Ok(Next::afresh([&page_of(training), "?sesi=", &number, "&hasil=hadir"].concat()))
}
