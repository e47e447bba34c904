//! How much a request may bring, and how long it may take. Forms are small and quick; a photo from a
//! weak line is neither.

use std::error::Error;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::photos::UPLOAD;
use super::{covers, evidence, goods, material, skpwni, tables};

/// The largest form without files.
const FORM_BYTES: usize = 64 * 1024;
const PHOTO_BYTES: usize = 12 * 1024 * 1024;
/// The frame of a plain form around its photo.
const FRAME_BYTES: usize = 16 * 1024;
const WITHIN: Duration = Duration::from_secs(10);
/// A form is answered a little earlier, while what was typed can still be put into the answer.
pub const FORM_WITHIN: Duration = Duration::from_secs(9);
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

/// The whole of a form.
///
/// # Errors
/// The status that says why there is none: 413 for more than a form may bring, 400 for one that was cut.
pub async fn whole(body: Body) -> Result<Bytes, StatusCode> {
    let whole = Limited::new(body, FORM_BYTES).collect().await;
    whole
        .map(|whole| whole.to_bytes())
        .map_err(|error| if is_too_long(&*error) { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST })
}

/// Whether a body ended because it was more than it may be, and not because the line broke.
pub fn is_too_long(error: &(dyn Error + 'static)) -> bool {
    error.is::<LengthLimitError>() || error.source().is_some_and(is_too_long)
}

fn is_photo(request: &Request) -> bool {
    let path = request.uri().path();
    let brings_a_file =
        [covers::is_upload, goods::is_upload, evidence::is_upload, material::is_upload, skpwni::is_upload, tables::is_upload];
    path == UPLOAD || request.method() == Method::POST && brings_a_file.into_iter().any(|is_upload| is_upload(path))
}
