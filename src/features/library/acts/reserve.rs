use serde::{Deserialize, Serialize};

use super::moment::today;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{Day, OfficeCode, PersonName, ReaderId, ReservationId, TitleId};
use crate::features::library::label::{On, label};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{Corner, Library};
use crate::features::library::{Copy, Reader, Reservation, Turn, Who, serve, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Titles that one reader may wait for at a library.
const MOST_OF_ONE: u64 = 2;

/// Puts a reader in the queue for a title; a copy that stands on the shelf is put aside at once.
#[derive(Clone, Debug)]
pub struct ReserveTitle {
    pub office: OfficeCode,
    pub title: TitleId,
    pub whose: Whose,
}

/// For whom.
#[derive(Clone, Debug)]
pub enum Whose {
    /// A reader whom the officer has before them.
    Reader(ReaderId),
    /// Whoever is signed in. Who was never at this library becomes its reader, under this name.
    Own(PersonName),
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
    library: Library,
    corner: Corner,
    reader: Option<Reader>,
    is_new: bool,
    has_it: bool,
    waits_for: u64,
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
        let library = store::library_held(scope).await?;
        let reader = match (&self.whose, scope.by()) {
            (Whose::Reader(id), _) => Some(store::reader_held(scope, *id).await?),
            (Whose::Own(_), Some(by)) => store::reader_of_account(scope, by).await?,
            (Whose::Own(_), None) => None,
        };
        let (mut has_it, mut waits_for) = (false, 0);
        if let Some(reader) = &reader {
            has_it = store::title_with_reader(scope, self.title, reader.id).await?;
            waits_for = store::waits_for(scope, reader.id).await?;
        }
        let free = store::free_copy(scope, self.title).await?;
        Ok(Reserving { library, corner, reader, is_new: false, has_it, waits_for, free, new: None, more_wait: 0 })
    }

    fn decide(&self, actor: &Actor, _: &Reserving) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, reserving: &mut Reserving, cx: &Moment) -> Result<Change<Fate>, Refusal> {
        if reserving.corner.holding.is_none_or(|holding| holding.copies == 0) {
            return Err(Refusal::NotFound);
        }
        if reserving.has_it {
            return Err(Refusal::Conflict(Code::TitleWithReader));
        }
        if reserving.waits_for >= MOST_OF_ONE {
            return Err(Refusal::Conflict(Code::TooManyReservations));
        }
        reserving.is_new = reserving.reader.is_none();
        let reader = match (&mut reserving.reader, &self.whose) {
            (Some(reader), _) => reader,
            (none, Whose::Own(name)) => none.insert(Reader {
                id: cx.fresh::<ReaderId>(),
                version: None,
                card: label(self.office, On::Card, reserving.library.next_card),
                name: name.clone(),
                who: Who::Adult,
                account: Some(cx.by()?),
                active: true,
            }),
            (None, Whose::Reader(_)) => return Err(Refusal::NotFound),
        };
        if !reader.active {
            return Err(Refusal::Conflict(Code::ReaderInactive));
        }
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
        let Reserving { library, reader: Some(reader), new: Some(reservation), .. } = reserving else { return Ok(()) };
        if reserving.is_new {
            store::begin(scope, library).await?;
            store::number_cards(scope, library.next_card, library.next_card + 1).await?;
            store::add_reader(scope, reader).await?;
        }
        store::add_reservation(scope, reservation).await?;
        if let Some(copy) = &reserving.free {
            store::save_copy(scope, copy).await?;
        }
        store::settle(scope, reservation.title, reserving.more_wait).await
    }
}
