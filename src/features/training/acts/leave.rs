use serde::{Deserialize, Serialize};

use super::moment::{Held, of_participant};
use super::remind::moved_up;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, ParticipantId};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Enrolment, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Somebody gives their place in a training up; whoever waited first has it in the same moment.
#[derive(Clone, Debug)]
pub struct LeaveTraining {
    pub office: OfficeCode,
    pub participant: ParticipantId,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Who sits now in their place.
    pub moved_up: Option<ParticipantId>,
}

pub struct Leaving {
    held: Held,
    enrolment: Enrolment,
}

impl Act for LeaveTraining {
    type Record = Leaving;
    type Done = Left;
    const NAME: ActName = ActName::LeaveTraining;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Leaving, Refusal> {
        let training = store::enrolment(scope, self.participant).await?.training;
        let held = Held::find(scope, training).await?;
        Ok(Leaving { held, enrolment: store::enrolment(scope, self.participant).await? })
    }

    fn decide(&self, actor: &Actor, leaving: &Leaving) -> Decision {
        policy::decide(actor, Self::NAME, Facts { owner: leaving.enrolment.who.account() })
    }

    fn apply(&self, leaving: &mut Leaving, cx: &Moment) -> Result<Change<Left>, Refusal> {
        leaving.enrolment.leave(&leaving.held.training, cx.now)?;
        let moved = leaving.held.line.leave(self.participant);
        leaving.held.moved = moved.into_iter().collect();
        let change = Change::of(of_participant(self.participant), Left { moved_up: moved }).fields(&["left_at"]);
        Ok(leaving.held.moved.iter().fold(change, |change, who| change.tell(moved_up(*who))))
    }

    async fn save(leaving: &Leaving, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_enrolment(scope, &leaving.enrolment).await?;
        store::leave_turn(scope, &leaving.enrolment).await?;
        store::note_moved(scope, leaving.held.training.id, &leaving.held.moved).await?;
        store::announce(scope, &leaving.held.training, &leaving.held.line).await
    }
}
