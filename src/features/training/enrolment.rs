//! Somebody in a training. Pure, without a clock.

use super::{Feedback, How, Presence, Score, State, Training};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Day, Instant, LetterId, ParticipantId, PersonName, Phone, TrainingId, Version};
use crate::forms::{ProblemCode, Problems};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    pub id: ParticipantId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    pub training: TrainingId,
    /// Their place in the line: who came first sits first.
    pub turn: i64,
    pub name: PersonName,
    pub who: Person,
    pub enrolled_at: Instant,
    /// When they left, if they have.
    pub left_at: Option<Instant>,
    /// In the order of sessions, each once.
    pub presence: Vec<Presence>,
    pub before: Option<Score>,
    pub after: Option<Score>,
    pub feedback: Option<Feedback>,
    pub certificate: Option<LetterId>,
}

/// Who it is: a resident, or somebody without an account, whom the office has written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    Resident(AccountId),
    Guest { phone: Option<Phone> },
}

impl Person {
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Resident(account) => Some(*account),
            Self::Guest { .. } => None,
        }
    }
}

impl Enrolment {
    pub const fn is_there(&self) -> bool {
        self.left_at.is_none()
    }

    pub fn was_at(&self, session: u8) -> bool {
        self.presence.iter().any(|presence| presence.session == session)
    }

    /// Gives the place up.
    ///
    /// # Errors
    /// `Stale` when they had; `Conflict`: the training is not open, or they were at one of its sessions.
    pub fn leave(&mut self, training: &Training, now: Instant) -> Result<(), Refusal> {
        if !self.is_there() {
            return Err(Refusal::Stale { by: None, at: now });
        }
        training.must_be_open()?;
        if !self.presence.is_empty() {
            return Err(Refusal::Conflict(Code::AttendedAlready));
        }
        self.left_at = Some(now);
        Ok(())
    }

    /// Notes that they were at a session; once is enough.
    ///
    /// # Errors
    /// `Conflict(NotSeated)` for who waits.
    pub fn attend(&mut self, presence: Presence, sits: bool) -> Result<(), Refusal> {
        if !sits {
            return Err(Refusal::Conflict(Code::NotSeated));
        }
        if !self.was_at(presence.session) {
            self.presence.push(presence);
            self.presence.sort_by_key(|presence| presence.session);
        }
        Ok(())
    }

    /// They were not there after all.
    pub fn miss(&mut self, session: u8) {
        self.presence.retain(|presence| presence.session != session);
    }

    /// The test at its time: before the training until its first day, after it from its last day on for who was there.
    ///
    /// # Errors
    /// `NotFound` where there is no test; `Invalid` for an answer that is missing; `Conflict`: not the time, not one
    /// who sits or was there, or answered before.
    pub fn answer(&mut self, training: &Training, sits: bool, answers: &[Option<u8>], today: Day) -> Result<Score, Refusal> {
        let quiz = training.outline.quiz.as_ref().ok_or(Refusal::NotFound)?;
        let taken = self.test_now(training, sits, today)?;
        let mut problems = Problems::default();
        for (number, _) in (1..).zip(quiz.questions()).filter(|(number, _)| answers.get(number - 1).copied().flatten().is_none()) {
            problems.add(["soal_", &number.to_string()].concat(), ProblemCode::MissingChoice);
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let given: Vec<u8> = answers.iter().copied().flatten().collect();
        let score = quiz.mark(&given).ok_or_else(|| Refusal::Invalid(Problems::one("soal_1", ProblemCode::NotAChoice)))?;
        match taken {
            Taken::Before => self.before = Some(score),
            Taken::After => self.after = Some(score),
        }
        Ok(score)
    }

    /// Which of the two tests it is time for.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub fn test_now(&self, training: &Training, sits: bool, today: Day) -> Result<Taken, Refusal> {
        let (first, last) = (training.outline.sessions.first_day(), training.outline.sessions.last_day());
        if !sits {
            return Err(Refusal::Conflict(Code::NotSeated));
        }
        if today >= last && !self.presence.is_empty() && training.state != State::Draft {
            self.must_have_been_there(training)?;
            return if self.after.is_none() { Ok(Taken::After) } else { Err(Refusal::Conflict(Code::AnsweredAlready)) };
        }
        training.must_be_open()?;
        match self.before {
            Some(_) if today <= first => Err(Refusal::Conflict(Code::AnsweredAlready)),
            None if today <= first => Ok(Taken::Before),
            _ => Err(Refusal::Conflict(Code::NotTestTime)),
        }
    }

    /// Says how it was; may be said anew.
    ///
    /// # Errors
    /// `Invalid` without stars; `Conflict`: they were not there, or the training was cancelled.
    pub fn tell(&mut self, training: &Training, feedback: Feedback) -> Result<(), Refusal> {
        if !(1..=5).contains(&feedback.stars) {
            return Err(Refusal::Invalid(Problems::one("nilai", ProblemCode::MissingChoice)));
        }
        self.must_have_been_there(training)?;
        self.feedback = Some(feedback);
        Ok(())
    }

    fn must_have_been_there(&self, training: &Training) -> Result<(), Refusal> {
        match training.state {
            State::Cancelled { .. } => Err(Refusal::Conflict(Code::TrainingOver)),
            _ if self.presence.is_empty() => Err(Refusal::Conflict(Code::NotAttended)),
            _ => Ok(()),
        }
    }
}

/// Which of the two tests of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Before,
    After,
}

impl Presence {
    pub const fn listed(session: u8, by: AccountId, at: Instant) -> Self {
        Self { session, how: How::List, by, at }
    }

    pub const fn by_code(session: u8, by: AccountId, at: Instant) -> Self {
        Self { session, how: How::Code, by, at }
    }
}

#[cfg(test)]
#[path = "enrolment_tests.rs"]
mod tests;
