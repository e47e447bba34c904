use crate::access::{ActName, Actor, Decision, Refusal, Role};
use crate::domain::{AccountId, Day, IdemKey, Instant, Lang};
use crate::features::accounts;
use crate::features::compliance::policy::{self, Facts};
use crate::server::clock::day_at;
use crate::server::db::{Db, RegencyScope};
use crate::server::{session, when};
use crate::ui::{Frame, FrameCounts, encode_pair};

/// The regency speaks Indonesian.
pub const LANG: Lang = Lang::Id;

/// Who looks, for the regency.
pub struct Desk {
    pub db: Db,
    pub actor: Actor,
    pub frame: Frame,
}

impl Desk {
    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who does not act for the regency.
    pub fn asked() -> Result<Self, Refusal> {
        let ((db, actor), standing) = (session::asking()?, session::standing()?);
        Self::of(db, actor, accounts::frame(&standing, FrameCounts::default()))
    }

    /// # Errors
    /// `Forbidden` for who does not act for the regency.
    pub fn of(db: Db, actor: Actor, frame: Frame) -> Result<Self, Refusal> {
        match actor.role() {
            Role::Reviewer | Role::RegencyAdmin => Ok(Self { db, actor, frame }),
            _ => Err(Refusal::Forbidden),
        }
    }

    /// Who has a queue.
    ///
    /// # Errors
    /// `Forbidden` for who reviews nothing.
    pub fn reviewer(&self) -> Result<AccountId, Refusal> {
        match (self.actor.role(), self.actor.account()) {
            (Role::Reviewer, Some(account)) => Ok(account),
            _ => Err(Refusal::Forbidden),
        }
    }

    /// The frame with how many items wait beside the queue's entry of the rail.
    pub fn counting(&self, items: u32) -> Frame {
        let mut frame = self.frame.clone();
        frame.counts.review = items;
        frame
    }

    pub async fn scope(&self) -> Result<RegencyScope<'_>, Refusal> {
        RegencyScope::open(&self.db, &self.actor).await
    }

    pub fn decide(&self, act: ActName, facts: Facts) -> Decision {
        policy::decide(&self.actor, act, facts)
    }

    /// Where the second factor is shown before something is done on a page, which follows it.
    pub fn with_factor(&self, page: &str) -> String {
        let mut query = String::new();
        encode_pair(&mut query, "lanjut", page);
        ["/masuk/kode?", &query].concat()
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
        when::in_words(at, self.db.zone(), LANG)
    }
}
