use std::ops::Deref;

use crate::access::{ActName, Actor, Decision, Refusal, Role};
use crate::domain::{AccountId, Lang};
use crate::features::accounts::StaffDesk;
use crate::features::compliance::policy::{self, Facts};
use crate::server::db::{Db, RegencyScope};
use crate::ui::{Frame, encode_pair};

/// The regency speaks Indonesian.
pub const LANG: Lang = StaffDesk::LANG;

/// Who looks, for the regency.
pub struct Desk(StaffDesk);

impl Deref for Desk {
    type Target = StaffDesk;

    fn deref(&self) -> &StaffDesk {
        &self.0
    }
}

impl Desk {
    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who does not act for the regency.
    pub fn asked() -> Result<Self, Refusal> {
        Self::at(StaffDesk::asked()?)
    }

    /// # Errors
    /// `Forbidden` for who does not act for the regency.
    pub fn of(db: Db, actor: Actor, frame: Frame) -> Result<Self, Refusal> {
        Self::at(StaffDesk::of(db, actor, frame))
    }

    fn at(staff: StaffDesk) -> Result<Self, Refusal> {
        match staff.actor().role() {
            Role::Reviewer | Role::RegencyAdmin => Ok(Self(staff)),
            _ => Err(Refusal::Forbidden),
        }
    }

    /// Who has a queue.
    ///
    /// # Errors
    /// `Forbidden` for who reviews nothing.
    pub fn reviewer(&self) -> Result<AccountId, Refusal> {
        match (self.actor().role(), self.actor().account()) {
            (Role::Reviewer, Some(account)) => Ok(account),
            _ => Err(Refusal::Forbidden),
        }
    }

    /// The frame with how many items wait beside the queue's entry of the rail.
    pub fn counting(&self, items: u32) -> Frame {
        let mut frame = self.frame();
        frame.counts.review = items;
        frame
    }

    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn scope(&self) -> Result<RegencyScope<'_>, Refusal> {
        RegencyScope::open(self.db(), self.actor()).await
    }

    pub fn decide(&self, act: ActName, facts: Facts) -> Decision {
        policy::decide(self.actor(), act, facts)
    }

    /// Where the second factor is shown before something is done on a page, which follows it.
    pub fn with_factor(&self, page: &str) -> String {
        let mut query = String::new();
        encode_pair(&mut query, "lanjut", page);
        ["/masuk/kode?", &query].concat()
    }
}
