use super::moment::{again, moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, OfficeCode};
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Throws a draft away, or a returned case: answers and photos are gone.
#[derive(Clone, Debug)]
pub struct Discard {
    pub office: OfficeCode,
    pub id: ApplicationId,
}

impl Act for Discard {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Discard;

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
        case.discard(stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await.map_err(again)
    }
}
