use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::LetterId;
use crate::features::letters::store::{VoidNumber, insert_void};
use crate::features::letters::{VoidReason, policy};
use crate::features::offices::{KeptProfile, profile};
use crate::server::act::{Act, Change, Moment, Object, Register};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// Takes the next number of a book and crosses it out. It stays in the book with its reason and is
/// never given to a letter.
#[derive(Clone, Debug)]
pub struct CrossOut {
    /// Code of the service for whose letter the number was meant, and its classification.
    pub service: String,
    pub classification: String,
    pub reason: VoidReason,
}

/// The office, and the number once it is taken.
pub struct Book {
    kept: KeptProfile,
    taken: Option<VoidNumber>,
}

impl Act for CrossOut {
    type Record = Book;
    type Done = LetterId;
    const NAME: ActName = ActName::VoidNumber;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Book, Refusal> {
        Ok(Book { kept: profile(scope).await?, taken: None })
    }

    fn decide(&self, actor: &Actor, _book: &Book) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn register(&self, book: &Book) -> Option<Register> {
        Some(Register(book.kept.profile.book(&self.service)))
    }

    fn apply(&self, book: &mut Book, cx: &Moment) -> Result<Change<LetterId>, Refusal> {
        let sequence = cx.number()?.clone();
        let (id, on) = (cx.fresh::<LetterId>(), day_at(cx.now, cx.zone()));
        let number = book.kept.profile.number(book.kept.office, &self.classification, sequence.value, on);
        let number = number.ok_or(Refusal::Conflict(Code::LetterheadIncomplete))?;
        book.taken = Some(VoidNumber { id, sequence, number, reason: self.reason, on, at: cx.now });
        Ok(Change::of(Object::new("letter", id), id).fields(&["number", "reason"]))
    }

    async fn save(book: &Book, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &book.taken {
            Some(void) => insert_void(scope, void).await,
            None => Ok(()),
        }
    }
}
