//! Who wants a title at a library, known there or not, and whether they may want one more.

use super::cardholder::Cardholder;
use crate::access::{Code, Refusal};
use crate::domain::{OfficeCode, PersonName, ReaderId, TitleId};
use crate::features::library::{Reader, store};
use crate::server::act::Moment;
use crate::server::db::WriteScope;

/// Titles that one reader may wait for at a library, wherever they come from.
const MOST_OF_ONE: u64 = 2;

/// For whom.
#[derive(Clone, Debug)]
pub enum Whose {
    /// A reader whom the officer has before them.
    Reader(ReaderId),
    /// Whoever is signed in. Who was never at this library becomes its reader, under this name.
    Own(PersonName),
}

pub struct Borrower {
    holder: Cardholder,
    has_it: bool,
    /// From another library.
    awaits_it: bool,
    waits_for: u64,
}

impl Borrower {
    /// Holds what [`Cardholder::find`] holds: nobody counts what they wait for meanwhile.
    ///
    /// # Errors
    /// `NotFound` for no reader of this library; `Busy` or `Internal` of the database.
    pub async fn find(scope: &WriteScope<'_>, whose: &Whose, title: TitleId) -> Result<Self, Refusal> {
        let holder = Cardholder::find(scope, whose).await?;
        let mut borrower = Self { holder, has_it: false, awaits_it: false, waits_for: 0 };
        if let Some(reader) = &borrower.holder.reader {
            let (awaited, awaits_it) = store::awaited_by(scope, reader.id, title).await?;
            borrower.has_it = store::title_with_reader(scope, title, reader.id).await?;
            borrower.waits_for = store::waits_for(scope, reader.id).await? + awaited;
            borrower.awaits_it = awaits_it;
        }
        Ok(borrower)
    }

    /// The reader, who may wait for one more; who was never at this library gets a card.
    ///
    /// # Errors
    /// `Conflict`: they have the title, wait for it, wait for as many as may be, or gave the card back.
    pub fn asks(&mut self, office: OfficeCode, whose: &Whose, cx: &Moment) -> Result<&Reader, Refusal> {
        if self.has_it {
            return Err(Refusal::Conflict(Code::TitleWithReader));
        }
        if self.awaits_it {
            return Err(Refusal::Conflict(Code::ReservedAlready));
        }
        if self.waits_for >= MOST_OF_ONE {
            return Err(Refusal::Conflict(Code::TooManyReservations));
        }
        self.holder.take(office, whose, cx)
    }

    /// # Errors
    /// As [`Cardholder::save`].
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        self.holder.save(scope).await
    }
}
