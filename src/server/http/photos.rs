//! Two routes that are neither pages nor server functions: a photo comes in, a photo is shown.

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Json};
use serde::Deserialize;

use super::incoming::{Incoming, counted};
use super::media::{show, show_marked};
use super::redraw::draw_refused;
use super::refusals::status;
use crate::access::{Actor, Code, Refusal, Role};
use crate::domain::{ApplicationId, BlobId, Lang};
use crate::features::accounts;
use crate::features::applications::acts::Attach;
use crate::features::applications::{Application, Look, look, page_of_question, store};
use crate::features::documents::{PhotoView, receive};
use crate::server::access_log::{self, AccessPurpose};
use crate::server::act::Object;
use crate::server::blobs;
use crate::server::clock::local;
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const UPLOAD: &str = "/unggah";
pub const MEDIA: &str = "/m/{id}";

/// What the routes stand on; `pages` draws a page again that a plain form was refused on.
#[derive(Clone)]
pub struct Photos {
    pub engine: Engine,
    pub pages: Router,
}

pub fn routes(photos: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    Router::new().route(UPLOAD, upload).route(MEDIA, get(media)).with_state(photos)
}

/// For which question of which case.
#[derive(Clone, Deserialize)]
struct Wanted {
    permohonan: ApplicationId,
    isian: String,
}

/// Session, scope, state and quota first: not a byte is read for somebody who may not send it.
async fn upload(State(to): State<Photos>, Query(wanted): Query<Wanted>, request: Request) -> Response {
    let actor = actor_of(request.extensions().get());
    let case = match own_case(&to.engine, &actor, wanted.permohonan).await {
        Ok(case) => case,
        Err(refusal) => return said(&refusal),
    };
    if !Incoming::is_plain_form(&request) {
        return match take(&to.engine, &actor, &case, &wanted.isian, request).await {
            Ok(photo) => Json(photo).into_response(),
            Err(refusal) => said(&refusal),
        };
    }
    let page = page_of_question(&case, &wanted.isian);
    let asked = parts_of(&request);
    match take(&to.engine, &actor, &case, &wanted.isian, request).await {
        Ok(_) => (StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response(),
        Err(refusal) => draw_refused(to.pages, &asked, page, Vec::new(), refusal).await,
    }
}

async fn own_case(engine: &Engine, actor: &Actor, id: ApplicationId) -> Result<Application, Refusal> {
    let case = store::case(&*OwnScope::open(&engine.db, actor).await?, id).await?;
    if !case.state.is_editable() {
        return Err(Refusal::Conflict(Code::NotEditable));
    }
    counted(engine, actor, Ok(case)).await
}

/// Read, cleaned, on the disk, and only then named.
async fn take(engine: &Engine, actor: &Actor, case: &Application, field: &str, request: Request) -> Result<PhotoView, Refusal> {
    let incoming = Incoming::read(request, field).await?;
    let photo = receive(&engine.sandbox, &engine.blobs, case.office.number(), field, &incoming.bytes).await?;
    let attach = Attach { office: case.office, id: case.id, field: field.to_owned(), photo: photo.photo, thumbnail: photo.thumbnail };
    let attached = engine.db.perform(actor.clone(), incoming.key, attach).await?;
    Ok(PhotoView { photo: attached.photo, thumbnail: attached.thumbnail })
}

/// A photo, for its owner as it is, and for the officer who holds the case with who looks written across
/// it. For everybody else there is none.
async fn media(
    State(to): State<Photos>,
    Path(id): Path<String>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    shown(&to.engine, &actor, &id, &headers).await.map_err(|refusal| said(&refusal))
}

async fn shown(engine: &Engine, actor: &Actor, id: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let id: BlobId = id.parse().map_err(|_| Refusal::NotFound)?;
    if actor.role() == Role::Resident {
        let scope = OwnScope::open(&engine.db, actor).await?;
        may_look(actor, &store::case_of_photo(&scope, id).await?)?;
        return show(&engine.blobs, &blobs::find(&scope, id).await?, headers).await;
    }
    let scope = OfficeScope::open(&engine.db, actor).await.map_err(|_| Refusal::NotFound)?;
    let case = store::case_of_photo(&scope, id).await?;
    may_look(actor, &case)?;
    let look = access_log::Look { subject: case.owner, purpose: AccessPurpose::File, object: Object::new("attachment", id) };
    access_log::log(&engine.db, actor, look).await?;
    let file = blobs::find(&scope, id).await?;
    drop(scope);
    show_marked(engine, &file, &who_looks(engine, actor).await?, headers).await
}

/// "Rini Wulandari, Desa Tamansari, 27 November 2026 09.54": what a picture of the screen gives away.
async fn who_looks(engine: &Engine, actor: &Actor) -> Result<String, Refusal> {
    let account = actor.account().ok_or(Refusal::SignIn)?;
    let name = accounts::names(&engine.db, &[account]).await?.pop().map(|(_, name)| name);
    let unit = actor.unit().map(|unit| accounts::unit_names(unit).0);
    let (day, time) = local(engine.db.clock().now(), engine.db.zone());
    let at = [day.in_words(Lang::Id), time.in_digits()].join(" ");
    Ok([name.unwrap_or_default(), unit.unwrap_or_default(), at].join(", "))
}

fn may_look(actor: &Actor, case: &Application) -> Result<(), Refusal> {
    if look(actor, case) == Look::Full { Ok(()) } else { Err(Refusal::NotFound) }
}

pub(super) fn actor_of(known: Option<&Actor>) -> Actor {
    known.cloned().unwrap_or_else(Actor::anonymous)
}

/// The request without its body.
pub(super) fn parts_of(request: &Request) -> Parts {
    let mut bare = Request::new(Body::empty());
    *bare.uri_mut() = request.uri().clone();
    *bare.headers_mut() = request.headers().clone();
    *bare.extensions_mut() = request.extensions().clone();
    bare.into_parts().0
}

pub(super) fn said(refusal: &Refusal) -> Response {
    (status(refusal), Json(refusal)).into_response()
}
