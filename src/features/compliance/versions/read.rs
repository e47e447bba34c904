//! From versions to what their pages are given.

mod comparison;
mod item;
mod list;
mod version;

pub use comparison::comparison;
pub use item::item;
pub use list::versions;
pub use version::version;

use super::edition::Edition;
use super::views::{ActForm, FieldGroup, VersionAct};
use crate::access::{ActName, Decision};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::Desk;
use crate::forms::Problems;

/// Whether the one who looks may change this version now.
fn edits(desk: &Desk, edition: &Edition) -> bool {
    edition.is_draft() && desk.decide(ActName::EditInstrument, Facts::default()) == Decision::Allow
}

/// A form about a version as it is seen, with nothing in it yet.
fn form(desk: &Desk, edition: &Edition, act: VersionAct, (title, submit): (&str, &str), groups: Vec<FieldGroup>) -> ActForm {
    let seen = edition.version.map(|seen| seen.0.to_string()).unwrap_or_default();
    let hidden = [("_versi", edition.instrument.code.clone()), ("_seen", seen)];
    ActForm {
        act,
        title: title.to_owned(),
        says: String::new(),
        folded: false,
        step_up: None,
        hidden: hidden.map(|(name, value)| (name.to_owned(), value)).to_vec(),
        key: desk.key(),
        problems: Problems::default(),
        groups,
        submit: submit.to_owned(),
    }
}
