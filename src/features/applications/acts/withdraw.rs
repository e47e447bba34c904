use super::moment::{moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, OfficeCode, Version};
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes back a case that nobody has decided yet.
#[derive(Clone, Debug)]
pub struct Withdraw {
    pub office: OfficeCode,
    pub id: ApplicationId,
    pub seen: Version,
}

impl Act for Withdraw {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Withdraw;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        case.withdraw(stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
