use leptos::prelude::*;

use super::side;
use crate::ui::{Icon, use_visitor, use_words};

/// Shows the nearest first. Only where a script can ask the browser where it is; until then its place is kept, so that
/// nothing moves when it comes.
#[component]
pub fn NearButton(
    /// The page, up to where the visitor is.
    to: String,
) -> AnyView {
    if use_visitor().saver {
        return ().into_any();
    }
    let words = use_words().near();
    let failed = RwSignal::new(false);
    let ask = move |_| side::go(to.clone(), failed);
    view! {
        <button class="btn btn-second btn-alive" type="button" on:click=ask><Icon name="skd"/>{words.nearest}</button>
        <p class="note" data-who="you" role="status" hidden=move || !failed.get()>{words.unknown}</p>
    }
    .into_any()
}
