use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::LetterId;
use crate::features::transfers::{Transfer, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The letter of a move was revoked at its office.
#[derive(Clone, Debug)]
pub struct CallBack {
    pub id: LetterId,
}

impl Act for CallBack {
    type Record = Transfer;
    type Done = ();
    const NAME: ActName = ActName::CallBackTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Transfer, Refusal> {
        store::transfer(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, _transfer: &Transfer) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, transfer: &mut Transfer, cx: &Moment) -> Result<Change<()>, Refusal> {
        transfer.call_back(cx.now)?;
        Ok(changed(transfer))
    }

    async fn save(transfer: &Transfer, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, transfer).await
    }
}
