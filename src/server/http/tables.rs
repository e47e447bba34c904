//! Tables of products as files: all that an office has goes out, a file comes in, and goes out again with
//! what has to be put right.

use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};

use super::incoming::IncomingForm;
use super::media::hand_out;
use super::photos::{Photos, actor_of, parts_of};
use super::redraw::draw_refused;
use super::refusals::status;
use crate::access::{Actor, Refusal};
use crate::domain::OfficeCode;
use crate::features::catalogue::table::{FILE, SheetKind, corrected, exported, may_import, receive, too_big};
use crate::features::documents::too_big as too_big_a_photo;
use crate::server::db::OfficeScope;
use crate::server::engine::Engine;
use crate::server::session::{self, Budget};

pub const UPLOAD: &str = "/kantor/produk/impor/berkas";
pub const CORRECTED: &str = "/kantor/produk/impor/{berkas}/{file}";
pub const EXPORT_CSV: &str = "/kantor/produk/ekspor.csv";
pub const EXPORT_XLSX: &str = "/kantor/produk/ekspor.xlsx";

/// The page on which a file is chosen.
const PAGE: &str = "/kantor/produk/impor";

pub fn routes(to: Photos) -> Router {
    // The router's own limit stands around all of it; axum's is made for forms.
    let upload = post(upload).layer(DefaultBodyLimit::disable());
    let out = Router::new().route(EXPORT_CSV, get(csv)).route(EXPORT_XLSX, get(xlsx)).route(CORRECTED, get(to_put_right));
    out.route(UPLOAD, upload).with_state(to)
}

/// Whether a request to this path brings a table.
pub fn is_upload(path: &str) -> bool {
    path == UPLOAD
}

/// Session, right and quota first: not a byte is read for somebody who may not send it.
async fn upload(State(to): State<Photos>, request: Request) -> Response {
    let asked = parts_of(&request);
    let actor = actor_of(request.extensions().get());
    let outcome = match may_send(&to.engine, &actor).await {
        Ok(office) => match IncomingForm::read(request, FILE).await {
            Ok(form) => receive(&to.engine, office, &form.file).await,
            Err((_, refusal)) if refusal == too_big_a_photo(FILE) => Err(too_big()),
            Err((_, refusal)) => Err(refusal),
        },
        Err(refusal) => Err(refusal),
    };
    match outcome {
        Ok(page) => (StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response(),
        Err(refusal) => draw_refused(to.pages, &asked, PAGE.to_owned(), Vec::new(), refusal).await,
    }
}

async fn may_send(engine: &Engine, actor: &Actor) -> Result<OfficeCode, Refusal> {
    let office = may_import(actor)?;
    OfficeScope::open(&engine.db, actor).await.map(drop)?;
    let account = actor.account().ok_or(Refusal::SignIn)?;
    session::spend(&engine.doors, Budget::PhotosOfAnAccount, &account.as_u128().to_be_bytes()).await?;
    Ok(office)
}

async fn csv(State(to): State<Photos>, actor: Option<Extension<Actor>>, headers: HeaderMap) -> Response {
    export(&to.engine, actor, SheetKind::Csv, &headers).await
}

async fn xlsx(State(to): State<Photos>, actor: Option<Extension<Actor>>, headers: HeaderMap) -> Response {
    export(&to.engine, actor, SheetKind::Xlsx, &headers).await
}

async fn export(engine: &Engine, actor: Option<Extension<Actor>>, kind: SheetKind, asking: &HeaderMap) -> Response {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    answer("produk.", kind, exported(engine, &actor, kind).await, asking)
}

async fn to_put_right(
    State(to): State<Photos>,
    Path((name, file)): Path<(String, String)>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    let Some(kind) = SheetKind::ALL.into_iter().find(|kind| file == ["perbaikan.", kind.extension()].concat()) else {
        return status(&Refusal::NotFound).into_response();
    };
    answer("perbaikan.", kind, corrected(&to.engine, &actor, &name, kind).await, &headers)
}

fn answer(name: &str, kind: SheetKind, file: Result<Vec<u8>, Refusal>, asking: &HeaderMap) -> Response {
    match file.and_then(|bytes| hand_out(kind.media(), bytes, asking)) {
        Ok(mut answer) => {
            let name = ["attachment; filename=\"", name, kind.extension(), "\""].concat();
            if let Ok(name) = HeaderValue::from_str(&name) {
                answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
            }
            answer
        }
        Err(refusal) => status(&refusal).into_response(),
    }
}
