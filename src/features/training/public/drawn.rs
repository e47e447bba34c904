//! Pages of trainings as finished HTML: but for a form, which the browser sends by itself, nothing on them answers a
//! press, so no phone gets code for them.

mod list;
mod one;

use leptos::prelude::*;

use crate::domain::{IdemKey, TrainingId};
use crate::ui::{MarkView, NoneFigure, PickFigure, PlainForm, Way, key_field};

/// What is drawn of a list.
pub struct ListFigure {
    /// The page itself.
    pub to: String,
    pub summary: String,
    pub picks: Vec<PickFigure>,
    pub past: bool,
    pub show: &'static str,
    pub cards: Vec<Card>,
    pub next: Option<Way>,
    pub none: NoneFigure,
    pub ways: Vec<Way>,
}

pub struct Card {
    pub to: String,
    pub title: String,
    pub about: String,
    pub when: String,
    pub room: MarkView,
    pub office: String,
}

/// What is drawn of one training.
pub struct OneFigure {
    pub room: MarkView,
    pub summary: String,
    pub enrol: Option<EnrolFigure>,
    pub when: String,
    pub sessions: Vec<String>,
    pub about: String,
    pub facts: Vec<(String, String)>,
    pub more: Way,
    /// For search engines.
    pub data: String,
}

pub enum EnrolFigure {
    SignIn {
        heading: String,
        sentences: Vec<String>,
        way: Way,
    },
    Form {
        heading: String,
        sentences: Vec<String>,
        training: TrainingId,
        /// As the account says it.
        name: String,
        labels: [&'static str; 2],
        key: IdemKey,
        page: String,
    },
}

pub fn list(figure: ListFigure) -> String {
    list::list(figure).to_html()
}

pub fn one(figure: OneFigure) -> String {
    one::one(figure).to_html()
}

/// A form of these pages: about whom or what it is, its key, and its fields.
pub fn form_view(
    action: &'static str,
    here: &str,
    (name, about): (&'static str, String),
    key: IdemKey,
    fields: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    let here = here.to_owned();
    view! {
        <PlainForm action=action here=here of=vec![(name, about.clone())]>
            <input type="hidden" name=name value=about/>
            {key_field(key)}
            {fields()}
        </PlainForm>
    }
    .into_any()
}
