//! The headers of every answer.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use data_encoding::BASE64_NOPAD;
use leptos::nonce::Nonce;

/// A fresh nonce for the scripts of this answer, and the policy that names it. A policy that the
/// answer brings itself (the sandbox of a media file) is kept.
pub async fn content_policy(mut request: Request, next: Next) -> Response {
    let nonce = fresh_nonce();
    request.extensions_mut().insert(Nonce::from_value(nonce.clone()));
    let mut answer = next.run(request).await;
    if let Ok(policy) = HeaderValue::from_str(&policy(&nonce)) {
        answer.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    answer
}

/// What every answer says. `secure`: the site is reached over TLS, and shall be for ever.
pub async fn fixed_headers(State(secure): State<bool>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    if secure {
        answer.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TWO_YEARS));
    }
    let said = if is_part(&answer) { &FIXED[..1] } else { &FIXED };
    for (name, value) in said.iter().copied() {
        answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}

/// A style, a drawing, a script: only a document has a frame, an opener, a camera or a referrer. Each
/// page would pay 200 bytes a part for saying so.
fn is_part(answer: &Response) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    [&b"text/css"[..], b"image/svg+xml", b"text/javascript", b"application/wasm"].into_iter().any(|part| kind.starts_with(part))
}

const TWO_YEARS: &str = "max-age=63072000; includeSubDomains";

const FIXED: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
];

/// `require-trusted-types-for` is left out: building views in the browser goes through
/// `template.innerHTML`, and panics under it.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )
}

/// 128 bits of the operating system. Without entropy there is no nonce, and so no script runs: the
/// page still works.
#[allow(clippy::disallowed_methods, reason = "a nonce is no secret of a record: nothing replays it")]
fn fresh_nonce() -> String {
    let mut bits = [0_u8; 16];
    match getrandom::fill(&mut bits) {
        Ok(()) => BASE64_NOPAD.encode(&bits),
        Err(_) => String::new(),
    }
}
