//! Who gets a certificate, and what it says.

use super::{Enrolment, State, Training};
use crate::access::{Code, Refusal};
use crate::features::letters::Course;

/// Whoever was at every session of a training that is over, and did not leave it. What has been signed is no matter
/// of this rule.
///
/// # Errors
/// `Conflict`: `TrainingNotOver` also for one that was cancelled, `NotAtEverySession`.
pub fn deserves_certificate(training: &Training, enrolment: &Enrolment) -> Result<(), Refusal> {
    if training.state != State::Finished {
        return Err(Refusal::Conflict(Code::TrainingNotOver));
    }
    let everywhere = training.outline.sessions.numbered().all(|(number, _)| enrolment.was_at(number));
    if enrolment.is_there() && everywhere { Ok(()) } else { Err(Refusal::Conflict(Code::NotAtEverySession)) }
}

/// What the certificates of a training say of it.
pub fn course_of(training: &Training) -> Course {
    let sessions = &training.outline.sessions;
    let minutes = |one: &super::Session| u32::from(one.until.minutes()) - u32::from(one.from.minutes());
    Course {
        title: training.outline.title.clone(),
        place: training.outline.venue.place().to_owned(),
        from: sessions.first_day(),
        until: sessions.last_day(),
        minutes: sessions.all().iter().map(minutes).sum(),
    }
}
