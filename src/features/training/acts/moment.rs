use crate::access::{Actor, Refusal};
use crate::domain::{Day, Instant, ParticipantId, TrainingId, Version};
use crate::features::training::policy::Facts;
use crate::features::training::{Enrolment, Line, State, Training, store};
use crate::server::act::{Moment, Object};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

pub fn today(cx: &Moment) -> Day {
    day_at(cx.now, cx.zone())
}

pub fn of_training(id: TrainingId) -> Object {
    Object::new("training", id)
}

pub fn of_participant(id: ParticipantId) -> Object {
    Object::new("training_participant", id)
}

/// Nobody but the office knows of a draft.
///
/// # Errors
/// `NotFound`.
pub fn must_be_announced(training: &Training, actor: &Actor) -> Result<(), Refusal> {
    if training.state == State::Draft && actor.unit().is_none() { Err(Refusal::NotFound) } else { Ok(()) }
}

/// A training and its line, which nobody else moves meanwhile.
pub struct Held {
    pub training: Training,
    pub line: Line,
    /// Who has a seat by this act, after having waited.
    pub moved: Vec<ParticipantId>,
}

impl Held {
    /// # Errors
    /// `NotFound` out of reach; `Busy` or `Internal` of the database.
    pub async fn find(scope: &WriteScope<'_>, id: TrainingId) -> Result<Self, Refusal> {
        let training = store::training_held(scope, id).await?;
        Ok(Self { line: store::line(scope, &training).await?, training, moved: Vec::new() })
    }

    /// # Errors
    /// `Stale` when it is another than was seen.
    pub fn must_be(&self, seen: Version, now: Instant) -> Result<(), Refusal> {
        if self.training.version == Some(seen) { Ok(()) } else { Err(Refusal::Stale { by: None, at: now }) }
    }

    /// Writes the training, and what everybody may know of it.
    ///
    /// # Errors
    /// `Stale` when somebody was faster.
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_training(scope, &self.training).await?;
        store::note_moved(scope, self.training.id, &self.moved).await?;
        store::announce(scope, &self.training, &self.line).await
    }
}

/// One's own place in a training, which nobody ends meanwhile.
pub struct Own {
    pub training: Training,
    pub line: Line,
    pub enrolment: Enrolment,
}

impl Own {
    /// # Errors
    /// `SignIn` for nobody known; `NotFound` for who is not in it.
    pub async fn find(scope: &WriteScope<'_>, id: TrainingId) -> Result<Self, Refusal> {
        let training = store::training_shared(scope, id).await?;
        let account = scope.by().ok_or(Refusal::SignIn)?;
        let enrolment = store::own_enrolment(scope, id, account).await?.ok_or(Refusal::NotFound)?;
        Ok(Self { line: store::line(scope, &training).await?, training, enrolment })
    }

    pub fn sits(&self) -> bool {
        self.line.sits(self.enrolment.id)
    }

    pub fn facts(&self) -> Facts {
        Facts { owner: self.enrolment.who.account() }
    }
}
