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
        let eaten = matches!(product.category, Category::Snacks | Category::Drinks | Category::Fish);
        let food = eaten || product.category == Category::Meals;
        let shown = |kind| product.permits.contains(&kind) && shop.permits.iter().any(|permit| permit.kind == kind);
        let missing = [
            (Self::Photo, product.photos.is_empty()),
            (Self::Story, product.story.chars().count() < TOLD),
            (Self::Halal, food && !shown(PermitKind::Halal)),
            // Fresh meals are sold without one; a BPOM permit stands above it.
            (Self::Pirt, eaten && !shown(PermitKind::Pirt) && !shown(PermitKind::Bpom)),
            (Self::MorePhotos, product.photos.len() == 1),
            (Self::DescribePhotos, product.photos.iter().any(|photo| photo.alt.is_empty())),
            (Self::Ingredients, food && product.ingredients.is_empty()),
            (Self::NetContent, eaten && product.net.is_empty()),
        ];
        said(missing)
    }

    pub fn of_shop(shop: &Shop) -> Vec<Self> {
        said([
            (Self::Hours, shop.hours.is_none()),
            (Self::Place, shop.pin.is_none()),
            (Self::Nib, !shop.permits.iter().any(|permit| permit.kind == PermitKind::Nib)),
            (Self::ShopStory, shop.story.chars().count() < TOLD),
        ])
    }
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
}
