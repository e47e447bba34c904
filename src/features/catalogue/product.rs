use serde::{Deserialize, Serialize};

use super::{Category, PermitKind, Photo};
use crate::domain::Rupiah;

/// One version of what is said of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    pub name: String,
    pub category: Category,
    pub story: String,
    pub price: Price,
    pub wholesale: Option<Wholesale>,
    /// What one of it is: bungkus, kg, lembar.
    pub unit: String,
    /// How much is in one: "250 g", "350 ml". A text, because drinks are not weighed. May be empty.
    pub net: String,
    pub variants: Option<Variants>,
    pub supply: Supply,
    pub season: Season,
    /// Days for which it keeps.
    pub keeps_days: Option<u16>,
    pub ingredients: String,
    /// Which permits of its shop speak of it.
    pub permits: Vec<PermitKind>,
    /// In their order; at most [`Photo::MOST`]. No form says them: they are added and arranged one by one.
    #[serde(default)]
    pub photos: Vec<Photo>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Price {
    Fixed(Rupiah),
    /// "Mulai dari".
    From(Rupiah),
}

/// Cheaper from so many on. Always less than the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wholesale {
    pub price: Rupiah,
    pub from: u32,
}

/// One axis: "Rasa", with 1 to [`Variants::MAX`] values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variants {
    pub axis: String,
    pub values: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Supply {
    /// There is some; how many, if the seller counts.
    InStock(Option<u32>),
    /// Made when it is ordered, in so many days.
    ToOrder(u16),
    SoldOut,
}

/// The months in which there is some: bit 0 is January. None set means all year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Season(u16);

impl Price {
    pub const fn amount(self) -> Rupiah {
        match self {
            Self::Fixed(amount) | Self::From(amount) => amount,
        }
    }
}

impl Variants {
    pub const MAX: usize = 20;
}

impl Season {
    /// `months`: 1 to 12; what is none is left out.
    pub fn of(months: impl IntoIterator<Item = u8>) -> Self {
        Self(months.into_iter().filter(|month| (1..=12).contains(month)).fold(0, |bits, month| bits | 1 << (month - 1)))
    }

    /// A set of months, bit 0 for January; all of them for all year.
    pub const fn bits(self) -> u16 {
        if self.whole_year() { 0xfff } else { self.0 }
    }

    pub const fn whole_year(self) -> bool {
        self.0 == 0 || self.0 == 0xfff
    }

    /// `month`: 1 to 12.
    pub const fn has(self, month: u8) -> bool {
        self.whole_year() || self.0 >> (month - 1) & 1 == 1
    }

    pub fn months(self) -> impl Iterator<Item = u8> {
        (1..=12).filter(move |month| self.0 >> (month - 1) & 1 == 1)
    }
}

impl Product {
    /// The price of one when so many are bought.
    pub fn price_of_one(&self, amount: u32) -> Rupiah {
        match self.wholesale {
            Some(wholesale) if amount >= wholesale.from => wholesale.price,
            _ => self.price.amount(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_season_has_the_months_it_was_made_of(months in proptest::collection::btree_set(1_u8..=12, 1..12)) {
            let season = Season::of(months.clone());
            for month in 1..=12 {
                prop_assert_eq!(season.has(month), months.contains(&month));
            }
        }
    }

    #[test]
    fn without_months_it_is_there_all_year() {
        assert!((1..=12).all(|month| Season::default().has(month)));
        assert_eq!(Season::of([0, 13, 255]), Season::default());
    }
}
