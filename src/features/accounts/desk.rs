//! Somebody of the staff at one of their desks: what every feature with pages under `/kantor` and `/bpm` asks for.

use std::ops::Deref;

use super::screens::frame;
use crate::access::{Actor, Refusal, Unit};
use crate::domain::{Day, IdemKey, Instant, Lang, OfficeCode};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::{session, when};
use crate::ui::{Frame, FrameCounts};

/// Who looks, and what time it is there. What they may do is the feature's policy.
pub struct StaffDesk {
    db: Db,
    actor: Actor,
    frame: Frame,
}

/// The same at an office.
pub struct OfficeDesk {
    staff: StaffDesk,
    office: OfficeCode,
}

impl StaffDesk {
    /// Offices and regency speak Indonesian.
    pub const LANG: Lang = Lang::Id;

    /// # Errors
    /// `SignIn` when nobody is known.
    pub fn asked() -> Result<Self, Refusal> {
        let ((db, actor), standing) = (session::asking()?, session::standing()?);
        Ok(Self::of(db, actor, frame(&standing, FrameCounts::default())))
    }

    pub const fn of(db: Db, actor: Actor, frame: Frame) -> Self {
        Self { db, actor, frame }
    }

    pub const fn db(&self) -> &Db {
        &self.db
    }

    pub const fn actor(&self) -> &Actor {
        &self.actor
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
        self.day(self.now())
    }

    pub fn day(&self, at: Instant) -> Day {
        day_at(at, self.db.zone())
    }

    pub fn when(&self, at: Instant) -> String {
        when::in_words(at, self.db.zone(), Self::LANG)
    }
}

impl OfficeDesk {
    /// An office speaks Indonesian.
    pub const LANG: Lang = StaffDesk::LANG;

    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who does not act for an office.
    pub fn asked() -> Result<Self, Refusal> {
        Self::at(StaffDesk::asked()?)
    }

    /// # Errors
    /// `Forbidden` for who does not act for an office.
    pub fn of(db: Db, actor: Actor, frame: Frame) -> Result<Self, Refusal> {
        Self::at(StaffDesk::of(db, actor, frame))
    }

    fn at(staff: StaffDesk) -> Result<Self, Refusal> {
        let office = office_of(staff.actor())?;
        Ok(Self { staff, office })
    }

    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn scope(&self) -> Result<OfficeScope<'_>, Refusal> {
        OfficeScope::open(self.db(), self.actor()).await
    }

    pub const fn office(&self) -> OfficeCode {
        self.office
    }
}

impl Deref for OfficeDesk {
    type Target = StaffDesk;

    fn deref(&self) -> &StaffDesk {
        &self.staff
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
