//! From what is public to what the pages are given.

use jiff::tz::TimeZone;
use leptos::prelude::RenderHtml;

use super::basket_form::tail;
use super::cards::card_path;
use super::drawn::{Goods, ProductCard, ShopFigure, shop_view};
use super::facts::{of_product, of_shop, per, permits, price, wholesale};
use super::ordering::{Typed, order_view};
use super::picture::{cover, pictures};
use super::skills;
use super::store::{self, Place, PublicProduct, PublicShop, Shelf, Sort};
use super::structured::{product_data, shop_data};
use super::views::{ContactView, KnownAs, ProductView, ShopShown, ShopView};
use super::{Looks, Photo, Spot, Supply};
use crate::access::{Refusal, named};
use crate::domain::{Day, Lang, OfficeCode, Pin};
use crate::features::offices::{Office, gazetteer};
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};
use crate::server::engine::Engine;
use crate::server::session;
use crate::text::GoodsWords;
use crate::ui::{encode_pair, use_visitor, way};

/// Where, when and in which language somebody asks.
pub struct Site {
    db: Db,
    /// `https://smartkampung.example`: a message that leaves the site carries whole addresses.
    origin: String,
    pub today: Day,
    pub lang: Lang,
    pub words: &'static GoodsWords,
    looks: Looks,
}

impl Site {
    /// # Errors
    /// `Internal` outside of a request.
    pub fn asked() -> Result<Self, Refusal> {
        Ok(Self::of(&session::engine()?, use_visitor().lang))
    }

    pub fn of(engine: &Engine, lang: Lang) -> Self {
        let today = day_at(engine.db.clock().now(), engine.db.zone());
        Self { origin: engine.origin(), db: engine.db.clone(), today, lang, words: lang.words().goods(), looks: engine.looks.clone() }
    }

    /// # Errors
    /// `Busy` when the database does not answer.
    pub async fn scope(&self) -> Result<PublicScope<'_>, Refusal> {
        PublicScope::open(&self.db).await
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub fn zone(&self) -> &TimeZone {
        self.db.zone()
    }

    /// Counts a look inside of the app. Whole pages are counted around the store that keeps them.
    pub fn looked_at(&self, slug: &str, words: &str) {
        if session::inside_the_app() {
            self.looks.note(slug, words, self.today);
        }
    }

    pub fn product_address(&self, slug: &str) -> String {
        [&self.origin, "/produk/", slug].concat()
    }

    /// Of the largest size, for whoever cannot choose.
    pub fn photo_address(&self, slug: &str, photo: &Photo) -> String {
        [&self.origin, "/foto/", slug, "/", &photo.id.to_string(), "/1280.jpg"].concat()
    }

    pub fn shop_address(&self, slug: &str) -> String {
        [&self.origin, "/toko/", slug].concat()
    }
}

/// # Errors
/// `NotFound` for a product that is not public; else those of the database.
pub async fn product(site: &Site, slug: &str, typed: Typed<'_>) -> Result<ProductView, Refusal> {
    let scope = site.scope().await?;
    let found = store::public_product(&scope, slug).await?;
    let shop = store::shops_of(&scope, std::slice::from_ref(&found)).await?.pop().ok_or(Refusal::NotFound)?;
    let order = (found.product.supply != Supply::SoldOut).then(|| order_view(site, &found, &shop, typed));
    let (data, facts) = (product_data(site, &found, &shop), of_product(site, &found.product, &shop.shop));
    let picture = [site.origin(), &card_path(&found)].concat();
    let (product, page) = (found.product, site.product_address(&found.slug));
    let (axis, variants) = product.variants.as_ref().map(|all| (all.axis.clone(), all.values.clone())).unwrap_or_default();
    Ok(ProductView {
        pictures: pictures(&found.slug, &product),
        key: tail(&found.slug).to_owned(),
        slug: found.slug,
        price: price(site.words, &product),
        wholesale: wholesale(site.words, &product),
        contact: contact(site, &shop, &product.name, &page),
        known_as: KnownAs { address: page, image: Some(picture) },
        shop: shop_shown(&shop),
        name: product.name,
        story: product.story,
        unit: product.unit,
        net: product.net,
        facts,
        axis,
        variants,
        order,
        data,
    })
}

