use super::moment::{Ending, of_copy};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::CopyId;
use crate::features::library::policy::{self, Facts};
use crate::features::library::{CopyPlace, Gone};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A copy can no longer be lent, and why. If a reader had it, the loan is over: they owe nothing.
#[derive(Clone, Debug)]
pub struct LoseCopy {
    pub copy: CopyId,
    pub why: Gone,
    pub note: String,
    /// It was looked for on the shelf: if it is anywhere else by now, nothing is lost.
    pub from_shelf: bool,
}

impl Act for LoseCopy {
    type Record = Ending;
    type Done = ();
    const NAME: ActName = ActName::LoseCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Ending, Refusal> {
        Ending::find(scope, self.copy).await
    }

    fn decide(&self, actor: &Actor, _: &Ending) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, ending: &mut Ending, cx: &Moment) -> Result<Change<()>, Refusal> {
        if self.note.trim().is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        if self.from_shelf && ending.handled.copy.place != CopyPlace::Shelf {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        ending.handled.copy.go(self.why, self.note.clone())?;
        ending.end_loan(cx.now);
        Ok(Change::of(of_copy(self.copy), ()).fields(&["place", "note"]))
    }

    async fn save(ending: &Ending, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        ending.save(scope).await
    }
}
