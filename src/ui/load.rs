use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map, use_query_map};
use serde::de::DeserializeOwned;

use super::failure::failure_view;
use super::wire::{self, Answer, Read, encode_pair, from_json};
use super::{use_visitor, use_words};
use crate::access::Refusal;

/// Which parts of the page's address a read is asked with: `Ask::param("slug").query("cari")`.
/// A name that the address lacks is not sent.
#[derive(Clone, Default)]
pub struct Ask(Vec<(Part, &'static str)>);

#[derive(Clone, Copy)]
enum Part {
    Param,
    Query,
    WholeQuery,
}

impl Ask {
    /// A read that needs no question.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// The segment `:name` of the page's path.
    #[must_use]
    pub fn param(mut self, name: &'static str) -> Self {
        self.0.push((Part::Param, name));
        self
    }

    /// The value of `?name=`.
    #[must_use]
    pub fn query(mut self, name: &'static str) -> Self {
        self.0.push((Part::Query, name));
        self
    }

    /// All of the query as one text, for a page whose fields only the server knows.
    #[must_use]
    pub fn whole_query(mut self, name: &'static str) -> Self {
        self.0.push((Part::WholeQuery, name));
        self
    }

    fn body(self) -> impl Fn() -> String + Clone + Send + Sync + 'static {
        let (params, queries, whole) = (use_params_map(), use_query_map(), use_location().search);
        move || {
            let mut body = String::new();
            for (part, name) in &self.0 {
                let value = match part {
                    Part::Param => params.with(|map| map.get(name)),
                    Part::Query => queries.with(|map| map.get(name)),
                    Part::WholeQuery => Some(whole.get()),
                };
                if let Some(value) = value {
                    encode_pair(&mut body, name, &value);
                }
            }
            body
        }
    }
}

/// The only place that reads: a call while the server renders, a text in the page while the browser
/// hydrates, a `fetch` after navigation. `draw` sees the view and nothing else.
pub fn load<V: DeserializeOwned + 'static>(read: Read<V>, ask: Ask, draw: impl Fn(V) -> AnyView + Send + Sync + 'static) -> AnyView {
    load_text(read.erased(), ask, Arc::new(move |text| Ok(draw(from_json(text).ok_or(Refusal::Busy)?))))
}

/// From the text of a view to its picture. Behind a pointer, so that the machinery of waiting is
/// compiled once and not for each page.
type Draw = Arc<dyn Fn(&str) -> Result<AnyView, Refusal> + Send + Sync>;

fn load_text((path, run): (&'static str, wire::Run), ask: Ask, draw: Draw) -> AnyView {
    let answer = Resource::new_str(ask.body(), move |question| wire::ask(path, run, question));
    let visitor = use_visitor();
    let loading = use_words().layout().loading;
    let shown = move || {
        let draw = draw.clone();
        Suspend::new(async move {
            let answer: Answer = answer.await;
            answer.view().and_then(|text| draw(text)).unwrap_or_else(|refusal| {
                wire::set_status(&refusal);
                failure_view(visitor.lang, &refusal)
            })
        })
    };
    view! { <Suspense fallback=move || view! { <p class="page soft" aria-busy="true">{loading}</p> }>{shown}</Suspense> }.into_any()
}
