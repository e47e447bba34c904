//! A letter's PDF: for its owner, and for the office that wrote it. For everybody else there is none.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::{Application, Look, look, store};
use crate::access::{Actor, Refusal, Role};
use crate::domain::ApplicationId;
use crate::features::documents;
use crate::features::letters::{self, StoredLetter};
use crate::server::blobs::{self, Named};
use crate::server::db::{OfficeScope, OwnScope, Scope};
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const OWN_LETTER: &str = "/permohonan/{id}/surat.pdf";
pub const DESK_LETTER: &str = "/kantor/permohonan/{id}/surat.pdf";

pub fn routes(engine: &Engine) -> Router {
    Router::new().route(OWN_LETTER, get(own)).route(DESK_LETTER, get(of_the_office)).with_state(engine.clone())
}

async fn own(State(engine): State<Engine>, Path(id): Path<String>, actor: Option<Extension<Actor>>, headers: HeaderMap) -> Response {
    let actor = actor.map_or_else(Actor::anonymous, |Extension(actor)| actor);
    said(own_letter(&engine, &actor, &id, &headers).await)
}

async fn of_the_office(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    let actor = actor.map_or_else(Actor::anonymous, |Extension(actor)| actor);
    said(office_letter(&engine, &actor, &id, &headers).await)
}

async fn own_letter(engine: &Engine, actor: &Actor, id: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let scope = OwnScope::open(&engine.db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    if look(actor, &case) != Look::Full {
        return Err(Refusal::NotFound);
    }
    let (letter, file) = paper(&scope, &case).await?;
    drop(scope);
    download(engine, &letter, &file, headers).await
}

/// "R f logged": every officer of the office may have it, and each time stands in the record of looks.
async fn office_letter(engine: &Engine, actor: &Actor, id: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    if !matches!(actor.role(), Role::Operator | Role::Verifier | Role::Head) {
        return Err(Refusal::NotFound);
    }
    let scope = OfficeScope::open(&engine.db, actor).await.map_err(|_| Refusal::NotFound)?;
    let case = store::case(&scope, case_id(id)?).await?;
    let (letter, file) = paper(&scope, &case).await?;
    drop(scope);
    super::uploads::looked_at(actor, &case);
    download(engine, &letter, &file, headers).await
}

fn case_id(id: &str) -> Result<ApplicationId, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound)
}

/// The letter and its file; a revoked one is still a paper that its owner has.
async fn paper(scope: &Scope<'_>, case: &Application) -> Result<(StoredLetter, Named), Refusal> {
    let letter = letters::store::letter(scope, case.letter.ok_or(Refusal::NotFound)?).await?;
    let pdf = letter.pdf.as_ref().ok_or(Refusal::NotFound)?;
    let file = blobs::find(scope, pdf.blob).await?;
    Ok((letter, file))
}

async fn download(engine: &Engine, letter: &StoredLetter, file: &Named, headers: &HeaderMap) -> Result<Response, Refusal> {
    let mut answer = documents::show(&engine.blobs, file, headers).await?;
    let name = file_name(letter.letter.number.as_str());
    if let Ok(value) = HeaderValue::from_str(&["attachment; filename=\"", &name, "\""].concat()) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(answer)
}

/// `surat-500.2.2.4-117-2026.pdf`: the number says which letter it is, and nothing about a person.
fn file_name(number: &str) -> String {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' };
    ["surat-", &number.chars().map(safe).collect::<String>(), ".pdf"].concat()
}

fn said(answer: Result<Response, Refusal>) -> Response {
    answer.unwrap_or_else(|refusal| {
        let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        status.into_response()
    })
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_number_makes_a_name_that_every_disk_takes() {
        assert_eq!(file_name("500.2.2.4/117/35.10.24.2008/2026"), "surat-500.2.2.4-117-35.10.24.2008-2026.pdf");
        assert_eq!(file_name("4\" (x)\r\n"), "surat-4---x---.pdf");
    }
}
