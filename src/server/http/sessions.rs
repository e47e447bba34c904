//! From the cookie to who is asking, once for each request.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::access::Refusal;
use crate::server::session::cookie::{self, Purpose};
use crate::server::session::{Doors, Standing, Token, look_up, touch};
use crate::ui::Visitor;

/// Hangs the actor and the standing onto the request, and the role onto the visitor. What a person
/// signed in is shown is kept by no cache, and neither is an answer that gives or takes a cookie.
pub async fn sessions(State(doors): State<Doors>, mut request: Request, next: Next) -> Response {
    let standing = match standing(&doors, cookie::token(request.headers(), Purpose::Session, doors.secure)).await {
        Ok(standing) => standing,
        // Who is asking cannot be known: nothing is shown, rather than the wrong thing.
        Err(_) => return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response(),
    };
    let signed_in = standing.is_some();
    if let Some(standing) = standing {
        welcome(&doors, &mut request, standing);
    }
    let private = signed_in || request.uri().path().starts_with("/masuk");
    let mut answer = next.run(request).await;
    if private || answer.headers().contains_key(header::SET_COOKIE) {
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    answer
}

async fn standing(doors: &Doors, token: Option<Token>) -> Result<Option<Standing>, Refusal> {
    match token {
        Some(token) => look_up(&doors.db, token.hash()).await,
        None => Ok(None),
    }
}

fn welcome(doors: &Doors, request: &mut Request, standing: Standing) {
    let chosen = cookie::value_of(request.headers(), "bahasa").is_some();
    if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
        visitor.role = standing.actor.role();
        if !chosen {
            visitor.lang = standing.language;
        }
    }
    request.extensions_mut().insert(standing.actor.clone());
    if standing.wants_a_touch(doors.db.clock().now()) {
        let (db, standing) = (doors.db.clone(), standing.clone());
        // Beside the request: a busy writer delays no reader.
        tokio::spawn(async move { touch(&db, &standing).await });
    }
    request.extensions_mut().insert(standing);
}
