use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::LetterId;
use crate::features::copies::{CopyNotice, MaskedMove, policy, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Writes down what an office's letter lets this kecamatan know, or marks what it has as revoked. Once:
/// it is known by the letter. A revocation that comes first brings the notice along; a notice that comes
/// after it takes no mark away.
#[derive(Clone, Debug)]
pub struct KeepCopy {
    pub id: LetterId,
    pub content: MaskedMove,
    pub revoked: bool,
}

impl Act for KeepCopy {
    type Record = Option<CopyNotice>;
    type Done = ();
    const NAME: ActName = ActName::KeepCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Option<CopyNotice>, Refusal> {
        store::found(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, _known: &Option<CopyNotice>) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, known: &mut Option<CopyNotice>, cx: &Moment) -> Result<Change<()>, Refusal> {
        if known.is_some() && !self.revoked {
            return Err(Refusal::Conflict(Code::TransferKnown));
        }
        let notice = known.get_or_insert_with(|| CopyNotice::new(self.id, self.content.clone()));
        if self.revoked {
            notice.revoke(cx.now)?;
        }
        Ok(Change::of(Object::new("copy_notice", self.id), ()).fields(&["revoked_at"]))
    }

    async fn save(notice: &Option<CopyNotice>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match notice {
            Some(notice) => store::save(scope, notice).await,
            None => Ok(()),
        }
    }
}
