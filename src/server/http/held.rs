//! A form that a browser sent by itself and that could not be taken just now: its session is over, its page is
//! for another hat, or the database does not answer. No page of ours can be drawn for who is asking, so the
//! answer itself holds what was typed, for the one who sent it and for nobody else, and sends the same bytes
//! again under the same key: nothing is lost, and nothing is done twice. Secrets are typed anew.

use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use super::limits;
use super::redraw::{SECRETS, fields_of, is_plain_form};
use super::refusals::status;
use crate::access::{Audience, Refusal};
use crate::text::{Lang, refusal_sentence};
use crate::ui::Visitor;

/// What a bare answer brings along, for the layer that gives it a page.
#[derive(Clone)]
pub struct Held {
    action: String,
    fields: Vec<(String, String)>,
    refusal: Refusal,
    lang: Lang,
}

/// Around the sessions, which are out of reach when the database is.
pub async fn held(request: Request, inner: Next) -> Response {
    if !is_plain_form(&request) {
        return inner.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = match limits::whole(body).await {
        Ok(body) => body,
        Err(status) => return status.into_response(),
    };
    let asked = parts.clone();
    let answer = tokio::time::timeout(limits::FORM_WITHIN, inner.run(Request::from_parts(parts, body.clone().into()))).await;
    let told = |answer: &Response| answer.headers().contains_key(header::CONTENT_TYPE) || answer.extensions().get::<Held>().is_some();
    match answer {
        Ok(answer) if answer.status() != StatusCode::SERVICE_UNAVAILABLE || told(&answer) => answer,
        _ => hold(&asked, &body, Refusal::Busy),
    }
}

/// The answer, still without its page.
pub fn hold(asked: &Parts, body: &[u8], refusal: Refusal) -> Response {
    let secret = |name: &str| SECRETS.contains(&name);
    let fields = fields_of(body).into_iter().map(|(name, text)| if secret(&name) { (name, String::new()) } else { (name, text) });
    let lang = asked.extensions.get::<Visitor>().map(|visitor| visitor.lang).unwrap_or_default();
    let mut answer = status(&refusal).into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.extensions_mut().insert(Held { action: asked.uri.path().to_owned(), fields: fields.collect(), refusal, lang });
    answer
}

impl Held {
    /// Title, and what stands below it.
    pub fn page(&self) -> (String, String, Lang) {
        let words = self.lang.words().held();
        let (title, sentence) = match &self.refusal {
            Refusal::SignIn => (words.ended_title, words.ended_held.to_owned()),
            Refusal::Busy => (words.busy_title, words.busy_held.to_owned()),
            other => (words.elsewhere_title, [&refusal_sentence(self.lang, other), " ", words.elsewhere_held].concat()),
        };
        let again = if self.refusal == Refusal::Busy { "btn" } else { "btn btn-second" };
        let page = self.fields.iter().find(|(name, _)| name == "_di").map_or(self.action.as_str(), |(_, page)| page);
        let way_in = (self.refusal != Refusal::Busy)
            .then(|| view! { <p><a class="btn" href=Audience::door_of(page) target="_blank">{words.ended_link}</a></p> });
        let field = |(name, text): (String, String)| view! { <input type="hidden" name=name value=text/> };
        let fields = self.fields.iter().cloned().map(field).collect_view();
        let html = view! {
            <p>{sentence}</p>
            {way_in}
            <form method="post" action=self.action.clone()>
                {fields}
                <button class=again>{words.send_again}</button>
            </form>
        };
        (title.to_owned(), Owner::new_root(None).with(|| html.into_any().to_html()), self.lang)
    }
}
