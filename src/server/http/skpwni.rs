//! A paper of Dukcapil comes in: the SKPWNI of a move out of the regency, with its number and day. A form
//! with a file is sent by the browser itself, whether or not the page is alive.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::response::Response;
use axum::routing::post;

use super::door::Door;
use super::incoming::IncomingForm;
use super::letters::DESK_SKPWNI;
use super::photos::{Photos, actor_of};
use crate::access::{ActName, Actor, Refusal};
use crate::domain::{Day, Version};
use crate::features::applications::acts::ReceiveSkpwni;
use crate::features::applications::{Application, decide, store};
use crate::features::documents::receive_paper;
use crate::forms::{DATE_PARTS, ProblemCode, Problems, read};
use crate::server::db::OfficeScope;
use crate::server::engine::Engine;

/// The file's field.
const FILE: &str = "berkas";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    Router::new().route(DESK_SKPWNI, post(receive).layer(DefaultBodyLimit::disable())).with_state(photos)
}

/// Whether a request to this path brings a file.
pub fn is_upload(path: &str) -> bool {
    path.starts_with("/kantor/permohonan/") && path.ends_with("/skpwni")
}

/// Session, scope and right first: not a byte is read for somebody who may not send it.
async fn receive(State(to): State<Photos>, Path(id): Path<String>, request: Request) -> Response {
    let actor = actor_of(request.extensions().get());
    let page = ["/kantor/permohonan/", &id].concat();
    let place = may(&to.engine, &actor, &id).await;
    Door { file: FILE, page, word: "skpwni" }.brings(to, request, place, keep).await
}

async fn may(engine: &Engine, actor: &Actor, id: &str) -> Result<Application, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let scope = OfficeScope::open(&engine.db, actor).await.map_err(|_| Refusal::NotFound)?;
    let case = store::case(&scope, id).await?;
    decide(actor, ActName::ReceiveSkpwni, &case).permit().map(|()| case)
}

/// What was typed is read before the file is put anywhere.
async fn keep(engine: Engine, actor: Actor, case: Application, form: IncomingForm) -> Result<(), Refusal> {
    let (number, dated) = typed(&form)?;
    let seen = form.text("_seen").parse().map(Version).map_err(|_| Refusal::Invalid(Problems::default()))?;
    let key = form.key()?;
    let file = receive_paper(&engine.sandbox, &engine.blobs, case.office.number(), FILE, &form.file).await?;
    engine.db.perform(actor, key, ReceiveSkpwni { id: case.id, seen, number, dated, file }).await
}

fn typed(form: &IncomingForm) -> Result<(String, Day), Refusal> {
    let mut problems = Problems::default();
    let number =
        read::line(form.text("nomor"), 60).and_then(|number| if number.is_empty() { Err(ProblemCode::Missing) } else { Ok(number) });
    let number = number.map_err(|code| problems.add("nomor", code)).ok();
    let parts = DATE_PARTS.map(|part| form.text(&["tanggal", part].concat()));
    let dated = if parts.iter().all(|part| part.trim().is_empty()) {
        Err(ProblemCode::Missing)
    } else {
        Day::parse(&parts.join(" ")).ok_or(ProblemCode::NotADay)
    };
    let dated = dated.map_err(|code| problems.add("tanggal", code)).ok();
    if form.file.is_empty() {
        problems.add(FILE, ProblemCode::MissingFile);
    }
    match (number, dated) {
        (Some(number), Some(dated)) if problems.is_empty() => Ok((number, dated)),
        _ => Err(Refusal::Invalid(problems)),
    }
}
