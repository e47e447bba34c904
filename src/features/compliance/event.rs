//! What happened to an answer, event by event.

use serde::{Deserialize, Serialize};

use super::Score;
use crate::domain::{AccountId, BlobId, Instant};

/// What happened to an answer, and through whom; never changed and never taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: Instant,
    pub by: AccountId,
    pub what: Happened,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    Answered(Score),
    PhotoAdded,
    PhotoRemoved,
    /// The very file of another photo was sent and not taken. The office is told to take a new one, its reviewer
    /// whose it is.
    PhotoAgain(BlobId),
    FileAdded,
    FileRemoved,
    /// What was accepted in the period of this name stands as it stood, and proves it once more.
    Reused(String),
    Submitted,
    Accepted {
        value: Score,
        reason: String,
    },
    Returned(String),
    Objected(String),
    Undone,
    /// Seen at the office itself.
    Visited {
        value: Score,
        reason: String,
    },
    /// After the result was public.
    Revised {
        value: Score,
        reason: String,
    },
}
