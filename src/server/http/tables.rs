//! Tables as files, of products and of books: all that an office has goes out, a file comes in, and goes out again
//! with what has to be put right.

use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};

use super::incoming::{IncomingForm, counted};
use super::media::hand_out;
use super::photos::{Photos, actor_of, parts_of};
use super::redraw::draw_refused;
use super::refusals::status;
use crate::access::{Actor, Refusal};
use crate::domain::OfficeCode;
use crate::features::catalogue::table as products;
use crate::features::documents::too_big as too_big_a_photo;
use crate::features::library::table as books;
use crate::features::tables::{FILE, SheetKind, too_big};
use crate::server::db::OfficeScope;
use crate::server::engine::Engine;

pub const UPLOAD: &str = "/kantor/produk/impor/berkas";
pub const CORRECTED: &str = "/kantor/produk/impor/{berkas}/{file}";
pub const EXPORT_CSV: &str = "/kantor/produk/ekspor.csv";
pub const EXPORT_XLSX: &str = "/kantor/produk/ekspor.xlsx";

pub const BOOKS_UPLOAD: &str = "/kantor/pustaka/impor/berkas";
pub const BOOKS_CORRECTED: &str = "/kantor/pustaka/impor/{berkas}/{file}";
pub const BOOKS_CSV: &str = "/kantor/pustaka/ekspor.csv";
pub const BOOKS_XLSX: &str = "/kantor/pustaka/ekspor.xlsx";

/// What the rows of a table are.
#[derive(Clone, Copy)]
enum Of {
    Products,
    Books,
}

impl Of {
    /// The page on which a file is chosen.
    const fn page(self) -> &'static str {
        match self {
            Self::Products => "/kantor/produk/impor",
            Self::Books => "/kantor/pustaka/impor",
        }
    }

    fn may_import(self, actor: &Actor) -> Result<OfficeCode, Refusal> {
        match self {
            Self::Products => products::may_import(actor),
            Self::Books => books::may_import(actor),
        }
    }

    async fn receive(self, engine: &Engine, office: OfficeCode, bytes: &[u8]) -> Result<String, Refusal> {
        match self {
            Self::Products => products::receive(engine, office, bytes).await,
            Self::Books => books::receive(engine, office, bytes).await,
        }
    }

    async fn corrected(self, engine: &Engine, actor: &Actor, name: &str, kind: SheetKind) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Products => products::corrected(engine, actor, name, kind).await,
            Self::Books => books::corrected(engine, actor, name, kind).await,
        }
    }

    async fn exported(self, engine: &Engine, actor: &Actor, kind: SheetKind) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Products => products::exported(engine, actor, kind).await,
            Self::Books => books::exported(engine, actor, kind).await,
        }
    }

    /// What the file with all of them is called.
    const fn file(self) -> &'static str {
        match self {
            Self::Products => "produk.",
            Self::Books => "buku.",
        }
    }
}

pub fn routes(to: Photos) -> Router {
    let products = [UPLOAD, CORRECTED, EXPORT_CSV, EXPORT_XLSX];
    let books = [BOOKS_UPLOAD, BOOKS_CORRECTED, BOOKS_CSV, BOOKS_XLSX];
    routes_of(Of::Products, products).merge(routes_of(Of::Books, books)).with_state(to)
}

fn routes_of(of: Of, [incoming, corrected, csv, xlsx]: [&str; 4]) -> Router<Photos> {
    // The router's own limit stands around all of it; axum's is made for forms.
    let incoming_door = post(move |to, request| upload(of, to, request)).layer(DefaultBodyLimit::disable());
    let out = Router::new().route(csv, get(move |to, actor, headers| export(of, SheetKind::Csv, to, actor, headers)));
    let out = out.route(xlsx, get(move |to, actor, headers| export(of, SheetKind::Xlsx, to, actor, headers)));
    let out = out.route(corrected, get(move |to, path, actor, headers| to_put_right(of, to, path, actor, headers)));
    out.route(incoming, incoming_door)
}

/// Whether a request to this path brings a table.
pub fn is_upload(path: &str) -> bool {
    [UPLOAD, BOOKS_UPLOAD].contains(&path)
}

/// Session, right and quota first: not a byte is read for somebody who may not send it.
async fn upload(of: Of, State(to): State<Photos>, request: Request) -> Response {
    let asked = parts_of(&request);
    let actor = actor_of(request.extensions().get());
    let outcome = match may_send(of, &to.engine, &actor).await {
        Ok(office) => match IncomingForm::read(request, FILE).await {
            Ok(form) => of.receive(&to.engine, office, &form.file).await,
            Err((_, refusal)) if refusal == too_big_a_photo(FILE) => Err(too_big()),
            Err((_, refusal)) => Err(refusal),
        },
        Err(refusal) => Err(refusal),
    };
    match outcome {
        Ok(page) => (StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response(),
        Err(refusal) => draw_refused(to.pages, &asked, of.page().to_owned(), Vec::new(), refusal).await,
    }
}

async fn may_send(of: Of, engine: &Engine, actor: &Actor) -> Result<OfficeCode, Refusal> {
    let office = of.may_import(actor)?;
    OfficeScope::open(&engine.db, actor).await.map(drop)?;
    counted(engine, actor, Ok(office)).await
}

type Asking = Option<Extension<Actor>>;

async fn export(of: Of, kind: SheetKind, State(to): State<Photos>, actor: Asking, headers: HeaderMap) -> Response {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    answer(of.file(), kind, of.exported(&to.engine, &actor, kind).await, &headers)
}

async fn to_put_right(
    of: Of,
    State(to): State<Photos>,
    Path((name, file)): Path<(String, String)>,
    actor: Asking,
    headers: HeaderMap,
) -> Response {
    let actor = actor_of(actor.as_ref().map(|Extension(actor)| actor));
    let Some(kind) = SheetKind::ALL.into_iter().find(|kind| file == ["perbaikan.", kind.extension()].concat()) else {
        return status(&Refusal::NotFound).into_response();
    };
    answer("perbaikan.", kind, of.corrected(&to.engine, &actor, &name, kind).await, &headers)
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
