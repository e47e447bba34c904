//! What the regency's pages of a review share.

use leptos::prelude::*;

use crate::features::compliance::review::FormView;
use crate::ui::key_field;

/// One square an item; the words stand beside it.
pub fn petak_view(signs: Vec<String>) -> AnyView {
    let square = |sign| view! { <i data-v=sign></i> };
    view! { <span class="petak" aria-hidden="true">{signs.into_iter().map(square).collect_view()}</span> }.into_any()
}

/// What a form is about: the item as it was seen, and the wish.
pub fn about_view(form: FormView) -> AnyView {
    let field = |(name, value)| view! { <input type="hidden" name=name value=value/> };
    view! { {form.hidden.into_iter().map(field).collect_view()} {key_field(form.key)} }.into_any()
}
