use super::moment::{Held, of_training};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{TrainingId, Version};
use crate::features::training::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::clock::local;
use crate::server::db::WriteScope;

/// The training was held. Attendance is settled, and certificates may be given.
#[derive(Clone, Debug)]
pub struct FinishTraining {
    pub training: TrainingId,
    pub seen: Version,
}

impl Act for FinishTraining {
    type Record = Held;
    type Done = ();
    const NAME: ActName = ActName::FinishTraining;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Held, Refusal> {
        Held::find(scope, self.training).await
    }

    fn decide(&self, actor: &Actor, _: &Held) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, held: &mut Held, cx: &Moment) -> Result<Change<()>, Refusal> {
        held.must_be(self.seen, cx.now)?;
        held.training.finish(local(cx.now, cx.zone()))?;
        Ok(Change::of(of_training(self.training), ()).fields(&["state"]))
    }

    async fn save(held: &Held, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        held.save(scope).await
    }
}
