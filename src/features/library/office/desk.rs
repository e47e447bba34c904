//! Who stands at the desk, at which library, and how what is there is called.

use crate::access::{ActName, Actor, Decision, Refusal, Unit};
use crate::domain::{CopyId, Day, IdemKey, Instant, Lang, OfficeCode, ReaderId, TitleId};
use crate::features::accounts;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{self, Known, Which};
use crate::features::library::{Copy, Reader};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::{session, when};
use crate::ui::{Frame, FrameCounts};

/// An office speaks Indonesian.
pub(super) const LANG: Lang = Lang::Id;

pub struct Desk {
    db: Db,
    actor: Actor,
    office: OfficeCode,
    frame: Frame,
}

impl Desk {
    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who does not act for an office.
    pub fn asked() -> Result<Self, Refusal> {
        let ((db, actor), standing) = (session::asking()?, session::standing()?);
        Self::of(db, actor, accounts::frame(&standing, FrameCounts::default()))
    }

    /// # Errors
    /// `Forbidden` for who does not act for an office.
    pub fn of(db: Db, actor: Actor, frame: Frame) -> Result<Self, Refusal> {
        let office = office_of(&actor)?;
        Ok(Self { db, actor, office, frame })
    }

    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn scope(&self) -> Result<OfficeScope<'_>, Refusal> {
        OfficeScope::open(&self.db, &self.actor).await
    }

    pub fn db(&self) -> &Db {
        &self.db
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub fn office(&self) -> OfficeCode {
        self.office
    }

    pub fn frame(&self) -> Frame {
        self.frame.clone()
    }

    pub fn key(&self) -> IdemKey {
        self.db.fresh_key()
    }

    pub fn now(&self) -> Instant {
        self.db.clock().now()
    }

    pub fn today(&self) -> Day {
        day_at(self.now(), self.db.zone())
    }

    pub fn when(&self, at: Instant) -> String {
        when::in_words(at, self.db.zone(), LANG)
    }

    pub fn may(&self, act: ActName) -> bool {
        self.decide(act, Facts::default()) == Decision::Allow
    }

    pub fn decide(&self, act: ActName, facts: Facts) -> Decision {
        policy::decide(&self.actor, act, facts)
    }
}

/// The office for which somebody acts.
///
/// # Errors
/// `Forbidden`.
pub fn office_of(actor: &Actor) -> Result<OfficeCode, Refusal> {
    match actor.unit() {
        Some(Unit::Office(office)) => Ok(office),
        _ => Err(Refusal::Forbidden),
    }
}

/// Readers, titles and copies that a page names.
#[derive(Default)]
pub struct Names {
    readers: Vec<Reader>,
    titles: Vec<Known>,
    copies: Vec<Copy>,
}

impl Names {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn read(desk: &Desk, readers: &[ReaderId], titles: &[TitleId], copies: &[CopyId]) -> Result<Self, Refusal> {
        let scope = desk.scope().await?;
        let readers = store::readers(&scope, Which::These(readers)).await?;
        let copies = store::copies(&scope, copies).await?;
        drop(scope);
        Ok(Self { readers, copies, titles: store::titles_in(desk.db(), titles).await? })
    }

    pub fn reader(&self, id: ReaderId) -> Option<&Reader> {
        self.readers.iter().find(|reader| reader.id == id)
    }

    pub fn name(&self, id: ReaderId) -> &str {
        self.reader(id).map_or("pembaca", |reader| reader.name.as_str())
    }

    /// "Siti Aminah, kartu 242008-A3"
    pub fn name_and_card(&self, id: ReaderId) -> String {
        self.reader(id).map_or_else(|| "pembaca".to_owned(), |reader| [reader.name.as_str(), ", kartu ", &reader.card].concat())
    }

    pub fn title(&self, id: TitleId) -> &str {
        self.titles.iter().find(|known| known.id == id).map_or("buku", |known| known.title.name.as_str())
    }

    pub fn code(&self, id: CopyId) -> &str {
        self.copies.iter().find(|copy| copy.id == id).map_or("", |copy| copy.code.as_str())
    }
}
