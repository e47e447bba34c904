//! The status of a refusal. Server functions answer every refusal with 500 and a header of theirs;
//! the code inside says what it is.

use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;

use crate::access::Refusal;
use crate::domain::Lang;
use crate::text::told;
use crate::ui::SAY_IN;

/// The header by which a server function marks a refusal.
const REFUSED: &str = "serverfnerror";

pub async fn refusals(request: Request, next: Next) -> Response {
    let answer = next.run(request).await;
    if !answer.headers().contains_key(REFUSED) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let bytes = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
    let refusal = serde_json::from_slice::<Refusal>(&bytes).unwrap_or(Refusal::Busy);
    parts.headers.remove(REFUSED);
    parts.status = status(&refusal);
    if let Refusal::TooMany { retry_after } = refusal {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Puts in words why a record refuses, for a browser that asks for it: it has no list of the sentences.
pub async fn in_words(request: Request, next: Next) -> Response {
    let lang = request.headers().get(SAY_IN).and_then(|code| code.to_str().ok()).map(Lang::from_code);
    let answer = next.run(request).await;
    let (Some(lang), StatusCode::CONFLICT) = (lang, answer.status()) else { return answer };
    let (mut parts, body) = answer.into_parts();
    let bytes = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
    let Ok(refusal) = serde_json::from_slice::<Refusal>(&bytes) else { return Response::from_parts(parts, Body::from(bytes)) };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    (parts, Json(told(lang, refusal))).into_response()
}

/// A text of its kind, or the status of the refusal.
pub fn text_or_status(kind: &'static str, text: Result<String, Refusal>) -> Response {
    match text {
        Ok(text) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        Err(refusal) => status(&refusal).into_response(),
    }
}

/// The status by which a refusal is answered.
pub fn status(refusal: &Refusal) -> StatusCode {
    StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
