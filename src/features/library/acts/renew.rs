use super::moment::today;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Day, LoanId, OfficeCode};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Corner;
use crate::features::library::{Copy, Loan, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Lets a reader keep a copy for longer, while nobody waits for it.
#[derive(Clone, Debug)]
pub struct RenewLoan {
    pub office: OfficeCode,
    pub loan: LoanId,
}

pub struct Renewing {
    corner: Corner,
    /// At the library whose copy it is.
    somebody_waits: bool,
    copy: Copy,
    loan: Loan,
}

impl Act for RenewLoan {
    type Record = Renewing;
    /// The day on which it is due now.
    type Done = Day;
    const NAME: ActName = ActName::RenewLoan;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Renewing, Refusal> {
        let title = store::loan(scope, self.loan).await?.title;
        let corner = store::corner_held(scope, title).await?;
        let loan = store::loan(scope, self.loan).await?;
        let copy = store::copy_held(scope, loan.copy).await?;
        let holding = match copy.guest {
            Some(guest) => store::holding_at(scope, title, guest.of).await?,
            None => corner.holding,
        };
        let somebody_waits = holding.is_some_and(|holding| holding.waiting > 0);
        Ok(Renewing { corner, somebody_waits, copy, loan })
    }

    fn decide(&self, actor: &Actor, renewing: &Renewing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::own(renewing.loan.account))
    }

    fn apply(&self, renewing: &mut Renewing, cx: &Moment) -> Result<Change<Day>, Refusal> {
        let Renewing { corner, somebody_waits, copy, loan } = renewing;
        // From the day on which it is due, or whoever asks early would give a renewal away.
        loan.renew(&corner.rules, today(cx), corner.rules.due(loan.due), *somebody_waits)?;
        copy.renew(loan);
        Ok(Change::of(Object::new("library_loan", self.loan), loan.due).fields(&["due", "renewed"]))
    }

    async fn save(renewing: &Renewing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_loan(scope, &renewing.loan).await?;
        store::save_copy(scope, &renewing.copy).await?;
        store::settle(scope, renewing.copy.title, 0).await
    }
}
