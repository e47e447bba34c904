use leptos::prelude::*;

use super::side;
use crate::ui::{Icon, use_words};

/// Shows the nearest first. Only where a script can ask the browser where it is.
#[component]
pub fn NearButton(
    /// The page, up to where the visitor is.
    to: String,
) -> AnyView {
    let words = use_words().near();
    let (alive, failed) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| alive.set(true));
    let ask = move |_| side::go(to.clone(), failed);
    view! {
        <button class="btn btn-second no-print" type="button" hidden=move || !alive.get() on:click=ask><Icon name="skd"/>{words.nearest}</button>
        <p class="note" data-who="you" role="status" hidden=move || !failed.get()>{words.unknown}</p>
    }
    .into_any()
}
