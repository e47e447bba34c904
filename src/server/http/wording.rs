use std::collections::BTreeSet;

use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::limits;
use super::redraw::SECRETS;
use super::refusals::status;
use crate::access::{Actor, Audience, Code, Refusal};
use crate::forms::{ProblemCode, Problems, form_pairs};
use crate::server::act::Wording;

/// Notes what a form asks, for the write path: a key that comes again with other words is another
/// wish, and must not be answered as the first one was. What no form of ours sends gets no further: other
/// bytes than those of a form, one name with two values, of which two readers could take either, and what
/// was typed under another account than the one that is signed in now.
pub async fn wording(request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    if !is_form(&request) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let (mut parts, body) = request.into_parts();
    let body = match limits::whole(body).await {
        Ok(body) => body,
        Err(status) => return status.into_response(),
    };
    let text = String::from_utf8_lossy(&body);
    let repeated = repeated(&text);
    if !repeated.is_empty() {
        let refusal = Refusal::Invalid(repeated);
        return (status(&refusal), Json(refusal)).into_response();
    }
    if is_for_another(&parts, &text) {
        let refusal = Refusal::Conflict(Code::AnotherAccount);
        return (status(&refusal), Json(refusal)).into_response();
    }
    // A secret is typed anew at each try, and the page says nothing about what is wanted.
    let words = form_pairs(&text).filter(|(name, _)| name != "_di" && !SECRETS.contains(&name.as_str()));
    parts.extensions.insert(Wording::of(words));
    next.run(Request::from_parts(parts, Body::from(body))).await
}

/// Whether these are the bytes of a form.
pub fn is_form(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("application/x-www-form-urlencoded")
}

/// Whether a page of one account sends this while another one is signed in. The ways in and out are for everybody.
fn is_for_another(asked: &Parts, form: &str) -> bool {
    let signed_in = asked.extensions.get::<Actor>().and_then(Actor::mark).map(|mark| mark.to_string());
    let differs = |(name, by): (String, String)| name == "_oleh" && !by.is_empty() && Some(by) != signed_in;
    Audience::of(asked.uri.path()) != Some(Audience::Public) && form_pairs(form).any(differs)
}

fn repeated(form: &str) -> Problems {
    let (mut known, mut problems) = (BTreeSet::new(), Problems::default());
    for (name, _) in form_pairs(form) {
        if !known.insert(name.clone()) {
            problems.add(name, ProblemCode::Repeated);
        }
    }
    problems
}
