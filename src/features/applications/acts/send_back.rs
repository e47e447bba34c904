use super::moment::{moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Application, Reason, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The head does not sign a letter like this: it goes back to the officers, and what was frozen is gone.
#[derive(Clone, Debug)]
pub struct SendBack {
    pub id: ApplicationId,
    pub seen: Version,
    pub reason: Reason,
}

impl Act for SendBack {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::SendBack;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        case.send_back(self.reason.clone(), stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
