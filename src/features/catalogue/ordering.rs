//! An order as the page of a product shows it, and the way to WhatsApp, which is counted.

use super::order::{Order, OrderLine};
use super::order_form::OrderForm;
use super::read::{Site, shop_shown};
use super::store::{self, PublicProduct, PublicShop};
use super::{OrderView, Supply, WrittenOrder};
use crate::access::Refusal;
use crate::domain::Lang;
use crate::server::engine::Engine;
use crate::server::incident;
use crate::text::problem_sentence;
use crate::ui::encode_pair;

/// Where somebody goes who follows an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    WhatsApp(String),
    /// The product's page: it says what is wrong with the order, or that the product is sold out.
    Page(String),
}

/// Who follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follower {
    Visitor,
    /// One that reads the web: it orders nothing, so it is not counted.
    Program,
}

/// What somebody has typed into the form of an order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    pub variant: Option<&'a str>,
    pub amount: Option<&'a str>,
    /// They want to change it again.
    pub open: bool,
}

/// Nothing is written before the visitor has said how many.
pub fn order_view(site: &Site, found: &PublicProduct, shop: &PublicShop, Typed { variant, amount, open }: Typed<'_>) -> OrderView {
    let product = &found.product;
    let Some(amount) = amount else {
        let first = product.variants.as_ref().and_then(|variants| variants.values.first()).cloned().unwrap_or_default();
        return OrderView { variant: first, wrong_variant: None, amount: "1".to_owned(), wrong_amount: None, written: None };
    };
    let typed = OrderForm { pilihan: variant.unwrap_or_default(), jumlah: amount };
    let order =
        OrderView { variant: typed.pilihan.to_owned(), wrong_variant: None, amount: amount.to_owned(), wrong_amount: None, written: None };
    match typed.check(product) {
        Err(problems) => {
            let axis = product.variants.as_ref().map(|variants| variants.axis.as_str()).unwrap_or_default();
            let wrong = |field, label| problems.of(field).map(|code| problem_sentence(site.lang, code, label));
            OrderView { wrong_variant: wrong("pilihan", axis), wrong_amount: wrong("jumlah", site.words.amount), ..order }
        }
        Ok(_) if open => order,
        Ok((variant, number)) => {
            let (message, _) = written(site, found, shop, variant, number);
            let change = [&address("/produk/", &found.slug, typed), "&ubah=ya#pesan"].concat();
            OrderView { written: Some(WrittenOrder { message, link: address("/pesan/", &found.slug, typed), change }), ..order }
        }
    }
}

/// Leads an order to WhatsApp, and counts that somebody went there: not who.
///
/// # Errors
/// `NotFound` for a product that is not public; `Busy` or `Internal` of the database.
pub async fn follow(engine: &Engine, who: Follower, slug: &str, variant: &str, amount: &str) -> Result<Way, Refusal> {
    let site = Site::of(engine, Lang::Id);
    let scope = site.scope().await?;
    let found = store::public_product(&scope, slug).await?;
    let shop = store::shops_of(&scope, std::slice::from_ref(&found)).await?.pop().ok_or(Refusal::NotFound)?;
    drop(scope);
    let typed = OrderForm { pilihan: variant, jumlah: amount };
    let there = found.product.supply != Supply::SoldOut;
    let Some((variant, number)) = typed.check(&found.product).ok().filter(|_| there) else {
        return Ok(Way::Page([&address("/produk/", &found.slug, typed), "#pesan"].concat()));
    };
    count(engine, &site, who, &[&found]).await;
    Ok(Way::WhatsApp(written(&site, &found, &shop, variant, number).1))
}

/// An order goes its way though it cannot be counted.
pub async fn count(engine: &Engine, site: &Site, who: Follower, ordered: &[&PublicProduct]) {
    if who == Follower::Program {
        return;
    }
    if let Err(refusal) = store::count_clicks(&engine.db, ordered, site.today).await {
        incident::report("a way to WhatsApp was not counted", &format_args!("{refusal:?}"));
    }
}

/// What the seller reads, and where WhatsApp opens with it.
fn written(site: &Site, found: &PublicProduct, shop: &PublicShop, variant: Option<&str>, amount: u32) -> (String, String) {
    let (village, page) = (shop_shown(shop).village, site.product_address(&found.slug));
    let (shop, phone, line) = (&shop.shop.name, &shop.shop.whatsapp, OrderLine { product: &found.product, variant, amount });
    let order = Order { shop, phone, line, village: &village, page: &page };
    (order.message(), order.whatsapp())
}

fn address(page: &str, slug: &str, typed: OrderForm<'_>) -> String {
    let mut query = String::new();
    encode_pair(&mut query, "pilihan", typed.pilihan);
    encode_pair(&mut query, "jumlah", typed.jumlah);
    [page, slug, "?", &query].concat()
}
