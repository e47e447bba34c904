//! Who gets a letter's PDF, and that of the form which goes with it. The routes are in `server::http`.

use super::{Application, Look, look, store};
use crate::access::{Actor, Refusal, Role};
use crate::domain::ApplicationId;
use crate::features::letters::{self, PdfFile, StoredLetter};
use crate::server::access_log::{self, AccessPurpose};
use crate::server::act::Object;
use crate::server::blobs::{self, Named};
use crate::server::db::{Db, OfficeScope, OwnScope, Scope};

/// A file and the number of the letter that it is, or goes with.
pub struct Paper {
    pub number: String,
    pub file: Named,
}

/// One's own letter. A revoked one too: it is a paper that its owner has.
///
/// # Errors
/// `NotFound` out of reach, and as long as there is no paper.
pub async fn own_letter(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    own(db, actor, id, |letter| letter.pdf).await
}

/// The form that goes with one's own letter.
///
/// # Errors
/// As [`own_letter`], and `NotFound` for a letter that no form goes with.
pub async fn own_annex(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    own(db, actor, id, |letter| letter.annex).await
}

async fn own(db: &Db, actor: &Actor, id: &str, which: Which) -> Result<Paper, Refusal> {
    let scope = OwnScope::open(db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    if look(actor, &case) != Look::Full {
        return Err(Refusal::NotFound);
    }
    paper(&scope, &case, which).await
}

/// "R f logged": every officer of the office may have it, and each time is noted.
///
/// # Errors
/// `NotFound` out of reach, and as long as there is no paper.
pub async fn office_letter(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    of_office(db, actor, id, |letter| letter.pdf).await
}

/// The form that goes with a letter of the office, on the same terms.
///
/// # Errors
/// As [`office_letter`], and `NotFound` for a letter that no form goes with.
pub async fn office_annex(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    of_office(db, actor, id, |letter| letter.annex).await
}

/// The SKPWNI of one's own case, as Dukcapil gave it to the office.
///
/// # Errors
/// `NotFound` out of reach, and as long as there is none.
pub async fn own_skpwni(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    let scope = OwnScope::open(db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    if look(actor, &case) == Look::Full { skpwni(&scope, &case).await } else { Err(Refusal::NotFound) }
}

/// The SKPWNI of a case of the office, on the terms of its letters.
///
/// # Errors
/// As [`own_skpwni`].
pub async fn office_skpwni(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    let scope = office_scope(db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    let paper = skpwni(&scope, &case).await?;
    drop(scope);
    noted(db, actor, &case).await?;
    Ok(paper)
}

async fn skpwni(scope: &Scope<'_>, case: &Application) -> Result<Paper, Refusal> {
    let skpwni = store::skpwni(scope, case.id).await?.ok_or(Refusal::NotFound)?;
    Ok(Paper { number: skpwni.number, file: blobs::find(scope, skpwni.file).await? })
}

async fn of_office(db: &Db, actor: &Actor, id: &str, which: Which) -> Result<Paper, Refusal> {
    let scope = office_scope(db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    let paper = paper(&scope, &case, which).await?;
    drop(scope);
    noted(db, actor, &case).await?;
    Ok(paper)
}

pub(super) async fn office_scope<'a>(db: &'a Db, actor: &Actor) -> Result<OfficeScope<'a>, Refusal> {
    if !matches!(actor.role(), Role::Operator | Role::Verifier | Role::Head) {
        return Err(Refusal::NotFound);
    }
    OfficeScope::open(db, actor).await.map_err(|_| Refusal::NotFound)
}

/// What is not noted is not handed out.
pub(super) async fn noted(db: &Db, actor: &Actor, case: &Application) -> Result<(), Refusal> {
    let object = Object::new("application", case.id);
    access_log::log(db, actor, access_log::Look { subject: case.owner, purpose: AccessPurpose::File, object }).await
}

pub(super) fn case_id(id: &str) -> Result<ApplicationId, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound)
}

/// Which of a letter's papers is asked for.
type Which = fn(StoredLetter) -> Option<PdfFile>;

async fn paper(scope: &Scope<'_>, case: &Application, which: Which) -> Result<Paper, Refusal> {
    let letter = letters::stored_letter(scope, case.letter.ok_or(Refusal::NotFound)?).await?;
    let number = letter.letter.number.to_string();
    let pdf = which(letter).ok_or(Refusal::NotFound)?;
    Ok(Paper { number, file: blobs::find(scope, pdf.blob).await? })
}
