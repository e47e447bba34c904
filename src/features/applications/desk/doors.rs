//! What stands behind the server functions of an office: who asks, what they want, where it leads. The
//! page that asked is shown anew after each act, so its answer is a full load.

use super::read::Desk;
use super::returning::returned;
use super::signing::{sign, wanted};
use super::views::Signed;
use crate::access::{Actor, Refusal};
use crate::domain::{ApplicationId, IdemKey, Identity, Lang, Version};
use crate::features::accounts::stepped_up;
use crate::features::applications::acts::{
    Agree, Approve, Claim, Comment, Forward, HandOver, Reject, RequestFix, Reveal, Revoke, SendBack,
};
use crate::features::applications::{IdentitySeen, Reason, ReasonCode, store};
use crate::features::letters::{self, CrossOut, VoidReason};
use crate::features::services::catalogue;
use crate::forms::{Posted, ProblemCode, Problems, read};
use crate::server::access_log::AccessPurpose;
use crate::server::db::{Db, OfficeScope};
use crate::server::session::{self, Budget, spend};
use crate::ui::Next;

/// The desk of whoever asks.
pub fn desk<'a>(db: &'a Db, actor: &'a Actor) -> Result<Desk<'a>, Refusal> {
    let person = session::standing()?.name.unwrap_or_default();
    Ok(Desk { stand_in: session::engine()?.demo, ..Desk::open(db, actor, person)? })
}

/// A foreign case, a missing one and no case at all look the same.
pub fn case_id(id: &str) -> Result<ApplicationId, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound)
}

pub async fn claim(id: ApplicationId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    match db.perform(actor, key, Claim { id, seen }).await {
        Ok(()) => Ok(done(id, "diambil")),
        // Whoever was slower is led to the case, which says who has it.
        Err(Refusal::Stale { .. }) => Ok(done(id, "berubah")),
        Err(refusal) => Err(refusal),
    }
}

pub async fn request_fix(id: ApplicationId, seen: Version, key: IdemKey, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let posted = posted.answers().map_err(Refusal::Invalid)?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let case = store::case(&scope, id).await?;
    drop(scope);
    let items = returned(&posted, |field| case.photos_of(field).map(|photo| photo.id).collect())?;
    db.perform(actor, key, RequestFix { id, seen, items }).await?;
    Ok(done(id, "dikembalikan"))
}

pub async fn reject(id: ApplicationId, seen: Version, key: IdemKey, code: &str, words: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, Reject { id, seen, reason: refusal_reason(code, words)? }).await?;
    Ok(done(id, "ditolak"))
}

pub async fn comment(id: ApplicationId, key: IdemKey, note: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let note = read::lines(note, Reason::MOST).and_then(|note| if note.is_empty() { Err(ProblemCode::Missing) } else { Ok(note) });
    let note = note.map_err(|code| Refusal::Invalid(Problems::one("untuk_petugas", code)))?;
    db.perform(actor, key, Comment { id, note }).await?;
    Ok(done(id, "dicatat"))
}

/// The checks of an approval; each must be ticked.
pub const CHECKS: [&str; 3] = ["periksa_nama", "periksa_alamat", "periksa_berkas"];

pub async fn approve(id: ApplicationId, seen: Version, key: IdemKey, identity: &str, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let posted = posted.answers().map_err(Refusal::Invalid)?;
    let mut problems = Problems::default();
    for check in CHECKS.into_iter().filter(|check| posted.typed(check) != "ya") {
        problems.add(check, ProblemCode::NotTicked);
    }
    let identity = IdentitySeen::from_code(identity);
    match identity {
        Some(identity) if problems.is_empty() => {
            db.perform(actor, key, Approve { id, seen, identity }).await?;
            Ok(done(id, "diverifikasi"))
        }
        Some(_) => Err(Refusal::Invalid(problems)),
        None => {
            problems.add("identitas", ProblemCode::MissingChoice);
            Err(Refusal::Invalid(problems))
        }
    }
}

pub async fn reveal(id: ApplicationId, key: IdemKey, purpose: &str, code: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let purpose = AccessPurpose::from_code(purpose).filter(|purpose| AccessPurpose::REVEALS.contains(purpose));
    let purpose = purpose.ok_or_else(|| Refusal::Invalid(Problems::one("untuk", ProblemCode::MissingChoice)))?;
    let actor = stepped_up(actor, code).await?;
    let officer = actor.account().ok_or(Refusal::SignIn)?;
    spend(&session::doors()?, Budget::RevealsOfAnOfficer, &officer.bits().to_be_bytes()).await?;
    db.perform(actor, key, Reveal { id, purpose }).await?;
    Ok(done(id, "nik"))
}

