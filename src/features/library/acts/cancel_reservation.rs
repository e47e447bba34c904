use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, ReservationId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Reservation, Turn, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Gives a place in the queue up. A copy that was put aside for it stays there until an officer lets it go.
#[derive(Clone, Debug)]
pub struct CancelReservation {
    pub office: OfficeCode,
    pub reservation: ReservationId,
}

pub struct Cancelling {
    reservation: Reservation,
    fewer_wait: i64,
}

impl Act for CancelReservation {
    type Record = Cancelling;
    type Done = ();
    const NAME: ActName = ActName::CancelReservation;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Cancelling, Refusal> {
        let title = store::reservation(scope, self.reservation).await?.title;
        store::corner_held(scope, title).await?;
        Ok(Cancelling { reservation: store::reservation(scope, self.reservation).await?, fewer_wait: 0 })
    }

    fn decide(&self, actor: &Actor, cancelling: &Cancelling) -> Decision {
        policy::decide(actor, Self::NAME, Facts::own(cancelling.reservation.account))
    }

    fn apply(&self, cancelling: &mut Cancelling, cx: &Moment) -> Result<Change<()>, Refusal> {
        cancelling.fewer_wait = match cancelling.reservation.turn {
            Turn::Waiting => -1,
            Turn::Ready { .. } => 0,
            Turn::Served | Turn::Over => return Err(Refusal::Stale { by: None, at: cx.now }),
        };
        cancelling.reservation.give_up();
        Ok(Change::of(Object::new("library_reservation", self.reservation), ()).fields(&["turn"]))
    }

    async fn save(cancelling: &Cancelling, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_reservation(scope, &cancelling.reservation).await?;
        store::settle(scope, cancelling.reservation.title, cancelling.fewer_wait).await
    }
}
