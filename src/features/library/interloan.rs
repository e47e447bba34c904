//! A copy that one library lets another one have for a reader of that one, and its way there and back. Pure, without
//! a clock. No person stands in it: who reads is known at the library that asked, and nowhere else.

use super::Copy;
use crate::access::{Code, Refusal};
use crate::domain::{CopyId, Instant, InterloanId, OfficeCode, TitleId, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interloan {
    pub id: InterloanId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    /// Whose copy it is.
    pub lender: OfficeCode,
    /// Where the reader fetches it, and brings it back.
    pub receiver: OfficeCode,
    pub title: TitleId,
    pub stage: Stage,
    pub asked_at: Instant,
    /// When the last step was done.
    pub moved_at: Instant,
}

/// How far it is, and whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The lender answers.
    Asked,
    /// The lender does not send one, and why in words.
    Declined(String),
    /// The reader does not want it any more.
    Cancelled,
    /// On its way to the receiver.
    Sent(Traveller),
    /// At the receiver: waiting for the reader, with them, or back from them.
    There(Traveller),
    /// On its way back to the lender.
    Homeward(Traveller),
    /// Where it belongs.
    Home(Traveller),
    /// It never arrived, or did not come back from the reader.
    Lost(Traveller),
}

/// The copy that travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traveller {
    pub copy: CopyId,
    /// What its label says.
    pub code: String,
}

impl Stage {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Declined(_) => "declined",
            Self::Cancelled => "cancelled",
            Self::Sent(_) => "sent",
            Self::There(_) => "there",
            Self::Homeward(_) => "homeward",
            Self::Home(_) => "home",
            Self::Lost(_) => "lost",
        }
    }

    pub const fn traveller(&self) -> Option<&Traveller> {
        match self {
            Self::Asked | Self::Declined(_) | Self::Cancelled => None,
            Self::Sent(who) | Self::There(who) | Self::Homeward(who) | Self::Home(who) | Self::Lost(who) => Some(who),
        }
    }

    /// The reader waits for it still.
    pub const fn is_awaited(&self) -> bool {
        matches!(self, Self::Asked | Self::Sent(_))
    }
}

impl Interloan {
    /// The lender sends a copy.
    ///
    /// # Errors
    /// `Conflict(InterloanMoved)`, like all steps out of their order.
    pub fn send(&mut self, copy: &Copy, now: Instant) -> Result<(), Refusal> {
        match self.stage {
            Stage::Asked => self.moves(Stage::Sent(Traveller { copy: copy.id, code: copy.code.clone() }), now),
            _ => moved(),
        }
    }

    /// The lender sends none.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub fn decline(&mut self, reason: String, now: Instant) -> Result<(), Refusal> {
        match self.stage {
            Stage::Asked => self.moves(Stage::Declined(reason), now),
            _ => moved(),
        }
    }

    /// The reader does not want it any more.
    ///
    /// # Errors
    /// `Conflict(InterloanSent)` once it is on its way, else as [`Self::send`].
    pub fn cancel(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.stage {
            Stage::Asked => self.moves(Stage::Cancelled, now),
            Stage::Sent(_) | Stage::There(_) => Err(Refusal::Conflict(Code::InterloanSent)),
            _ => moved(),
        }
    }

    /// It arrives at the receiver.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub fn receive(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.stage.clone() {
            Stage::Sent(traveller) => self.moves(Stage::There(traveller), now),
            _ => moved(),
        }
    }

    /// The receiver sends it home.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub fn turn_home(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.stage.clone() {
            Stage::There(traveller) => self.moves(Stage::Homeward(traveller), now),
            _ => moved(),
        }
    }

    /// It is home again.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub fn arrive_home(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.stage.clone() {
            Stage::Homeward(traveller) => self.moves(Stage::Home(traveller), now),
            _ => moved(),
        }
    }

    /// The receiver's reader does not bring it back.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub fn be_lost_there(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.stage.clone() {
            Stage::There(traveller) => self.moves(Stage::Lost(traveller), now),
            _ => moved(),
        }
    }

    /// The lender gives it up: it got lost on its way, or the receiver has said that it is lost there.
    ///
    /// # Errors
    /// `Conflict(CopyElsewhere)` while it is at the receiver, which knows where; else as [`Self::send`].
    pub fn be_given_up(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.stage.clone() {
            Stage::Sent(traveller) | Stage::Homeward(traveller) => self.moves(Stage::Lost(traveller), now),
            Stage::Lost(_) => Ok(()),
            Stage::There(_) => Err(Refusal::Conflict(Code::CopyElsewhere)),
            Stage::Asked | Stage::Declined(_) | Stage::Cancelled | Stage::Home(_) => moved(),
        }
    }

    fn moves(&mut self, stage: Stage, now: Instant) -> Result<(), Refusal> {
        (self.stage, self.moved_at) = (stage, now);
        Ok(())
    }
}

fn moved() -> Result<(), Refusal> {
    Err(Refusal::Conflict(Code::InterloanMoved))
}

#[cfg(test)]
#[path = "interloan_tests.rs"]
mod tests;
