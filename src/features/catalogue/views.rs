//! What the pages of the market are given: sentences that the server has made, in the visitor's language, so
//! that a phone need not carry what makes them.

use serde::{Deserialize, Serialize};

use crate::ui::{QrView, Way};

/// `/produk`, and `/d/{slug}/produk` for one village.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarketView {
    pub title: String,
    /// The whole address of the page, whatever is looked for in it.
    pub address: String,
    /// The village whose market it is, and its page.
    pub village: Option<Way>,
    /// What is looked for, as HTML.
    pub finder: String,
    /// The page of the same, the nearest first, up to where the visitor is; `None` where there is nothing.
    pub nearest: Option<String>,
    /// How what was typed was taken, where it was not taken as typed.
    pub told: Option<String>,
    /// What was found, or what to try, as HTML.
    pub found: String,
}

/// A photo in all its sizes, or the drawing that stands in for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub src: String,
    /// The same for browsers that choose, in two formats. Empty for a drawing, as is the colour.
    pub webp: String,
    pub jpeg: String,
    pub width: u32,
    pub height: u32,
    /// Seen while it comes.
    pub colour: String,
    pub alt: String,
}

/// `/produk/{slug}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductView {
    pub slug: String,
    /// Names its fields in the basket of the shop.
    pub key: String,
    pub name: String,
    /// The photos, or only the drawing of its category.
    pub pictures: Vec<Picture>,
    pub story: String,
    pub price: String,
    pub unit: String,
    pub net: String,
    pub wholesale: Option<String>,
    pub shop: ShopShown,
    pub contact: ContactView,
    pub known_as: KnownAs,
    pub facts: Vec<Fact>,
    /// Of what there is more than one: "Rasa"; empty without variants.
    pub axis: String,
    pub variants: Vec<String>,
    /// `None` while it is sold out.
    pub order: Option<OrderView>,
    /// The same for search engines: JSON that may stand inside a script element.
    pub data: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopShown {
    pub slug: String,
    pub name: String,
    /// "Tamansari (Kec. Licin)"
    pub village: String,
}

/// Ways to the seller besides an order, and to whom somebody wants to tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactView {
    /// "Telepon 081200000071"
    pub call: Way,
    /// WhatsApp asks whom to send the address of the page to.
    pub share: Way,
}

/// How the page is known elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAs {
    /// Its whole address.
    pub address: String,
    /// The whole address of a picture of 1200 x 630.
    pub image: Option<String>,
}

/// A line of facts, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub icon: String,
    pub what: String,
    pub hint: String,
}

/// An order as typed so far, what is wrong with it, and what the seller will read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    pub variant: String,
    pub wrong_variant: Option<String>,
    pub amount: String,
    pub wrong_amount: Option<String>,
    pub written: Option<WrittenOrder>,
}

/// What the seller will read. Beside it nothing can be changed any more: what is sent is what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenOrder {
    pub message: String,
    /// Where WhatsApp opens with it.
    pub link: String,
    /// The form with what it says.
    pub change: String,
}

/// `/toko/{slug}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopView {
    pub name: String,
    /// "Tamansari (Kec. Licin)"
    pub village: String,
    pub known_as: KnownAs,
    /// All that is said of it and that it sells, as HTML.
    pub drawn: String,
    pub data: String,
}

/// `/toko/{slug}/pesan`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketView {
    pub shop: ShopShown,
    /// What was asked for and is not ordered, and why.
    pub told: Vec<String>,
    /// Why no message was written.
    pub problem: Option<String>,
    pub rows: Vec<BasketRow>,
    pub written: Option<WrittenBasket>,
}

/// A product of the shop, and how much of it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketRow {
    /// Names its fields.
    pub key: String,
    pub name: String,
    /// "Rp18.000 per bungkus"
    pub price: String,
    pub wholesale: Option<String>,
    /// That there is none, and so no field.
    pub sold_out: Option<String>,
    pub unit: String,
    pub axis: String,
    pub variants: Vec<String>,
    pub order: OrderView,
}

/// As [`WrittenOrder`], line by line, and what all of it costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenBasket {
    pub message: Vec<String>,
    pub total: String,
    pub link: String,
    /// The form with what was asked for.
    pub change: String,
}

/// `/toko/{slug}/poster`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterView {
    pub shop: ShopShown,
    /// Of the shop's whole address.
    pub qr: QrView,
    /// "smartkampung.example/toko/dapur-bu-yuni-7kq2m9"
    pub address: String,
}
