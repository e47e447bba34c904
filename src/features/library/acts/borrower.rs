//! Who wants a title at a library, known there or not, and whether they may want one more.

use crate::access::{Code, Refusal};
use crate::domain::{OfficeCode, PersonName, ReaderId, TitleId};
use crate::features::library::label::{On, label};
use crate::features::library::store::Library;
use crate::features::library::{Reader, Who, store};
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
    library: Library,
    reader: Option<Reader>,
    is_new: bool,
    has_it: bool,
    /// From another library.
    awaits_it: bool,
    waits_for: u64,
}

impl Borrower {
    /// Holds the library, and a reader that an officer names, until the transaction ends: nobody counts what they wait
    /// for meanwhile.
    ///
    /// # Errors
    /// `NotFound` for no reader of this library; `Busy` or `Internal` of the database.
    pub async fn find(scope: &WriteScope<'_>, whose: &Whose, title: TitleId) -> Result<Self, Refusal> {
        let library = store::library_held(scope).await?;
        let reader = match (whose, scope.by()) {
            (Whose::Reader(id), _) => Some(store::reader_held(scope, *id).await?),
            (Whose::Own(_), Some(by)) => store::reader_of_account(scope, by).await?,
            (Whose::Own(_), None) => None,
        };
        let mut borrower = Self { library, reader, is_new: false, has_it: false, awaits_it: false, waits_for: 0 };
        if let Some(reader) = &borrower.reader {
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
        self.is_new = self.reader.is_none();
        let reader = match (&mut self.reader, whose) {
            (Some(reader), _) => reader,
            (none, Whose::Own(name)) => none.insert(Reader {
                id: cx.fresh::<ReaderId>(),
                version: None,
                card: label(office, On::Card, self.library.next_card),
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
        Ok(reader)
    }

    /// # Errors
    /// `Busy` when another took the number of the card, or the account got one at the same time: the act runs again.
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let (Some(reader), true) = (&self.reader, self.is_new) else { return Ok(()) };
        store::begin(scope, &self.library).await?;
        store::number_cards(scope, self.library.next_card, self.library.next_card + 1).await?;
        store::add_reader(scope, reader).await
    }
}
