use super::moment::{Handled, of_copy, today};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::CopyId;
use crate::features::library::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A copy was found, or mended. Whoever waits for it is next.
#[derive(Clone, Debug)]
pub struct RestoreCopy {
    pub copy: CopyId,
}

impl Act for RestoreCopy {
    type Record = Handled;
    type Done = ();
    const NAME: ActName = ActName::RestoreCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Handled, Refusal> {
        Handled::find(scope, self.copy).await
    }

    fn decide(&self, actor: &Actor, _: &Handled) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, handled: &mut Handled, cx: &Moment) -> Result<Change<()>, Refusal> {
        if handled.copy.guest.is_some() {
            return Err(Refusal::Conflict(Code::CopyGuest));
        }
        if !handled.copy.be_found() {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        handled.serve(today(cx))?;
        Ok(Change::of(of_copy(self.copy), ()).fields(&["place"]))
    }

    async fn save(handled: &Handled, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        handled.save(scope).await
    }
}
