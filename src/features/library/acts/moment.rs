use crate::access::Refusal;
use crate::domain::{CopyId, Day, Instant};
use crate::features::library::{Copy, CopyPlace, Loan, Reservation, Rules, serve, store};
use crate::server::act::{Moment, Object};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

pub fn today(cx: &Moment) -> Day {
    day_at(cx.now, cx.zone())
}

pub fn of_copy(id: CopyId) -> Object {
    Object::new("library_copy", id)
}

/// A copy that may be in a reader's hands, and the loan that ends when it no longer is.
pub struct Ending {
    pub handled: Handled,
    pub loan: Option<Loan>,
}

impl Ending {
    /// # Errors
    /// `NotFound` out of reach; `Busy` or `Internal` of the database.
    pub async fn find(scope: &WriteScope<'_>, id: CopyId) -> Result<Self, Refusal> {
        let handled = Handled::find(scope, id).await?;
        let loan = match handled.copy.place {
            CopyPlace::Lent { loan, .. } => Some(store::loan(scope, loan).await?),
            _ => None,
        };
        Ok(Self { handled, loan })
    }

    pub fn end_loan(&mut self, now: Instant) {
        if let Some(loan) = &mut self.loan {
            loan.returned_at = Some(now);
        }
    }

    /// # Errors
    /// As [`Handled::save`] and [`store::save_loan`].
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(loan) = &self.loan {
            store::save_loan(scope, loan).await?;
        }
        self.handled.save(scope).await
    }
}

/// A copy with what an act finds of its title at the library.
pub struct Handled {
    pub rules: Rules,
    pub copy: Copy,
    /// Whose turn it would be.
    pub next: Option<Reservation>,
    next_is_served: bool,
    more_wait: i64,
}

impl Handled {
    /// # Errors
    /// `NotFound` out of reach; `Busy` or `Internal` of the database.
    pub async fn find(scope: &WriteScope<'_>, id: CopyId) -> Result<Self, Refusal> {
        let title = store::copy(scope, id).await?.title;
        let corner = store::corner_held(scope, title).await?;
        let copy = store::copy_held(scope, id).await?;
        // A guest goes home: its owner has readers, too.
        let next = if copy.guest.is_some() { None } else { store::next_in_line(scope, title, 1).await?.pop() };
        Ok(Self { rules: corner.rules, copy, next, next_is_served: false, more_wait: 0 })
    }

    /// Gives the copy, which stands on the shelf now, to whoever is next.
    ///
    /// # Errors
    /// As [`serve`].
    pub fn serve(&mut self, today: Day) -> Result<(), Refusal> {
        self.more_wait = serve(&mut self.copy, self.next.as_mut(), &self.rules, today)?;
        self.next_is_served = self.more_wait != 0;
        Ok(())
    }

    /// # Errors
    /// As [`store::save_copy`].
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_copy(scope, &self.copy).await?;
        if let Some(next) = self.next.as_ref().filter(|_| self.next_is_served) {
            store::save_reservation(scope, next).await?;
        }
        store::settle(scope, self.copy.title, self.more_wait).await
    }
}
