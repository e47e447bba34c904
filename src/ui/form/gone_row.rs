use leptos::prelude::*;

use super::summary::sentence_view;
use crate::text::refusal_sentence;
use crate::ui::{use_redraw, use_visitor};

/// What was refused in a row that has no form any more (a colleague was faster), above the rows that
/// are left: else nobody without JavaScript would be told.
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
    gone.map(|redraw| sentence_view(refusal_sentence(lang, &redraw.refusal))).into_any()
}
