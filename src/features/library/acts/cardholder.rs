//! Who comes to a library, known there or not: whoever was never there gets a card with the act that brings them.

use super::borrower::Whose;
use crate::access::{Code, Refusal};
use crate::domain::{OfficeCode, ReaderId};
use crate::features::library::label::{On, label};
use crate::features::library::store::Library;
use crate::features::library::{Reader, Who, store};
use crate::server::act::Moment;
use crate::server::db::WriteScope;

pub struct Cardholder {
    library: Library,
    pub reader: Option<Reader>,
    is_new: bool,
}

impl Cardholder {
    /// Holds the library, and a reader that an officer names, until the transaction ends.
    ///
    /// # Errors
    /// `NotFound` for no reader of this library; `Busy` or `Internal` of the database.
    pub async fn find(scope: &WriteScope<'_>, whose: &Whose) -> Result<Self, Refusal> {
        let library = store::library_held(scope).await?;
        let reader = match (whose, scope.by()) {
            (Whose::Reader(id), _) => Some(store::reader_held(scope, *id).await?),
            (Whose::Own(_), Some(by)) => store::reader_of_account(scope, by).await?,
            (Whose::Own(_), None) => None,
        };
        Ok(Self { library, reader, is_new: false })
    }

    /// The reader, with a new card if they had none.
    ///
    /// # Errors
    /// `Conflict(ReaderInactive)`: they gave the card back.
    pub fn take(&mut self, office: OfficeCode, whose: &Whose, cx: &Moment) -> Result<&Reader, Refusal> {
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
                about: String::new(),
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
