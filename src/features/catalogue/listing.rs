//! What the market knows of a shop or a product, and its state machine. Pure and total: a refused
//! transition changes nothing.

use serde::{Deserialize, Serialize};

use super::{Permit, Product, Shop};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Instant, ListingId, PersonName, Version};

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
pub enum Standing<C> {
    New(Pending<C>),
    Approved {
        content: C,
        /// When it was approved first.
        since: Instant,
        next: Option<Pending<C>>,
        /// Why the office has hidden it; the seller reads it.
        hidden: Option<String>,
    },
    /// Closed for good. What was said last stays.
    Archived {
        content: C,
    },
}

/// A version that visitors do not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending<C> {
    pub content: C,
    /// Who wrote it: whoever approves is another person.
    pub by: AccountId,
    pub stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Draft,
    Proposed,
    /// With what has to be changed, in a sentence.
    Returned(String),
}

/// What a writer wants with a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
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

/// What a listing can be about.
pub trait Content: Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static {
    /// What belongs to the listing and to none of its versions.
    type Part: Clone + PartialEq + std::fmt::Debug + Send + Sync;

    fn name(&self) -> &str;

    /// What keeps the first version from becoming public.
    fn hindrance(part: &Self::Part) -> Option<Code>;

    /// Permits whose form an officer has to look at.
    fn permits(&self) -> &[Permit];

    /// As a form says it, with what no form says as it was said last.
    #[must_use]
    fn keeping(self, _: &Self) -> Self {
        self
    }
}

/// Of a shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub name: PersonName,
    /// Who of the office has seen them, and when: before that nothing of the shop becomes public.
    pub seen: Option<Seen>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub by: AccountId,
    pub at: Instant,
}

/// Of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InShop {
    pub shop: ListingId,
    /// As it stood when the product was read.
    pub public: bool,
}

impl Content for Shop {
    type Part = Owner;

    fn name(&self) -> &str {
        &self.name
    }

    fn hindrance(owner: &Owner) -> Option<Code> {
        owner.seen.is_none().then_some(Code::OwnerNotSeen)
    }

    fn permits(&self) -> &[Permit] {
        &self.permits
    }
}

impl Content for Product {
    type Part = InShop;

    fn name(&self) -> &str {
        &self.name
    }

    fn hindrance(place: &InShop) -> Option<Code> {
        (!place.public).then_some(Code::ShopNotPublic)
    }

    fn permits(&self) -> &[Permit] {
        &[]
    }

    fn keeping(self, latest: &Self) -> Self {
        Self { photos: latest.photos.clone(), ..self }
    }
}

impl Wish {
    pub(super) const fn stage(self) -> Stage {
        match self {
            Self::Keep => Stage::Draft,
            Self::Propose => Stage::Proposed,
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
            Self::New(pending) | Self::Approved { next: Some(pending), .. } if pending.stage == Stage::Proposed => State::Proposed,
            Self::Approved { hidden: Some(_), .. } => State::Hidden,
            Self::New(pending) | Self::Approved { next: Some(pending), .. } if matches!(pending.stage, Stage::Returned(_)) => {
                State::Returned
            }
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

    /// What has to be changed before it is approved.
    pub fn returned(&self) -> Option<&str> {
        match &self.pending()?.stage {
            Stage::Returned(reason) => Some(reason),
            _ => None,
        }
    }

    /// All that is said of it, seen or not.
    pub fn versions(&self) -> impl Iterator<Item = &C> {
        let (one, other) = match self {
            Self::New(pending) => (&pending.content, None),
            Self::Approved { content, next, .. } => (content, next.as_ref().map(|next| &next.content)),
            Self::Archived { content } => (content, None),
        };
        std::iter::once(one).chain(other)
    }

    /// What was said last, whoever has seen it.
    pub const fn latest(&self) -> &C {
        match self {
            Self::New(pending) | Self::Approved { next: Some(pending), .. } => &pending.content,
            Self::Approved { content, .. } | Self::Archived { content } => content,
        }
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
    pub fn edit(&mut self, content: C, wish: Wish, by: AccountId) -> Result<(), Refusal> {
        let pending = Pending { content, by, stage: wish.stage() };
        match &mut self.standing {
            Standing::Archived { .. } => return Err(Refusal::Conflict(Code::ListingArchived)),
            Standing::New(old) => *old = pending,
            // Who writes again what is public takes back what waits.
            Standing::Approved { content, next, .. } if *content == pending.content => match next.take() {
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
        let content = self.proposed()?.content.clone();
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
        self.proposed()?;
        if let Standing::New(pending) | Standing::Approved { next: Some(pending), .. } = &mut self.standing {
            pending.stage = Stage::Returned(reason);
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
            Standing::Approved { content, .. } => content.clone(),
            Standing::New(pending) => pending.content.clone(),
        };
        self.standing = Standing::Archived { content };
        Ok(())
    }

    fn proposed(&self) -> Result<&Pending<C>, Refusal> {
        self.standing.pending().filter(|pending| pending.stage == Stage::Proposed).ok_or(Refusal::Conflict(Code::NothingProposed))
    }
}

#[cfg(test)]
#[path = "listing_tests.rs"]
mod tests;
