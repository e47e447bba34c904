use super::moment::{Held, of_training, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{TrainingId, Version};
use crate::features::training::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Announces a training: from now on everybody sees it and may enrol.
#[derive(Clone, Debug)]
pub struct OpenTraining {
    pub training: TrainingId,
    pub seen: Version,
}

impl Act for OpenTraining {
    type Record = Held;
    type Done = ();
    const NAME: ActName = ActName::OpenTraining;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Held, Refusal> {
        Held::find(scope, self.training).await
    }

    fn decide(&self, actor: &Actor, _: &Held) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, held: &mut Held, cx: &Moment) -> Result<Change<()>, Refusal> {
        held.must_be(self.seen, cx.now)?;
        held.training.open(today(cx))?;
        Ok(Change::of(of_training(self.training), ()).fields(&["state"]))
    }

    async fn save(held: &Held, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        held.save(scope).await
    }
}
