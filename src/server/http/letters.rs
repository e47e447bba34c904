//! A letter's PDF and that of the form which goes with it, for their owner and for the office that wrote
//! the letter. For everybody else there is none.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::media::show;
use super::refusals::status;
use crate::access::{Actor, Refusal};
use crate::features::applications::{Paper, office_annex, office_letter, own_annex, own_letter};
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const OWN_LETTER: &str = "/permohonan/{id}/surat.pdf";
pub const OWN_ANNEX: &str = "/permohonan/{id}/formulir.pdf";
pub const DESK_LETTER: &str = "/kantor/permohonan/{id}/surat.pdf";
pub const DESK_ANNEX: &str = "/kantor/permohonan/{id}/formulir.pdf";

/// What the names of their files begin with.
const LETTER: &str = "surat-";
const ANNEX: &str = "formulir-f-1.03-";

pub fn letters(engine: &Engine) -> Router {
    let own = Router::new().route(OWN_LETTER, get(own)).route(OWN_ANNEX, get(own_form));
    own.route(DESK_LETTER, get(of_the_office)).route(DESK_ANNEX, get(form_of_the_office)).with_state(engine.clone())
}

async fn own(State(engine): State<Engine>, Path(id): Path<String>, actor: Option<Extension<Actor>>, headers: HeaderMap) -> Response {
    let paper = own_letter(&engine.db, &known(actor), &id).await;
    answer(&engine, LETTER, paper, &headers).await
}

async fn own_form(State(engine): State<Engine>, Path(id): Path<String>, actor: Option<Extension<Actor>>, headers: HeaderMap) -> Response {
    let paper = own_annex(&engine.db, &known(actor), &id).await;
    answer(&engine, ANNEX, paper, &headers).await
}

async fn of_the_office(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    let paper = office_letter(&engine.db, &known(actor), &id).await;
    answer(&engine, LETTER, paper, &headers).await
}

async fn form_of_the_office(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    let paper = office_annex(&engine.db, &known(actor), &id).await;
    answer(&engine, ANNEX, paper, &headers).await
}

fn known(actor: Option<Extension<Actor>>) -> Actor {
    actor.map_or_else(Actor::anonymous, |Extension(actor)| actor)
}

async fn answer(engine: &Engine, kind: &str, paper: Result<Paper, Refusal>, headers: &HeaderMap) -> Response {
    download(engine, kind, paper, headers).await.unwrap_or_else(|refusal| status(&refusal).into_response())
}

async fn download(engine: &Engine, kind: &str, paper: Result<Paper, Refusal>, headers: &HeaderMap) -> Result<Response, Refusal> {
    let paper = paper?;
    let mut answer = show(&engine.blobs, &paper.file, headers).await?;
    let name = file_name(kind, &paper.number);
    if let Ok(value) = HeaderValue::from_str(&["attachment; filename=\"", &name, "\""].concat()) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(answer)
}

/// `surat-500.2.2.4-117-2026.pdf`: the number says which letter it is, and nothing about a person.
fn file_name(kind: &str, number: &str) -> String {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' };
    [kind, &number.chars().map(safe).collect::<String>(), ".pdf"].concat()
}

#[cfg(test)]
mod tests {
    use super::{ANNEX, LETTER, file_name};

    #[test]
    fn a_number_makes_a_name_that_every_disk_takes() {
        assert_eq!(file_name(LETTER, "500.2.2.4/117/35.10.24.2008/2026"), "surat-500.2.2.4-117-35.10.24.2008-2026.pdf");
        assert_eq!(file_name(ANNEX, "400.12.2.2/118/2026"), "formulir-f-1.03-400.12.2.2-118-2026.pdf");
        assert_eq!(file_name(LETTER, "4\" (x)\r\n"), "surat-4---x---.pdf");
    }
}
