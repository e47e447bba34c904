//! What happens to an approved case: signed, handed over, or sent back; and a letter revoked.

use super::{Application, Stamp};
use crate::access::{Code, Refusal};
use crate::domain::LetterId;
use crate::features::applications::{Event, EventKind, EventWords, OfficeHours, Reason, State};

impl Application {
    /// The head does not sign it like this; officers look at it again, whoever is free.
    ///
    /// # Errors
    /// `Conflict(NotAwaitingSignature)`.
    pub fn send_back(&mut self, reason: Reason, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_await_signature()?;
        self.snapshot = None;
        self.identity_seen = None;
        self.last_step_by = stamp.by;
        Ok(self.step(State::InReview, EventKind::SentBack, stamp, EventWords::reason(reason)))
    }

    /// The letter is signed and has its number. `hash` is that of what was signed.
    ///
    /// # Errors
    /// `Conflict(NotAwaitingSignature)`; `Conflict(SnapshotChanged)` when something else was approved.
    pub fn issue(&mut self, hash: [u8; 32], letter: LetterId, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_await_signature()?;
        if self.snapshot.as_ref().is_none_or(|snapshot| snapshot.hash != hash) {
            return Err(Refusal::Conflict(Code::SnapshotChanged));
        }
        self.letter = Some(letter);
        self.last_step_by = stamp.by;
        Ok(self.step(State::Issued, EventKind::Issued, stamp, EventWords::default()))
    }

    /// Passed on to Dukcapil, with the number in their book. From now on they act: what the office has
    /// promised stands still.
    ///
    /// # Errors
    /// `Conflict(NotIssued)`.
    pub fn forward(&mut self, agenda_number: String, hours: &OfficeHours, stamp: Stamp) -> Result<Event, Refusal> {
        if self.state != State::Issued {
            return Err(Refusal::Conflict(Code::NotIssued));
        }
        self.pause(stamp.now, hours);
        let words = EventWords { note: Some(agenda_number), ..EventWords::default() };
        Ok(self.step(State::Forwarded, EventKind::Forwarded, stamp, words))
    }

    /// The resident has the letter. What goes on to Dukcapil must have gone there first: a case that is
    /// completed stands on no list of what is still to be passed on.
    ///
    /// # Errors
    /// `Conflict(NotIssued)`, `Conflict(NotForwarded)`.
    pub fn hand_over(&mut self, goes_on_to_dukcapil: bool, stamp: Stamp) -> Result<Event, Refusal> {
        match self.state {
            State::Issued if goes_on_to_dukcapil => return Err(Refusal::Conflict(Code::NotForwarded)),
            State::Issued | State::Forwarded => {}
            _ => return Err(Refusal::Conflict(Code::NotIssued)),
        }
        Ok(self.step(State::Completed, EventKind::HandedOver, stamp, EventWords::default()))
    }

    /// The letter is no longer valid. Its number stays, and is never given again.
    ///
    /// # Errors
    /// `Conflict(NotIssued)`.
    pub fn revoke(&mut self, reason: Reason, stamp: Stamp) -> Result<Event, Refusal> {
        if !matches!(self.state, State::Issued | State::Forwarded | State::Completed) {
            return Err(Refusal::Conflict(Code::NotIssued));
        }
        self.last_step_by = stamp.by;
        Ok(self.step(State::Revoked, EventKind::Revoked, stamp, EventWords::reason(reason)))
    }

    fn must_await_signature(&self) -> Result<(), Refusal> {
        if self.state == State::AwaitingSignature { Ok(()) } else { Err(Refusal::Conflict(Code::NotAwaitingSignature)) }
    }
}
