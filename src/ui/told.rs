//! What the server tells many screens in the same way: an address with its name, where something stands, a note,
//! and how much waits. Views carry them; pages draw them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Icon, NamedIcon};

/// An address and what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub to: String,
    pub words: String,
}

/// Where something stands: who has to act, in colour, shape and word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkView {
    pub who: String,
    pub icon: String,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    pub who: String,
    pub icon: String,
    pub title: String,
    pub text: String,
    pub way: Option<Way>,
}

/// A figure, what it counts, and the page that shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountView {
    pub to: String,
    pub who: Option<String>,
    pub class: Option<String>,
    pub figure: String,
    pub what: String,
    pub more: String,
}

pub fn way(to: impl Into<String>, words: impl Into<String>) -> Way {
    Way { to: to.into(), words: words.into() }
}

pub fn mark(who: &str, icon: &str, words: impl Into<String>) -> MarkView {
    MarkView { who: who.to_owned(), icon: icon.to_owned(), words: words.into() }
}

pub fn note(who: &str, icon: &str, title: impl Into<String>, text: impl Into<String>) -> NoteView {
    NoteView { who: who.to_owned(), icon: icon.to_owned(), title: title.into(), text: text.into(), way: None }
}

/// `who` is empty for a figure that asks nobody to act.
pub fn count(to: impl Into<String>, who: &str, figure: u32, what: &str, more: impl Into<String>) -> CountView {
    let who = (!who.is_empty()).then(|| who.to_owned());
    CountView { to: to.into(), who, class: None, figure: figure.to_string(), what: what.to_owned(), more: more.into() }
}

pub fn back_view(back: Way) -> AnyView {
    view! { <a class="back" href=back.to><Icon name="chevron-left"/>{back.words}</a> }.into_any()
}

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

pub fn counts_view(counts: Vec<CountView>) -> AnyView {
    let count = |count: CountView| {
        view! { <a class="count" href=count.to data-who=count.who data-class=count.class><b>{count.figure}</b><span>{count.what}</span><small>{count.more}</small></a> }
    };
    (!counts.is_empty()).then(|| view! { <div class="counts">{counts.into_iter().map(count).collect_view()}</div> }).into_any()
}
