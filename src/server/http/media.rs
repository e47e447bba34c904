use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::access::Refusal;
use crate::server::blobs::{Blobs, Named};
use crate::server::engine::Engine;
use crate::server::incident;
use crate::server::sandbox::PictureRefusal;

/// The bytes of a stored file for who may see it, fenced in: kept by nobody, run as nothing, shown on
/// no page but ours (security 8.6).
///
/// # Errors
/// `NotFound` when another site asks for it; `Internal` when the file does not come back.
pub async fn show(blobs: &Blobs, file: &Named, asking: &HeaderMap) -> Result<Response, Refusal> {
    if !asked_by_us(asking) {
        return Err(Refusal::NotFound);
    }
    let bytes = blobs.get(file.office, &file.name).await?;
    Ok(fenced(&file.media, bytes.to_vec()))
}

/// Bytes that were made just now, on the same terms.
///
/// # Errors
/// `NotFound` when another site asks for it.
pub fn hand_out(media: &str, bytes: Vec<u8>, asking: &HeaderMap) -> Result<Response, Refusal> {
    if asked_by_us(asking) { Ok(fenced(media, bytes)) } else { Err(Refusal::NotFound) }
}

/// A stored photo with a line written across it.
///
/// # Errors
/// As [`show`], and `Busy` while all places of the sandbox are taken.
pub async fn show_marked(engine: &Engine, file: &Named, line: &str, asking: &HeaderMap) -> Result<Response, Refusal> {
    if !asked_by_us(asking) {
        return Err(Refusal::NotFound);
    }
    let bytes = engine.blobs.get(file.office, &file.name).await?;
    match engine.sandbox.mark_picture(&bytes, line).await {
        Ok(marked) => Ok(fenced(&file.media, marked)),
        Err(PictureRefusal::Busy) => Err(Refusal::Busy),
        Err(_) => Err(incident::report("a kept photo could not be marked", &"photo")),
    }
}

fn fenced(media: &str, bytes: Vec<u8>) -> Response {
    let media = HeaderValue::from_str(media).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let mut answer = (StatusCode::OK, Body::from(bytes)).into_response();
    answer.headers_mut().insert(header::CONTENT_TYPE, media);
    for (name, value) in FENCE {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

const FENCE: [(HeaderName, &str); 4] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Browsers say where a request comes from; one that says nothing is old, and has shown its session.
fn asked_by_us(asking: &HeaderMap) -> bool {
    asking.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
}
