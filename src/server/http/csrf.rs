//! No other site makes a browser act here. `tower_http::csrf` compares where a request comes from with
//! where it goes; this closes what it leaves open.

use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// A browser that sends a cookie along says where the request comes from. One that says nothing is
/// too old to be trusted with it, or is none: programs sign in without cookies of people.
pub async fn says_where_from(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let silent = !headers.contains_key(header::ORIGIN) && !headers.contains_key("sec-fetch-site");
    if changes && silent && headers.contains_key(header::COOKIE) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}
