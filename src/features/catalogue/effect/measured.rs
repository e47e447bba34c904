//! What was measured, and what it amounts to. Pure.

use crate::domain::{AccountId, ListingId, TrainingId};
use crate::features::training::Topic;

/// A shop whose seller sat in a training: how complete it was, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    pub training: TrainingId,
    pub shop: ListingId,
    pub topic: Topic,
    pub before: u8,
    /// `None` until its days have gone by, and for ever where its seller did not come.
    pub after: Option<u8>,
}

/// A public shop as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owned {
    pub shop: ListingId,
    pub seller: AccountId,
    /// In percent.
    pub quality: u8,
}

/// Shops that were measured twice, together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    /// How many shops, each counted once.
    pub shops: usize,
    /// The mean of each, in percent, rounded.
    pub before: u32,
    pub after: u32,
}

impl Group {
    /// Fewer than these are somebody: outside of their office nobody reads of them.
    pub const SEVERAL: usize = 3;

    /// `None` where nothing was measured twice.
    pub fn of<'a>(name: impl Into<String>, all: impl IntoIterator<Item = &'a Measured>) -> Option<Self> {
        let twice: Vec<(ListingId, u32, u32)> =
            all.into_iter().filter_map(|one| Some((one.shop, one.before.into(), one.after?.into()))).collect();
        let count = u32::try_from(twice.len()).ok().filter(|count| *count > 0)?;
        let mean = |sum: u32| (sum + count / 2) / count;
        let mut shops: Vec<u128> = twice.iter().map(|(shop, ..)| shop.as_u128()).collect();
        shops.sort_unstable();
        shops.dedup();
        Some(Self {
            name: name.into(),
            shops: shops.len(),
            before: mean(twice.iter().map(|(_, before, _)| before).sum()),
            after: mean(twice.iter().map(|(.., after)| after).sum()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(shop: u128, before: u8, after: Option<u8>) -> Measured {
        let training = TrainingId::from_u128(1);
        Measured { training, shop: ListingId::from_u128(shop), topic: Topic::ProductPhotos, before, after }
    }

    #[test]
    fn only_what_was_measured_twice_counts_and_a_shop_counts_once() {
        assert_eq!(Group::of("x", &[one(1, 50, None)]), None, "half a measure says nothing");
        let all = [one(1, 50, Some(60)), one(1, 60, Some(61)), one(2, 41, Some(40)), one(3, 0, None)];
        let group = Group::of("x", &all).expect("a group");
        assert_eq!((group.shops, group.before, group.after), (2, 50, 54));
    }
}
