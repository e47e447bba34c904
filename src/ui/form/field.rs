use leptos::prelude::*;

use super::FormState;
use crate::ui::{Icon, use_words};

/// Names of the texts that describe a control, for `aria-describedby`.
pub(super) fn described_by(name: &str, hint: bool) -> String {
    let mut ids = String::new();
    if hint {
        ids.push_str(name);
        ids.push_str("-hint ");
    }
    ids.push_str(name);
    ids.push_str("-error");
    ids
}

/// Hint and problem, in this order before their control; the problem is drawn under it.
pub(super) fn around(state: FormState, name: &str, hint: Option<String>) -> AnyView {
    let (hint_id, error_id) = ([name, "-hint"].concat(), [name, "-error"].concat());
    let stored = state.stored(name).map(stored_view);
    let name = name.to_owned();
    let problem = move || {
        let error_id = error_id.clone();
        state.problem(&name).map(move |sentence| view! { <p class="problem" id=error_id><Icon name="alert-circle"/>{sentence}</p> })
    };
    view! {
        {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        {stored}
        {problem}
    }
    .into_any()
}

fn stored_view(text: String) -> AnyView {
    let text = if text.is_empty() { "–".to_owned() } else { text };
    view! { <p class="hint">{use_words().held().stored} <b>{text}</b></p> }.into_any()
}

/// Reactive marks of a wrong field: `data-bad` on the field, `aria-invalid` on the control.
pub(super) fn bad(state: FormState, name: &str) -> Signal<Option<&'static str>> {
    let name = name.to_owned();
    Signal::derive(move || state.problem(&name).map(|_| "true"))
}
