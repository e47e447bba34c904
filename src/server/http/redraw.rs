//! Forms without JavaScript. An accepted one leads on with 303; a refused one is drawn again in
//! place, with what was typed. Nothing is stored, no cookie is set, no error stands in an address,
//! so two tabs cannot mix. The stock way (a redirect to `Referer` with the error in its query)
//! loses the error, and a foreign `Referer` makes it an open redirect.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next as Inner;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::held::hold;
use super::limits;
use super::own_path::own_path;
use super::refusals::status;
use super::wording::is_form;
use crate::access::{Audience, Code, Refusal, Role};
use crate::domain::Lang;
use crate::forms::form_pairs;
use crate::text::told;
use crate::ui::{Next, Redraw, Visitor};

/// Fields whose text is never sent back, nor compared: typed again, always.
pub const SECRETS: [&str; 5] = ["sandi", "sandi_lama", "kode", "otp", "totp"];

pub async fn redraw(State(pages): State<Router>, request: Request, inner: Inner) -> Response {
    if !is_plain_form(&request) {
        return inner.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = match limits::whole(body).await {
        Ok(body) => body,
        Err(status) => return status.into_response(),
    };
    let answer = inner.run(as_a_fetch(&parts, body.clone())).await;
    let refused = !answer.status().is_success();
    let said = answer_bytes(answer).await;
    match (refused, serde_json::from_slice::<Next>(&said.1)) {
        (false, Ok(next)) => lead_on(&said.0, &next),
        _ => {
            let refusal = serde_json::from_slice::<Refusal>(&said.1).unwrap_or(Refusal::Busy);
            let mut answer = draw_again(pages, &parts, &body, refusal).await;
            // The second factor may have been taken and the act refused all the same: the session has
            // another token from then on, whatever is drawn.
            pass_on(&said.0, &mut answer, header::SET_COOKIE);
            answer
        }
    }
}

/// Posted by a browser itself to a server function: `fetch` asks for JSON.
pub fn is_plain_form(request: &Request) -> bool {
    let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    request.method() == Method::POST && request.uri().path().starts_with("/api/") && is_form(request) && accept.contains("text/html")
}

fn as_a_fetch(parts: &Parts, body: Bytes) -> Request {
    let mut request = Request::new(Body::from(body));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = parts.uri.clone();
    *request.headers_mut() = parts.headers.clone();
    *request.extensions_mut() = parts.extensions.clone();
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    request
}

/// Whether the audience of the page whose form was refused still admits who is asking: a session may have
/// ended in between, and nobody is drawn a page that the guard would not let them see.
fn within_reach(page: &str, role: Role) -> bool {
    let path = page.split('?').next().unwrap_or_default();
    Audience::of(path).is_none_or(|audience| audience.admits(role))
}

async fn answer_bytes(answer: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
    (parts, bytes)
}

/// 303 to where the act leads, with the cookies that it set and what the browser is to forget.
fn lead_on(said: &axum::http::response::Parts, next: &Next) -> Response {
    let Some(to) = own_path(&next.to).and_then(|path| HeaderValue::from_str(&path).ok()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut answer = StatusCode::SEE_OTHER.into_response();
    for name in [header::SET_COOKIE, HeaderName::from_static("clear-site-data")] {
        pass_on(said, &mut answer, name);
    }
    answer.headers_mut().insert(header::LOCATION, to);
    answer
}

fn pass_on(said: &axum::http::response::Parts, answer: &mut Response, name: HeaderName) {
    for value in said.headers.get_all(&name) {
        answer.headers_mut().append(name.clone(), value.clone());
    }
}

async fn draw_again(pages: Router, parts: &Parts, body: &[u8], refusal: Refusal) -> Response {
    let fields = fields_of(body);
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
    let page = value("_di").and_then(own_path).unwrap_or_else(|| "/".to_owned());
    let secret = fields.iter().any(|(name, _)| SECRETS.contains(&name.as_str()));
    let role = parts.extensions.get::<Visitor>().map_or(Role::Anonymous, |visitor| visitor.role);
    let held = match refusal {
        // It may have been written all the same, and only the very same bytes are the same wish.
        Refusal::Busy if !secret => true,
        // Nobody is drawn a page with what somebody else typed.
        Refusal::Conflict(Code::AnotherAccount) => true,
        _ => !within_reach(&page, role),
    };
    if held {
        return hold(parts, body, refusal);
    }
    let typed = fields.iter().filter(|(name, _)| !SECRETS.contains(&name.as_str())).cloned().collect();
    draw_refused(pages, parts, page, typed, refusal).await
}

/// The pairs of a form, in its order. `serde_qs` reads structs and maps, and no list of pairs.
pub fn fields_of(body: &[u8]) -> Vec<(String, String)> {
    form_pairs(&String::from_utf8_lossy(body)).collect()
}

/// Leads on to the page, with the word of what was done; or draws it again with what was typed.
pub async fn done_or_again(
    pages: Router,
    asked: &Parts,
    page: String,
    word: &str,
    (typed, outcome): (Vec<(String, String)>, Result<(), Refusal>),
) -> Response {
    match outcome {
        Ok(()) => (StatusCode::SEE_OTHER, [(header::LOCATION, [&page, "?hasil=", word].concat())]).into_response(),
        Err(refusal) => draw_refused(pages, asked, page, typed, refusal).await,
    }
}

/// Draws the page again on which something was refused, for whoever asked: the same session, language
/// and preferences.
pub async fn draw_refused(pages: Router, asked: &Parts, page: String, typed: Vec<(String, String)>, refusal: Refusal) -> Response {
    let status = status(&refusal);
    let action = asked.uri.path_and_query().map_or_else(|| asked.uri.path(), |whole| whole.as_str()).to_owned();
    let chosen = asked.extensions.get::<Visitor>().map_or(Lang::Id, |visitor| visitor.lang);
    let path = page.split('?').next().unwrap_or_default();
    let lang = if Audience::speaks_indonesian_only(path) { Lang::Id } else { chosen };
    let redraw = Redraw { action, page: page.clone(), typed, refusal: told(lang, refusal) };

    let mut request = Request::new(Body::empty());
    *request.uri_mut() = page.parse().unwrap_or_else(|_| Uri::from_static("/"));
    *request.headers_mut() = asked.headers.clone();
    *request.extensions_mut() = asked.extensions.clone();
    request.headers_mut().remove(header::CONTENT_TYPE);
    request.headers_mut().remove(header::CONTENT_LENGTH);
    request.extensions_mut().insert(redraw);
    let mut answer = pages.oneshot(request).await.into_response();
    if answer.status() == StatusCode::OK {
        *answer.status_mut() = status;
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::fields_of;

    #[test]
    fn what_was_typed_is_known_again_with_its_page() {
        let fields = fields_of(b"nik=3510+1645&lahir.hari=5&kosong=&_di=%2Fpermohonan%2Fbaru%2Fsku%2Fusaha");
        let expected = [("nik", "3510 1645"), ("lahir.hari", "5"), ("kosong", ""), ("_di", "/permohonan/baru/sku/usaha")];
        assert_eq!(fields, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
