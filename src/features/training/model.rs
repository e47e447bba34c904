//! A training of an office and what may happen to it next. Pure, without a clock.

use super::{Line, Outline};
use crate::access::{Code, Refusal};
use crate::domain::{Day, OfficeCode, TimeOfDay, TrainingId, Version};
use crate::forms::{ProblemCode, Problems};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training {
    pub id: TrainingId,
    pub office: OfficeCode,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    /// Its address, for ever.
    pub slug: String,
    pub outline: Outline,
    pub state: State,
    /// How many have ever enrolled: the place in the line that the next one gets.
    pub next_turn: i64,
}

/// Whether one can still enrol follows from the day, and is no state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Seen by the office alone.
    Draft,
    Open,
    Finished,
    Cancelled {
        reason: String,
    },
}

impl State {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Finished => "finished",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

impl Training {
    /// Says something else of it.
    ///
    /// # Errors
    /// `Conflict`: it is over, fewer seats than are taken, another test than was announced, or a session that has
    /// begun is another now.
    pub fn change(&mut self, outline: Outline, line: &Line, today: Day) -> Result<(), Refusal> {
        let no = |code| Err(Refusal::Conflict(code));
        match self.state {
            State::Draft => {}
            State::Open if u32::from(outline.quota) < line.seated() => return no(Code::SeatsTaken),
            State::Open if outline.quiz != self.outline.quiz => return no(Code::QuizSettled),
            State::Open if !outline.sessions.keep_what_began(&self.outline.sessions, today) => return no(Code::SessionsBegun),
            State::Open => {}
            State::Finished | State::Cancelled { .. } => return no(Code::TrainingOver),
        }
        self.outline = outline;
        Ok(())
    }

    /// Announces it.
    ///
    /// # Errors
    /// `Conflict`: it was before, or nobody could enrol any more.
    pub fn open(&mut self, today: Day) -> Result<(), Refusal> {
        if self.state != State::Draft {
            return Err(Refusal::Conflict(Code::TrainingNotDraft));
        }
        if today > self.outline.closes {
            return Err(Refusal::Conflict(Code::EnrolmentClosed));
        }
        self.state = State::Open;
        Ok(())
    }

    /// It does not take place, or not to its end.
    ///
    /// # Errors
    /// `Invalid` without a reason; `Conflict(TrainingOver)`.
    pub fn cancel(&mut self, reason: &str) -> Result<(), Refusal> {
        if reason.trim().is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        if matches!(self.state, State::Finished | State::Cancelled { .. }) {
            return Err(Refusal::Conflict(Code::TrainingOver));
        }
        self.state = State::Cancelled { reason: reason.to_owned() };
        Ok(())
    }

    /// It was held. Attendance is settled from then on. `now` is on the clock of the office.
    ///
    /// # Errors
    /// `Conflict`: it is not open, or its last session has not begun. One that ends early need not be waited for.
    pub fn finish(&mut self, now: (Day, TimeOfDay)) -> Result<(), Refusal> {
        self.must_be_open()?;
        if !self.outline.sessions.last_has_begun(now) {
            return Err(Refusal::Conflict(Code::TrainingNotHeld));
        }
        self.state = State::Finished;
        Ok(())
    }

    /// Whether somebody may enrol now, as one who sits or waits.
    ///
    /// # Errors
    /// `Conflict`: it is not open, the last day to enrol is over, or as many wait as may.
    pub fn accepts(&self, line: &Line, today: Day) -> Result<(), Refusal> {
        self.must_be_open()?;
        if today > self.outline.closes {
            return Err(Refusal::Conflict(Code::EnrolmentClosed));
        }
        if line.is_full() { Err(Refusal::Conflict(Code::TrainingFull)) } else { Ok(()) }
    }

    /// # Errors
    /// `Conflict`: nobody has announced it yet, or it is over.
    pub fn must_be_open(&self) -> Result<(), Refusal> {
        match self.state {
            State::Open => Ok(()),
            State::Draft => Err(Refusal::Conflict(Code::TrainingNotOpen)),
            State::Finished | State::Cancelled { .. } => Err(Refusal::Conflict(Code::TrainingOver)),
        }
    }

    /// Whether attendance of a session can be noted.
    ///
    /// # Errors
    /// `NotFound` for no session of it; `Conflict`: it is not open, or the session has not begun.
    pub fn notes_attendance(&self, session: u8, today: Day) -> Result<(), Refusal> {
        let day = self.outline.sessions.number(session).ok_or(Refusal::NotFound)?.day;
        self.must_be_open()?;
        if today < day { Err(Refusal::Conflict(Code::SessionNotBegun)) } else { Ok(()) }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
