//! What officers do with a case until it is approved.

use super::{Application, Lease, Snapshot, Stamp};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Instant};
use crate::features::applications::{Event, EventKind, EventWords, IdentitySeen, OfficeHours, Reason, Returned, State, Target};
use crate::forms::{Field, FieldKind, Schema, step_of};

impl Application {
    /// Whether an officer may take it now: it waits, or its officer's time is over.
    pub fn waits_for_an_officer(&self, now: Instant) -> bool {
        match self.state {
            State::Submitted => true,
            State::InReview => self.lease.is_none_or(|lease| lease.until <= now),
            _ => false,
        }
    }

    /// Puts the case into one officer's hands for [`Lease::SECONDS`]; a live lease of a colleague wins,
    /// one's own is renewed.
    ///
    /// # Errors
    /// `Conflict(NotWaiting)` when it waits for no officer; `Stale` names who holds it.
    pub fn claim(&mut self, by: AccountId, stamp: Stamp) -> Result<Event, Refusal> {
        if !matches!(self.state, State::Submitted | State::InReview) {
            return Err(Refusal::Conflict(Code::NotWaiting));
        }
        if let Some(held) = self.lease.filter(|held| held.by != by && held.until > stamp.now) {
            return Err(held.stale());
        }
        self.lease = Some(Lease::from(by, stamp.now));
        Ok(self.step(State::InReview, EventKind::Claimed, stamp, EventWords::default()))
    }

    /// Gives answers and photos back to the resident, each with its reason; the promise stands still.
    ///
    /// # Errors
    /// `Conflict(NotInReview)`; `Conflict(NothingReturned)` when nothing is named, the same twice, or
    /// something that this case does not have.
    pub fn request_fix(&mut self, items: Vec<Returned>, form: &Schema, hours: &OfficeHours, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_be_in_review()?;
        let twice = items.iter().enumerate().any(|(at, item)| items[..at].iter().any(|other| other.target == item.target));
        if items.is_empty() || twice || !items.iter().all(|item| self.has(&item.target, form)) {
            return Err(Refusal::Conflict(Code::NothingReturned));
        }
        self.returned.clone_from(&items);
        self.pause(stamp.now, hours);
        self.last_step_by = stamp.by;
        Ok(self.step(State::NeedsFix, EventKind::FixRequested, stamp, EventWords::returned(items)))
    }

    /// # Errors
    /// `Conflict(NotInReview)`.
    pub fn reject(&mut self, reason: Reason, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_be_in_review()?;
        self.last_step_by = stamp.by;
        Ok(self.step(State::Rejected, EventKind::Rejected, stamp, EventWords::reason(reason)))
    }

    /// Everything is in order. What the letter will say is frozen here, and how the officer made sure
    /// of who applies is recorded.
    ///
    /// # Errors
    /// `Conflict(NotInReview)`. Whether the officer's checklist is complete is asked by the act.
    pub fn approve(&mut self, seen: IdentitySeen, snapshot: Snapshot, stamp: Stamp) -> Result<Event, Refusal> {
        self.must_be_in_review()?;
        self.identity_seen = Some(seen);
        self.snapshot = Some(snapshot);
        self.last_step_by = stamp.by;
        Ok(self.step(State::AwaitingSignature, EventKind::Approved, stamp, EventWords::default()))
    }

    /// A note among officers; the case stays where it is.
    ///
    /// # Errors
    /// `NotFound` for a draft: nobody of the office sees it.
    pub fn comment(&mut self, note: String, stamp: Stamp) -> Result<Event, Refusal> {
        if !self.state.is_sent() {
            return Err(Refusal::NotFound);
        }
        Ok(self.tell(EventKind::Noted, stamp, EventWords::note(note)))
    }

    fn must_be_in_review(&self) -> Result<(), Refusal> {
        if self.state == State::InReview { Ok(()) } else { Err(Refusal::Conflict(Code::NotInReview)) }
    }

    fn has(&self, target: &Target, form: &Schema) -> bool {
        match target {
            // A person or a place has no answer of its own, and can be returned as a whole.
            Target::Answer(name) => match question(form, name) {
                Some(question) => !matches!(question.kind, FieldKind::Attachment | FieldKind::Fact),
                None => step_of(form, name).is_some(),
            },
            Target::Photo { field, id } => self.photo(*id).is_some_and(|photo| photo.field == *field),
            Target::Absent(field) => {
                let asks_for_photos = question(form, field).is_some_and(|question| question.kind == FieldKind::Attachment);
                asks_for_photos && self.photos_of(field).next().is_none()
            }
        }
    }
}

fn question<'a>(form: &'a Schema, name: &str) -> Option<&'a Field> {
    form.steps.iter().flat_map(|step| &step.fields).find(|field| field.name == name)
}
