use super::moment::{Handled, of_copy};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::CopyId;
use crate::features::library::policy::{self, Facts};
use crate::features::library::{CopyPlace, Gone, Loan, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A copy can no longer be lent, and why. If a reader had it, the loan is over: they owe nothing.
#[derive(Clone, Debug)]
pub struct LoseCopy {
    pub copy: CopyId,
    pub why: Gone,
    pub note: String,
}

pub struct Losing {
    handled: Handled,
    loan: Option<Loan>,
}

impl Act for LoseCopy {
    type Record = Losing;
    type Done = ();
    const NAME: ActName = ActName::LoseCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Losing, Refusal> {
        let handled = Handled::find(scope, self.copy).await?;
        let loan = match handled.copy.place {
            CopyPlace::Lent { loan, .. } => Some(store::loan(scope, loan).await?),
            _ => None,
        };
        Ok(Losing { handled, loan })
    }

    fn decide(&self, actor: &Actor, _: &Losing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, losing: &mut Losing, cx: &Moment) -> Result<Change<()>, Refusal> {
        if self.note.trim().is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        losing.handled.copy.go(self.why, self.note.clone())?;
        if let Some(loan) = &mut losing.loan {
            loan.returned_at = Some(cx.now);
        }
        Ok(Change::of(of_copy(self.copy), ()).fields(&["place", "note"]))
    }

    async fn save(losing: &Losing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(loan) = &losing.loan {
            store::save_loan(scope, loan).await?;
        }
        losing.handled.save(scope).await
    }
}
