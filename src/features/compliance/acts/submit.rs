use super::answering::{Answering, mark};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::CampaignId;
use crate::features::compliance::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The head hands everything that is open to the reviewer: the first time all items, later those that were
/// returned.
#[derive(Clone, Debug)]
pub struct SubmitAssessment {
    pub campaign: CampaignId,
}

impl Act for SubmitAssessment {
    type Record = Answering;
    type Done = ();
    const NAME: ActName = ActName::SubmitAssessment;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Answering, Refusal> {
        Answering::find(scope, self.campaign).await
    }

    fn decide(&self, actor: &Actor, _: &Answering) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Answering, cx: &Moment) -> Result<Change<()>, Refusal> {
        record.must_take_answers(cx)?;
        record.assessment.submit(record.instrument, mark(cx)?)?;
        Ok(record.changed(&["stage"], ()))
    }

    async fn save(record: &Answering, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.save(scope).await
    }
}
