//! The basket of a shop as its page shows it, and the way to WhatsApp, which is counted for each product.

use super::Supply;
use super::basket::Basket;
use super::basket_form::{self, BasketForm, Ordered, tail};
use super::facts::{per, price, wholesale};
use super::order::OrderLine;
use super::ordering::{Follower, Way, count};
use super::read::{Site, shop_shown};
use super::store::{self, PublicProduct, PublicShop};
use super::views::{BasketRow, BasketView, OrderView, WrittenBasket};
use crate::access::Refusal;
use crate::domain::Lang;
use crate::forms::Problems;
use crate::server::engine::Engine;
use crate::text::{BasketWords, problem_sentence};

/// A page has no more fields than this; what was asked for is always among them.
const MOST_SHOWN: usize = 50;

/// # Errors
/// `NotFound` for a shop that is not public; else those of the database.
pub async fn basket(site: &Site, slug: &str, query: &str) -> Result<BasketView, Refusal> {
    let (shop, products) = sold_by(site, slug).await?;
    let (form, words) = (BasketForm::of(query), site.lang.words().basket());
    let orders: Vec<(&PublicProduct, Ordered<'_>)> = products.iter().map(|found| (found, form.ordered(found))).collect();
    let rows = orders.iter().enumerate().filter(|(at, (found, _))| *at < MOST_SHOWN || form.asks_for(&found.slug));
    let rows: Vec<BasketRow> = rows.map(|(_, (found, ordered))| row(site, &form, found, ordered)).collect();
    let wrong = rows.iter().filter(|row| row.order.wrong_amount.is_some() || row.order.wrong_variant.is_some()).count();
    let lines = lines(&orders);
    let problem = match wrong {
        _ if !form.write => None,
        0 if lines.is_empty() => Some(words.nothing.to_owned()),
        0 => None,
        some => Some([words.to_correct, &some.to_string(), words.to_correct_end].concat()),
    };
    let written = (form.write && problem.is_none()).then(|| written(site, &shop, &form, &lines));
    Ok(BasketView { shop: shop_shown(&shop), told: told(words, &form, &products, &orders), problem, rows, written })
}

/// Leads a basket to WhatsApp, and counts that somebody went there from each of its products: not who.
///
/// # Errors
/// `NotFound` for a shop that is not public; `Busy` or `Internal` of the database.
pub async fn follow_basket(engine: &Engine, who: Follower, slug: &str, query: &str) -> Result<Way, Refusal> {
    let site = Site::of(engine, Lang::Id);
    let (shop, products) = sold_by(&site, slug).await?;
    let mut form = BasketForm::of(query);
    form.write = true;
    let orders: Vec<(&PublicProduct, Ordered<'_>)> = products.iter().map(|found| (found, form.ordered(found))).collect();
    let lines = lines(&orders);
    let as_seen = orders.iter().all(|(_, ordered)| matches!(ordered, Ordered::Nothing | Ordered::Line(_))) && form.gone(&products) == 0;
    if lines.is_empty() || !as_seen {
        return Ok(Way::Page([&form.address(&["/toko/", &shop.slug, "/pesan"].concat()), "#pesan"].concat()));
    }
    let ordered: Vec<&PublicProduct> = lines.iter().map(|(found, _)| *found).collect();
    count(engine, &site, who, &ordered).await;
    Ok(Way::WhatsApp(together(&site, &shop, &lines, |basket| basket.whatsapp())))
}

async fn sold_by(site: &Site, slug: &str) -> Result<(PublicShop, Vec<PublicProduct>), Refusal> {
    let scope = site.scope().await?;
    let shop = store::public_shop(&scope, slug).await?;
    let products = store::products_of(&scope, shop.id).await?;
    Ok((shop, products))
}

type Line<'a> = (&'a PublicProduct, OrderLine<'a>);

fn lines<'a>(orders: &[(&'a PublicProduct, Ordered<'a>)]) -> Vec<Line<'a>> {
    let line = |(found, ordered): &(&'a PublicProduct, Ordered<'a>)| match ordered {
        Ordered::Line(line) => Some((*found, *line)),
        _ => None,
    };
    orders.iter().filter_map(line).collect()
}

fn row(site: &Site, form: &BasketForm, found: &PublicProduct, ordered: &Ordered<'_>) -> BasketRow {
    let (product, typed) = (&found.product, form.typed(&found.slug));
    let (axis, variants) = product.variants.as_ref().map(|all| (all.axis.clone(), all.values.clone())).unwrap_or_default();
    let none = Problems::default();
    let problems = if let Ordered::Wrong(problems) = ordered { problems } else { &none };
    let wrong = |field, label: &str| problems.of(field).map(|code| problem_sentence(site.lang, code, label));
    let order = OrderView {
        wrong_variant: wrong("pilihan", &axis),
        wrong_amount: wrong("jumlah", site.words.amount),
        variant: typed.pilihan,
        amount: typed.jumlah,
        written: None,
    };
    BasketRow {
        key: tail(&found.slug).to_owned(),
        name: product.name.clone(),
        price: [&price(site.words, product), " ", &per(site.words, product)].concat(),
        wholesale: wholesale(site.words, product),
        sold_out: (product.supply == Supply::SoldOut).then(|| site.words.sold_out.to_owned()),
        unit: product.unit.clone(),
        axis,
        variants,
        order,
    }
}

/// What is asked for and not ordered.
fn told(words: &BasketWords, form: &BasketForm, products: &[PublicProduct], orders: &[(&PublicProduct, Ordered<'_>)]) -> Vec<String> {
    let sold_out = orders.iter().filter(|(_, ordered)| matches!(ordered, Ordered::SoldOut));
    let mut told: Vec<String> = sold_out.map(|(found, _)| [&found.product.name, words.sold_out].concat()).collect();
    match form.gone(products) {
        0 => {}
        some => told.push([&some.to_string(), words.gone].concat()),
    }
    told
}

fn written(site: &Site, shop: &PublicShop, form: &BasketForm, lines: &[Line<'_>]) -> WrittenBasket {
    let words = site.lang.words().basket();
    let (message, total) = together(site, shop, lines, |basket| (basket.message(), basket.total()));
    let begins = lines.iter().find(|(_, line)| line.begins()).map(|(found, _)| found.product.name.as_str());
    let total = match (total, begins) {
        (Some(total), _) => [words.total, &total.in_digits()].concat(),
        (None, Some(name)) => [words.no_total, name, words.begins].concat(),
        (None, None) => words.too_much.to_owned(),
    };
    let link = basket_form::address(&["/pesan/toko/", &shop.slug].concat(), lines.iter().map(|(found, line)| (*found, line)));
    let change = form.to_change(&["/toko/", &shop.slug, "/pesan"].concat());
    WrittenBasket { message, total, link, change }
}

fn together<T>(site: &Site, shop: &PublicShop, lines: &[Line<'_>], say: impl FnOnce(Basket<'_>) -> T) -> T {
    let (village, page) = (shop_shown(shop).village, site.shop_address(&shop.slug));
    let lines = lines.iter().map(|(_, line)| *line).collect();
    say(Basket { shop: &shop.shop.name, phone: &shop.shop.whatsapp, lines, village: &village, page: &page })
}
