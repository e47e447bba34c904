//! Who stands at the desk, at which library, and how what is there is called.

use std::ops::Deref;

use super::words;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CopyId, Lang, ReaderId, TitleId};
use crate::features::accounts::OfficeDesk;
pub use crate::features::accounts::office_of;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{self, Known, Which};
use crate::features::library::{Copy, Reader};
use crate::server::db::Db;
use crate::ui::Frame;

pub(super) const LANG: Lang = OfficeDesk::LANG;

pub struct Desk(OfficeDesk);

impl Deref for Desk {
    type Target = OfficeDesk;

    fn deref(&self) -> &OfficeDesk {
        &self.0
    }
}

impl Desk {
    /// # Errors
    /// As [`OfficeDesk::asked`].
    pub fn asked() -> Result<Self, Refusal> {
        OfficeDesk::asked().map(Self)
    }

    /// # Errors
    /// As [`OfficeDesk::of`].
    pub fn of(db: Db, actor: Actor, frame: Frame) -> Result<Self, Refusal> {
        OfficeDesk::of(db, actor, frame).map(Self)
    }

    pub fn may(&self, act: ActName) -> bool {
        self.decide(act, Facts::default()) == Decision::Allow
    }

    pub fn decide(&self, act: ActName, facts: Facts) -> Decision {
        policy::decide(self.actor(), act, facts)
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

    /// "Siti Aminah, kartu 242008-A3, RT 02"
    pub fn name_and_card(&self, id: ReaderId) -> String {
        self.reader(id)
            .map_or_else(|| "pembaca".to_owned(), |reader| [reader.name.as_str(), ", kartu ", &reader.card, &words::told(reader)].concat())
    }

    pub fn title(&self, id: TitleId) -> &str {
        self.titles.iter().find(|known| known.id == id).map_or("buku", |known| known.title.name.as_str())
    }

    pub fn code(&self, id: CopyId) -> &str {
        self.copies.iter().find(|copy| copy.id == id).map_or("", |copy| copy.code.as_str())
    }
}
