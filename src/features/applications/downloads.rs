//! Who gets a letter's PDF. The routes are in `server::http`.

use super::{Application, Look, look, store};
use crate::access::{Actor, Refusal, Role};
use crate::domain::ApplicationId;
use crate::features::letters;
use crate::server::access_log::{self, AccessPurpose};
use crate::server::act::Object;
use crate::server::blobs::{self, Named};
use crate::server::db::{Db, OfficeScope, OwnScope, Scope};

/// A file and the number of the letter that it is.
pub struct Paper {
    pub number: String,
    pub file: Named,
}

/// One's own letter. A revoked one too: it is a paper that its owner has.
///
/// # Errors
/// `NotFound` out of reach, and as long as there is no paper.
pub async fn own_letter(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    let scope = OwnScope::open(db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    if look(actor, &case) != Look::Full {
        return Err(Refusal::NotFound);
    }
    paper(&scope, &case).await
}

/// "R f logged": every officer of the office may have it, and each time is noted.
///
/// # Errors
/// `NotFound` out of reach, and as long as there is no paper.
pub async fn office_letter(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    if !matches!(actor.role(), Role::Operator | Role::Verifier | Role::Head) {
        return Err(Refusal::NotFound);
    }
    let scope = OfficeScope::open(db, actor).await.map_err(|_| Refusal::NotFound)?;
    let case = store::case(&scope, case_id(id)?).await?;
    let paper = paper(&scope, &case).await?;
    drop(scope);
    let object = Object::new("application", case.id);
    access_log::log(db, actor, access_log::Look { subject: case.owner, purpose: AccessPurpose::File, object }).await?;
    Ok(paper)
}

fn case_id(id: &str) -> Result<ApplicationId, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound)
}

async fn paper(scope: &Scope<'_>, case: &Application) -> Result<Paper, Refusal> {
    let letter = letters::stored_letter(scope, case.letter.ok_or(Refusal::NotFound)?).await?;
    let pdf = letter.pdf.ok_or(Refusal::NotFound)?;
    Ok(Paper { number: letter.letter.number.to_string(), file: blobs::find(scope, pdf.blob).await? })
}
