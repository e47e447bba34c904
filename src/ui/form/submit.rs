use leptos::prelude::*;

use super::FormState;
use crate::ui::{Icon, use_words};

/// The one main button of a form: verb and thing. While the form is on its way it says so, keeps its
/// place and stays focusable.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    #[prop(optional_no_strip)] icon: Option<&'static str>,
    #[prop(default = "btn")] class: &'static str,
    /// Name and value that the press adds, where a form has more than one button.
    #[prop(optional_no_strip)]
    press: Option<(&'static str, &'static str)>,
) -> AnyView {
    let state = expect_context::<FormState>();
    let sending = use_words().form().sending;
    let text = move || if state.busy.get() { sending.to_owned() } else { label.clone() };
    let busy = move || state.busy.get().then_some("true");
    view! {
        <button class=class aria-busy=busy aria-disabled=busy name=press.map(|(name, _)| name) value=press.map(|(_, value)| value)>
            {icon.map(|name| view! { <Icon name/> })}
            {text}
        </button>
    }
    .into_any()
}
