use leptos::prelude::*;

use super::FormState;
use super::choice::option_view;
use super::field::bad;
use crate::forms::Choice;
use crate::ui::{Icon, use_words};

/// A field in a cell of a table: its column says what it is, and its label says it whole to whoever hears it.
#[component]
pub fn Cell(
    #[prop(into)] name: String,
    /// "Harga, Sale pisang"
    #[prop(into)]
    label: String,
    #[prop(into)] value: String,
    /// What may be chosen; a line to type in where there is nothing.
    #[prop(optional)]
    options: Vec<Choice>,
    /// The column, for the keys that move along it.
    column: &'static str,
    /// How many letters it shows.
    wide: u8,
    /// Digits are typed.
    #[prop(optional)]
    digits: bool,
    /// A colleague has changed the row since this was typed.
    #[prop(optional)]
    overtaken: bool,
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let typed = state.typed(&name);
    let stored = typed.as_ref().filter(|typed| overtaken && **typed != value).map(|_| stored_view(&value, &options));
    let text = typed.unwrap_or(value);
    let (wrong, error) = (bad(state, &name), [&name, "-error"].concat());
    let problem = {
        let (name, id) = (name.clone(), error.clone());
        move || {
            let id = id.clone();
            state.problem(&name).map(move |sentence| view! { <span class="problem" id=id><Icon name="alert-circle"/>{sentence}</span> })
        }
    };
    let control = if options.is_empty() {
        let mode = digits.then_some("numeric");
        view! {
            <input class="box" id=name.clone() name=name.clone() value=text size=wide.to_string() inputmode=mode autocomplete="off" data-column=column aria-label=label aria-describedby=error aria-invalid=wrong/>
        }
        .into_any()
    } else {
        let options = options.into_iter().map(|option| option_view(option, &text)).collect_view();
        view! {
            <span class="pick">
                <select class="box" id=name.clone() name=name.clone() data-column=column aria-label=label aria-describedby=error aria-invalid=wrong>{options}</select>
            </span>
        }
        .into_any()
    };
    view! { <div data-bad=wrong>{stored}{control}{problem}</div> }.into_any()
}

fn stored_view(value: &str, options: &[Choice]) -> AnyView {
    let words = options.iter().find(|option| option.code == value).map_or(value, |option| option.label.as_str());
    let text = if words.is_empty() { "–" } else { words }.to_owned();
    view! { <p class="hint">{use_words().held().stored} <b>{text}</b></p> }.into_any()
}
