use super::moment::{moved, service, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Application, policy, store};
use crate::features::letters::{self, StoredLetter};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The resident has the letter.
#[derive(Clone, Debug)]
pub struct HandOver {
    pub id: ApplicationId,
    pub seen: Version,
}

/// A case and its letter: both change, or neither.
pub struct CaseWithLetter {
    pub(super) case: Application,
    pub(super) letter: StoredLetter,
}

impl CaseWithLetter {
    /// # Errors
    /// `NotFound` out of reach, or before there is a letter; `Stale` with who was faster.
    pub(super) async fn find(scope: &WriteScope<'_>, id: ApplicationId, seen: Version) -> Result<Self, Refusal> {
        let case = store::case_as_seen(scope, id, seen).await?;
        let letter = letters::stored_letter(scope, case.letter.ok_or(Refusal::NotFound)?).await?;
        Ok(Self { case, letter })
    }

    pub(super) async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &self.case).await?;
        letters::save_letter(scope, &self.letter).await
    }
}

impl Act for HandOver {
    type Record = CaseWithLetter;
    type Done = ();
    const NAME: ActName = ActName::HandOver;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<CaseWithLetter, Refusal> {
        CaseWithLetter::find(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, record: &CaseWithLetter) -> Decision {
        policy::decide(actor, Self::NAME, &record.case)
    }

    fn apply(&self, record: &mut CaseWithLetter, cx: &Moment) -> Result<Change<()>, Refusal> {
        record.letter.letter.hand_over(cx.by()?, cx.now)?;
        record.case.hand_over(service(&record.case.service)?.goes_on_to_dukcapil, stamp(cx))?;
        Ok(moved(&record.case, ()))
    }

    async fn save(record: &CaseWithLetter, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.save(scope).await
    }
}
