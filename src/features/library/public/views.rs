use serde::{Deserialize, Serialize};

use crate::domain::{IdemKey, TitleId};
use crate::ui::{NoteView, Way};

/// `/pustaka`, and `/d/{slug}/pustaka` for one village.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryPageView {
    pub title: String,
    pub description: String,
    /// The whole address of the page, whatever is looked for in it.
    pub address: String,
    /// The village under whose name it stands.
    pub place: String,
    pub back: Option<Way>,
    pub lede: String,
    /// All below it, as HTML.
    pub drawn: String,
}

/// `/pustaka/{id}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitlePageView {
    pub title: String,
    pub description: String,
    pub address: String,
    pub back: Way,
    pub lede: String,
    /// What hinders a reservation at the library that was chosen.
    pub note: Option<NoteView>,
    pub order: Option<OrderView>,
    /// All that is known of it and where it stands, as HTML.
    pub drawn: String,
}

/// What a resident presses to reserve a title at a library, and what happens then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    pub heading: String,
    pub sentences: Vec<String>,
    /// Part of the address of the office at which it is fetched.
    pub office: String,
    /// The same of the one that sends it there; empty where it stands at that office.
    pub from: String,
    pub title: TitleId,
    /// Asked of who is no reader there yet.
    pub name: Option<NameField>,
    pub button: String,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameField {
    pub label: String,
    pub hint: String,
    /// As the account says it.
    pub value: String,
}
