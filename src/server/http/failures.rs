//! What the layers themselves refuse (a body too long, a request that took too long, a panic) has no
//! page of its own: here it gets one, in words and without a script.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use super::Assets;
use crate::access::{Incident, Refusal};
use crate::domain::Lang;
use crate::server::incident;
use crate::ui::Visitor;

pub async fn failures(State(assets): State<Arc<Assets>>, request: Request, next: Next) -> Response {
    let reads_pages =
        request.headers().get(header::ACCEPT).is_some_and(|value| value.to_str().is_ok_and(|value| value.contains("text/html")));
    let lang = request.extensions().get::<Visitor>().map(|visitor| visitor.lang).unwrap_or_default();
    let answer = next.run(request).await;
    let status = answer.status();
    let bare =
        !answer.headers().contains_key(header::CONTENT_TYPE) || answer.headers()[header::CONTENT_TYPE] == "text/plain; charset=utf-8";
    if !reads_pages || !bare || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let incident = answer.extensions().get().copied();
    (status, Html(page(status, lang, incident, &assets.bundle.css))).into_response()
}

/// A panic is one failed request, said once in the log. What it says of itself stays out of there: it may
/// hold what a person has typed.
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response<Body> {
    let mut answer = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    if let Refusal::Internal(incident) = incident::report("a request panicked", &"panic") {
        answer.extensions_mut().insert(incident);
    }
    answer
}

fn page(status: StatusCode, lang: Lang, incident: Option<Incident>, css: &str) -> String {
    let words = lang.words().failure();
    let (title, sentence) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => (words.too_large_title, words.too_large),
        StatusCode::FORBIDDEN => (words.foreign_title, words.foreign),
        _ => (words.broken_title, words.broken),
    };
    let incident = incident.map(|incident| format!("<p>{} <b class=\"num\">{incident}</b></p>", words.incident)).unwrap_or_default();
    let (lang, home) = (lang.code(), words.home);
    format!(
        r#"<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · Smart Kampung</title><link rel="stylesheet" href="{css}"></head><body><div class="shell"><main id="isi"><div class="page flow" data-read=""><div class="empty"><img src="/gambar/kosong/server-sibuk.svg" alt="" width="160" height="120"><h1>{title}</h1><p>{sentence}</p>{incident}<a class="btn" href="/">{home}</a></div></div></main></div></body></html>"#
    )
}
