use super::moment::{moved, service, stamp};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Application, OfficeHours, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Passes the papers on to Dukcapil, with the number in their book.
#[derive(Clone, Debug)]
pub struct Forward {
    pub id: ApplicationId,
    pub seen: Version,
    pub agenda_number: String,
}

impl Act for Forward {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Forward;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        if !service(&case.service)?.goes_on_to_dukcapil {
            return Err(Refusal::Conflict(Code::EndsHere));
        }
        case.forward(self.agenda_number.clone(), &OfficeHours::default(), stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
