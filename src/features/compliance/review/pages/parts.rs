//! What the regency's pages of a review share.

use leptos::prelude::*;

use crate::features::compliance::review::{FormView, MarkView, NoteView, Way};
use crate::ui::{Icon, NamedIcon, key_field};

pub fn back_view(back: Way) -> AnyView {
    view! { <a class="back" href=back.to><Icon name="chevron-left"/>{back.words}</a> }.into_any()
}

pub fn mark_view(mark: MarkView) -> AnyView {
    view! { <span class="mark" data-who=mark.who><NamedIcon name=mark.icon/>{mark.words}</span> }.into_any()
}

pub fn note_view(note: NoteView) -> AnyView {
    view! { <div class="note" data-who=note.who><NamedIcon name=note.icon/><div><b>{note.title}</b><p>{note.text}</p></div></div> }
        .into_any()
}

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
