//! Who looks at the office's desk of the market, and what they may do there.

use std::ops::Deref;

use super::words;
use crate::access::{ActName, Decision, Refusal};
use crate::domain::{AccountId, Lang, ListingId, Version};
use crate::features::accounts::{OfficeDesk, names};
use crate::features::catalogue::RowDraft;
use crate::features::catalogue::fields::row_draft;
use crate::features::catalogue::policy::{self, Facts};

pub const LANG: Lang = OfficeDesk::LANG;

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

    pub fn may(&self, act: ActName, facts: Facts) -> bool {
        policy::decide(self.actor(), act, facts) == Decision::Allow
    }

    /// What stands beside a draft in a list, for who may write it.
    pub fn draft(&self, at: (&str, String, ListingId, Version), finished: Option<bool>) -> Option<RowDraft> {
        let finished = finished.filter(|_| self.may(ActName::EditListing, Facts::default()))?;
        Some(row_draft(at, finished, words::DRAFT, self.key()))
    }

    pub async fn name_of(&self, account: AccountId) -> Result<String, Refusal> {
        let known = names(self.db(), &[account]).await?;
        Ok(known.into_iter().next().map_or_else(|| "petugas".to_owned(), |(_, name)| name))
    }
}
