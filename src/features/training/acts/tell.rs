use super::moment::{Own, of_participant};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TrainingId};
use crate::features::training::{Feedback, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Somebody who was there says how it was.
#[derive(Clone, Debug)]
pub struct TellFeedback {
    pub office: OfficeCode,
    pub training: TrainingId,
    pub feedback: Feedback,
}

impl Act for TellFeedback {
    type Record = Own;
    type Done = ();
    const NAME: ActName = ActName::TellFeedback;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Own, Refusal> {
        Own::find(scope, self.training).await
    }

    fn decide(&self, actor: &Actor, own: &Own) -> Decision {
        policy::decide(actor, Self::NAME, own.facts())
    }

    fn apply(&self, own: &mut Own, _: &Moment) -> Result<Change<()>, Refusal> {
        own.enrolment.tell(&own.training, self.feedback.clone())?;
        Ok(Change::of(of_participant(own.enrolment.id), ()).fields(&["feedback"]))
    }

    async fn save(own: &Own, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_enrolment(scope, &own.enrolment).await
    }
}
