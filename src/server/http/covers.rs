//! Covers of titles: they come in from the library that entered the title, and everybody is shown them.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::response::Response;
use axum::routing::{get, post};

use super::door::Door;
use super::incoming::{IncomingForm, counted};
use super::photos::{Photos, actor_of, said};
use super::shown_file::ShownFile;
use crate::access::{Actor, Refusal};
use crate::domain::{OfficeCode, TitleId};
use crate::features::documents::{receive_goods, wrong_photo};
use crate::features::library::acts::KeepCover;
use crate::features::library::{may_keep_cover, page_of_cover, public_cover};
use crate::forms::ProblemCode;
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/unggah/buku/{id}/sampul";
pub const PUBLIC: &str = "/foto/buku/{id}/{photo}/{file}";

/// The file's field.
const FILE: &str = "foto";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(PUBLIC, get(public)).with_state(photos)
}

/// Whether a request to this path brings a cover, or a file of a title.
pub fn is_upload(path: &str) -> bool {
    path.starts_with("/unggah/buku/")
}

/// Session, scope, right and quota first: not a byte is read for somebody who may not send it.
async fn upload(State(to): State<Photos>, Path(id): Path<String>, request: Request) -> Response {
    let actor = actor_of(request.extensions().get());
    let place = counted(&to.engine, &actor, may_keep_cover(&to.engine.db, &actor, &id).await).await;
    Door { file: FILE, page: page_of_cover(&id), word: "sampul" }.brings(to, request, place, keep).await
}

async fn keep(engine: Engine, actor: Actor, (office, title): (OfficeCode, TitleId), form: IncomingForm) -> Result<(), Refusal> {
    let key = form.key()?;
    if form.file.is_empty() {
        return Err(wrong_photo(FILE, ProblemCode::MissingFile));
    }
    let photo = receive_goods(&engine.sandbox, &engine.blobs, office.number(), FILE, &form.file).await?;
    engine.db.perform(actor, key, KeepCover { office, title, photo }).await
}

/// Whatever is at such an address stays the same; once it is replaced, it is gone.
async fn public(State(to): State<Photos>, Path((id, photo, file)): Path<(String, String, String)>) -> Result<Response, Response> {
    public_file(&to.engine, &id, &photo, &file).await.map_err(|refusal| said(&refusal))
}

async fn public_file(engine: &Engine, id: &str, photo: &str, file: &str) -> Result<Response, Refusal> {
    let wanted: ShownFile = file.parse()?;
    let (office, photo) = public_cover(&engine.db, id, photo).await?;
    wanted.for_everybody(engine, office, &photo).await
}
