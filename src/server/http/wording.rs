use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, Limited};

use super::redraw::{FORM_BYTES, SECRETS};
use crate::forms::form_pairs;
use crate::server::act::Wording;

/// Notes what a form asks, for the write path: a key that comes again with other words is another
/// wish, and must not be answered as the first one was.
pub async fn wording(request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, FORM_BYTES).collect().await.map(|whole| whole.to_bytes()) else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let text = String::from_utf8_lossy(&body);
    // A secret is typed anew at each try, and the page says nothing about what is wanted.
    let words = form_pairs(&text).filter(|(name, _)| name != "_di" && !SECRETS.contains(&name.as_str()));
    parts.extensions.insert(Wording::of(words));
    next.run(Request::from_parts(parts, Body::from(body))).await
}
