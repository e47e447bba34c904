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
    /// Whether it was this form that was refused: its action, and each of its marks as it was sent.
    pub fn is_of(&self, action: &str, marks: &[(&'static str, String)]) -> bool {
        self.action == action && marks.iter().all(|(name, value)| self.typed(name) == Some(value))
    }

    /// Whether a colleague was faster. Only the server knows what became of it: such a page is not brought to
    /// life, so that no browser code is needed to draw it.
    pub const fn is_overtaken(&self) -> bool {
        matches!(self.refusal, Refusal::Stale { .. } | Refusal::Conflict(_) | Refusal::Told(_))
    }

    /// A colleague has changed it meanwhile.
    pub const fn is_stale(&self) -> bool {
        matches!(self.refusal, Refusal::Stale { .. })
    }

    /// The text typed into a field.
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.typed.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_rows_with_the_same_action_the_one_that_was_sent_is_known_again() {
        let typed = [("hak", "7"), ("hilang", "hp")].map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let redraw = Redraw { action: "/api/a".into(), page: "/p".into(), typed, refusal: Refusal::Busy };
        let mark = |name, value: &str| (name, value.to_owned());
        assert!(redraw.is_of("/api/a", &[]));
        assert!(redraw.is_of("/api/a", &[mark("hak", "7"), mark("hilang", "hp")]));
        assert!(!redraw.is_of("/api/a", &[mark("hak", "8")]), "another row");
        assert!(!redraw.is_of("/api/a", &[mark("hak", "7"), mark("hilang", "sandi")]), "another button of the row");
        assert!(!redraw.is_of("/api/b", &[mark("hak", "7")]), "another act");
    }
}
