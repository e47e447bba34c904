use super::moment::{given_on, moved, service, stamp};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::{Application, IdentitySeen, Snapshot, drafting, policy, store};
use crate::features::offices::{KeptProfile, profile};
use crate::server::act::{Act, Change, Moment};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// Everything is in order. What the letter will say is built from the answers and frozen, so that the
/// head signs what was approved and nothing else.
#[derive(Clone, Debug)]
pub struct Approve {
    pub id: ApplicationId,
    pub seen: Version,
    /// How the officer made sure of who applies.
    pub identity: IdentitySeen,
}

/// A case and the letterhead that its letter will have.
pub struct Approval {
    case: Application,
    kept: KeptProfile,
}

impl Act for Approve {
    type Record = Approval;
    type Done = ();
    const NAME: ActName = ActName::Approve;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Approval, Refusal> {
        Ok(Approval { case: store::case_as_seen(scope, self.id, self.seen).await?, kept: profile(scope).await? })
    }

    fn decide(&self, actor: &Actor, approval: &Approval) -> Decision {
        policy::decide(actor, Self::NAME, &approval.case)
    }

    fn apply(&self, approval: &mut Approval, cx: &Moment) -> Result<Change<()>, Refusal> {
        let (case, today) = (&mut approval.case, day_at(cx.now, cx.zone()));
        let given = given_on(today, case.office)?;
        let draft = drafting::draft(case, service(&case.service)?, &approval.kept, &given)?;
        let frozen = drafting::freeze(case, &approval.kept, draft).ok_or(Refusal::Conflict(Code::NoTemplate))?;
        let (bytes, hash) = frozen.bytes();
        case.approve(self.identity, Snapshot { bytes, hash }, stamp(cx))?;
        Ok(moved(case, ()))
    }

    async fn save(approval: &Approval, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &approval.case).await?;
        // These words are new, whoever has read the ones before.
        store::forget_agreements(scope, approval.case.id).await
    }
}
