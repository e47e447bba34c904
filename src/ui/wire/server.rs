//! The server's side: a read is a plain call, and nothing listens.

use std::future::Future;
use std::pin::Pin;

use axum::http::StatusCode;
use axum::http::request::Parts;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_axum::ResponseOptions;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::super::form::FormState;
use super::{Answer, Redraw, Visitor};
use crate::access::{Actor, Refusal, Role};
use crate::forms::Problems;
use crate::text::{Lang, told};

pub type Outcome = Result<String, Refusal>;

/// A read as the server runs it: from the url-encoded question to the JSON of the view.
pub type Run = fn(String) -> Pin<Box<dyn Future<Output = Outcome> + Send>>;

pub trait Runs<V>: ServerFn<Output = V, Error = Refusal> + DeserializeOwned {}
impl<F: ServerFn<Output = V, Error = Refusal> + DeserializeOwned, V: Serialize> Runs<V> for F {}

pub const fn runner<F: Runs<V> + 'static, V: Serialize + 'static>() -> Run {
    |question| {
        Box::pin(async move {
            let asked = serde_qs::from_str::<F>(&question).map_err(|_| Refusal::Invalid(Problems::default()))?;
            let view = asked.run_body().await?;
            serde_json::to_string(&view).map_err(|_| Refusal::Busy)
        })
    }
}

pub async fn ask(_path: &'static str, run: Run, question: String) -> Answer {
    let lang = super::use_visitor().lang;
    match run(question).await {
        Ok(view) => Answer::given(view),
        Err(refusal) => Answer::refused(&serde_json::to_string(&told(lang, refusal)).unwrap_or_default()),
    }
}

/// Whether this side says what a colleague has changed ([`Redraw::is_overtaken`]).
pub const SAYS_OVERTAKEN: bool = true;

/// Says in the answer's status how the page came out.
pub fn set_status(refusal: &Refusal) {
    if let (Some(answer), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(refusal.status())) {
        answer.set_status(status);
    }
}

/// Put into the request by the layers of `server::http`; absent while the list of routes is made.
pub fn visitor() -> Visitor {
    let known = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Visitor>().copied());
    known.unwrap_or(Visitor { lang: Lang::Id, role: Role::Anonymous, saver: false })
}

/// For whom the page is drawn: a mark of the account, empty for nobody.
pub fn drawn_for() -> String {
    let parts = use_context::<Parts>();
    let mark = parts.and_then(|parts| parts.extensions.get::<Actor>().and_then(Actor::mark));
    mark.map(|mark| mark.to_string()).unwrap_or_default()
}

pub fn first_redraw() -> Option<Redraw> {
    use_context::<Parts>()?.extensions.get::<Redraw>().cloned()
}

pub fn on_submit(_: &SubmitEvent, _: &'static str, _: String, _: FormState) {}

pub fn press(_: &leptos::web_sys::Element, _: &str, _: &str) {}

pub fn arrive(_: &'static str) {}
