//! Somebody of an office at one of its desks: what every feature with pages under `/kantor` asks for.

use super::screens::frame;
use crate::access::{Actor, Refusal, Unit};
use crate::domain::{Day, IdemKey, Instant, Lang, OfficeCode};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::{session, when};
use crate::ui::{Frame, FrameCounts};

/// Who looks, and at which office. What they may do there is the feature's policy.
pub struct OfficeDesk {
    db: Db,
    actor: Actor,
    office: OfficeCode,
    frame: Frame,
}

impl OfficeDesk {
    /// An office speaks Indonesian.
    pub const LANG: Lang = Lang::Id;

    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who does not act for an office.
    pub fn asked() -> Result<Self, Refusal> {
        let ((db, actor), standing) = (session::asking()?, session::standing()?);
        Self::of(db, actor, frame(&standing, FrameCounts::default()))
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

    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub const fn office(&self) -> OfficeCode {
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
        self.day(self.now())
    }

    pub fn day(&self, at: Instant) -> Day {
        day_at(at, self.db.zone())
    }

    pub fn when(&self, at: Instant) -> String {
        when::in_words(at, self.db.zone(), Self::LANG)
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
