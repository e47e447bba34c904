use leptos::prelude::*;

use crate::features::applications::desk::Due;
use crate::ui::Icon;

/// How a promise stands; what is late says so with a shape and a word.
pub fn due_view(due: Due) -> AnyView {
    if due.late {
        return view! { <span class="say" data-who="stop"><Icon name="alert-triangle"/>{due.words}</span> }.into_any();
    }
    if due.paused {
        return view! { <span class="say"><Icon name="clock-pause"/>{due.words}</span> }.into_any();
    }
    view! { {due.words} }.into_any()
}
