//! What the layers themselves refuse (a body too long, a request that took too long, a panic) has no
//! page of its own: here it gets one, in words and without a script.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use super::Assets;
use super::held::Held;
use crate::access::{Audience, Code, Incident, Refusal};
use crate::domain::Lang;
use crate::server::incident;
use crate::ui::Visitor;

pub async fn failures(State(assets): State<Arc<Assets>>, request: Request, next: Next) -> Response {
    let reads_pages =
        request.headers().get(header::ACCEPT).is_some_and(|value| value.to_str().is_ok_and(|value| value.contains("text/html")));
    let door = Audience::door_of(request.uri().path());
    let lang = request.extensions().get::<Visitor>().map(|visitor| visitor.lang).unwrap_or_default();
    let answer = next.run(request).await;
    let status = answer.status();
    let bare =
        !answer.headers().contains_key(header::CONTENT_TYPE) || answer.headers()[header::CONTENT_TYPE] == "text/plain; charset=utf-8";
    if !bare || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    if !reads_pages {
        // The page's own code is told in a word what to say; everything else it takes for a line that broke.
        return if status == StatusCode::PAYLOAD_TOO_LARGE {
            (status, Json(Refusal::Conflict(Code::TooMuch))).into_response()
        } else {
            answer
        };
    }
    let css = &assets.bundle.css;
    let incident = answer.extensions().get::<Incident>().copied();
    let html = match answer.extensions().get::<Held>().map(Held::page) {
        Some((title, below, lang)) => document(&title, &below, lang, css),
        None => page(status, lang, door, incident, css),
    };
    let (mut parts, _) = answer.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    (parts, Html(html)).into_response()
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

fn page(status: StatusCode, lang: Lang, door: &str, incident: Option<Incident>, css: &str) -> String {
    let (words, held) = (lang.words().failure(), lang.words().held());
    let (title, sentence) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => (words.too_large_title, words.too_large),
        StatusCode::FORBIDDEN => (words.foreign_title, words.foreign),
        StatusCode::BAD_REQUEST => (held.cut_title, held.cut),
        StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::METHOD_NOT_ALLOWED => (held.unread_title, held.unread),
        StatusCode::UNAUTHORIZED => (held.ended_title, held.ended_file),
        _ => (words.broken_title, words.broken),
    };
    let button = match status {
        StatusCode::UNAUTHORIZED => format!(r#"<a class="btn" href="{}" target="_blank">{}</a>"#, door, held.ended_link),
        _ => format!(r#"<a class="btn" href="/">{}</a>"#, words.home),
    };
    let incident = incident.map(|incident| format!("<p>{} <b class=\"num\">{incident}</b></p>", words.incident)).unwrap_or_default();
    document(title, &format!("<p>{sentence}</p>{incident}{button}"), lang, css)
}

fn document(title: &str, below: &str, lang: Lang, css: &str) -> String {
    let lang = lang.code();
    format!(
        r#"<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · Smart Kampung</title><link rel="stylesheet" href="{css}"></head><body><div class="shell"><main id="isi"><div class="page flow" data-read=""><div class="empty"><img src="/gambar/kosong/server-sibuk.svg" alt="" width="160" height="120"><h1>{title}</h1>{below}</div></div></main></div></body></html>"#
    )
}
