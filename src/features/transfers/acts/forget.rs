use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::LetterId;
use crate::features::transfers::{Transfer, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes away what a move says of people who were not taken in. The house does it by itself when the
/// time is over (security 14).
#[derive(Clone, Debug)]
pub struct Forget {
    pub id: LetterId,
}

impl Act for Forget {
    type Record = Transfer;
    type Done = ();
    const NAME: ActName = ActName::ForgetTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Transfer, Refusal> {
        store::transfer(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, _transfer: &Transfer) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, transfer: &mut Transfer, cx: &Moment) -> Result<Change<()>, Refusal> {
        transfer.forget(cx.now)?;
        Ok(changed(transfer).fields(&["body", "owner", "reason"]))
    }

    async fn save(transfer: &Transfer, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, transfer).await
    }
}
