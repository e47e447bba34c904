//! What a listing can be about: a shop, or a product.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Permit, Product, Shop, Sketch, Wish};
use crate::access::Code;
use crate::domain::{AccountId, Instant, ListingId, PersonName};
use crate::forms::Problems;

/// What a listing can be about.
pub trait Content: Clone + PartialEq + std::fmt::Debug + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What belongs to the listing and to none of its versions.
    type Part: Clone + PartialEq + std::fmt::Debug + Send + Sync;
    /// A version as far as somebody has typed it.
    type Draft: Clone + Eq + std::fmt::Debug + Serialize + DeserializeOwned + Send + Sync;

    fn name(&self) -> &str;

    fn name_of(draft: &Self::Draft) -> &str;

    /// As it would be typed.
    fn draft(&self) -> Cow<'_, Self::Draft>;

    /// # Errors
    /// What is missing or wrong, in the order of the page.
    fn finished(draft: &Self::Draft) -> Result<Self, Problems>;

    /// What keeps the first version from becoming public.
    fn hindrance(part: &Self::Part) -> Option<Code>;

    /// Permits whose form an officer has to look at.
    fn permits(&self) -> &[Permit];

    /// As a form says it, with what no form says as it was said last.
    fn keeping(wish: Wish<Self>, _: &Self::Draft) -> Wish<Self> {
        wish
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

/// A shop is kept once all of it is right: its form is short, and asked once.
impl Content for Shop {
    type Part = Owner;
    type Draft = Self;

    fn name(&self) -> &str {
        &self.name
    }

    fn name_of(draft: &Self) -> &str {
        &draft.name
    }

    fn draft(&self) -> Cow<'_, Self> {
        Cow::Borrowed(self)
    }

    fn finished(draft: &Self) -> Result<Self, Problems> {
        Ok(draft.clone())
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
    type Draft = Sketch;

    fn name(&self) -> &str {
        &self.name
    }

    fn name_of(draft: &Sketch) -> &str {
        &draft.form.nama
    }

    fn draft(&self) -> Cow<'_, Sketch> {
        Cow::Owned(Sketch::of(self))
    }

    fn finished(draft: &Sketch) -> Result<Self, Problems> {
        draft.finished()
    }

    fn hindrance(place: &InShop) -> Option<Code> {
        (!place.public).then_some(Code::ShopNotPublic)
    }

    fn permits(&self) -> &[Permit] {
        &[]
    }

    fn keeping(wish: Wish<Self>, latest: &Sketch) -> Wish<Self> {
        let photos = latest.photos.clone();
        match wish {
            Wish::Keep(sketch) => Wish::Keep(Sketch { photos, ..sketch }),
            Wish::Propose(product) => Wish::Propose(Self { photos, ..product }),
        }
    }
}
