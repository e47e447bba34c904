use super::moment::touched;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::ApplicationId;
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The head has the letter itself before the eyes and agrees to it: to these words, named by their
/// hash. Only letters that were agreed to are signed, and only as long as they stay as they were.
#[derive(Clone, Debug)]
pub struct Agree {
    pub id: ApplicationId,
    /// SHA-256 of what was shown.
    pub hash: [u8; 32],
}

pub struct Agreement {
    case: Application,
    hash: [u8; 32],
}

impl Act for Agree {
    type Record = Agreement;
    type Done = ();
    const NAME: ActName = ActName::Agree;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Agreement, Refusal> {
        Ok(Agreement { case: store::case(scope, self.id).await?, hash: self.hash })
    }

    fn decide(&self, actor: &Actor, agreement: &Agreement) -> Decision {
        policy::decide(actor, Self::NAME, &agreement.case)
    }

    fn apply(&self, agreement: &mut Agreement, _cx: &Moment) -> Result<Change<()>, Refusal> {
        match &agreement.case.snapshot {
            Some(snapshot) if snapshot.hash == self.hash => Ok(touched(&agreement.case, ()).fields(&["agreement"])),
            Some(_) => Err(Refusal::Conflict(Code::SnapshotChanged)),
            None => Err(Refusal::Conflict(Code::NotAwaitingSignature)),
        }
    }

    async fn save(agreement: &Agreement, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::agree(scope, agreement.case.id, agreement.hash).await
    }
}
