//! The one router, and the order of the layers around it.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Response;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use leptos::config::LeptosOptions;
use leptos::nonce::Nonce;
use leptos::prelude::*;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list, render_app_async_with_context};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use super::assets::Assets;
use super::audience::audience;
use super::document::document;
use super::held::held;
use super::page_cache::{PageCache, page_cache};
use super::photos::{self, Photos};
use super::practice::{Gate, practice};
use super::redraw::redraw;
use super::wording::wording;
use super::{
    book_files, cards, certificates, covers, csrf, evidence, evidence_files, failures, gallery, goods, letters, library_sheets, limits,
    looks, market, material, preferences, refusals, results, security, sessions, sitemap, skpwni, tables,
};
use crate::access::Audience;
use crate::app::App;
use crate::domain::Lang;
use crate::server::act::Wording;
use crate::server::engine::Engine;
use crate::server::session;
use crate::ui::Visitor;

/// Routes that are neither pages nor server functions, by path. The access matrix reads this list.
pub const OWN_ROUTES: &[&str] = &[
    photos::UPLOAD,
    photos::MEDIA,
    goods::UPLOAD,
    goods::PUBLIC,
    goods::DRAFT,
    book_files::UPLOAD,
    book_files::PUBLIC,
    covers::UPLOAD,
    covers::PUBLIC,
    evidence::UPLOAD,
    evidence::WITHIN,
    evidence::PUBLIC,
    evidence_files::UPLOAD,
    evidence_files::WITHIN,
    evidence_files::PUBLIC,
    letters::OWN_LETTER,
    letters::OWN_ANNEX,
    letters::DESK_LETTER,
    letters::DESK_ANNEX,
    letters::OWN_SKPWNI,
    letters::DESK_SKPWNI,
    letters::DESK_DRAFT,
    certificates::OWN,
    certificates::SHEETS,
    material::UPLOAD,
    material::WITHIN,
    tables::UPLOAD,
    tables::CORRECTED,
    tables::EXPORT_CSV,
    tables::EXPORT_XLSX,
    tables::BOOKS_UPLOAD,
    tables::BOOKS_CORRECTED,
    tables::BOOKS_CSV,
    tables::BOOKS_XLSX,
    library_sheets::SHEETS,
    market::ORDER,
    market::BASKET,
    cards::CARD,
    results::CSV,
    results::JSON,
    results::BADGE,
    sitemap::ROBOTS,
    sitemap::SITEMAP,
    sitemap::FEED,
    gallery::PUBLIC,
    gallery::RESIDENT,
    gallery::OFFICE,
    gallery::REGENCY,
];

/// Everything the server answers. `leptos_routes` mounts each server function at its own path, so a
/// layer on a route of ours would be bypassed in silence: all layers go around the whole router.
pub fn router(engine: &Engine) -> Router {
    let pages = pages(engine);
    let refusing = pages.clone().layer(from_fn(refusals::refusals));
    let receiving = Photos { engine: engine.clone(), pages: pages.clone() };
    let routes = photos::routes(receiving.clone())
        .merge(skpwni::routes(receiving.clone()))
        .merge(tables::routes(receiving.clone()))
        .merge(goods::routes(receiving.clone()))
        .merge(evidence::routes(receiving.clone()))
        .merge(evidence_files::routes(receiving.clone()))
        .merge(book_files::routes(receiving.clone()))
        .merge(covers::routes(receiving.clone()))
        .merge(material::routes(receiving))
        .merge(letters::letters(engine))
        .merge(certificates::certificates(engine))
        .merge(library_sheets::routes(engine))
        .merge(market::market(engine))
        .merge(cards::cards(engine))
        .merge(results::routes(engine))
        .merge(sitemap::sitemap(engine))
        .merge(gallery::gallery(engine))
        .fallback_service(refusing);
    beside_practice(engine, layered(engine, pages, routes))
}

/// The layers around `routes`, in their order; `pages` draws a refused form again. A test puts routes of
/// its own inside.
pub fn layered(engine: &Engine, pages: Router, routes: Router) -> Router {
    let assets = || Arc::clone(&engine.assets);
    routes
        .layer(from_fn(refusals::in_words))
        .layer(from_fn(wording))
        .layer(from_fn(audience))
        .layer(from_fn_with_state(pages, redraw))
        .layer(from_fn_with_state(engine.doors.clone(), sessions::sessions))
        .layer(from_fn(held))
        .layer(from_fn_with_state(Arc::clone(&engine.proxies), session::client_layer))
        .layer(from_fn(csrf::says_where_from))
        .layer(CsrfLayer::new())
        .layer(from_fn(limits::body))
        .layer(from_fn(limits::time))
        .layer(CatchPanicLayer::custom(failures::panicked))
        .layer(from_fn_with_state(assets(), failures::failures))
        .layer(from_fn(security::content_policy))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)))
        .layer(from_fn_with_state(PageCache::new(engine.db.edition().clone()), page_cache))
        .layer(from_fn_with_state(engine.clone(), looks::looks))
        .layer(from_fn(preferences::preferences))
        .layer(from_fn_with_state(assets(), files))
        .layer(from_fn_with_state(engine.doors.secure, security::fixed_headers))
}

/// Asked before any route is found: what a path holds would be read twice.
fn beside_practice(engine: &Engine, real: Router) -> Router {
    match Gate::of(engine) {
        Some(gate) => Router::new().fallback_service(real).layer(from_fn_with_state(gate, practice)),
        None => real,
    }
}

/// Pages and server functions, bare.
fn pages(engine: &Engine) -> Router {
    let options = LeptosOptions::builder().output_name("kampung").site_pkg_dir("pkg").build();
    let bundle = Arc::new(engine.assets.bundle.clone());
    let engine = engine.clone();
    let context = move || page_context(&engine);
    let shell = move || document(&bundle);
    Router::new()
        .leptos_routes_with_context(&options, page_routes(), context.clone(), shell.clone())
        .fallback(render_app_async_with_context(context, shell))
        .with_state(options)
}

/// The routes of the pages, listed once in a process: while Leptos makes a list, no resource of the whole process
/// begins to load, and a page that is drawn just then waits for ever (leptos-rs/leptos#4773).
pub fn page_routes() -> Vec<AxumRouteListing> {
    static LISTED: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    LISTED.get_or_init(|| generate_route_list(App)).clone()
}

/// What stands behind the server, and what the layers found out about the request.
fn page_context(engine: &Engine) {
    provide_context(engine.db.clone());
    provide_context(engine.clone());
    let Some(parts) = use_context::<Parts>() else { return };
    if let Some(nonce) = parts.extensions.get::<Nonce>() {
        provide_context(nonce.clone());
    }
    if let Some(visitor) = parts.extensions.get::<Visitor>() {
        let indonesian = Audience::speaks_indonesian_only(parts.uri.path());
        provide_context(Visitor { lang: if indonesian { Lang::Id } else { visitor.lang }, ..*visitor });
    }
    if let Some(wording) = parts.extensions.get::<Wording>() {
        provide_context(*wording);
    }
}

/// Files of the site come before anything that reads a cookie.
async fn files(State(assets): State<Arc<Assets>>, request: Request, next: Next) -> Response<Body> {
    match assets.answer(&request) {
        Some(file) => file,
        None => next.run(request).await,
    }
}
