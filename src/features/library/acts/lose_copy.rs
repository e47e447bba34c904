use super::moment::{Ending, of_copy};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::CopyId;
use crate::features::library::policy::{self, Facts};
use crate::features::library::{CopyPlace, Gone, Interloan, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A copy can no longer be lent, and why. If a reader had it, the loan is over: they owe nothing. Of a guest the owner
/// learns it; a copy that was sent to another library its owner gives up only while it is on its way.
#[derive(Clone, Debug)]
pub struct LoseCopy {
    pub copy: CopyId,
    pub why: Gone,
    pub note: String,
    /// It was looked for on the shelf: if it is anywhere else by now, nothing is lost.
    pub from_shelf: bool,
}

pub struct Losing {
    ending: Ending,
    /// On which it went, or came here.
    interloan: Option<Interloan>,
}

impl Act for LoseCopy {
    type Record = Losing;
    type Done = ();
    const NAME: ActName = ActName::LoseCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Losing, Refusal> {
        let ending = Ending::find(scope, self.copy).await?;
        let interloan = match (ending.handled.copy.guest, &ending.handled.copy.place) {
            (Some(guest), _) => Some(store::interloan(scope, guest.interloan).await?),
            (None, CopyPlace::Away { interloan }) => Some(store::interloan(scope, *interloan).await?),
            (None, _) => None,
        };
        Ok(Losing { ending, interloan })
    }

    fn decide(&self, actor: &Actor, _: &Losing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, losing: &mut Losing, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Losing { ending, interloan } = losing;
        if self.note.trim().is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        if self.from_shelf && ending.handled.copy.place != CopyPlace::Shelf {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        match interloan {
            Some(interloan) if ending.handled.copy.guest.is_some() => interloan.be_lost_there(cx.now)?,
            Some(interloan) => interloan.be_given_up(cx.now)?,
            None => {}
        }
        ending.handled.copy.go(self.why, self.note.clone())?;
        ending.end_loan(cx.now);
        Ok(Change::of(of_copy(self.copy), ()).fields(&["place", "note"]))
    }

    async fn save(losing: &Losing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(interloan) = &losing.interloan {
            store::save_interloan(scope, interloan).await?;
        }
        losing.ending.save(scope).await
    }
}
