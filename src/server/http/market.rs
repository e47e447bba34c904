//! The way of an order to WhatsApp. It leaves the site, so it is no page.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;

use super::refusals::status;
use crate::features::catalogue::{Way, follow};
use crate::server::engine::Engine;

/// Its path, for the table of routes.
pub const ORDER: &str = "/pesan/{slug}";

pub fn market(engine: &Engine) -> Router {
    Router::new().route(ORDER, get(order)).with_state(engine.clone())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    pilihan: String,
    jumlah: String,
}

async fn order(State(engine): State<Engine>, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Response {
    match follow(&engine, &slug, &asked.pilihan, &asked.jumlah).await {
        Ok(Way::WhatsApp(to) | Way::Page(to)) => {
            let kept = (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            ([kept], Redirect::to(&to)).into_response()
        }
        Err(refusal) => status(&refusal).into_response(),
    }
}
