//! Results of the review for other programs and other sites.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::refusals::text_or_status;
use crate::features::compliance::public;
use crate::server::engine::Engine;

pub const CSV: &str = "/kepatuhan.csv";
pub const JSON: &str = "/kepatuhan.json";
pub const BADGE: &str = "/kepatuhan/{slug}/lencana.svg";

pub fn routes(engine: &Engine) -> Router {
    Router::new().route(CSV, get(csv)).route(JSON, get(json)).route(BADGE, get(badge)).with_state(engine.clone())
}

/// Results as everybody read them on a day; now when left out.
#[derive(Default, Deserialize)]
#[serde(default)]
struct On {
    per: String,
}

async fn csv(State(engine): State<Engine>, Query(on): Query<On>) -> Response {
    text_or_status("text/csv; charset=utf-8", public::csv(&engine.db, &on.per).await)
}

async fn json(State(engine): State<Engine>, Query(on): Query<On>) -> Response {
    text_or_status("application/json", public::json(&engine.db, &on.per).await)
}

async fn badge(State(engine): State<Engine>, Path(slug): Path<String>) -> Response {
    text_or_status("image/svg+xml", public::badge(&engine.db, &slug).await)
}
