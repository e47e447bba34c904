use super::hand_over::CaseWithLetter;
use super::moment::{moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Reason, policy};
use crate::features::letters;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Revokes a letter. Everybody who checks it learns it at once, with a reason from a list; the words
/// are for the resident alone. The number stays in the book.
#[derive(Clone, Debug)]
pub struct Revoke {
    pub id: ApplicationId,
    pub seen: Version,
    pub public: letters::Reason,
    pub reason: Reason,
}

impl Act for Revoke {
    type Record = CaseWithLetter;
    type Done = ();
    const NAME: ActName = ActName::Revoke;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<CaseWithLetter, Refusal> {
        CaseWithLetter::find(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, record: &CaseWithLetter) -> Decision {
        policy::decide(actor, Self::NAME, &record.case)
    }

    fn apply(&self, record: &mut CaseWithLetter, cx: &Moment) -> Result<Change<()>, Refusal> {
        record.letter.letter.revoke(self.public, cx.by()?, cx.now)?;
        record.case.revoke(self.reason.clone(), stamp(cx))?;
        Ok(moved(&record.case, ()))
    }

    async fn save(record: &CaseWithLetter, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.save(scope).await
    }
}
