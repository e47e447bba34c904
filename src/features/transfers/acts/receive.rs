use super::moment::changed;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, LetterId, OfficeCode};
use crate::features::transfers::{Move, Transfer, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Writes down what another office has sent. Once: it is known by the letter.
#[derive(Clone, Debug)]
pub struct Receive {
    pub id: LetterId,
    pub origin: OfficeCode,
    pub owner: Option<AccountId>,
    pub content: Move,
}

impl Act for Receive {
    type Record = Option<Transfer>;
    type Done = ();
    const NAME: ActName = ActName::ReceiveTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Option<Transfer>, Refusal> {
        store::found(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, _known: &Option<Transfer>) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, known: &mut Option<Transfer>, cx: &Moment) -> Result<Change<()>, Refusal> {
        if known.is_some() {
            return Err(Refusal::Conflict(Code::TransferKnown));
        }
        let new = known.insert(Transfer::incoming(self.id, self.origin, self.owner, self.content.clone(), cx.now));
        Ok(changed(new))
    }

    async fn save(received: &Option<Transfer>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match received {
            Some(transfer) => store::save(scope, transfer).await,
            None => Ok(()),
        }
    }
}
