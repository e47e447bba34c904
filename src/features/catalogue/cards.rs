//! The card with which a product is shared: what stands on it, and beside which picture. It speaks Indonesian:
//! whoever passes on an address does not know the language of those who get it.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::facts::{per, price};
use super::read::office;
use super::store::PublicProduct;
use super::{Category, Photo, Product};
use crate::domain::Lang;
use crate::server::sandbox::Card;

/// One more whenever cards are drawn in another way.
const LOOK: u8 = 1;

pub fn card(found: &PublicProduct) -> Card {
    let (words, product, office) = (Lang::Id.words().goods(), &found.product, office(found.office));
    Card {
        name: product.name.clone(),
        price: price(words, product),
        per: per(words, product),
        village: office.map(|office| office.name.to_owned()).unwrap_or_default(),
        kecamatan: office.map(|office| ["Kec. ", office.kecamatan].concat()).unwrap_or_default(),
    }
}

/// Another one for each look that the card of a product can have: whatever was kept under it stays right.
pub fn card_mark(found: &PublicProduct) -> String {
    let picture = cover(&found.product).map_or_else(|| found.product.category.code().to_owned(), |photo| photo.id.to_string());
    let card = serde_json::to_vec(&card(found)).unwrap_or_default();
    HEXLOWER.encode(&Sha256::new_with_prefix([LOOK]).chain_update(card).chain_update(picture).finalize()[..8])
}

/// The path of the card.
pub fn card_path(found: &PublicProduct) -> String {
    ["/kartu/produk/", &found.slug, ".jpg?v=", &card_mark(found)].concat()
}

/// The photo on the card; else the drawing of the category stands there.
pub fn cover(product: &Product) -> Option<&Photo> {
    product.photos.first()
}

/// The drawing of `/gambar/produk/` in pixels (`scripts/cards.mjs`).
pub fn drawing(category: Category) -> &'static [u8] {
    macro_rules! drawings {
        ($($variant:ident: $file:literal),+) => {
            match category {
                $(Category::$variant => include_bytes!(concat!("data/cards/", $file, ".jpg")).as_slice(),)+
            }
        };
    }
    drawings! {
        Snacks: "makanan-ringan", Drinks: "minuman-kopi", Meals: "makanan-basah", Fish: "olahan-ikan", Harvest: "hasil-tani",
        Fashion: "batik-fesyen", Craft: "kerajinan", Furniture: "furnitur-bambu", Herbal: "jamu-herbal", Services: "jasa-wisata",
        Plants: "tanaman", Other: "lainnya"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ListingId;
    use crate::features::catalogue::Price;
    use crate::features::catalogue::testing::sale_pisang;

    fn there(product: Product) -> PublicProduct {
        let office = "35.10.24.2005".parse().expect("an office");
        let (id, shop) = (ListingId::from_u128(1), ListingId::from_u128(2));
        PublicProduct { id, office, shop, slug: "sale-pisang-7kq2m9".into(), product, since: 0 }
    }

    #[test]
    fn whatever_changes_the_card_changes_its_address_and_nothing_else_does() {
        let before = card_mark(&there(sale_pisang()));
        let dearer = Product { price: Price::Fixed(20_000.try_into().expect("an amount")), ..sale_pisang() };
        let begins = Product { price: Price::From(sale_pisang().price.amount()), ..sale_pisang() };
        let other = Product { category: Category::Craft, ..sale_pisang() };
        for product in [dearer, begins, other, Product { name: "Sale".into(), ..sale_pisang() }] {
            assert_ne!(card_mark(&there(product.clone())), before, "{product:?}");
        }
        assert_eq!(card_mark(&there(Product { story: "Lain.".into(), ..sale_pisang() })), before);
    }
}
