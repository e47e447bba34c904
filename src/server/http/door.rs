//! The way of a form that brings a file, alike at every door: who may send it was asked before, then the file is read,
//! something is done with it, and the page leads on or is drawn again.

use axum::extract::Request;
use axum::response::Response;

use super::incoming::IncomingForm;
use super::photos::{Photos, actor_of, parts_of};
use super::redraw::done_or_again;
use crate::access::{Actor, Refusal};
use crate::server::engine::Engine;

/// Which form it is.
pub struct Door {
    /// The name of the file's field, where a refusal is said.
    pub file: &'static str,
    /// On which the form stands.
    pub page: String,
    /// What the page says of a success: a word of its list of results.
    pub word: &'static str,
}

impl Door {
    /// `place`: what session, scope, right and quota have said. Not a byte is read for somebody who may not send it.
    pub async fn brings<P, F>(
        self,
        to: Photos,
        request: Request,
        place: Result<P, Refusal>,
        keep: impl FnOnce(Engine, Actor, P, IncomingForm) -> F,
    ) -> Response
    where
        F: Future<Output = Result<(), Refusal>>,
    {
        let (asked, actor) = (parts_of(&request), actor_of(request.extensions().get()));
        let sent = match IncomingForm::read_for(place, request, self.file).await {
            Ok((place, form)) => (form.typed.clone(), keep(to.engine, actor, place, form).await),
            Err((typed, refusal)) => (typed, Err(refusal)),
        };
        done_or_again(to.pages, &asked, self.page, self.word, sent).await
    }
}
