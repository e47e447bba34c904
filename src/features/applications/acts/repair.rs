use super::moment::{again, given, moved, service, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, OfficeCode};
use crate::features::applications::{Application, OfficeHours, policy, store};
use crate::forms::Answers;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Mends what was returned and sends the case again. It carries no version: photos that were just
/// replaced have moved it on, and while it is returned nobody but its owner can change it.
#[derive(Clone, Debug)]
pub struct Repair {
    pub office: OfficeCode,
    pub id: ApplicationId,
    pub posted: Answers,
}

impl Act for Repair {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Repair;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        let form = &service(&case.service)?.form;
        case.repair(form, &self.posted, &given(cx, case.office)?, &OfficeHours::default(), stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await.map_err(again)
    }
}
