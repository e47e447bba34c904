//! The way of an order to WhatsApp. It leaves the site, so it is no page.

use axum::Router;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;

use super::programs::is_program;
use super::refusals::status;
use crate::access::Refusal;
use crate::features::catalogue::{Follower, Way, follow, follow_basket};
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const ORDER: &str = "/pesan/{slug}";
pub const BASKET: &str = "/pesan/toko/{slug}";

pub fn market(engine: &Engine) -> Router {
    Router::new().route(ORDER, get(order)).route(BASKET, get(basket)).with_state(engine.clone())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    pilihan: String,
    jumlah: String,
}

async fn order(State(engine): State<Engine>, Path(slug): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    led(follow(&engine, follower(&headers), &slug, &asked.pilihan, &asked.jumlah).await)
}

async fn basket(State(engine): State<Engine>, Path(slug): Path<String>, RawQuery(asked): RawQuery, headers: HeaderMap) -> Response {
    led(follow_basket(&engine, follower(&headers), &slug, asked.as_deref().unwrap_or_default()).await)
}

fn follower(headers: &HeaderMap) -> Follower {
    if is_program(headers) { Follower::Program } else { Follower::Visitor }
}

fn led(way: Result<Way, Refusal>) -> Response {
    match way {
        Ok(Way::WhatsApp(to) | Way::Page(to)) => {
            let kept = (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            ([kept], Redirect::to(&to)).into_response()
        }
        Err(refusal) => status(&refusal).into_response(),
    }
}
