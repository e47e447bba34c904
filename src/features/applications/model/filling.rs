//! What a resident does to their own case (or an officer at the counter in their name).

use super::{Application, Attachment, Stamp};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, ApplicationId, BlobId, OfficeCode, Reference};
use crate::features::applications::{Channel, Event, EventKind, EventWords, OfficeHours, Promise, Returned, State, Target};
use crate::features::services::{Service, ServiceCode};
use crate::forms::{Answers, Field, FieldKind, Given, Part, Schema, Step, check};

/// A case that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    pub id: ApplicationId,
    pub office: OfficeCode,
    pub owner: AccountId,
    pub service: ServiceCode,
    pub schema_version: u32,
    pub channel: Channel,
    /// What is known of the applicant already: never ask twice.
    pub answers: Answers,
}

impl Application {
    /// Begins a draft. That the service is open, and that this is the only draft for it, is for the act.
    pub fn start(new: NewCase, stamp: Stamp) -> (Self, Event) {
        let mut case = Self {
            id: new.id,
            version: None,
            office: new.office,
            owner: new.owner,
            service: new.service,
            schema_version: new.schema_version,
            state: State::Draft,
            since: stamp.now,
            channel: new.channel,
            reference: None,
            started_at: stamp.now,
            saved_at: stamp.now,
            submitted_at: None,
            answers: new.answers,
            attachments: Vec::new(),
            promise: None,
            lease: None,
            returned: Vec::new(),
            last_step_by: None,
            identity_seen: None,
            snapshot: None,
            letter: None,
            news: Vec::new(),
            photos_changed: false,
        };
        let event = case.tell(EventKind::Started, stamp, EventWords::default());
        (case, event)
    }

    /// Keeps a step as typed, valid or not: a draft is the old input. It is no line of the timeline.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` once the case is sent; what was returned is mended by [`Self::repair`].
    pub fn save_step(&mut self, step: &Step, posted: &Answers) -> Result<(), Refusal> {
        if self.state != State::Draft {
            return Err(Refusal::Conflict(Code::NotEditable));
        }
        self.answers.save_step(step, posted);
        // Photos come through their own door: an id that somebody typed is no photo of theirs.
        for question in step.fields.iter().filter(|field| field.kind == FieldKind::Attachment) {
            self.answers.put(question.name.as_str(), "");
        }
        Ok(())
    }

    /// Adds a photo, or puts it in the place of the one that was returned, or of the newest that came for
    /// it; a question for one photo takes the newest.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` once sent, `Conflict(NotReturned)` for a question that was not returned,
    /// `Conflict(TooManyPhotos)` when the question has as many as it takes.
    pub fn attach(&mut self, question: &Field, photo: Attachment) -> Result<(), Refusal> {
        let most = question.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(1);
        let returned = self.attachments.iter().position(|old| old.field == question.name && self.photo_is_returned(old.id));
        let asked = |item: &Returned| matches!(&item.target, Target::Photo { field, .. } if *field == question.name);
        let newest = || {
            let new = self.attachments.iter().enumerate().filter(|(_, old)| old.field == question.name && old.at > self.since);
            new.max_by_key(|(_, photo)| photo.at).map(|(at, _)| at)
        };
        let replaced = returned.or_else(|| newest().filter(|_| self.returned.iter().any(asked)));
        let absent = self.returned.iter().any(|item| matches!(&item.target, Target::Absent(field) if *field == question.name));
        let has = self.photos_of(&question.name).count();
        let place = match self.state {
            // One that was returned is replaced where it stands: the officer looks in the same place again.
            State::NeedsFix if replaced.is_some() => replaced,
            State::NeedsFix if !absent => return Err(Refusal::Conflict(Code::NotReturned)),
            State::Draft | State::NeedsFix if most == 1 => self.attachments.iter().position(|old| old.field == question.name),
            State::Draft | State::NeedsFix if has >= most => return Err(Refusal::Conflict(Code::TooManyPhotos)),
            State::Draft | State::NeedsFix => None,
            _ => return Err(Refusal::Conflict(Code::NotEditable)),
        };
        match place {
            Some(at) => self.attachments[at] = photo,
            None => self.attachments.push(photo),
        }
        self.photos_changed = true;
        Ok(())
    }

    /// Takes a photo away again.
    ///
    /// # Errors
    /// `NotFound` when it is none of this case; `Conflict(NotEditable)` once sent: a returned photo is
    /// replaced, not removed, so that the case is whole at any time.
    pub fn remove_attachment(&mut self, id: BlobId) -> Result<(), Refusal> {
        if self.photo(id).is_none() {
            return Err(Refusal::NotFound);
        }
        if self.state != State::Draft {
            return Err(Refusal::Conflict(Code::NotEditable));
        }
        self.attachments.retain(|photo| photo.id != id);
        self.photos_changed = true;
        Ok(())
    }

