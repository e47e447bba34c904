use serde::Serialize;

use super::moment::{of_training, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ParticipantId, TrainingId};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Training, store};
use crate::server::act::{Act, Change, Message, Moment};
use crate::server::db::WriteScope;

/// Whoever sits in a training is told on the day before that one of its sessions is tomorrow. Nobody wishes it: the day has
/// come. Once for each session, however often the round comes by.
#[derive(Clone, Debug)]
pub struct RemindOfSession {
    pub training: TrainingId,
    /// From 1 on.
    pub session: u8,
}

pub struct Reminding {
    training: Training,
    /// Somebody sits there.
    seated: bool,
    told: bool,
    session: u8,
}

/// Whoever carries it reads the rest again.
#[derive(Serialize)]
struct Tomorrow {
    training: TrainingId,
    session: u8,
}

impl Act for RemindOfSession {
    type Record = Reminding;
    type Done = ();
    const NAME: ActName = ActName::RemindOfSession;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Reminding, Refusal> {
        let training = store::training_shared(scope, self.training).await?;
        let seated = store::line(scope, &training).await?.seated() > 0;
        let told = store::was_reminded(scope, self.training, self.session).await?;
        Ok(Reminding { training, seated, told, session: self.session })
    }

    fn decide(&self, actor: &Actor, _: &Reminding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, reminding: &mut Reminding, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Reminding { training, seated, told, .. } = reminding;
        let session = training.outline.sessions.number(self.session).ok_or(Refusal::NotFound)?;
        training.must_be_open()?;
        if *told || !*seated || session.day != today(cx).plus_days(1) {
            return Err(Refusal::NotFound);
        }
        let dedupe = [self.training.to_string(), self.session.to_string()].join("|");
        let message = Message::new("training.tomorrow", dedupe, &Tomorrow { training: self.training, session: self.session });
        Ok(Change::of(of_training(self.training), ()).fields(&["reminder"]).tell(message))
    }

    async fn save(reminding: &Reminding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::note_reminder(scope, reminding.training.id, reminding.session).await
    }
}

/// What whoever waited and has a seat now is told by.
#[derive(Serialize)]
struct MovedUp {
    participant: ParticipantId,
}

/// Once for each: nobody waits again who has a seat.
pub fn moved_up(participant: ParticipantId) -> Message {
    Message::new("training.moved_up", participant, &MovedUp { participant })
}
