//! Files of titles with an open licence: they come in from the library that entered the title, and everybody reads them.

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::door::Door;
use super::incoming::{IncomingForm, counted};
use super::photos::{Photos, actor_of, said};
use super::shown_file::PUBLIC_FENCE;
use crate::access::{Actor, Refusal};
use crate::domain::{OfficeCode, TitleId};
use crate::features::documents::receive_paper;
use crate::features::library::acts::AddBookFile;
use crate::features::library::{BookFile, may_add_file, must_be_a_book, page_of_cover, public_book, said_of_file};
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/unggah/buku/{id}/berkas";
pub const PUBLIC: &str = "/baca/{id}";

/// The file's field.
const FILE: &str = "berkas";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(PUBLIC, get(public)).with_state(photos)
}

/// Session, scope, right and quota first: not a byte is read for somebody who may not send it.
async fn upload(State(to): State<Photos>, Path(id): Path<String>, request: Request) -> Response {
    let actor = actor_of(request.extensions().get());
    let place = counted(&to.engine, &actor, may_add_file(&to.engine.db, &actor, &id).await).await;
    Door { file: FILE, page: page_of_cover(&id), word: "berkas" }.brings(to, request, place, keep).await
}

/// What was typed is read before the file is put anywhere.
async fn keep(engine: Engine, actor: Actor, (office, title): (OfficeCode, TitleId), form: IncomingForm) -> Result<(), Refusal> {
    let key = form.key()?;
    let (licence, source) = said_of_file(!form.file.is_empty(), form.text("lisensi"), form.text("sumber"))?;
    let file = receive_paper(&engine.sandbox, &engine.blobs, office.number(), FILE, &form.file).await?;
    must_be_a_book(&file)?;
    engine.db.perform(actor, key, AddBookFile { office, title, file, licence, source }).await.map(drop)
}

async fn public(State(to): State<Photos>, Path(id): Path<String>) -> Result<Response, Response> {
    bytes(&to.engine, &id).await.map_err(|refusal| said(&refusal))
}

/// Whatever is at such an address stays the same; once it is removed, it is gone.
async fn bytes(engine: &Engine, id: &str) -> Result<Response, Refusal> {
    let (office, file) = public_book(&engine.db, id).await?;
    let bytes = engine.blobs.get(office.number(), &file).await?;
    let mut answer = Body::from(bytes.to_vec()).into_response();
    // It is kept as a file, and opened by the phone's own reader: whatever would run in a PDF does not run on a page of ours.
    let kept = (header::CONTENT_DISPOSITION, "attachment; filename=\"buku.pdf\"");
    for (name, value) in [(header::CONTENT_TYPE, BookFile::PDF), kept].into_iter().chain(PUBLIC_FENCE) {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(answer)
}
