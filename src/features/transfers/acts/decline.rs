use super::moment::answered;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{LetterId, Version};
use crate::features::applications::Reason;
use crate::features::transfers::{Transfer, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Does not take in whom another office lets go. The resident and that office read why.
#[derive(Clone, Debug)]
pub struct DeclineTransfer {
    pub id: LetterId,
    pub seen: Version,
    pub reason: Reason,
}

impl Act for DeclineTransfer {
    type Record = Transfer;
    type Done = ();
    const NAME: ActName = ActName::DeclineTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Transfer, Refusal> {
        store::transfer_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, _transfer: &Transfer) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, transfer: &mut Transfer, cx: &Moment) -> Result<Change<()>, Refusal> {
        transfer.decline(self.reason.clone(), cx.by()?, cx.now)?;
        Ok(answered(transfer))
    }

    async fn save(transfer: &Transfer, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, transfer).await
    }
}
