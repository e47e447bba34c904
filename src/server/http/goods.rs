//! Photos of goods: they come in, and are shown; to everybody once they are public, and before that to
//! whoever may change them.

use axum::Extension;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};

use super::door::Door;
use super::incoming::{IncomingForm, counted};
use super::photos::{Photos, actor_of, said};
use super::shown_file::ShownFile;
use crate::access::{ActName, Actor, Code, Refusal, Role};
use crate::domain::{ListingId, OfficeCode};
use crate::features::catalogue::acts::AddPhoto;
use crate::features::catalogue::photos::{may, page_of, photo_alt};
use crate::features::catalogue::{Photo, Product, store};
use crate::features::documents::{receive_goods, wrong_photo};
use crate::forms::ProblemCode;
use crate::server::db::{OfficeScope, OwnScope, PublicScope};
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/unggah/produk/{id}";
pub const PUBLIC: &str = "/foto/{slug}/{photo}/{file}";
pub const DRAFT: &str = "/m/produk/{id}/{photo}/{file}";

/// The file's field.
const FILE: &str = "foto";

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(PUBLIC, get(public)).route(DRAFT, get(draft)).with_state(photos)
}

/// Whether a request to this path brings a photo of goods.
pub fn is_upload(path: &str) -> bool {
    path.starts_with("/unggah/produk/")
}

/// Session, scope, right and quota first: not a byte is read for somebody who may not send it.
async fn upload(State(to): State<Photos>, Path(id): Path<String>, request: Request) -> Response {
    let actor = actor_of(request.extensions().get());
    let page = page_of(&actor, &id);
    let place = may_send(&to.engine, &actor, &id).await;
    Door { file: FILE, page, word: "foto" }.brings(to, request, place, keep).await
}

async fn may_send(engine: &Engine, actor: &Actor, id: &str) -> Result<(OfficeCode, ListingId), Refusal> {
    let id: ListingId = id.parse().map_err(|_| Refusal::NotFound)?;
    let (office, product) = if actor.role() == Role::Resident {
        store::listing_at::<Product>(&*OwnScope::open(&engine.db, actor).await?, id).await?
    } else {
        store::listing_at::<Product>(&*desk(engine, actor).await?, id).await?
    };
    may(actor, ActName::AddPhoto, &product).permit()?;
    if product.standing.latest().photos.len() >= Photo::MOST {
        return Err(Refusal::Conflict(Code::TooManyPhotos));
    }
    counted(engine, actor, Ok((office, id))).await
}

/// What was typed is read before the photo is put anywhere.
async fn keep(engine: Engine, actor: Actor, (office, id): (OfficeCode, ListingId), form: IncomingForm) -> Result<(), Refusal> {
    let (alt, key) = (photo_alt(form.text("alt"))?, form.key()?);
    if form.file.is_empty() {
        return Err(wrong_photo(FILE, ProblemCode::MissingFile));
    }
    let photo = receive_goods(&engine.sandbox, &engine.blobs, office.number(), FILE, &form.file).await?;
    engine.db.perform(actor, key, AddPhoto { office, id, photo, alt }).await.map(drop)
}

/// Whatever is at such an address stays the same; once nothing public names it, it is gone.
async fn public(State(to): State<Photos>, Path((slug, photo, file)): Path<(String, String, String)>) -> Result<Response, Response> {
    public_file(&to.engine, &slug, &photo, &file).await.map_err(|refusal| said(&refusal))
}

async fn public_file(engine: &Engine, slug: &str, photo: &str, file: &str) -> Result<Response, Refusal> {
    let (wanted, id): (ShownFile, _) = (file.parse()?, photo.parse().map_err(|_| Refusal::NotFound)?);
    // The scope holds a connection; the file is read without one.
    let (office, photo) = store::public_photo(&PublicScope::open(&engine.db).await?, slug, id).await?;
    wanted.for_everybody(engine, office, &photo.file).await
}

/// The same for whoever keeps the product, before anybody else sees it.
async fn draft(
    State(to): State<Photos>,
    Path((id, photo, file)): Path<(String, String, String)>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    draft_file(&to.engine, &actor, [&id, &photo, &file], &headers).await.map_err(|refusal| said(&refusal))
}

async fn draft_file(engine: &Engine, actor: &Actor, [id, photo, file]: [&str; 3], asking: &HeaderMap) -> Result<Response, Refusal> {
    let wanted: ShownFile = file.parse()?;
    let (id, photo) = (id.parse().map_err(|_| Refusal::NotFound)?, photo.parse().map_err(|_| Refusal::NotFound)?);
    let (office, photo) = if actor.role() == Role::Resident {
        store::photo_within(&*OwnScope::open(&engine.db, actor).await?, id, photo).await?
    } else {
        store::photo_within(&*desk(engine, actor).await?, id, photo).await?
    };
    wanted.for_somebody(engine, office, &photo.file, asking).await
}

async fn desk<'a>(engine: &'a Engine, actor: &Actor) -> Result<OfficeScope<'a>, Refusal> {
    OfficeScope::open(&engine.db, actor).await.map_err(|_| Refusal::NotFound)
}
