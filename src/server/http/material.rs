//! Files of a training: a PDF as it came, or a picture that was cleaned, for the office and for those who have a seat.

use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};

use super::door::Door;
use super::incoming::{IncomingForm, counted};
use super::media::hand_out;
use super::photos::{Photos, actor_of, said};
use crate::access::{Actor, Refusal};
use crate::domain::{OfficeCode, TrainingId};
use crate::features::documents::receive_paper;
use crate::features::training::acts::AddMaterial;
use crate::features::training::{material_for, may_add_material, page_of_materials, title_of_material};
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/unggah/pelatihan/{id}/berkas";
pub const WITHIN: &str = "/m/pelatihan/{id}/berkas/{file}";

/// The file's field.
const FILE: &str = "berkas";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(WITHIN, get(within)).with_state(photos)
}

/// Whether a request to this path brings a file for a training.
pub fn is_upload(path: &str) -> bool {
    path.starts_with("/unggah/pelatihan/")
}

/// Session, scope, right and quota first: not a byte is read for somebody who may not send it.
async fn upload(State(to): State<Photos>, Path(id): Path<String>, request: Request) -> Response {
    let actor = actor_of(request.extensions().get());
    let place = counted(&to.engine, &actor, may_add_material(&to.engine.db, &actor, &id).await).await;
    Door { file: FILE, page: page_of_materials(&id), word: "berkas" }.brings(to, request, place, keep).await
}

/// What was typed is read before the file is put anywhere.
async fn keep(engine: Engine, actor: Actor, (office, training): (OfficeCode, TrainingId), form: IncomingForm) -> Result<(), Refusal> {
    let (title, key) = (title_of_material(!form.file.is_empty(), form.text("nama_berkas"))?, form.key()?);
    let file = receive_paper(&engine.sandbox, &engine.blobs, office.number(), FILE, &form.file).await?;
    engine.db.perform(actor, key, AddMaterial { training, file, title }).await.map(drop)
}

async fn within(
    State(to): State<Photos>,
    Path((id, file)): Path<(String, String)>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    bytes(&to.engine, &actor, [&id, &file], &headers).await.map_err(|refusal| said(&refusal))
}

async fn bytes(engine: &Engine, actor: &Actor, [id, file]: [&str; 2], asking: &HeaderMap) -> Result<Response, Refusal> {
    let (office, material) = material_for(&engine.db, actor, id, file).await?;
    let bytes = engine.blobs.get(office.number(), &material.name).await?;
    let mut answer = hand_out(material.media(), bytes.to_vec(), asking)?;
    if material.is_pdf {
        // It is kept as a file: whatever would run in a PDF does not run on a page of ours.
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"materi.pdf\""));
    }
    Ok(answer)
}
