use serde::{Deserialize, Serialize};

use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Day, Instant, LetterId, LetterNumber};

/// A letter that was issued. It is never edited, only revoked or replaced; its number stays what it is
/// and is never given again. (Before it is issued there is a case, not a letter.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub id: LetterId,
    pub number: LetterNumber,
    pub issued_on: Day,
    /// The last day on which it holds; `None` for one that does not run out.
    pub valid_until: Option<Day>,
    pub state: State,
    /// The paper, or the file, reached its holder.
    pub handover: Option<Handover>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    Issued,
    /// For good. `replaced_by` may become known later than the revocation.
    Revoked {
        reason: Reason,
        by: AccountId,
        at: Instant,
        replaced_by: Option<LetterId>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    pub by: AccountId,
    pub at: Instant,
}

/// Why a letter is revoked; shown to everyone who checks it, so it is a word from a list and never a
/// sentence about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A slip of the office.
    WrongContent,
    /// What was stated turned out to be untrue.
    UntrueStatement,
    /// What was stated is no longer so.
    NoLongerTrue,
    /// The holder asked for it.
    HolderAsked,
    /// A corrected letter stands in its place.
    Corrected,
}

impl Reason {
    pub const ALL: [Self; 5] = [Self::WrongContent, Self::UntrueStatement, Self::NoLongerTrue, Self::HolderAsked, Self::Corrected];

    pub const fn code(self) -> &'static str {
        match self {
            Self::WrongContent => "wrong_content",
            Self::UntrueStatement => "untrue_statement",
            Self::NoLongerTrue => "no_longer_true",
            Self::HolderAsked => "holder_asked",
            Self::Corrected => "corrected",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What changed, for the audit and the messages that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    HandedOver,
    Revoked { reason: Reason },
    Replaced { by: LetterId },
}

/// What someone who checks the letter on a day is told. Derived, never stored: nobody has to be awake at
/// midnight for a letter to run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Sah.
    Valid,
    /// Kedaluwarsa.
    Expired,
    /// Dicabut.
    Revoked,
    /// Diganti.
    Replaced,
}

impl Letter {
    /// Revoked outweighs expired: a letter that was wrong did not merely run out.
    pub fn standing(&self, on: Day) -> Standing {
        match &self.state {
            State::Revoked { replaced_by: Some(_), .. } => Standing::Replaced,
            State::Revoked { replaced_by: None, .. } => Standing::Revoked,
            State::Issued if self.valid_until.is_some_and(|last| last < on) => Standing::Expired,
            State::Issued => Standing::Valid,
        }
    }

    /// The holder has it. Once.
    ///
    /// # Errors
    /// `Conflict(LetterRevoked)`, `Conflict(LetterHandedOver)`.
    pub fn hand_over(&mut self, by: AccountId, at: Instant) -> Result<Event, Refusal> {
        self.must_stand()?;
        if self.handover.is_some() {
            return Err(Refusal::Conflict(Code::LetterHandedOver));
        }
        self.handover = Some(Handover { by, at });
        Ok(Event::HandedOver)
    }

    /// It holds no longer, and everyone who checks it learns why.
    ///
    /// # Errors
    /// `Conflict(LetterRevoked)`: the first reason stays.
    pub fn revoke(&mut self, reason: Reason, by: AccountId, at: Instant) -> Result<Event, Refusal> {
        self.must_stand()?;
        self.state = State::Revoked { reason, by, at, replaced_by: None };
        Ok(Event::Revoked { reason })
    }

    /// Another letter stands in its place. A letter that stands is revoked by it; one that was revoked
    /// before keeps its reason and learns its successor.
    ///
    /// # Errors
    /// `Conflict(LetterRevoked)` when it has a successor already, or would be its own.
    pub fn replace(&mut self, successor: LetterId, by: AccountId, at: Instant) -> Result<Event, Refusal> {
        if successor == self.id {
            return Err(Refusal::Conflict(Code::LetterRevoked));
        }
        match &mut self.state {
            State::Revoked { replaced_by: Some(_), .. } => return Err(Refusal::Conflict(Code::LetterRevoked)),
            State::Revoked { replaced_by, .. } => *replaced_by = Some(successor),
            State::Issued => self.state = State::Revoked { reason: Reason::Corrected, by, at, replaced_by: Some(successor) },
        }
        Ok(Event::Replaced { by: successor })
    }

    fn must_stand(&self) -> Result<(), Refusal> {
        match self.state {
            State::Issued => Ok(()),
            State::Revoked { .. } => Err(Refusal::Conflict(Code::LetterRevoked)),
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