pub async fn send_back(id: ApplicationId, seen: Version, key: IdemKey, code: &str, words: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, SendBack { id, seen, reason: refusal_reason(code, words)? }).await?;
    Ok(Next::afresh("/kantor/tanda-tangan"))
}

pub async fn forward(id: ApplicationId, seen: Version, key: IdemKey, number: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let number = read::line(number, 40).map_err(|code| Refusal::Invalid(Problems::one("nomor", code)))?;
    if number.is_empty() {
        return Err(Refusal::Invalid(Problems::one("nomor", ProblemCode::Missing)));
    }
    db.perform(actor, key, Forward { id, seen, agenda_number: number }).await?;
    Ok(done(id, "diteruskan"))
}

pub async fn hand_over(id: ApplicationId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, HandOver { id, seen }).await?;
    Ok(done(id, "selesai"))
}

/// What the form for revoking says.
pub struct Revocation {
    pub public: String,
    pub words: String,
    pub successor: String,
}

pub async fn revoke(id: ApplicationId, seen: Version, key: IdemKey, said: Revocation, code: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let Revocation { public, words, successor } = &said;
    let public = letters::Reason::from_code(public).ok_or_else(|| Refusal::Invalid(Problems::one("alasan", ProblemCode::MissingChoice)))?;
    let kind = if public == letters::Reason::UntrueStatement { ReasonCode::Untrue } else { ReasonCode::Other };
    let reason = Reason::read(kind, words).map_err(|code| Refusal::Invalid(Problems::one("catatan", code)))?;
    let successor = successor_of(public, successor).map_err(|code| Refusal::Invalid(Problems::one("pengganti", code)))?;
    let actor = stepped_up(actor, code).await?;
    db.perform(actor, key, Revoke { id, seen, public, reason, successor }).await?;
    Ok(done(id, "dicabut"))
}

/// Only a corrected letter has another in its place; naming one is left to the head.
fn successor_of(public: letters::Reason, typed: &str) -> Result<Option<String>, ProblemCode> {
    let typed = read::line(typed, 60)?;
    match (typed.is_empty(), public) {
        (true, _) => Ok(None),
        (false, letters::Reason::Corrected) => Ok(Some(typed)),
        (false, _) => Err(ProblemCode::NotCorrected),
    }
}

pub async fn agree(id: ApplicationId, key: IdemKey, hash: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let hash = letters::unhex(hash).ok_or(Refusal::Invalid(Problems::default()))?;
    db.perform(actor, key, Agree { id, hash }).await?;
    Ok(Next::to(["/kantor/tanda-tangan?setelah=", &id.to_string()].concat()))
}

/// Under what name people reach this site.
pub fn host() -> Result<String, Refusal> {
    session::engine().map(|engine| engine.host)
}

/// Signs what the page has named, after the second factor.
pub async fn sign_all(key: IdemKey, code: &str, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let letters = wanted(&posted.answers().map_err(Refusal::Invalid)?)?;
    let actor = stepped_up(actor, code).await?;
    let Signed { now, before, refused } = sign(&db, &actor, key, &host()?, &letters).await?;
    let counts = [now, before, refused].map(|count| count.to_string()).join(".");
    Ok(Next::afresh(["/kantor/tanda-tangan?hasil=", &counts].concat()))
}

pub async fn cross_out(key: IdemKey, service: &str, reason: &str, code: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let service = service.parse().ok().and_then(|code| catalogue().service(&code, Lang::Id));
    let (Some(service), Some(reason)) = (service, VoidReason::from_code(reason)) else {
        let field = if service.is_none() { "layanan" } else { "alasan" };
        return Err(Refusal::Invalid(Problems::one(field, ProblemCode::MissingChoice)));
    };
    let act = CrossOut { service: service.code.to_string(), classification: service.classification.clone(), reason };
    db.perform(stepped_up(actor, code).await?, key, act).await?;
    Ok(Next::afresh("/kantor/register?hasil=dicoret"))
}

/// There is no "no" without one of its reasons and words.
///
/// # Errors
/// `Invalid` at `alasan` or `catatan`.
pub fn refusal_reason(code: &str, words: &str) -> Result<Reason, Refusal> {
    let code = ReasonCode::from_code(code).filter(|code| ReasonCode::REFUSE.contains(code));
    let code = code.ok_or_else(|| Refusal::Invalid(Problems::one("alasan", ProblemCode::MissingChoice)))?;
    Reason::read(code, words).map_err(|code| Refusal::Invalid(Problems::one("catatan", code)))
}

fn done(id: ApplicationId, what: &str) -> Next {
    Next::afresh(["/kantor/permohonan/", &id.to_string(), "?hasil=", what].concat())
}
