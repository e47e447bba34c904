use leptos::prelude::*;

use super::Icon;

/// What the last act has done: at the top of the page that follows it. It takes the focus there.
pub fn done_view(sentence: String) -> AnyView {
    view! { <div class="note" data-who="done" role="status" tabindex="-1"><Icon name="circle-check"/><div><b>{sentence}</b></div></div> }
        .into_any()
}
