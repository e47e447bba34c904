use super::moment::{again, service, touched};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, OfficeCode};
use crate::features::applications::{Application, policy, store};
use crate::forms::Answers;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Keeps one step of a draft as typed, valid or not. Of two phones the later one wins, step by step:
/// a refusal as stale would lose what was typed, and photos change the case in between.
#[derive(Clone, Debug)]
pub struct SaveStep {
    pub office: OfficeCode,
    pub id: ApplicationId,
    pub step: String,
    pub posted: Answers,
}

impl Act for SaveStep {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::SaveStep;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, _cx: &Moment) -> Result<Change<()>, Refusal> {
        let step = service(&case.service)?.form.step(&self.step).ok_or(Refusal::NotFound)?;
        case.save_step(step, &self.posted)?;
        Ok(touched(case, ()).fields(&["answers"]))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await.map_err(again)
    }
}
