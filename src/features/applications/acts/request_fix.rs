use super::moment::{moved, service, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Application, OfficeHours, Returned, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Gives answers and photos back to the resident, each with its reason. Only these unlock.
#[derive(Clone, Debug)]
pub struct RequestFix {
    pub id: ApplicationId,
    pub seen: Version,
    pub items: Vec<Returned>,
}

impl Act for RequestFix {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::RequestFix;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        let form = &service(&case.service)?.form;
        case.request_fix(self.items.clone(), form, &OfficeHours::default(), stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
