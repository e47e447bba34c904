//! What the market knows of a shop or a product, and its state machine. Pure and total: a refused
//! transition changes nothing.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Content, Photo, Product};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Instant, ListingId, Version};

/// A shop or a product: at most one version that visitors see, at most one that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing<C: Content> {
    pub id: ListingId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    /// Its address; never changes, whatever it is called later.
    pub slug: String,
    /// The resident whose it is; `None` while the office keeps it on their behalf.
    pub owner: Option<AccountId>,
    pub created_at: Instant,
    pub standing: Standing<C>,
    pub part: C::Part,
}

/// Either nothing of it was public yet, or something was approved. There is no third way to write one
/// down: a public listing without an approved version cannot be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Standing<C: Content> {
    New(Pending<C>),
    Approved {
        content: C,
        /// When it was approved first.
        since: Instant,
        next: Option<Pending<C>>,
        /// Why the office has hidden it; the seller reads it.
        hidden: Option<String>,
    },
    /// Closed for good. What was said last stays, as far as it was said.
    Archived {
        content: C::Draft,
    },
}

/// A version that visitors do not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending<C: Content> {
    /// Who wrote it: whoever approves is another person.
    pub by: AccountId,
    pub stage: Stage<C>,
    /// What the office had asked for of an earlier writing. Whoever mends reads it until it is proposed,
    /// and whoever approves compares.
    pub asked: Option<String>,
}

/// Only what is whole can be proposed; a draft is what somebody has typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage<C: Content> {
    Draft(C::Draft),
    Proposed(C),
    /// With what has to be changed, in a sentence.
    Returned(C, String),
}

/// What a writer wants with what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish<C: Content> {
    Keep(C::Draft),
    Propose(C),
}

/// Which button a writer has pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    Keep,
    Propose,
}

/// Where a listing stands, for lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Proposed,
    Returned,
    Draft,
    Public,
    Hidden,
    Archived,
}

impl<C: Content> Wish<C> {
    pub fn name(&self) -> &str {
        match self {
            Self::Keep(draft) => C::name_of(draft),
            Self::Propose(content) => content.name(),
        }
    }

    pub(super) fn pending(self, by: AccountId, asked: Option<String>) -> Pending<C> {
        let stage = match self {
            Self::Keep(draft) => Stage::Draft(draft),
            Self::Propose(content) => Stage::Proposed(content),
        };
        Pending { by, stage, asked }
    }
}

impl<C: Content> Pending<C> {
    /// What was written, as it would be typed.
    fn said(&self) -> Cow<'_, C::Draft> {
        match &self.stage {
            Stage::Draft(draft) => Cow::Borrowed(draft),
            Stage::Proposed(content) | Stage::Returned(content, _) => content.draft(),
        }
    }
}

impl State {
    pub const ALL: [Self; 6] = [Self::Proposed, Self::Returned, Self::Draft, Self::Public, Self::Hidden, Self::Archived];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Returned => "returned",
            Self::Draft => "draft",
            Self::Public => "public",
            Self::Hidden => "hidden",
            Self::Archived => "archived",
        }
    }
}

impl<C: Content> Standing<C> {
    /// Where it stands for whoever has to do something: what waits goes before what is public.
    pub fn state(&self) -> State {
        match self {
            Self::Archived { .. } => State::Archived,
            _ if self.proposed().is_some() => State::Proposed,
            Self::Approved { hidden: Some(_), .. } => State::Hidden,
            _ if self.pending().is_some_and(|pending| matches!(pending.stage, Stage::Returned(..))) => State::Returned,
            Self::New(_) => State::Draft,
            Self::Approved { .. } => State::Public,
        }
    }

    /// What visitors see.
    pub const fn public(&self) -> Option<&C> {
        match self {
            Self::Approved { content, hidden: None, .. } => Some(content),
            _ => None,
        }
    }

    pub const fn pending(&self) -> Option<&Pending<C>> {
        match self {
            Self::New(pending) | Self::Approved { next: Some(pending), .. } => Some(pending),
            _ => None,
        }
    }

    /// What has to be changed before it is approved, or had to be: a draft or a new proposal has it still.
    pub fn asked(&self) -> Option<&str> {
        let pending = self.pending()?;
        match &pending.stage {
            Stage::Returned(_, reason) => Some(reason),
            _ => pending.asked.as_deref(),
        }
    }

    /// What waits for the office.
    pub fn proposed(&self) -> Option<&C> {
        match &self.pending()?.stage {
            Stage::Proposed(content) => Some(content),
            _ => None,
        }
    }

    /// What somebody goes on with.
    pub fn drafted(&self) -> Option<&C::Draft> {
        match &self.pending()?.stage {
            Stage::Draft(draft) => Some(draft),
            _ => None,
        }
    }

