//! What stands behind the server functions: whose place it is, what a form means, where it leads.

use crate::access::{Actor, Refusal, Role};
use crate::domain::{IdemKey, OfficeCode, ParticipantId, TrainingId};
use crate::features::training::acts::{AnswerTest, AttendSession, Enrol, LeaveTraining, TellFeedback};
use crate::features::training::attendance_code::AttendanceCode;
use crate::features::training::public::{Reading, TrainingSheet};
use crate::features::training::{Enrolment, Feedback, Place, store};
use crate::forms::{Posted, ProblemCode, Problems, read};
use crate::server::db::{Db, OwnScope, PublicScope};
use crate::server::session::{self, Budget, spend};
use crate::ui::Next;

/// Longest remark, in characters.
const MOST_WORDS: u32 = 1_000;

pub async fn list(result: &str) -> Result<TrainingSheet, Refusal> {
    participant()?;
    super::own_trainings(&Reading::asked()?, result).await
}

pub async fn one(id: &str, result: &str) -> Result<TrainingSheet, Refusal> {
    participant()?;
    super::own_training(&Reading::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, result).await
}

pub async fn wall(id: &str, code: &str) -> Result<TrainingSheet, Refusal> {
    participant()?;
    super::wall(&Reading::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, code).await
}

pub async fn enrol(training: TrainingId, name: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = participant()?;
    let notice = store::notices(&PublicScope::open(&db).await?, &[training]).await?.pop().ok_or(Refusal::NotFound)?;
    let name = read::name(name).map_err(|code| Refusal::Invalid(Problems::one("nama", code)))?;
    let place = db.perform(actor, key, Enrol { office: notice.office, training, name }).await?;
    Ok(Next::afresh(match place {
        Place::Seated => "/akun/pelatihan?hasil=terdaftar",
        Place::Waiting { .. } => "/akun/pelatihan?hasil=menunggu",
    }))
}

pub async fn leave(participant_id: ParticipantId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = participant()?;
    let (office, _) = own_place(&db, &actor, participant_id).await?;
    db.perform(actor, key, LeaveTraining { office, participant: participant_id }).await?;
    Ok(Next::afresh("/akun/pelatihan?hasil=mundur"))
}

/// The act looks at the code; here only tries are counted.
pub async fn attend(training: TrainingId, typed: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = participant()?;
    let code = AttendanceCode::parse(typed).ok_or_else(|| wrong(typed))?;
    let account = actor.account().ok_or(Refusal::SignIn)?;
    let (office, enrolment) = place_in(&db, &actor, training).await?.ok_or(Refusal::NotFound)?;
    spend(&session::doors()?, Budget::AttendanceOfAnAccount, &account.as_u128().to_be_bytes()).await?;
    db.perform(actor, key, AttendSession { office, training, code }).await?;
    Ok(of_place(enrolment.id, "hadir"))
}

pub async fn answer(id: ParticipantId, key: IdemKey, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = participant()?;
    let posted = posted.answers().map_err(Refusal::Invalid)?;
    let (office, enrolment) = own_place(&db, &actor, id).await?;
    let there = OwnScope::open_at(&db, &actor, office).await?;
    let training = store::training(&there, enrolment.training).await?;
    drop(there);
    let questions = training.outline.quiz.as_ref().map_or(0, |quiz| quiz.questions().len());
    let answers = (1..=questions).map(|number| posted.typed(&["soal_", &number.to_string()].concat()).parse().ok()).collect();
    db.perform(actor, key, AnswerTest { office, training: enrolment.training, answers }).await?;
    Ok(of_place(id, "tes"))
}

pub async fn tell(id: ParticipantId, stars: &str, text: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = participant()?;
    let (office, enrolment) = own_place(&db, &actor, id).await?;
    let text = read::lines(text, MOST_WORDS).map_err(|code| Refusal::Invalid(Problems::one("pesan", code)))?;
    let stars = stars.parse().map_err(|_| Refusal::Invalid(Problems::one("nilai", ProblemCode::MissingChoice)))?;
    db.perform(actor, key, TellFeedback { office, training: enrolment.training, feedback: Feedback { stars, text } }).await?;
    Ok(of_place(id, "pendapat"))
}

/// Who takes part for themselves. Under a hat of staff one stands at the desk.
fn participant() -> Result<(Db, Actor), Refusal> {
    let (db, actor) = session::asking()?;
    match actor.role() {
        Role::Anonymous => Err(Refusal::SignIn),
        Role::Resident => Ok((db, actor)),
        _ => Err(Refusal::Forbidden),
    }
}

/// One's own place, and at which office it is.
async fn own_place(db: &Db, actor: &Actor, id: ParticipantId) -> Result<(OfficeCode, Enrolment), Refusal> {
    store::own_place(&OwnScope::open(db, actor).await?, id).await
}

/// One's own place in a training, if one has one.
pub async fn place_in(db: &Db, actor: &Actor, training: TrainingId) -> Result<Option<(OfficeCode, Enrolment)>, Refusal> {
    store::own_place_in(&OwnScope::open(db, actor).await?, training).await
}

fn wrong(typed: &str) -> Refusal {
    let have = u32::try_from(typed.chars().filter(char::is_ascii_digit).count()).unwrap_or(u32::MAX);
    let code = if typed.trim().is_empty() { ProblemCode::Missing } else { ProblemCode::Digits { need: 6, have } };
    Refusal::Invalid(Problems::one("angka", code))
}

fn of_place(id: ParticipantId, what: &str) -> Next {
    Next::afresh(["/akun/pelatihan/", &id.to_string(), "?hasil=", what].concat())
}
