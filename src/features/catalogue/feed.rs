//! What is new in the market, for feed readers, and all its addresses, for search engines.

use html_escape::encode_text;

use super::facts::{per, price};
use super::read::{Site, shop_shown};
use super::store::{self, PublicProduct, PublicShop, Shelf};
use crate::access::Refusal;
use crate::domain::{Instant, Lang};
use crate::server::clock::in_a_letter;
use crate::server::engine::Engine;

/// The newest products as RSS 2.0.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn new_products(engine: &Engine) -> Result<String, Refusal> {
    let site = Site::of(engine, Lang::Id);
    let scope = site.scope().await?;
    let (products, _) = store::market(&scope, &Shelf::default(), None).await?;
    let shops = store::shops_of(&scope, &products).await?;
    let items: Vec<String> = products.iter().map(|product| item(&site, product, &shops)).collect();
    let market = [site.origin(), "/produk"].concat();
    Ok([
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>",
        &element("title", site.words.title),
        &element("link", &market),
        &element("description", site.words.title),
        &element("language", "id"),
        &items.concat(),
        "</channel></rss>\n",
    ]
    .concat())
}

/// The whole address of each product and shop that visitors see; the newest ones, as many as a sitemap may hold.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn addresses(engine: &Engine) -> Result<Vec<String>, Refusal> {
    let site = Site::of(engine, Lang::Id);
    let (products, shops) = store::slugs(&site.scope().await?).await?;
    let products = products.iter().map(|slug| site.product_address(slug));
    Ok(products.chain(shops.iter().map(|slug| site.shop_address(slug))).collect())
}

fn item(site: &Site, found: &PublicProduct, shops: &[PublicShop]) -> String {
    let page = site.product_address(&found.slug);
    let shop = shops.iter().find(|shop| shop.id == found.shop).map(shop_shown);
    let from = shop.map(|shop| [", ", &shop.name, ", ", &shop.village].concat()).unwrap_or_default();
    let what = [price(site.words, &found.product), " ".to_owned(), per(site.words, &found.product), from].concat();
    let parts = [
        element("title", &found.product.name),
        element("link", &page),
        element("guid", &page),
        element("pubDate", &in_a_letter(Instant::from_micros(found.since), site.zone())),
        element("description", &what),
    ];
    ["<item>", &parts.concat(), "</item>"].concat()
}

fn element(name: &str, text: &str) -> String {
    ["<", name, ">", &encode_text(text), "</", name, ">"].concat()
}
