use super::moment::answered;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{LetterId, Version};
use crate::features::transfers::{Transfer, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes in whom another office lets go. Of two who answer at once, one learns who was first.
#[derive(Clone, Debug)]
pub struct AcceptTransfer {
    pub id: LetterId,
    pub seen: Version,
}

impl Act for AcceptTransfer {
    type Record = Transfer;
    type Done = ();
    const NAME: ActName = ActName::AcceptTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Transfer, Refusal> {
        store::transfer_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, _transfer: &Transfer) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, transfer: &mut Transfer, cx: &Moment) -> Result<Change<()>, Refusal> {
        transfer.accept(cx.by()?, cx.now)?;
        Ok(answered(transfer))
    }

    async fn save(transfer: &Transfer, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, transfer).await
    }
}
