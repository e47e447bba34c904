use super::step::of_interloan;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{InterloanId, ReservationId};
use crate::features::library::acts::moment::today;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{Corner, Request, Side};
use crate::features::library::{Copy, CopyPlace, Guest, Interloan, Reservation, Turn, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The copy is here, and is put aside for whoever asked; if they need it no more, it goes home next.
#[derive(Clone, Debug)]
pub struct ReceiveInterloan {
    pub interloan: InterloanId,
}

pub struct Receiving {
    corner: Corner,
    interloan: Interloan,
    request: Request,
    is_wanted: bool,
    /// The copy, when it was a guest here before.
    before: Option<Copy>,
    guest: Option<Copy>,
    reservation: Option<Reservation>,
}

impl Act for ReceiveInterloan {
    type Record = Receiving;
    type Done = ();
    const NAME: ActName = ActName::ReceiveInterloan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Receiving, Refusal> {
        let title = store::interloan_of(scope, self.interloan, Side::Receiver).await?.title;
        let corner = store::corner_held(scope, title).await?;
        let interloan = store::interloan_of(scope, self.interloan, Side::Receiver).await?;
        let request = store::request(scope, self.interloan).await?;
        let reader = store::reader_held(scope, request.reader).await?;
        let has_it = store::title_with_reader(scope, title, reader.id).await?;
        let reserved = store::reservation_of(scope, title, reader.id).await?.is_some();
        let before = match interloan.stage.traveller() {
            Some(traveller) => store::guest_before(scope, traveller.copy).await?,
            None => None,
        };
        let is_wanted = reader.active && !has_it && !reserved;
        Ok(Receiving { corner, interloan, request, is_wanted, before, guest: None, reservation: None })
    }

    fn decide(&self, actor: &Actor, _: &Receiving) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, receiving: &mut Receiving, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Receiving { corner, interloan, request, is_wanted, before, guest, reservation } = receiving;
        interloan.receive(cx.now)?;
        let traveller = interloan.stage.traveller().ok_or(Refusal::NotFound)?;
        if before.as_ref().is_some_and(|copy| !matches!(copy.place, CopyPlace::Left | CopyPlace::Gone { .. })) {
            return Err(Refusal::Conflict(Code::InterloanMoved));
        }
        let place = if *is_wanted {
            let until = corner.rules.waits_until(today(cx));
            let id = cx.fresh::<ReservationId>();
            *reservation = Some(Reservation {
                id,
                version: None,
                title: interloan.title,
                reader: request.reader,
                account: request.account,
                made_at: request.made_at,
                turn: Turn::Ready { copy: traveller.copy, until },
            });
            CopyPlace::Aside { reservation: id, until }
        } else {
            CopyPlace::Homebound
        };
        *guest = Some(Copy {
            id: traveller.copy,
            version: before.as_ref().and_then(|copy| copy.version),
            title: interloan.title,
            code: traveller.code.clone(),
            shelf: String::new(),
            place,
            guest: Some(Guest { of: interloan.lender, interloan: self.interloan }),
        });
        Ok(Change::of(of_interloan(self.interloan), ()).fields(&["stage", "copy"]))
    }

    async fn save(receiving: &Receiving, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(guest) = &receiving.guest else { return Ok(()) };
        store::save_interloan(scope, &receiving.interloan).await?;
        if guest.version.is_some() {
            store::save_copy(scope, guest).await?;
        } else {
            store::add_copies(scope, std::slice::from_ref(guest)).await?;
        }
        match &receiving.reservation {
            Some(reservation) => store::add_reservation(scope, reservation).await,
            None => Ok(()),
        }
    }
}
