use super::copy_notice::copy_notice;
use super::hand_over::CaseWithLetter;
use super::moment::{carry, moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Reason, policy};
use crate::features::letters;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Revokes a letter. Everybody who checks it learns it at once, with a reason from a list; the words
/// are for the resident alone. The number stays in the book. An office to which the letter has sent
/// somebody learns it too, and so does the camat.
#[derive(Clone, Debug)]
pub struct Revoke {
    pub id: ApplicationId,
    pub seen: Version,
    pub public: letters::Reason,
    pub reason: Reason,
}

/// A case, its letter, whether it lets somebody move, and whether it has sent them to another office.
pub struct Revoking {
    record: CaseWithLetter,
    moves: bool,
    leaves: bool,
}

impl Act for Revoke {
    type Record = Revoking;
    type Done = ();
    const NAME: ActName = ActName::Revoke;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Revoking, Refusal> {
        let record = CaseWithLetter::find(scope, self.id, self.seen).await?;
        let frozen = letters::frozen_letter(scope, record.letter.letter.id).await?;
        Ok(Revoking { moves: frozen.data.annex.is_some(), leaves: frozen.data.destination(record.case.office).is_some(), record })
    }

    fn decide(&self, actor: &Actor, revoking: &Revoking) -> Decision {
        policy::decide(actor, Self::NAME, &revoking.record.case)
    }

    fn apply(&self, revoking: &mut Revoking, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Revoking { record, moves, leaves } = revoking;
        record.letter.letter.revoke(self.public, cx.by()?, cx.now)?;
        record.case.revoke(self.reason.clone(), stamp(cx))?;
        let (id, revoked) = (record.letter.letter.id, moved(&record.case, ()));
        let revoked = if *moves { revoked.tell(copy_notice(id, Self::NAME)) } else { revoked };
        Ok(if *leaves { revoked.tell(carry(id, Self::NAME)) } else { revoked })
    }

    async fn save(revoking: &Revoking, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        revoking.record.save(scope).await
    }
}
