//! What these pages share.

use leptos::prelude::*;

use crate::features::compliance::village::{MarkView, NoteView};
use crate::ui::NamedIcon;

pub fn mark_view(mark: MarkView) -> AnyView {
    view! { <span class="mark" data-who=mark.who><NamedIcon name=mark.icon/>{mark.words}</span> }.into_any()
}

pub fn note_view(note: NoteView) -> AnyView {
    let way = note.way.map(|way| view! { <p><a href=way.to>{way.words}</a></p> }.into_any());
    view! {
        <div class="note" data-who=note.who><NamedIcon name=note.icon/><div><b>{note.title}</b><p>{note.text}</p>{way}</div></div>
    }
    .into_any()
}
