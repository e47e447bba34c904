//! Who looks at the office's desk of the market, and what they may do there.

use super::doors::office_of;
use super::words;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, Day, IdemKey, Instant, Lang, ListingId, Version};
use crate::features::accounts::{frame, names};
use crate::features::catalogue::RowDraft;
use crate::features::catalogue::fields::row_draft;
use crate::features::catalogue::policy::{self, Facts};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::session::{self, Standing as Session};
use crate::server::when;
use crate::ui::{Frame, FrameCounts};

/// An office speaks Indonesian.
pub const LANG: Lang = Lang::Id;

/// Who looks, at which office.
pub struct Desk {
    db: Db,
    session: Session,
}

impl Desk {
    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who does not act for an office.
    pub fn asked() -> Result<Self, Refusal> {
        let ((db, actor), session) = (session::asking()?, session::standing()?);
        office_of(&actor)?;
        Ok(Self { db, session })
    }

    pub fn actor(&self) -> &Actor {
        &self.session.actor
    }

    pub async fn scope(&self) -> Result<OfficeScope<'_>, Refusal> {
        OfficeScope::open(&self.db, &self.session.actor).await
    }

    pub fn frame(&self) -> Frame {
        frame(&self.session, FrameCounts::default())
    }

    pub fn today(&self) -> Day {
        day_at(self.db.clock().now(), self.db.zone())
    }

    pub fn key(&self) -> IdemKey {
        self.db.fresh_key()
    }

    pub fn when(&self, at: Instant) -> String {
        when::in_words(at, self.db.zone(), LANG)
    }

    pub fn may(&self, act: ActName, facts: Facts) -> bool {
        policy::decide(&self.session.actor, act, facts) == Decision::Allow
    }

    /// What stands beside a draft in a list, for who may write it.
    pub fn draft(&self, at: (&str, String, ListingId, Version), finished: Option<bool>) -> Option<RowDraft> {
        let finished = finished.filter(|_| self.may(ActName::EditListing, Facts::default()))?;
        Some(row_draft(at, finished, words::DRAFT, self.key()))
    }

    pub async fn name_of(&self, account: AccountId) -> Result<String, Refusal> {
        let known = names(&self.db, &[account]).await?;
        Ok(known.into_iter().next().map_or_else(|| "petugas".to_owned(), |(_, name)| name))
    }
}
