use super::moment::today;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{CopyId, Day, LoanId, ReaderId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Corner;
use crate::features::library::{Copy, Loan, Reader, Reservation, Turn, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Hands a copy to a reader.
#[derive(Clone, Debug)]
pub struct LendCopy {
    pub copy: CopyId,
    pub reader: ReaderId,
}

pub struct Lending {
    corner: Corner,
    copy: Copy,
    reader: Reader,
    /// Copies that the reader has.
    open: u64,
    /// The reader's own place in the queue.
    reservation: Option<Reservation>,
    fewer_wait: i64,
    new: Option<Loan>,
}

impl Act for LendCopy {
    type Record = Lending;
    /// The day on which it is due.
    type Done = Day;
    const NAME: ActName = ActName::LendCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Lending, Refusal> {
        let title = store::copy(scope, self.copy).await?.title;
        let corner = store::corner_held(scope, title).await?;
        let copy = store::copy_held(scope, self.copy).await?;
        let reader = store::reader_held(scope, self.reader).await?;
        let open = store::open_loans_of(scope, self.reader).await?;
        let reservation = store::reservation_of(scope, title, self.reader).await?;
        Ok(Lending { corner, copy, reader, open, reservation, fewer_wait: 0, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Lending) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, lending: &mut Lending, cx: &Moment) -> Result<Change<Day>, Refusal> {
        let Lending { corner, copy, reader, open, reservation, fewer_wait, new } = lending;
        if !reader.active {
            return Err(Refusal::Conflict(Code::ReaderInactive));
        }
        if *open >= u64::from(corner.rules.copies) {
            return Err(Refusal::Conflict(Code::TooManyLoans));
        }
        let (id, due) = (cx.fresh::<LoanId>(), corner.rules.due(today(cx)));
        copy.lend(id, due, reservation.as_ref().map(|reservation| reservation.id))?;
        if let Some(reservation) = reservation {
            match reservation.turn {
                // Another copy waits for them behind the desk: that one is theirs.
                Turn::Ready { copy, .. } if copy != self.copy => return Err(Refusal::Conflict(Code::AsideForThem)),
                Turn::Waiting => *fewer_wait = -1,
                Turn::Ready { .. } | Turn::Served | Turn::Over => {}
            }
            reservation.be_served();
        }
        *new = Some(Loan {
            id,
            version: None,
            copy: self.copy,
            title: copy.title,
            reader: self.reader,
            account: reader.account,
            lent_at: cx.now,
            due,
            renewed: 0,
            returned_at: None,
        });
        Ok(Change::of(Object::new("library_loan", id), due).fields(&["copy", "reader", "due"]))
    }

    async fn save(lending: &Lending, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_copy(scope, &lending.copy).await?;
        if let Some(loan) = &lending.new {
            store::add_loan(scope, loan).await?;
        }
        if let Some(reservation) = &lending.reservation {
            store::save_reservation(scope, reservation).await?;
        }
        store::settle(scope, lending.copy.title, lending.fewer_wait).await
    }
}
