use serde::{Deserialize, Serialize};

use super::moment::{Handled, of_copy, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CopyId, ReaderId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{CopyPlace, Loan, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes a copy back. Whoever waits for it is next.
#[derive(Clone, Debug)]
pub struct ReturnCopy {
    pub copy: CopyId,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Less than 1: in time.
    pub days_late: i32,
    /// For whom it is to be put aside.
    pub aside_for: Option<ReaderId>,
}

pub struct Returning {
    handled: Handled,
    loan: Option<Loan>,
}

impl Act for ReturnCopy {
    type Record = Returning;
    type Done = Returned;
    const NAME: ActName = ActName::ReturnCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Returning, Refusal> {
        let handled = Handled::find(scope, self.copy).await?;
        let loan = match handled.copy.place {
            CopyPlace::Lent { loan, .. } => Some(store::loan(scope, loan).await?),
            _ => None,
        };
        Ok(Returning { handled, loan })
    }

    fn decide(&self, actor: &Actor, _: &Returning) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, returning: &mut Returning, cx: &Moment) -> Result<Change<Returned>, Refusal> {
        let Returning { handled, loan } = returning;
        handled.copy.come_back()?;
        let days_late = loan.as_ref().map_or(0, |loan| loan.days_late(today(cx)));
        if let Some(loan) = loan {
            loan.returned_at = Some(cx.now);
        }
        handled.serve(today(cx))?;
        let aside_for = handled.next.as_ref().map(|next| next.reader);
        Ok(Change::of(of_copy(self.copy), Returned { days_late, aside_for }).fields(&["returned_at", "place"]))
    }

    async fn save(returning: &Returning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(loan) = &returning.loan {
            store::save_loan(scope, loan).await?;
        }
        returning.handled.save(scope).await
    }
}
