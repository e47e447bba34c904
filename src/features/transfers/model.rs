//! A move that another office of the regency has sent here, and its state machine (security 12,
//! "Transfer"). Pure and total: time and who acts come from outside, a refused transition changes nothing.

use serde::{Deserialize, Serialize};

use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Day, Instant, LetterId, OfficeCode, Version};
use crate::features::applications::{Reason, TransferState};
use crate::features::letters::{LetterData, Mover, Place, Stage};

/// A record of this office, not a window into the other one: what the resident lets it have, and
/// nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// That of the letter.
    pub id: LetterId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    /// The office that they leave.
    pub origin: OfficeCode,
    /// Whose letter it is, so that they can read who looked at this; `None` once it was forgotten, too.
    pub owner: Option<AccountId>,
    pub state: TransferState,
    /// `None` once it was forgotten.
    pub content: Option<Move>,
    pub created_at: Instant,
    pub decided: Option<Decided>,
    /// Why it is declined.
    pub reason: Option<Reason>,
    /// The letter was revoked at its office: before an answer that cancels the move, after it the
    /// answer stays, and who reads it learns that there is no letter any more.
    pub letter_revoked_at: Option<Instant>,
}

/// Who answered, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    pub by: AccountId,
    pub at: Instant,
}

/// What goes from office to office with the resident's consent. Personal: sealed where it is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    pub movers: Vec<Mover>,
    pub from: Place,
    pub to: Place,
    /// The planned day.
    pub on: Day,
    /// Of the letter.
    pub number: String,
    pub issued_on: Day,
}

/// Names and numbers of people must not end in a log.
impl std::fmt::Debug for Move {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Move")
    }
}

impl Move {
    /// What an issued letter lets its destination have; `None` for a letter that sends nobody anywhere.
    pub fn of(letter: &LetterData) -> Option<Self> {
        let (annex, Stage::Issued { number, .. }) = (letter.annex.as_ref()?, &letter.stage) else { return None };
        Some(Self {
            movers: annex.movers.clone(),
            from: annex.from.clone(),
            to: annex.to.clone(),
            on: annex.on,
            number: number.to_string(),
            issued_on: letter.on,
        })
    }
}

impl Transfer {
    /// How long what it says of people is kept after it ended without anybody having been taken in.
    // Proposed by us, as long as an untouched draft; the regency's JRA wins (security 14).
    pub const KEPT_SECONDS: i64 = 30 * 86_400;

    pub const fn incoming(id: LetterId, origin: OfficeCode, owner: Option<AccountId>, content: Move, now: Instant) -> Self {
        Self {
            id,
            version: None,
            origin,
            owner,
            state: TransferState::Incoming,
            content: Some(content),
            created_at: now,
            decided: None,
            reason: None,
            letter_revoked_at: None,
        }
    }

    /// This office takes them in.
    ///
    /// # Errors
    /// `Conflict(TransferDecided)`.
    pub fn accept(&mut self, by: AccountId, now: Instant) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.state = TransferState::Accepted;
        self.decided = Some(Decided { by, at: now });
        Ok(())
    }

    /// This office does not take them in; the resident reads why.
    ///
    /// # Errors
    /// `Conflict(TransferDecided)`.
    pub fn decline(&mut self, reason: Reason, by: AccountId, now: Instant) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.state = TransferState::Declined;
        self.decided = Some(Decided { by, at: now });
        self.reason = Some(reason);
        Ok(())
    }

    /// The letter is no longer valid. What was answered stays answered.
    ///
    /// # Errors
    /// `Conflict(TransferDecided)` when this is known already.
    pub fn call_back(&mut self, now: Instant) -> Result<(), Refusal> {
        if self.letter_revoked_at.is_some() {
            return Err(Refusal::Conflict(Code::TransferDecided));
        }
        self.letter_revoked_at = Some(now);
        if self.state == TransferState::Incoming {
            self.state = TransferState::Cancelled;
        }
        Ok(())
    }

    /// Nobody was taken in, and the time is over in which somebody might ask why: what it says of people
    /// goes. That there was a move, from where, and how it ended stays.
    ///
    /// # Errors
    /// `Forbidden` before that time, for whoever was taken in or still waits, and for what is gone.
    pub fn forget(&mut self, now: Instant) -> Result<(), Refusal> {
        let over = self.ended_at().is_some_and(|ended| ended.plus_seconds(Self::KEPT_SECONDS) <= now);
        if !over || self.content.is_none() {
            return Err(Refusal::Forbidden);
        }
        (self.content, self.owner) = (None, None);
        if let Some(reason) = &mut self.reason {
            reason.words.clear();
        }
        Ok(())
    }

    /// When it ended without anybody having been taken in.
    fn ended_at(&self) -> Option<Instant> {
        match self.state {
            TransferState::Incoming | TransferState::Accepted | TransferState::Closed | TransferState::Withdrawn => None,
            TransferState::Declined => self.decided.map(|decided| decided.at),
            TransferState::Cancelled => self.letter_revoked_at,
        }
    }

    fn must_be_open(&self) -> Result<(), Refusal> {
        if self.state == TransferState::Incoming { Ok(()) } else { Err(Refusal::Conflict(Code::TransferDecided)) }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
