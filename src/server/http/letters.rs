//! A letter's PDF, that of the form which goes with it, and the SKPWNI that came back, for their owner and
//! for the office that wrote the letter; and a letter that nobody has signed yet, for whoever checks or
//! signs it. For everybody else there is none.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::media::{hand_out, show};
use super::refusals::status;
use crate::access::{Actor, Refusal};
use crate::features::applications::{Paper, office_annex, office_draft, office_letter, office_skpwni, own_annex, own_letter, own_skpwni};
use crate::features::letters::Crest;
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const OWN_LETTER: &str = "/permohonan/{id}/surat.pdf";
pub const OWN_ANNEX: &str = "/permohonan/{id}/formulir.pdf";
pub const DESK_LETTER: &str = "/kantor/permohonan/{id}/surat.pdf";
pub const DESK_ANNEX: &str = "/kantor/permohonan/{id}/formulir.pdf";
pub const OWN_SKPWNI: &str = "/permohonan/{id}/skpwni";
/// [`super::skpwni`] receives it at the same address.
pub const DESK_SKPWNI: &str = "/kantor/permohonan/{id}/skpwni";

pub const DESK_DRAFT: &str = "/kantor/permohonan/{id}/konsep.pdf";

/// What the names of their files begin with.
const LETTER: &str = "surat-";
const ANNEX: &str = "formulir-f-1.03-";
const SKPWNI: &str = "skpwni-";
const DRAFT: &str = "konsep-";

pub fn letters(engine: &Engine) -> Router {
    let own = Router::new().route(OWN_LETTER, get(own)).route(OWN_ANNEX, get(own_form)).route(OWN_SKPWNI, get(own_state_letter));
    let desk = own.route(DESK_LETTER, get(of_the_office)).route(DESK_ANNEX, get(form_of_the_office));
    desk.route(DESK_SKPWNI, get(state_letter_of_the_office)).route(DESK_DRAFT, get(draft_of_the_office)).with_state(engine.clone())
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

async fn own_state_letter(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    let paper = own_skpwni(&engine.db, &known(actor), &id).await;
    answer(&engine, SKPWNI, paper, &headers).await
}

async fn state_letter_of_the_office(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    let paper = office_skpwni(&engine.db, &known(actor), &id).await;
    answer(&engine, SKPWNI, paper, &headers).await
}

async fn draft_of_the_office(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    draft(&engine, &known(actor), &id, &headers).await.unwrap_or_else(|refusal| status(&refusal).into_response())
}

async fn draft(engine: &Engine, actor: &Actor, id: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let paper = office_draft(&engine.db, actor, id).await?;
    let stand_in = engine.demo.then(Crest::stand_in);
    let pdf = paper.letter.set(&engine.sandbox, &engine.blobs, stand_in.as_ref(), engine.db.clock().now()).await?;
    let mut answer = hand_out("application/pdf", pdf, headers)?;
    name_it(&mut answer, &file_name(DRAFT, &paper.reference, ".pdf"));
    Ok(answer)
}

pub(super) fn known(actor: Option<Extension<Actor>>) -> Actor {
    actor.map_or_else(Actor::anonymous, |Extension(actor)| actor)
}

pub(super) async fn answer(engine: &Engine, kind: &str, paper: Result<Paper, Refusal>, headers: &HeaderMap) -> Response {
    download(engine, kind, paper, headers).await.unwrap_or_else(|refusal| status(&refusal).into_response())
}

async fn download(engine: &Engine, kind: &str, paper: Result<Paper, Refusal>, headers: &HeaderMap) -> Result<Response, Refusal> {
    let paper = paper?;
    let mut answer = show(&engine.blobs, &paper.file, headers).await?;
    let ending = if paper.file.media == "image/jpeg" { ".jpg" } else { ".pdf" };
    name_it(&mut answer, &file_name(kind, &paper.number, ending));
    Ok(answer)
}

pub(super) fn name_it(answer: &mut Response, name: &str) {
    if let Ok(value) = HeaderValue::from_str(&["attachment; filename=\"", name, "\""].concat()) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
}

/// `surat-500.2.2.4-117-2026.pdf`: the number says which letter it is, and nothing about a person.
pub(super) fn file_name(kind: &str, number: &str, ending: &str) -> String {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' };
    [kind, &number.chars().map(safe).collect::<String>(), ending].concat()
}

#[cfg(test)]
mod tests {
    use super::{ANNEX, LETTER, file_name};

    #[test]
    fn a_number_makes_a_name_that_every_disk_takes() {
        assert_eq!(file_name(LETTER, "500.2.2.4/117/35.10.24.2008/2026", ".pdf"), "surat-500.2.2.4-117-35.10.24.2008-2026.pdf");
        assert_eq!(file_name(ANNEX, "400.12.2.2/118/2026", ".pdf"), "formulir-f-1.03-400.12.2.2-118-2026.pdf");
        assert_eq!(file_name(LETTER, "4\" (x)\r\n", ".pdf"), "surat-4---x---.pdf");
    }
}
