//! What a server function learns about who is asking.

use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::cookie::{self, Purpose};
use super::{Begun, Client, Doors, Standing, Token, how_it_ended};
use crate::access::{Actor, Refusal};
use crate::server::db::{Db, given};
use crate::server::engine::Engine;
use crate::server::incident;

fn known<T: Clone + Send + Sync + 'static>() -> Option<T> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<T>().cloned())
}

/// Who is asking: the layer around the router has looked the session up and hung the actor onto the
/// request.
pub fn actor() -> Actor {
    known().unwrap_or_else(Actor::anonymous)
}

/// The database, and who is asking: with these two most server functions begin.
///
/// # Errors
/// `Internal` outside of a request.
pub fn asking() -> Result<(Db, Actor), Refusal> {
    Ok((given()?, actor()))
}

/// The session of who is asking: account, name, level.
///
/// # Errors
/// `SignIn` when nobody is.
pub fn standing() -> Result<Standing, Refusal> {
    known().ok_or(Refusal::SignIn)
}

/// Whether a page that is alive asks for itself, and no whole page is drawn.
pub fn inside_the_app() -> bool {
    use_context::<Parts>().is_some_and(|parts| parts.uri.path().starts_with("/api/"))
}

/// Network and device of who is asking.
pub fn client() -> Client {
    known().unwrap_or(Client { prefix: String::new(), device: String::new() })
}

/// What stands behind the server that was asked.
///
/// # Errors
/// `Internal` outside of a request.
pub fn engine() -> Result<Engine, Refusal> {
    use_context::<Engine>().ok_or_else(|| incident::report("no server was given to this request", &"session::engine"))
}

/// What signing in needs.
///
/// # Errors
/// `Internal` outside of a request.
pub fn doors() -> Result<Doors, Refusal> {
    engine().map(|engine| engine.doors)
}

/// The token of a cookie that the browser sent.
pub fn token(doors: &Doors, purpose: Purpose) -> Option<Token> {
    use_context::<Parts>().and_then(|parts| cookie::token(&parts.headers, purpose, doors.secure))
}

/// Why the last session of this browser is over, by its code.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn last_ended(doors: &Doors) -> Result<Option<String>, Refusal> {
    match token(doors, Purpose::Session) {
        Some(token) => Ok(how_it_ended(&doors.db, &token).await?.map(|why| why.code().to_owned())),
        None => Ok(None),
    }
}

/// Gives the browser its session. What it was before is forgotten.
pub fn welcome(doors: &Doors, begun: &Begun) {
    set_cookie(cookie::give(Purpose::Session, doors.secure, &begun.token, begun.seconds));
}

/// Gives the browser a token of another kind.
pub fn hand_out(doors: &Doors, purpose: Purpose, token: &Token, seconds: i64) {
    set_cookie(cookie::give(purpose, doors.secure, token, seconds));
}

/// Takes a cookie away.
pub fn take_back(doors: &Doors, purpose: Purpose) {
    set_cookie(cookie::take(purpose, doors.secure));
}

/// The browser forgets what pages have put aside. The cache is left alone: what a person signed in
/// saw was never in it, and the browser code would be paid for again.
pub fn forget_storage() {
    answer_with(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));
}

fn set_cookie(cookie: HeaderValue) {
    answer_with(header::SET_COOKIE, cookie);
}

fn answer_with(name: HeaderName, value: HeaderValue) {
    if let Some(answer) = use_context::<ResponseOptions>() {
        answer.append_header(name, value);
    }
}
