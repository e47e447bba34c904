use serde::{Deserialize, Serialize};

use super::borrower::{Borrower, Whose};
use super::moment::today;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Day, OfficeCode, ReservationId, TitleId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Corner;
use crate::features::library::{Copy, Reservation, Turn, serve, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Puts a reader in the queue for a title; a copy that stands on the shelf is put aside at once.
#[derive(Clone, Debug)]
pub struct ReserveTitle {
    pub office: OfficeCode,
    pub title: TitleId,
    pub whose: Whose,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// A copy is put aside until then.
    Aside(Day),
    /// All are with readers.
    Waits,
}

pub struct Reserving {
    corner: Corner,
    borrower: Borrower,
    free: Option<Copy>,
    new: Option<Reservation>,
    more_wait: i64,
}

impl Act for ReserveTitle {
    type Record = Reserving;
    type Done = Fate;
    const NAME: ActName = ActName::ReserveTitle;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Reserving, Refusal> {
        let corner = store::corner_held(scope, self.title).await?;
        let borrower = Borrower::find(scope, &self.whose, self.title).await?;
        let free = store::free_copy(scope, self.title).await?;
        Ok(Reserving { corner, borrower, free, new: None, more_wait: 0 })
    }

    fn decide(&self, actor: &Actor, _: &Reserving) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, reserving: &mut Reserving, cx: &Moment) -> Result<Change<Fate>, Refusal> {
        if reserving.corner.holding.is_none_or(|holding| holding.copies == 0) {
            return Err(Refusal::NotFound);
        }
        let reader = reserving.borrower.asks(self.office, &self.whose, cx)?;
        let mut reservation = Reservation {
            id: cx.fresh::<ReservationId>(),
            version: None,
            title: self.title,
            reader: reader.id,
            account: reader.account,
            made_at: cx.now,
            turn: Turn::Waiting,
        };
        if let Some(free) = &mut reserving.free {
            serve(free, Some(&mut reservation), &reserving.corner.rules, today(cx))?;
        }
        let fate = match reservation.turn {
            Turn::Ready { until, .. } => Fate::Aside(until),
            Turn::Waiting | Turn::Served | Turn::Over => Fate::Waits,
        };
        reserving.more_wait = i64::from(fate == Fate::Waits);
        let id = reserving.new.insert(reservation).id;
        Ok(Change::of(Object::new("library_reservation", id), fate).fields(&["turn"]))
    }

    async fn save(reserving: &Reserving, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(reservation) = &reserving.new else { return Ok(()) };
        reserving.borrower.save(scope).await?;
        store::add_reservation(scope, reservation).await?;
        if let Some(copy) = &reserving.free {
            store::save_copy(scope, copy).await?;
        }
        store::settle(scope, reservation.title, reserving.more_wait).await
    }
}
