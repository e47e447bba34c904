//! Who stands at the desk, and at which office.

use super::views::TrainingDeskView;
use crate::access::{ActName, Actor, Decision, Refusal, Unit};
use crate::domain::{Day, IdemKey, Instant, Lang, OfficeCode, OfficeKind};
use crate::features::accounts;
use crate::features::offices::gazetteer;
use crate::features::training::policy::{self, Facts};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::session;
use crate::ui::{Frame, FrameCounts, Way};

/// An office speaks Indonesian.
pub(super) const LANG: Lang = Lang::Id;

/// Where the desk is.
pub(super) const DESK: &str = "/kantor/pelatihan";

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

    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// Whether the second factor was shown just now.
    pub const fn stepped_up(&self) -> bool {
        self.actor.stepped_up()
    }

    pub const fn office(&self) -> OfficeCode {
        self.office
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

    pub fn may(&self, act: ActName) -> bool {
        self.decide(act) == Decision::Allow
    }

    pub fn decide(&self, act: ActName) -> Decision {
        policy::decide(&self.actor, act, Facts::default())
    }

    /// A page, with the picture of what is on it.
    pub fn page(&self, back: Option<Way>, title: impl Into<String>, drawn: String) -> TrainingDeskView {
        TrainingDeskView { frame: self.frame.clone(), back, title: title.into(), result: None, drawn, sheet: false }
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

/// # Errors
/// `NotFound` for an office that is not in the list.
pub fn kind_of(office: OfficeCode) -> Result<OfficeKind, Refusal> {
    gazetteer().by_code(office).map(|office| office.kind).ok_or(Refusal::NotFound)
}
