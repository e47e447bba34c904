use serde::{Deserialize, Serialize};

/// What is wrong with an input, all at once and in the order of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Problems(Vec<Problem>);

/// One field and what is wrong with it. `text` has the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name in the form, which is also its id on the page.
    pub field: String,
    pub code: ProblemCode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemCode {
    Missing,
    /// More than `max` characters.
    TooLong {
        max: u32,
    },
    /// Digits are missing or too many.
    Digits {
        need: u32,
        have: u32,
    },
    /// Not one of the choices.
    NotAChoice,
    /// Characters that a letter cannot show (emoji, other scripts, control characters).
    Unprintable,
}

impl Problems {
    pub fn add(&mut self, field: impl Into<String>, code: ProblemCode) {
        self.0.push(Problem { field: field.into(), code });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<ProblemCode> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| problem.code)
    }
}
