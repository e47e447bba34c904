use serde::{Deserialize, Serialize};

/// Why a number of the book names no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoidReason {
    /// It was given to a letter that was written outside of this system.
    WrittenOutside,
    /// The paper was spoiled, and the number was on it already.
    Spoiled,
    /// Taken by mistake.
    Mistake,
}

impl VoidReason {
    pub const ALL: [Self; 3] = [Self::WrittenOutside, Self::Spoiled, Self::Mistake];

    pub const fn code(self) -> &'static str {
        match self {
            Self::WrittenOutside => "written_outside",
            Self::Spoiled => "spoiled",
            Self::Mistake => "mistake",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}
