//! How a visitor wants pages: language and *hemat data*, kept in two cookies that say nothing else.

use axum::extract::Request;
use axum::http::{StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::access::Role;
use crate::server::session::cookie::value_of;
use crate::text::Lang;
use crate::ui::Visitor;

/// Hangs the visitor onto the request. An address with `?bahasa=` or `?hemat=` sets the cookie and
/// leads to the same address without it, so that nobody passes a preference on with a link.
pub async fn preferences(mut request: Request, next: Next) -> Response {
    if let Some(answer) = chosen(request.uri()) {
        return answer;
    }
    let headers = request.headers();
    let visitor = Visitor {
        lang: value_of(headers, "bahasa").map(Lang::from_code).unwrap_or_default(),
        role: Role::Anonymous,
        saver: match value_of(headers, "hemat") {
            Some(chosen) => chosen == "1",
            None => headers.get("save-data").is_some_and(|value| value == "on"),
        },
    };
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

fn chosen(uri: &Uri) -> Option<Response> {
    let pairs = || uri.query().unwrap_or_default().split('&');
    let set = pairs().find_map(|pair| match pair {
        "bahasa=id" | "bahasa=en" | "hemat=0" | "hemat=1" => Some([pair, "; Path=/; Max-Age=31536000; SameSite=Lax"].concat()),
        _ => None,
    })?;
    let rest: Vec<&str> = pairs().filter(|pair| !pair.starts_with("bahasa=") && !pair.starts_with("hemat=")).collect();
    // A path that begins with two slashes would name another host.
    let path = ["/", uri.path().trim_start_matches('/')].concat();
    let to = if rest.is_empty() { path } else { [&path, "?", &rest.join("&")].concat() };
    Some((StatusCode::SEE_OTHER, [(header::LOCATION, to), (header::SET_COOKIE, set)]).into_response())
}
