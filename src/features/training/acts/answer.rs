use super::moment::{Own, of_participant, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TrainingId};
use crate::features::training::{Score, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Somebody takes the short test of a training, before it or after it.
#[derive(Clone, Debug)]
pub struct AnswerTest {
    pub office: OfficeCode,
    pub training: TrainingId,
    /// A choice for each question, from 0 on; `None` where none was made.
    pub answers: Vec<Option<u8>>,
}

impl Act for AnswerTest {
    type Record = Own;
    type Done = Score;
    const NAME: ActName = ActName::AnswerTest;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Own, Refusal> {
        Own::find(scope, self.training).await
    }

    fn decide(&self, actor: &Actor, own: &Own) -> Decision {
        policy::decide(actor, Self::NAME, own.facts())
    }

    fn apply(&self, own: &mut Own, cx: &Moment) -> Result<Change<Score>, Refusal> {
        let sits = own.sits();
        let score = own.enrolment.answer(&own.training, sits, &self.answers, today(cx))?;
        Ok(Change::of(of_participant(own.enrolment.id), score).fields(&["score"]))
    }

    async fn save(own: &Own, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_enrolment(scope, &own.enrolment).await
    }
}
