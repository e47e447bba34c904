use super::moment::{moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes a case in hand for two hours. Of two who claim at once, one learns from the refusal who has it.
#[derive(Clone, Debug)]
pub struct Claim {
    pub id: ApplicationId,
    pub seen: Version,
}

impl Act for Claim {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Claim;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        case.claim(cx.by()?, stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
