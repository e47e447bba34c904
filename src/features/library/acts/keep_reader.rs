use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, PersonName, ReaderId, Version};
use crate::features::library::label::{On, label};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Library;
use crate::features::library::{Reader, Who, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Writes down who borrows here: somebody new, or what has changed of them.
#[derive(Clone, Debug)]
pub struct KeepReader {
    pub office: OfficeCode,
    /// Whom, as they were seen; `None` for somebody new.
    pub known: Option<(ReaderId, Version)>,
    pub name: PersonName,
    pub who: Who,
    pub active: bool,
}

pub struct Keeping {
    library: Library,
    /// Of a child.
    guardian: Option<Reader>,
    reader: Option<Reader>,
    is_new: bool,
}

impl Act for KeepReader {
    type Record = Keeping;
    type Done = ReaderId;
    const NAME: ActName = ActName::KeepReader;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Keeping, Refusal> {
        let library = store::library_held(scope).await?;
        let guardian = match self.who {
            Who::ChildOf(guardian) => Some(store::reader(scope, guardian).await?),
            Who::Adult => None,
        };
        let reader = match self.known {
            Some((id, _)) => Some(store::reader_held(scope, id).await?),
            None => None,
        };
        Ok(Keeping { library, guardian, reader, is_new: false })
    }

    fn decide(&self, actor: &Actor, _: &Keeping) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, keeping: &mut Keeping, cx: &Moment) -> Result<Change<ReaderId>, Refusal> {
        let Keeping { library, guardian, reader, is_new } = keeping;
        let oneself = |guardian: &Reader| self.known.is_some_and(|(id, _)| id == guardian.id);
        if guardian.as_ref().is_some_and(|guardian| guardian.who != Who::Adult || oneself(guardian)) {
            return Err(Refusal::Invalid(Problems::one("wali", ProblemCode::NotAChoice)));
        }
        *is_new = reader.is_none();
        let reader = reader.get_or_insert_with(|| Reader {
            id: cx.fresh::<ReaderId>(),
            version: None,
            card: label(self.office, On::Card, library.next_card),
            name: self.name.clone(),
            who: self.who,
            account: None,
            active: true,
            about: String::new(),
        });
        if self.known.is_some_and(|(_, seen)| reader.version != Some(seen)) {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        if let Some(guardian) = guardian {
            reader.account = guardian.account;
        } else if reader.who != Who::Adult {
            // Of age now: what they borrow from here on is their own.
            reader.account = None;
        }
        (reader.name, reader.who, reader.active) = (self.name.clone(), self.who, self.active);
        Ok(Change::of(Object::new("library_reader", reader.id), reader.id).fields(&["name", "guardian", "active"]))
    }

    async fn save(keeping: &Keeping, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Keeping { library, reader: Some(reader), is_new, .. } = keeping else { return Ok(()) };
        if !is_new {
            store::save_reader(scope, reader).await?;
            return store::follow_reader(scope, reader).await;
        }
        store::begin(scope, library).await?;
        store::number_cards(scope, library.next_card, library.next_card + 1).await?;
        store::add_reader(scope, reader).await
    }
}
