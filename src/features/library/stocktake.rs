//! Going through all shelves of a library: from the first label that is read to what was nowhere. Pure.

use crate::access::{Code, Refusal};
use crate::domain::{Instant, StocktakeId, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stocktake {
    pub id: StocktakeId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    pub begun_at: Instant,
    pub ended_at: Option<Instant>,
}

impl Stocktake {
    pub const fn begun(id: StocktakeId, now: Instant) -> Self {
        Self { id, version: None, begun_at: now, ended_at: None }
    }

    /// # Errors
    /// `Conflict(StocktakeEnded)`.
    pub const fn must_be_open(&self) -> Result<(), Refusal> {
        match self.ended_at {
            None => Ok(()),
            Some(_) => Err(Refusal::Conflict(Code::StocktakeEnded)),
        }
    }

    /// What was not seen by now counts as missing.
    ///
    /// # Errors
    /// `Conflict(StocktakeEnded)`: a colleague has ended it.
    pub fn end(&mut self, now: Instant) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.ended_at = Some(now);
        Ok(())
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Copies that were seen, on a shelf or coming back at the desk.
    pub seen: u32,
    /// Copies that should stand there and were not seen yet.
    pub unseen: u32,
}
