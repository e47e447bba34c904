//! How much a request may bring, and how long it may take. Forms are small and quick; a photo from a
//! weak line is neither.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::Limited;

use super::photos::UPLOAD;
use super::redraw::FORM_BYTES;
use super::skpwni;

const PHOTO_BYTES: usize = 12 * 1024 * 1024;
/// The frame of a plain form around its photo.
const FRAME_BYTES: usize = 16 * 1024;
const WITHIN: Duration = Duration::from_secs(10);
const PHOTO_WITHIN: Duration = Duration::from_secs(120);

/// Refuses a body that says it is too long, and ends one that turns out to be.
pub async fn body(request: Request, next: Next) -> Response {
    let most = if is_photo(&request) { PHOTO_BYTES + FRAME_BYTES } else { FORM_BYTES };
    let said = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if said.is_some_and(|length| length > most) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    next.run(request.map(|body| Body::new(Limited::new(body, most)))).await
}

/// Ends what takes too long; whoever asked may ask again.
pub async fn time(request: Request, next: Next) -> Response {
    let within = if is_photo(&request) { PHOTO_WITHIN } else { WITHIN };
    let answer = tokio::time::timeout(within, next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

fn is_photo(request: &Request) -> bool {
    request.uri().path() == UPLOAD || request.method() == Method::POST && skpwni::is_upload(request.uri().path())
}
