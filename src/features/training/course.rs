//! What somebody did in a training.

use serde::{Deserialize, Serialize};

use crate::domain::{AccountId, Instant};

/// That somebody was at a session, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// The number of the session, from 1 on.
    pub session: u8,
    pub how: How,
    pub by: AccountId,
    pub at: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// They gave the code that was shown at the session.
    Code,
    /// The office has ticked them in its list.
    List,
}

/// Of a test: so many right answers of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub right: u8,
    pub of: u8,
}

impl Score {
    /// 0 to 100.
    pub fn percent(self) -> u32 {
        u32::from(self.right) * 100 / u32::from(self.of.max(1))
    }
}

/// What somebody says of it afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// 1 to 5.
    pub stars: u8,
    pub text: String,
}
