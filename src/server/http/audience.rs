//! The coarse guard: for whom the pages and functions under a path are, before anything of them runs.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, Response, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::IntoResponse;

use super::document::Still;
use super::own_path::{path_and_query, way_in};
use super::refusals::status;
use crate::access::{Audience, Refusal, Role};
use crate::ui::Visitor;

/// Deny by default: a path that `access` does not know is not found, whatever is mounted there. Who is
/// not signed in is asked to; who is under another hat gets the page that every unknown address gets.
pub async fn audience(mut request: Request, next: Next) -> Response<Body> {
    let role = request.extensions().get::<Visitor>().map_or(Role::Anonymous, |visitor| visitor.role);
    let path = request.uri().path();
    match Audience::of(path) {
        Some(audience) if audience.admits(role) => next.run(request).await,
        Some(_) if path.starts_with("/api/") && role == Role::Anonymous => refuse(&Refusal::SignIn),
        _ if path.starts_with("/api/") => refuse(&Refusal::NotFound),
        Some(audience) if role == Role::Anonymous && matches!(*request.method(), Method::GET | Method::HEAD) => {
            let to = way_in(audience.door(), path_and_query(request.uri()));
            (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
        }
        // What a page sends: a form with a file, or a photo.
        Some(_) if role == Role::Anonymous => sign_in_first(&request),
        Some(_) => {
            // In the browser the address is that of a page, whose code would not find its own markup.
            request.extensions_mut().insert(Still);
            next.run(unknown(request)).await
        }
        None => next.run(unknown(request)).await,
    }
}

/// A browser is given a page by the layer around this one.
fn sign_in_first(request: &Request) -> Response<Body> {
    let says = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if says(header::ACCEPT).contains("text/html") { StatusCode::UNAUTHORIZED.into_response() } else { refuse(&Refusal::SignIn) }
}

fn refuse(refusal: &Refusal) -> Response<Body> {
    let body = serde_json::to_string(refusal).unwrap_or_default();
    (status(refusal), [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// The same request for an address that no page has.
fn unknown(request: Request) -> Request {
    let (mut parts, body) = request.into_parts();
    parts.uri = Uri::from_static("/tidak-ada");
    parts.method = Method::GET;
    Request::from_parts(parts, body)
}
