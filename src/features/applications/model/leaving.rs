//! What becomes of a case whose letter lets somebody go to another office.

use super::{Application, Stamp};
use crate::access::{Code, Refusal};
use crate::domain::{Instant, LetterId, OfficeCode};
use crate::features::applications::{Event, EventKind, EventWords, Reason, State, TransferState};

/// What an office keeps of a move that it has sent to another one, or will never send: a mark that is
/// there stays, and nothing leaves without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferMark {
    /// `None` where the consent was taken back before there was one.
    pub letter: Option<LetterId>,
    pub destination: OfficeCode,
    pub state: TransferState,
    /// Why the destination does not take them in.
    pub reason: Option<Reason>,
    /// Since when it is in this state.
    pub at: Instant,
}

/// What came back from the destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransferAnswer {
    Accepted,
    Declined(Reason),
    /// Nobody had answered when the letter was revoked.
    Cancelled,
}

impl TransferMark {
    pub const fn sent(letter: LetterId, destination: OfficeCode, at: Instant) -> Self {
        Self { letter: Some(letter), destination, state: TransferState::Incoming, reason: None, at }
    }

    /// Nothing was sent, and nothing is when the destination takes part later: the resident has read that
    /// they take the letter there.
    pub const fn closed(letter: LetterId, destination: OfficeCode, at: Instant) -> Self {
        Self { letter: Some(letter), destination, state: TransferState::Closed, reason: None, at }
    }

    /// There is one answer; it stays.
    ///
    /// # Errors
    /// `Conflict(TransferDecided)`.
    pub fn settle(&mut self, answer: &TransferAnswer, at: Instant) -> Result<(), Refusal> {
        if self.state != TransferState::Incoming {
            return Err(Refusal::Conflict(Code::TransferDecided));
        }
        self.at = at;
        (self.state, self.reason) = match answer {
            TransferAnswer::Accepted => (TransferState::Accepted, None),
            TransferAnswer::Declined(reason) => (TransferState::Declined, Some(reason.clone())),
            TransferAnswer::Cancelled => (TransferState::Cancelled, None),
        };
        Ok(())
    }
}

impl Application {
    /// The destination has taken them in. That completes what has gone on to Dukcapil (security 12); what
    /// has not still has to, and stays issued until then.
    ///
    /// # Errors
    /// `Conflict(NotIssued)`.
    pub fn arrive(&mut self, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_have_a_letter()?;
        Ok(match self.state {
            State::Forwarded => self.step(State::Completed, EventKind::TransferAccepted, stamp, EventWords::default()),
            _ => self.tell(EventKind::TransferAccepted, stamp, EventWords::default()),
        })
    }

    /// The destination does not take them in. The letter is what it was; the office that issued it acts.
    ///
    /// # Errors
    /// `Conflict(NotIssued)`.
    pub fn is_not_taken_in(&mut self, reason: Reason, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_have_a_letter()?;
        Ok(self.tell(EventKind::TransferDeclined, stamp, EventWords::reason(reason)))
    }

    /// The destination takes no part, so nothing was sent. The letter is what it was; the resident takes it.
    ///
    /// # Errors
    /// `Conflict(NotIssued)`.
    pub fn is_not_sent(&mut self, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_have_a_letter()?;
        Ok(self.tell(EventKind::TransferClosed, stamp, EventWords::default()))
    }

    /// Whether its letter may still let somebody go: it was sent, and is not over.
    pub const fn may_leave(&self) -> bool {
        self.state.is_sent() && !self.state.is_terminal()
    }

    /// Its owner no longer lets the destination have the move. The letter is issued all the same.
    ///
    /// # Errors
    /// `Conflict(NothingToSend)`.
    pub fn withdraw_consent(&mut self, stamp: Stamp) -> Result<Event, Refusal> {
        if !self.may_leave() {
            return Err(Refusal::Conflict(Code::NothingToSend));
        }
        Ok(self.tell(EventKind::ConsentWithdrawn, stamp, EventWords::default()))
    }

    /// Dukcapil has issued the SKPWNI: the office's part is done. Recorded again, a wrong number is mended;
    /// the record of the case keeps both.
    ///
    /// # Errors
    /// `Conflict(NotForwarded)`.
    pub fn receive_skpwni(&mut self, number: &str, stamp: Stamp) -> Result<Event, Refusal> {
        match self.state {
            State::Forwarded => Ok(self.step(State::Completed, EventKind::SkpwniReceived, stamp, EventWords::note(number))),
            State::Completed => Ok(self.tell(EventKind::SkpwniReceived, stamp, EventWords::note(number))),
            _ => Err(Refusal::Conflict(Code::NotForwarded)),
        }
    }

    fn must_have_a_letter(&self) -> Result<(), Refusal> {
        let has = matches!(self.state, State::Issued | State::Forwarded | State::Completed);
        if has { Ok(()) } else { Err(Refusal::Conflict(Code::NotIssued)) }
    }
}
