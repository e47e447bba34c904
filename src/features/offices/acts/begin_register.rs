use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::features::offices::{OfficeProfile, policy, store};
use crate::server::act::{Act, Change, Moment, Number, Object, Register, register};
use crate::server::db::WriteScope;

/// Continues the paper book of this year: the next letter gets the number after `last`. Once, and only
/// before the first letter: a number that was given is never given again.
#[derive(Clone, Debug)]
pub struct BeginRegister {
    pub register: String,
    /// The last number that was written by hand; 0 for a book that begins here.
    pub last: u32,
}

/// A book of this year, and where it is to begin.
pub struct Book {
    kept: store::KeptProfile,
    begun: bool,
    last: Number,
}

impl Act for BeginRegister {
    type Record = Book;
    type Done = ();
    const NAME: ActName = ActName::BeginRegister;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Book, Refusal> {
        let kept = store::profile(scope).await?;
        let last = Number { register: Register(self.register.clone()), year: register::this_year(scope), value: self.last };
        let begun = register::last(scope, &last.register, last.year).await?.is_some();
        Ok(Book { kept, begun, last })
    }

    fn decide(&self, actor: &Actor, _book: &Book) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, book: &mut Book, _cx: &Moment) -> Result<Change<()>, Refusal> {
        if !book.kept.profile.has_book(&self.register) {
            return Err(Refusal::NotFound);
        }
        if book.begun || self.last > OfficeProfile::HIGHEST_NUMBER {
            return Err(Refusal::Conflict(Code::RegisterBegun));
        }
        Ok(Change::of(Object::new("office_profile", book.kept.id()), ()).fields(&["register"]))
    }

    async fn save(book: &Book, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        register::begin(scope, &book.last).await
    }
}