/// # Errors
/// `NotFound` for a shop that is not public; else those of the database.
pub async fn shop(site: &Site, slug: &str, seen: &str) -> Result<ShopView, Refusal> {
    let found = store::public_shop(&site.scope().await?, slug).await?;
    let shelf = Shelf { shop: Some(found.id), ..Shelf::default() };
    // A shop is known by what it sells: the card of its newest product.
    let (newest, _) = store::market(&site.scope().await?, &shelf, None).await?;
    let image = newest.first().map(|product| [site.origin(), &card_path(product)].concat());
    let next = ["/toko/", &found.slug, "?setelah="].concat();
    let skills = store::shown_skills(&site.scope().await?, site.db.keys(), found.id, site.today).await?;
    let (data, facts, shown) = (shop_data(site, &found), of_shop(site, &found.shop), shop_shown(&found));
    let contact = contact(site, &found, &found.shop.name, &site.shop_address(&found.slug));
    let (name, village) = (shown.name.clone(), shown.village.clone());
    let shop = found.shop;
    let figure = ShopFigure {
        shop: shown,
        village_slug: office(found.office).map(|office| office.slug).unwrap_or_default(),
        story: shop.story,
        facts,
        map: shop.pin.map(map),
        whatsapp: ["https://wa.me/", shop.whatsapp.international()].concat(),
        contact,
        links: shop.links.into_iter().map(|link| (link.place.name(), link.address)).collect(),
        skills: skills::shown(skills, site.lang),
        goods: goods(site, &shelf, seen, &next).await?,
    };
    Ok(ShopView {
        name,
        village,
        known_as: KnownAs { address: site.shop_address(&found.slug), image },
        drawn: shop_view(figure, site.words).to_html(),
        data,
    })
}

/// `next`: the address of the page, up to where its next page goes on.
pub async fn goods(site: &Site, shelf: &Shelf, seen: &str, next: &str) -> Result<Goods, Refusal> {
    let scope = site.scope().await?;
    let (products, next_place) = store::market(&scope, shelf, named(seen, place)?).await?;
    let shops = store::shops_of(&scope, &products).await?;
    let next = next_place.map(|(place, id)| [next, &place.to_string(), ".", &id.to_string()].concat());
    let here = if let Sort::Nearest(here) = shelf.sort { Some(here) } else { None };
    let card = |product| card(site, product, &shops, here);
    Ok(Goods { cards: products.into_iter().map(card).collect(), next })
}

fn card(site: &Site, found: PublicProduct, shops: &[PublicShop], here: Option<Spot>) -> ProductCard {
    let (office, product) = (office(found.office), found.product);
    let shop = shops.iter().find(|shop| shop.id == found.shop);
    let permits = shop.map(|shop| permits(site, &product.permits, &shop.shop)).unwrap_or_default();
    ProductCard {
        distance: here.zip(shop).and_then(|(here, shop)| here.distance(shop)),
        picture: cover(&found.slug, &product),
        to: ["/produk/", &found.slug].concat(),
        price: if product.supply == Supply::SoldOut { site.words.sold_out.to_owned() } else { price(site.words, &product) },
        per: per(site.words, &product),
        name: product.name,
        permits: permits.into_iter().map(|permit| permit.kind.name().to_owned()).collect(),
        village: office.map(|office| office.name.to_owned()).unwrap_or_default(),
        kecamatan: office.map(|office| office.kecamatan.to_owned()).unwrap_or_default(),
    }
}

pub fn shop_shown(shop: &PublicShop) -> ShopShown {
    let village = office(shop.office).map(Office::full_name).unwrap_or_default();
    ShopShown { slug: shop.slug.clone(), name: shop.shop.name.clone(), village }
}

/// `page`: the whole address of what is called `name`.
fn contact(site: &Site, shop: &PublicShop, name: &str, page: &str) -> ContactView {
    let (phone, mut query) = (&shop.shop.whatsapp, String::new());
    encode_pair(&mut query, "text", &[name, ", ", &shop_shown(shop).village, ": ", page].concat());
    ContactView {
        call: way(["tel:+", phone.international()].concat(), [site.words.call, " ", &phone.national()].concat()),
        share: way(["https://wa.me/?", &query].concat(), site.words.share),
    }
}

pub fn office(code: OfficeCode) -> Option<&'static Office> {
    gazetteer().by_code(code)
}

fn map(pin: Pin) -> String {
    let place = pin.in_writing().replace(", ", "/");
    let (latitude, longitude) = place.split_once('/').unwrap_or_default();
    ["https://www.openstreetmap.org/?mlat=", latitude, "&mlon=", longitude, "#map=17/", &place].concat()
}

fn place(seen: &str) -> Option<Place> {
    let (since, id) = seen.split_once('.')?;
    Some((since.parse().ok()?, id.parse().ok()?))
}