    /// What was said last, whoever has seen it, as it would be typed.
    pub fn latest(&self) -> Cow<'_, C::Draft> {
        match self {
            Self::New(pending) | Self::Approved { next: Some(pending), .. } => pending.said(),
            Self::Approved { content, .. } => content.draft(),
            Self::Archived { content } => Cow::Borrowed(content),
        }
    }

    /// As it was called last.
    pub fn name(&self) -> &str {
        match self {
            Self::New(Pending { stage, .. }) | Self::Approved { next: Some(Pending { stage, .. }), .. } => match stage {
                Stage::Draft(draft) => C::name_of(draft),
                Stage::Proposed(content) | Stage::Returned(content, _) => content.name(),
            },
            Self::Approved { content, .. } => content.name(),
            Self::Archived { content } => C::name_of(content),
        }
    }
}

impl Standing<Product> {
    /// Of all that is said of it, seen or not.
    pub fn photos(&self) -> impl Iterator<Item = &Photo> {
        let public = match self {
            Self::Approved { content, .. } => content.photos.as_slice(),
            _ => &[],
        };
        let last = match self {
            Self::New(Pending { stage, .. }) | Self::Approved { next: Some(Pending { stage, .. }), .. } => match stage {
                Stage::Draft(sketch) => sketch.photos.as_slice(),
                Stage::Proposed(product) | Stage::Returned(product, _) => &product.photos,
            },
            Self::Approved { .. } => &[],
            Self::Archived { content } => &content.photos,
        };
        public.iter().chain(last)
    }
}

impl<C: Content> Listing<C> {
    /// Which version somebody looks at who reads it now.
    pub fn seen(&self) -> Version {
        self.version.unwrap_or(Version::FIRST)
    }

    /// Says it anew. What visitors see stays as it is.
    ///
    /// # Errors
    /// `Conflict(ListingArchived)`; `Conflict(NothingChanged)` when visitors see it so already.
    pub fn edit(&mut self, wish: Wish<C>, by: AccountId) -> Result<(), Refusal> {
        let pending = wish.pending(by, self.standing.asked().map(str::to_owned));
        match &mut self.standing {
            Standing::Archived { .. } => return Err(Refusal::Conflict(Code::ListingArchived)),
            Standing::New(old) => *old = pending,
            // Who writes again what is public takes back what waits.
            Standing::Approved { content, next, .. } if content.draft() == pending.said() => match next.take() {
                Some(_) => {}
                None => return Err(Refusal::Conflict(Code::NothingChanged)),
            },
            Standing::Approved { next, .. } => *next = Some(pending),
        }
        Ok(())
    }

    /// Makes the proposed version the one that visitors see.
    ///
    /// # Errors
    /// `Conflict(NothingProposed)`, or what hinders the first version.
    pub fn approve(&mut self, now: Instant) -> Result<(), Refusal> {
        let content = self.proposed()?;
        let (since, hidden) = match &self.standing {
            Standing::Approved { since, hidden, .. } => (*since, hidden.clone()),
            _ => match C::hindrance(&self.part) {
                Some(code) => return Err(Refusal::Conflict(code)),
                None => (now, None),
            },
        };
        self.standing = Standing::Approved { content, since, next: None, hidden };
        Ok(())
    }

    /// Gives the proposed version back, with what has to be changed.
    ///
    /// # Errors
    /// `Conflict(NothingProposed)`.
    pub fn give_back(&mut self, reason: String) -> Result<(), Refusal> {
        let content = self.proposed()?;
        if let Standing::New(pending) | Standing::Approved { next: Some(pending), .. } = &mut self.standing {
            pending.stage = Stage::Returned(content, reason);
        }
        Ok(())
    }

    /// Takes it from visitors at once.
    ///
    /// # Errors
    /// `Conflict(NotPublic)`.
    pub fn hide(&mut self, reason: String) -> Result<(), Refusal> {
        match &mut self.standing {
            Standing::Approved { hidden: hidden @ None, .. } => *hidden = Some(reason),
            _ => return Err(Refusal::Conflict(Code::NotPublic)),
        }
        Ok(())
    }

    /// Shows again what was hidden.
    ///
    /// # Errors
    /// `Conflict(NotHidden)`.
    pub fn show(&mut self) -> Result<(), Refusal> {
        match &mut self.standing {
            Standing::Approved { hidden: hidden @ Some(_), .. } => *hidden = None,
            _ => return Err(Refusal::Conflict(Code::NotHidden)),
        }
        Ok(())
    }

    /// Closes it for good.
    ///
    /// # Errors
    /// `Conflict(ListingArchived)`.
    pub fn archive(&mut self) -> Result<(), Refusal> {
        let content = match &self.standing {
            Standing::Archived { .. } => return Err(Refusal::Conflict(Code::ListingArchived)),
            // What was public is what is remembered.
            Standing::Approved { content, .. } => content.draft().into_owned(),
            Standing::New(pending) => pending.said().into_owned(),
        };
        self.standing = Standing::Archived { content };
        Ok(())
    }

    fn proposed(&self) -> Result<C, Refusal> {
        self.standing.proposed().cloned().ok_or(Refusal::Conflict(Code::NothingProposed))
    }
}

#[cfg(test)]
#[path = "listing_tests.rs"]
mod tests;
