//! How the parts of a page are put together.

use super::desk::Desk;
use super::views::{Asked, ButtonView, FieldView, FormView, PartView, ShelfView};
use crate::forms::Choice;
use crate::ui::Way;

/// A page with nothing on it yet.
pub fn page(desk: &Desk, back: Option<Way>, title: impl Into<String>) -> ShelfView {
    ShelfView {
        frame: desk.frame(),
        back,
        title: title.into(),
        result: None,
        notes: Vec::new(),
        find: None,
        ways: Vec::new(),
        parts: Vec::new(),
        next: None,
        sheet: None,
        key: desk.key(),
    }
}

pub fn part(title: impl Into<String>) -> PartView {
    PartView { title: title.into(), ..PartView::default() }
}

pub fn fact(what: &str, said: impl Into<String>) -> (String, String) {
    (what.to_owned(), said.into())
}

/// An act of one press; `act` is the last part of its address.
pub fn press(act: &str, label: &str, hidden: &[(&str, String)]) -> FormView {
    let hidden = hidden.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    FormView { act: act.to_owned(), hidden, buttons: vec![button(label)], ..FormView::default() }
}

pub fn button(label: &str) -> ButtonView {
    ButtonView { label: label.to_owned(), other: false, main: false }
}

pub fn main_button(label: &str) -> ButtonView {
    ButtonView { main: true, ..button(label) }
}

pub fn field(name: &str, asked: Asked, label: &str, hint: &str, value: impl Into<String>) -> FieldView {
    let hint = (!hint.is_empty()).then(|| hint.to_owned());
    FieldView { name: name.to_owned(), asked, label: label.to_owned(), hint, options: Vec::new(), value: value.into() }
}

pub fn choice_field(name: &str, asked: Asked, label: &str, options: Vec<Choice>, value: impl Into<String>) -> FieldView {
    FieldView { options, ..field(name, asked, label, "", value) }
}

pub fn choice(code: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice { code: code.into(), label: label.into(), of: None }
}
