//! What stands behind the server functions of a resident: who asks, at which office the case is, and
//! where an accepted form leads.

use super::acts::{Discard, RemoveAttachment, Repair, SaveStep, StartApplication, Submit, Withdraw, WithdrawConsent, given_on, service};
use super::arriving::said_before;
use super::read::{CHECK, Looking, resume_path, step_path, track as read_track};
use super::views::{Found, TrackerView};
use super::{Application, store};
use crate::access::{Actor, Refusal};
use crate::domain::{ApplicationId, BlobId, IdemKey, OfficeCode, Reference, Version};
use crate::features::offices::OfficeHours;
use crate::forms::{Part, Posted, ProblemCode, Problems, check, step_after, step_before};
use crate::server::db::{Db, OwnScope};
use crate::server::session::{self, Budget, Doors, spend};
use crate::ui::{Next, use_visitor};

pub fn looking<'a>(db: &'a Db, actor: &'a Actor) -> Looking<'a> {
    Looking::new(db, actor, use_visitor().lang)
}

pub async fn start(code: &str, office: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office: OfficeCode = office.parse().map_err(|_| Refusal::Invalid(Problems::one("kantor", ProblemCode::MissingChoice)))?;
    let code = code.parse().map_err(|_| Refusal::NotFound)?;
    let said = said_before(&OwnScope::open(&db, &actor).await?, service(&code)?, office).await?;
    let begun = StartApplication { office, service: code, said };
    let started = db.perform(actor.clone(), key, begun).await?;
    // What is known already is not asked again: the first step that misses something.
    let draft = store::case(&*OwnScope::open(&db, &actor).await?, started.id).await?;
    Ok(Next::to(resume_path(&looking(&db, &actor), &draft)?))
}

/// What was typed is kept in any case. "Kembali" leads back whatever is wrong; "Lanjut" stays at the
/// step while something is. A photo may follow later.
pub async fn save_step(id: ApplicationId, step: String, to: &str, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let mut posted = posted.answers().map_err(Refusal::Invalid)?;
    let mine = store::case(&*OwnScope::open(&db, &actor).await?, id).await?;
    let office = mine.office;
    posted.draw_rows(service(&mine.service)?.form.step(&step).ok_or(Refusal::NotFound)?, to == ONE_MORE);
    db.perform(actor.clone(), fresh(&db), SaveStep { office, id, step: step.clone(), posted }).await?;

    let draft = store::case(&*OwnScope::open(&db, &actor).await?, id).await?;
    let (service, answers) = (service(&draft.service)?, draft.whole_answers());
    let given = given_on(OfficeHours::default().wall_time(db.clock().now()).day, office)?;
    let path = |step: &str| step_path(service.code.as_str(), step);
    if to == BACK {
        let before = step_before(&service.form, &step, &answers, &given);
        return Ok(Next::to(before.map_or_else(|| ["/layanan/", service.code.as_str()].concat(), |before| path(&before.name))));
    }
    if to == ONE_MORE || to == AGAIN {
        return Ok(Next::to(path(&step)));
    }
    let problems = check(&service.form, &answers, Part::Step(&step), &given).err().unwrap_or_default();
    let mut wrong = Problems::default();
    for problem in problems.iter().filter(|problem| problem.code != ProblemCode::MissingFile) {
        wrong.add(problem.field.as_str(), problem.code);
    }
    if !wrong.is_empty() {
        return Err(Refusal::Invalid(wrong));
    }
    let next = step_after(&service.form, &step, &answers, &given);
    Ok(Next::to(path(next.map_or(CHECK, |next| &next.name))))
}

/// The press of "Kembali".
const BACK: &str = "kembali";
/// The press of "Tambah satu lagi": another row, on the same page.
const ONE_MORE: &str = "tambah";
/// An answer on which depends what another question offers: the same page, drawn anew.
const AGAIN: &str = "lagi";

pub async fn remove_attachment(id: ApplicationId, photo: BlobId) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let case = store::case(&*OwnScope::open(&db, &actor).await?, id).await?;
    let page = page_of_photo(&case, photo);
    db.perform(actor, fresh(&db), RemoveAttachment { office: case.office, id, photo }).await?;
    // The same page again: only a full load shows it anew.
    Ok(Next::afresh(page))
}

fn page_of_photo(case: &Application, photo: BlobId) -> String {
    case.photo(photo).map_or_else(|| "/permohonan".to_owned(), |photo| page_of_question(case, &photo.field))
}

/// The page on which a question for photos stands.
pub fn page_of_question(case: &Application, field: &str) -> String {
    let step = service(&case.service).ok().and_then(|service| crate::forms::step_of(&service.form, field));
    match step.filter(|_| case.state == super::State::Draft) {
        Some(step) => step_path(case.service.as_str(), &step.name),
        None => case_path(case.id),
    }
}

pub async fn submit(id: ApplicationId, seen: Version, true_: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    if true_ != "ya" {
        return Err(Refusal::Invalid(Problems::one("benar", ProblemCode::MissingChoice)));
    }
    let office = office_of(&db, &actor, id).await?;
    db.perform(actor, key, Submit { office, id, seen }).await?;
    Ok(Next::to(case_path(id)))
}

pub async fn repair(id: ApplicationId, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let posted = posted.answers().map_err(Refusal::Invalid)?;
    let office = office_of(&db, &actor, id).await?;
    db.perform(actor, fresh(&db), Repair { office, id, posted }).await?;
    Ok(Next::afresh(case_path(id)))
}

pub async fn withdraw(id: ApplicationId, seen: Version) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&db, &actor, id).await?;
    db.perform(actor, fresh(&db), Withdraw { office, id, seen }).await?;
    Ok(Next::afresh(case_path(id)))
}

pub async fn withdraw_consent(id: ApplicationId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&db, &actor, id).await?;
    db.perform(actor, key, WithdrawConsent { office, id }).await?;
    Ok(Next::afresh(case_path(id)))
}

pub async fn discard(id: ApplicationId) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&db, &actor, id).await?;
    db.perform(actor, fresh(&db), Discard { office, id }).await?;
    Ok(Next::afresh("/permohonan"))
}

pub async fn track(typed: &str) -> Result<TrackerView, Refusal> {
    let (doors, network) = (session::doors()?, session::client().prefix);
    track_from(&doors, network.as_bytes(), typed).await
}

/// Looking is slowed, and missing more so: whoever tries references out learns nothing in a lifetime.
pub async fn track_from(doors: &Doors, network: &[u8], typed: &str) -> Result<TrackerView, Refusal> {
    if Reference::parse(typed).is_ok() {
        spend(doors, Budget::LooksOfANetwork, network).await?;
    }
    let view = read_track(&doors.db, typed).await?;
    if view.found == Found::Nothing {
        spend(doors, Budget::MissesOfANetwork, network).await?;
    }
    Ok(view)
}

async fn office_of(db: &Db, actor: &Actor, id: ApplicationId) -> Result<OfficeCode, Refusal> {
    store::office_of(&OwnScope::open(db, actor).await?, id).await
}

/// For acts that are the same however often they are done: a key of the form would answer the second
/// saving with the first, and lose what was typed in between.
fn fresh(db: &Db) -> IdemKey {
    db.fresh_key()
}

fn case_path(id: ApplicationId) -> String {
    ["/permohonan/", &id.to_string()].concat()
}
