//! Files that prove an answer of an office: a PDF as it came, or a picture that was cleaned. They are shown to whom
//! its photos are shown; everybody is shown the pictures alone, once the result is public.

use axum::Extension;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::evidence_door::coming;
use super::incoming::IncomingForm;
use super::media::hand_out;
use super::photos::{Photos, actor_of, parts_of, said};
use super::redraw::done_or_again;
use super::shown_file::PUBLIC_FENCE;
use crate::access::{Actor, Refusal};
use crate::domain::{CampaignId, OfficeCode};
use crate::features::compliance::FileKind;
use crate::features::compliance::acts::AddFile;
use crate::features::compliance::village::{file_within, may_send_file, must_be_from_here, page_of_item, public_file, read_title};
use crate::features::documents::receive_paper;
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/unggah/kepatuhan/{item}/berkas";
pub const WITHIN: &str = "/m/kepatuhan/{slug}/berkas/{id}";
pub const PUBLIC: &str = "/foto/kepatuhan/{slug}/berkas/{id}";

/// The file's field.
const FILE: &str = "berkas";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(WITHIN, get(within)).route(PUBLIC, get(public)).with_state(photos)
}

async fn upload(State(to): State<Photos>, Path(item): Path<String>, request: Request) -> Response {
    let asked = parts_of(&request);
    let actor = actor_of(request.extensions().get());
    let page = page_of_item(&item);
    let place = may_send_file(&to.engine.db, &actor, &item).await;
    let sent = match coming(&to.engine, &actor, place, request, FILE).await {
        Ok((place, form)) => {
            let outcome = keep(&to.engine, actor, place, item, &form).await;
            (form.typed, outcome)
        }
        Err(sent) => sent,
    };
    done_or_again(to.pages, &asked, page, "berkas", sent).await
}

/// What was typed is read before the file is put anywhere.
async fn keep(
    engine: &Engine,
    actor: Actor,
    (office, campaign): (OfficeCode, CampaignId),
    item: String,
    form: &IncomingForm,
) -> Result<(), Refusal> {
    must_be_from_here(&actor, form.text("_oleh"), form.text("_kantor"))?;
    let kind = (!form.file.is_empty()).then(|| FileKind::of_bytes(&form.file));
    let agreed = form.text("setuju_gambar") == "ya";
    let (title, key) = (read_title(kind, form.text("isi_berkas"), agreed)?, form.key()?);
    let file = receive_paper(&engine.sandbox, &engine.blobs, office.number(), FILE, &form.file).await?;
    engine.db.perform(actor, key, AddFile { campaign, item, file, title, agreed }).await.map(drop)
}

async fn within(
    State(to): State<Photos>,
    Path((slug, id)): Path<(String, String)>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    within_bytes(&to.engine, &actor, [&slug, &id], &headers).await.map_err(|refusal| said(&refusal))
}

async fn within_bytes(engine: &Engine, actor: &Actor, [slug, id]: [&str; 2], asking: &HeaderMap) -> Result<Response, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let (office, file) = file_within(&engine.db, actor, slug, id).await?;
    let bytes = engine.blobs.get(office.number(), &file.file).await?;
    let mut answer = hand_out(file.kind.media(), bytes.to_vec(), asking)?;
    if !file.kind.is_public() {
        // It is kept as a file: whatever would run in a PDF does not run on a page of ours.
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"bukti.pdf\""));
    }
    Ok(answer)
}

async fn public(State(to): State<Photos>, Path((slug, id)): Path<(String, String)>) -> Result<Response, Response> {
    public_bytes(&to.engine, [&slug, &id]).await.map_err(|refusal| said(&refusal))
}

async fn public_bytes(engine: &Engine, [slug, id]: [&str; 2]) -> Result<Response, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let (office, file) = public_file(&engine.db, slug, id).await?;
    let bytes = engine.blobs.get(office.number(), &file.file).await?;
    let mut answer = Body::from(bytes.to_vec()).into_response();
    for (name, value) in [(header::CONTENT_TYPE, FileKind::Picture.media())].into_iter().chain(PUBLIC_FENCE) {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(answer)
}
