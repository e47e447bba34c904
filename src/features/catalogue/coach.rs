//! What would help a shop or a product to be found and bought, said to its seller: the weightiest first, and
//! never all at once.

use super::{Category, PermitKind, Product, Shop};
use crate::features::training::Topic;

/// In the order in which they are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    Photo,
    Story,
    Halal,
    Pirt,
    MorePhotos,
    DescribePhotos,
    Ingredients,
    NetContent,
    Hours,
    Place,
    Nib,
    ShopStory,
}

/// As many as somebody does in an evening.
const MOST: usize = 3;

/// A story that says something has so many letters.
const TOLD: usize = 40;

impl Advice {
    pub fn of_product(product: &Product, shop: &Shop) -> Vec<Self> {
        said(looked_at(product, shop))
    }

    pub fn of_shop(shop: &Shop) -> Vec<Self> {
        said(looked_at_in(shop))
    }
}

/// Of all that is looked at in a shop and its products, how much is there, in percent. What such a thing does not need
/// counts as there.
pub fn quality(shop: &Shop, products: &[Product]) -> u8 {
    let of_products = products.iter().flat_map(|product| looked_at(product, shop));
    let all: Vec<bool> = looked_at_in(shop).into_iter().chain(of_products).map(|(_, missing)| missing).collect();
    let there = all.iter().filter(|missing| !**missing).count();
    u8::try_from(100 * there / all.len().max(1)).unwrap_or(100)
}

/// What is looked at in a product, and whether it is missing.
fn looked_at(product: &Product, shop: &Shop) -> [(Advice, bool); 8] {
    let eaten = matches!(product.category, Category::Snacks | Category::Drinks | Category::Fish);
    let food = eaten || product.category == Category::Meals;
    let shown = |kind| product.permits.contains(&kind) && shop.permits.iter().any(|permit| permit.kind == kind);
    [
        (Advice::Photo, product.photos.is_empty()),
        (Advice::Story, product.story.chars().count() < TOLD),
        (Advice::Halal, food && !shown(PermitKind::Halal)),
        // Fresh meals are sold without one; a BPOM permit stands above it.
        (Advice::Pirt, eaten && !shown(PermitKind::Pirt) && !shown(PermitKind::Bpom)),
        (Advice::MorePhotos, product.photos.len() == 1),
        (Advice::DescribePhotos, product.photos.iter().any(|photo| photo.alt.is_empty())),
        (Advice::Ingredients, food && product.ingredients.is_empty()),
        (Advice::NetContent, eaten && product.net.is_empty()),
    ]
}

fn looked_at_in(shop: &Shop) -> [(Advice, bool); 4] {
    [
        (Advice::Hours, shop.hours.is_none()),
        (Advice::Place, shop.pin.is_none()),
        (Advice::Nib, !shop.permits.iter().any(|permit| permit.kind == PermitKind::Nib)),
        (Advice::ShopStory, shop.story.chars().count() < TOLD),
    ]
}

impl Advice {
    /// What a training would have to be about to help. A permit takes an office, not a lesson.
    pub const fn topic(self) -> Option<Topic> {
        match self {
            Self::Photo | Self::MorePhotos | Self::DescribePhotos => Some(Topic::ProductPhotos),
            Self::Story | Self::ShopStory | Self::Hours | Self::Place => Some(Topic::OnlineMarketing),
            Self::Halal | Self::Pirt | Self::Ingredients | Self::NetContent | Self::Nib => None,
        }
    }
}

fn said(missing: impl IntoIterator<Item = (Advice, bool)>) -> Vec<Advice> {
    missing.into_iter().filter(|(_, missing)| *missing).map(|(advice, _)| advice).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::catalogue::testing::{sale_pisang, yuni};
    use crate::features::catalogue::{Permit, Photo};

    fn photo(alt: &str) -> Photo {
        Photo { id: crate::domain::BlobId::from_u128(1), file: "f".into(), alt: alt.into(), sizes: [(1, 1); 3], colour: "#000000".into() }
    }

    #[test]
    fn what_buyers_miss_most_is_said_first_and_never_more_than_three_things() {
        let bare = Product { story: String::new(), net: String::new(), ingredients: String::new(), ..sale_pisang() };
        assert_eq!(Advice::of_product(&bare, &yuni()), [Advice::Photo, Advice::Story, Advice::Halal]);
        let shown =
            Product { photos: vec![photo("")], story: "Pisang awak dari kebun sendiri, dijemur tiga hari.".into(), ..sale_pisang() };
        assert_eq!(Advice::of_product(&shown, &yuni()), [Advice::Halal, Advice::Pirt, Advice::MorePhotos]);
    }

    #[test]
    fn nothing_is_asked_that_is_there_or_that_such_a_thing_does_not_need() {
        let permit = |kind| Permit { kind, number: "1".into(), until: None };
        let shop = Shop { permits: vec![permit(PermitKind::Halal), permit(PermitKind::Bpom)], ..yuni() };
        let full = Product {
            photos: vec![photo("Sale."), photo("Bungkusnya.")],
            story: "Pisang awak dari kebun sendiri, dijemur tiga hari.".into(),
            permits: vec![PermitKind::Halal, PermitKind::Bpom],
            ..sale_pisang()
        };
        assert_eq!(Advice::of_product(&full, &shop), []);
        let craft = Product { category: Category::Craft, net: String::new(), ingredients: String::new(), permits: Vec::new(), ..full };
        assert_eq!(Advice::of_product(&craft, &yuni()), [], "a basket is not eaten");
    }

    #[test]
    fn a_listing_is_as_complete_as_what_the_coach_looks_at_is_there() {
        assert_eq!(quality(&yuni(), &[]), 0, "four things are looked at, and none is there");
        let told = Shop { story: "Camilan dari kebun sendiri, dijemur tiga hari.".into(), ..yuni() };
        assert_eq!(quality(&told, &[]), 25);
        // A product without a photo, a long story and two permits: four of its eight are there.
        assert_eq!(quality(&told, &[sale_pisang()]), 41);
        let craft = Product { category: Category::Craft, ..sale_pisang() };
        assert_eq!(quality(&told, &[craft]), 58, "a basket needs no permit");
    }
}
