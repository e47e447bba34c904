use axum::http::request::Parts;
use leptos::prelude::use_context;

use crate::access::Actor;

/// Who is asking: the layer around the router has looked the session up and hung the actor onto the
/// request. Every server function begins here.
pub fn actor() -> Actor {
    let known = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Actor>().cloned());
    known.unwrap_or_else(Actor::anonymous)
}
