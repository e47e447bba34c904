//! A copy in a reader's hands.

use super::Rules;
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, CopyId, Day, Instant, LoanId, ReaderId, TitleId, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    pub id: LoanId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    pub copy: CopyId,
    pub title: TitleId,
    pub reader: ReaderId,
    /// Who sees it at home: the reader's own account, or that of a child's guardian.
    pub account: Option<AccountId>,
    pub lent_at: Instant,
    pub due: Day,
    pub renewed: u32,
    pub returned_at: Option<Instant>,
}

impl Loan {
    /// Lets the reader keep it until `due`.
    ///
    /// # Errors
    /// `Conflict`: it was returned, is late, was renewed as often as may be, or somebody waits for it.
    pub fn renew(&mut self, rules: &Rules, today: Day, due: Day, somebody_waits: bool) -> Result<(), Refusal> {
        let no = |code| Err(Refusal::Conflict(code));
        if self.returned_at.is_some() {
            return no(Code::CopyNotLent);
        }
        if today > self.due {
            return no(Code::LoanLate);
        }
        if somebody_waits {
            return no(Code::CopyReserved);
        }
        if self.renewed >= rules.renewals {
            return no(Code::NoRenewals);
        }
        self.renewed += 1;
        self.due = self.due.max(due);
        Ok(())
    }

    pub const fn days_late(&self, today: Day) -> i32 {
        today.number() - self.due.number()
    }
}
