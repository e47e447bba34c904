use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::side;
use crate::access::Refusal;

/// A form that was posted without JavaScript and refused: the same page is drawn again with what
/// was typed and what is wrong. It travels in the page that answers, and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redraw {
    /// The act that refused: the `action` of its form.
    pub action: String,
    /// The address of the page itself; the answer stands at the address of the act.
    pub page: String,
    /// What was typed, without secrets.
    pub typed: Vec<(String, String)>,
    pub refusal: Refusal,
}

/// Lets the forms of this page know how it was drawn again, if it was.
pub fn provide_redraw() {
    provide_context(StoredValue::new(side::first_redraw()));
}

/// What this page was drawn again with.
pub fn use_redraw() -> Option<Redraw> {
    use_context::<StoredValue<Option<Redraw>>>().and_then(|redraw| redraw.get_value())
}

impl Redraw {
    /// The text typed into a field.
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.typed.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}
