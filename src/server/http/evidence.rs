//! Photos that prove an answer of an office: they come in, and are shown; to the office, the regency and the
//! camat, and to everybody once the result is public.

use axum::Extension;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};

use super::evidence_door::coming;
use super::incoming::IncomingForm;
use super::photos::{Photos, actor_of, parts_of, said};
use super::redraw::done_or_again;
use super::shown_file::ShownFile;
use crate::access::{Actor, Code, Refusal};
use crate::features::compliance::acts::AddEvidence;
use crate::features::compliance::digest_of;
use crate::features::compliance::village::{
    Receiving, TypedPhoto, may_send, must_be_from_here, page_of_item, photo_within, public_photo, read_photo,
};
use crate::features::documents::receive_dated;
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/unggah/kepatuhan/{item}";
pub const WITHIN: &str = "/m/kepatuhan/{slug}/{photo}/{file}";
pub const PUBLIC: &str = "/foto/kepatuhan/{slug}/{photo}/{file}";

/// The file's field.
const FILE: &str = "foto";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(WITHIN, get(within)).route(PUBLIC, get(public)).with_state(photos)
}

/// Whether a request to this path brings a photo that proves something.
pub fn is_upload(path: &str) -> bool {
    path.starts_with("/unggah/kepatuhan/")
}

async fn upload(State(to): State<Photos>, Path(item): Path<String>, request: Request) -> Response {
    let asked = parts_of(&request);
    let actor = actor_of(request.extensions().get());
    let page = page_of_item(&item);
    let place = may_send(&to.engine.db, &actor, &item).await;
    let sent = match coming(&to.engine, &actor, place, request, FILE).await {
        Ok((place, form)) => {
            let outcome = keep(&to.engine, actor, &place, item, &form).await;
            (form.typed, outcome)
        }
        Err(sent) => sent,
    };
    done_or_again(to.pages, &asked, page, "foto", sent).await
}

/// What was typed is read before the photo is put anywhere.
async fn keep(engine: &Engine, actor: Actor, to: &Receiving, item: String, form: &IncomingForm) -> Result<(), Refusal> {
    must_be_from_here(&actor, form.text("_oleh"), form.text("_kantor"))?;
    let typed = read_photo(to, !form.file.is_empty(), |name| form.text(name))?;
    let key = form.key()?;
    let at = (&engine.blobs, to.office.number());
    let explained = |camera| typed.must_be_explained(to, camera);
    let (photo, camera) = receive_dated(&engine.sandbox, at, FILE, &form.file, explained).await?;
    let digest = digest_of(&engine.db, &form.file);
    let alike = engine.album.alike(&engine.db, &photo.likeness, (to.office, to.campaign)).await?;
    let camera = camera.or(typed.camera);
    let TypedPhoto { when, taken, place, reason, .. } = typed;
    let add =
        AddEvidence { campaign: to.campaign, item, photo, digest, alike, when, taken, camera, place, office: to.pin, reason, agreed: true };
    match engine.db.perform(actor, key, add).await? {
        Some(_) => Ok(()),
        // Nobody is told whose it is: that is for the reviewer.
        None => Err(Refusal::Conflict(Code::PhotoAgain)),
    }
}

async fn within(
    State(to): State<Photos>,
    Path((slug, photo, file)): Path<(String, String, String)>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    within_file(&to.engine, &actor, [&slug, &photo, &file], &headers).await.map_err(|refusal| said(&refusal))
}

async fn within_file(engine: &Engine, actor: &Actor, [slug, photo, file]: [&str; 3], asking: &HeaderMap) -> Result<Response, Refusal> {
    let (wanted, id): (ShownFile, _) = (file.parse()?, photo.parse().map_err(|_| Refusal::NotFound)?);
    let (office, photo) = photo_within(&engine.db, actor, slug, id).await?;
    wanted.for_somebody(engine, office, &photo.file, asking).await
}

async fn public(State(to): State<Photos>, Path((slug, photo, file)): Path<(String, String, String)>) -> Result<Response, Response> {
    public_file(&to.engine, [&slug, &photo, &file]).await.map_err(|refusal| said(&refusal))
}

async fn public_file(engine: &Engine, [slug, photo, file]: [&str; 3]) -> Result<Response, Refusal> {
    let (wanted, id): (ShownFile, _) = (file.parse()?, photo.parse().map_err(|_| Refusal::NotFound)?);
    let (office, photo) = public_photo(&engine.db, slug, id).await?;
    wanted.for_everybody(engine, office, &photo.file).await
}
