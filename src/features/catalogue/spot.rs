//! How far it is, in whole numbers, so that every database counts the same.

use super::Shop;
use super::store::PublicShop;
use crate::domain::{OfficeCode, Pin};
use crate::features::offices::gazetteer;

/// Ten thousandths of a degree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub latitude: i64,
    pub longitude: i64,
}

impl Spot {
    /// Both sides of a square are given such weights: here a degree of longitude is 1 % shorter than one of latitude.
    pub const UP: i64 = 100;
    pub const ALONG: i64 = 99;
    /// Of one weighed unit.
    const KILOMETRES: f64 = 0.000_111_2;

    pub fn of_pin(pin: Pin) -> Self {
        Self::of_millionths(pin.latitude, pin.longitude)
    }

    fn of_millionths(latitude: i32, longitude: i32) -> Self {
        Self { latitude: i64::from(latitude) / 100, longitude: i64::from(longitude) / 100 }
    }

    /// The pin of the shop, or the middle of its village.
    pub fn of_shop(shop: &Shop, office: OfficeCode) -> Option<Self> {
        let middle = || gazetteer().by_code(office).map(|office| Self::of_millionths(office.middle.0, office.middle.1));
        shop.pin.map(Self::of_pin).or_else(middle)
    }

    /// The square of the way there.
    pub const fn squared(self, there: Self) -> i64 {
        let (up, along) = ((there.latitude - self.latitude) * Self::UP, (there.longitude - self.longitude) * Self::ALONG);
        up * up + along * along
    }

    /// "± 3 km": nobody knows the roads.
    pub fn distance(self, shop: &PublicShop) -> Option<String> {
        let squared = self.squared(Self::of_shop(&shop.shop, shop.office)?);
        let kilometres = ((squared as f64).sqrt() * Self::KILOMETRES).round() as i64;
        Some(if kilometres < 1 { "< 1 km".to_owned() } else { ["±\u{a0}", &kilometres.to_string(), "\u{a0}km"].concat() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::ListingId;
    use crate::features::catalogue::testing::yuni;

    fn at(latitude: i32, longitude: i32) -> PublicShop {
        let office = "35.10.24.2008".parse().expect("an office");
        let shop = Shop { pin: Some(Pin { latitude, longitude }), ..yuni() };
        PublicShop { id: ListingId::from_u128(1), office, slug: "dapur-1".into(), shop }
    }

    #[test]
    fn it_is_as_far_as_a_map_says() {
        // The square of Banyuwangi and the harbour of Ketapang.
        let square = Spot::of_pin(Pin { latitude: -8_210_900, longitude: 114_375_200 });
        assert_eq!(square.distance(&at(-8_142_500, 114_400_700)).as_deref(), Some("±\u{a0}8\u{a0}km"));
        assert_eq!(square.distance(&at(-8_211_000, 114_375_500)).as_deref(), Some("< 1 km"));
    }

    #[test]
    fn a_shop_without_a_pin_is_in_the_middle_of_its_village() {
        let without = PublicShop { shop: yuni(), ..at(0, 0) };
        assert!(Spot::of_shop(&without.shop, without.office).is_some_and(|spot| spot.latitude < -80_000 && spot.longitude > 1_130_000));
    }

    proptest! {
        #[test]
        fn no_two_places_on_earth_are_too_far_to_be_counted(a in -90_000_000..=90_000_000_i32, b in -180_000_000..=180_000_000_i32) {
            let (here, there) = (Spot::of_pin(Pin { latitude: a, longitude: b }), Spot { latitude: -900_000, longitude: 1_800_000 });
            prop_assert!(here.squared(there) >= 0 && here.squared(there) == there.squared(here));
        }
    }
}
