//! What search engines and feed readers are told of the public pages.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::refusals::text_or_status;
use crate::domain::Lang;
use crate::features::catalogue::{addresses, new_products};
use crate::features::library::paths_of_titles;
use crate::features::offices::gazetteer;
use crate::features::services::catalogue;
use crate::features::training::paths_of_trainings;
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const ROBOTS: &str = "/robots.txt";
pub const SITEMAP: &str = "/sitemap.xml";
pub const FEED: &str = "/produk.rss";

pub fn sitemap(engine: &Engine) -> Router {
    let routes = Router::new().route(ROBOTS, get(robots)).route(SITEMAP, get(map)).route(FEED, get(feed));
    routes.with_state(engine.clone())
}

/// Pages of persons are left alone, and so is the way of an order, which is counted.
async fn robots(State(engine): State<Engine>) -> Response {
    let closed = ["/akun", "/api/", "/hadir", "/kabupaten", "/kantor", "/kecamatan", "/masuk", "/permohonan", "/pesan/"];
    let closed: String = closed.map(|path| ["Disallow: ", path, "\n"].concat()).concat();
    ["User-agent: *\n", &closed, "Sitemap: ", &engine.origin(), SITEMAP, "\n"].concat().into_response()
}

async fn map(State(engine): State<Engine>) -> Response {
    let goods = addresses(&engine).await;
    let books = paths_of_titles(&engine.db).await;
    let trainings = paths_of_trainings(&engine.db).await;
    let pages = books.and_then(|books| trainings.map(|trainings| [books, trainings].concat()));
    let all = goods.and_then(|goods| pages.map(|pages| written(&engine.origin(), goods, pages)));
    text_or_status("application/xml; charset=utf-8", all)
}

async fn feed(State(engine): State<Engine>) -> Response {
    text_or_status("application/rss+xml; charset=utf-8", new_products(&engine).await)
}

/// No address of ours has a letter that XML would read as its own.
fn written(origin: &str, goods: Vec<String>, more: Vec<String>) -> String {
    let pages = ["/", "/kepatuhan", "/layanan", "/pelatihan", "/produk", "/pustaka"].into_iter().map(str::to_owned);
    let services = catalogue().all(Lang::Id).iter().map(|service| ["/layanan/", service.code.as_str()].concat());
    let offices = gazetteer().all().iter().map(|office| ["/d/", office.slug].concat());
    let ours = pages.chain(services).chain(offices).chain(more).map(|path| [origin, &path].concat());
    let urls: String = ours.chain(goods).map(|address| ["<url><loc>", &address, "</loc></url>\n"].concat()).collect();
    let (head, foot) = ("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", "</urlset>\n");
    ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", head, &urls, foot].concat()
}
