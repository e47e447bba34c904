//! Who stands at the desk, and at which office.

use std::ops::Deref;

use super::views::TrainingDeskView;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Lang, OfficeCode, OfficeKind};
use crate::features::accounts::OfficeDesk;
pub use crate::features::accounts::office_of;
use crate::features::offices::gazetteer;
use crate::features::training::policy::{self, Facts};
use crate::server::db::Db;
use crate::ui::{Frame, Way};

pub(super) const LANG: Lang = OfficeDesk::LANG;

/// Where the desk is.
pub(super) const DESK: &str = "/kantor/pelatihan";

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

    /// Whether the second factor was shown just now.
    pub fn stepped_up(&self) -> bool {
        self.0.actor().stepped_up()
    }

    pub fn may(&self, act: ActName) -> bool {
        self.decide(act) == Decision::Allow
    }

    pub fn decide(&self, act: ActName) -> Decision {
        policy::decide(self.actor(), act, Facts::default())
    }

    /// A page, with the picture of what is on it.
    pub fn page(&self, back: Option<Way>, title: impl Into<String>, drawn: String) -> TrainingDeskView {
        TrainingDeskView { frame: self.frame(), back, title: title.into(), result: None, drawn, sheet: false }
    }
}

/// # Errors
/// `NotFound` for an office that is not in the list.
pub fn kind_of(office: OfficeCode) -> Result<OfficeKind, Refusal> {
    gazetteer().by_code(office).map(|office| office.kind).ok_or(Refusal::NotFound)
}
