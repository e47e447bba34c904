use leptos::prelude::*;

use super::summary::sentence_view;
use crate::text::refusal_sentence;
use crate::ui::wire::SAYS_OVERTAKEN;
use crate::ui::{Redraw, use_redraw, use_visitor};

/// What was refused in a row that has no form any more (a colleague was faster), above the rows that are
/// left, with the words that were typed into it: else nobody would be told, and the words would be lost.
#[component]
pub fn GoneRow(
    /// The acts whose forms stand in the rows.
    actions: Vec<&'static str>,
    /// The hidden field that says which row it is.
    field: &'static str,
    /// Its value in each row that has a form.
    rows: Vec<String>,
) -> AnyView {
    let lang = use_visitor().lang;
    let here = |value: Option<&str>| rows.iter().any(|row| Some(row.as_str()) == value);
    let gone = use_redraw().filter(|redraw| actions.contains(&redraw.action.as_str()) && !here(redraw.typed(field)));
    gone.map(|redraw| sentence_view(refusal_sentence(lang, &redraw.refusal), words_of(&redraw, field))).into_any()
}

/// What a person wrote; the rest are keys and codes, which are lower case.
fn words_of(redraw: &Redraw, field: &str) -> Option<AnyView> {
    let code = |text: &str| text.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '_'));
    let written = |(name, text): &&(String, String)| name != field && !name.starts_with('_') && !code(text);
    let words = |(_, text): &(String, String)| view! { <p>"“" {text.clone()} "”"</p> };
    (SAYS_OVERTAKEN && redraw.is_overtaken()).then(|| redraw.typed.iter().filter(written).map(words).collect_view().into_any())
}