    /// Sends a draft: the whole form is judged, the case gets its reference, the promise begins to run.
    ///
    /// # Errors
    /// `Invalid` with every problem of every step; `Conflict(NotEditable)` when it is no draft.
    pub fn submit(
        &mut self,
        service: &Service,
        given: &Given,
        reference: Reference,
        hours: &OfficeHours,
        stamp: Stamp,
    ) -> Result<Event, Refusal> {
        if self.state != State::Draft {
            return Err(Refusal::Conflict(Code::NotEditable));
        }
        check(&service.form, &self.whole_answers(), Part::Whole, given).map_err(Refusal::Invalid)?;
        self.schema_version = service.version;
        self.reference = Some(reference);
        self.submitted_at = Some(stamp.now);
        self.promise = Some(Promise::from(stamp.now, service.promise_minutes, hours));
        self.last_step_by = stamp.by;
        Ok(self.step(State::Submitted, EventKind::Submitted, stamp, EventWords::default()))
    }

    /// Mends what was returned and sends the case again. Of `posted` only what was returned is taken;
    /// everything else stays as the officer has read it.
    ///
    /// # Errors
    /// `Invalid` with what is wrong now, and with every returned photo that was not replaced;
    /// `Conflict(NotEditable)` when nothing is returned.
    pub fn repair(&mut self, form: &Schema, posted: &Answers, given: &Given, hours: &OfficeHours, stamp: Stamp) -> Result<Event, Refusal> {
        if self.state != State::NeedsFix {
            return Err(Refusal::Conflict(Code::NotEditable));
        }
        let mended = Self { answers: self.mended_answers(posted), ..self.clone() };
        let mut problems = check(form, &mended.whole_answers(), Part::Whole, given).err().unwrap_or_default();
        for field in self.photos_still_returned() {
            problems.add(field, crate::forms::ProblemCode::MissingFile);
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        self.answers = mended.answers;
        self.returned.clear();
        self.last_step_by = stamp.by;
        self.resume(stamp.now, hours);
        Ok(self.step(State::Submitted, EventKind::Repaired, stamp, EventWords::default()))
    }

    /// Throws a draft away, or a returned case that its owner does not want any more. What was typed
    /// and photographed is gone.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` for a case that is with the office: it is withdrawn.
    pub fn discard(&mut self, stamp: Stamp) -> Result<Event, Refusal> {
        if !self.state.is_editable() {
            return Err(Refusal::Conflict(Code::NotEditable));
        }
        self.answers = Answers::EMPTY;
        self.returned.clear();
        self.photos_changed |= !self.attachments.is_empty();
        self.attachments.clear();
        self.promise = None;
        Ok(self.step(State::Closed, EventKind::Closed, stamp, EventWords::default()))
    }

    /// Takes back a case that nobody has decided yet.
    ///
    /// # Errors
    /// `Conflict(TooLateToWithdraw)` from approval on; `Conflict(NotEditable)` for a draft, which is discarded.
    pub fn withdraw(&mut self, stamp: Stamp) -> Result<Event, Refusal> {
        match self.state {
            State::Submitted | State::InReview | State::NeedsFix => {
                self.returned.clear();
                Ok(self.step(State::Withdrawn, EventKind::Withdrawn, stamp, EventWords::default()))
            }
            State::Draft => Err(Refusal::Conflict(Code::NotEditable)),
            _ => Err(Refusal::Conflict(Code::TooLateToWithdraw)),
        }
    }

    /// The answers with the returned ones as posted.
    fn mended_answers(&self, posted: &Answers) -> Answers {
        let kept = self.answers.iter().filter(|(name, _)| !self.answer_is_returned(name));
        let mended = posted.iter().filter(|(name, _)| self.answer_is_returned(name));
        let mut answers = Answers::default();
        for (name, value) in kept.chain(mended) {
            answers.put(name, value);
        }
        answers
    }

    /// Questions whose returned photo is still the old one.
    fn photos_still_returned(&self) -> Vec<String> {
        let still = |target: &Target| match target {
            Target::Photo { field, id } => self.photo(*id).map(|_| field.clone()),
            Target::Absent(field) => self.photos_of(field).next().is_none().then(|| field.clone()),
            Target::Answer(_) => None,
        };
        self.returned.iter().filter_map(|item| still(&item.target)).collect()
    }
}
