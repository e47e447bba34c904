use leptos::prelude::*;

/// A title and a sentence where there is nothing to show.
pub fn empty_view((title, sentence): (String, String)) -> AnyView {
    view! { <div class="empty"><b>{title}</b><p>{sentence}</p></div> }.into_any()
}
