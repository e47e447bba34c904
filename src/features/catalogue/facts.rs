//! What is said of goods and shops, line by line, in the language of who reads.

use super::read::Site;
use super::views::Fact;
use super::{Permit, PermitKind, Price, Product, Shop, ShopSize, Supply};
use crate::domain::{month_name, with_dots};
use crate::text::GoodsWords;

pub fn of_product(site: &Site, product: &Product, shop: &Shop) -> Vec<Fact> {
    let words = site.words;
    let mut facts = vec![match product.supply {
        Supply::InStock(Some(count)) => {
            fact("circle-check", [words.there_is, &with_dots(count.into()), " ", &product.unit].concat(), words.says_seller)
        }
        Supply::InStock(None) => fact("circle-check", words.available.to_owned(), words.says_seller),
        Supply::ToOrder(days) => fact("clock", [words.to_order, &days.to_string(), words.days].concat(), words.to_order_hint),
        Supply::SoldOut => fact("info-circle", words.sold_out.to_owned(), words.sold_out_hint),
    }];
    facts.extend(numbers(site, &product.permits, shop));
    if let Some(days) = product.keeps_days {
        facts.push(fact("clock", [words.keeps, &days.to_string(), words.days].concat(), words.says_seller));
    }
    if !product.season.whole_year() {
        let months: Vec<&str> = product.season.months().map(|month| month_name(month, site.lang)).collect();
        facts.push(fact("flag", [words.season, &months.join(", ")].concat(), words.season_hint));
    }
    if !product.ingredients.is_empty() {
        facts.push(fact("info-circle", words.ingredients.to_owned(), &product.ingredients));
    }
    facts
}

pub fn of_shop(site: &Site, shop: &Shop) -> Vec<Fact> {
    let words = site.words;
    let mut facts = Vec::new();
    if let Some(hours) = shop.hours {
        // The dash keeps the two together.
        let hours = [words.open_hours, &hours.opens.in_digits(), "\u{2060}–\u{2060}", &hours.closes.in_digits()].concat();
        facts.push(fact("clock", hours, words.says_seller));
    }
    facts.push(fact("building", kind(words, shop), &shop.sector));
    if let Some(year) = shop.founded {
        facts.push(fact("flag", [words.since, &year.to_string()].concat(), words.says_seller));
    }
    facts.extend(numbers(site, &PermitKind::ALL, shop));
    facts.extend(shop.trainings.iter().map(|training| fact("circle-check", [words.trained, training].concat(), words.says_seller)));
    facts.push(fact("home", words.address.to_owned(), &shop.address));
    facts
}

/// "Usaha mikro, IKM"
fn kind(words: &GoodsWords, shop: &Shop) -> String {
    let size = match shop.size {
        ShopSize::Micro => words.micro,
        ShopSize::Small => words.small,
        ShopSize::Medium => words.medium,
    };
    [size, if shop.makes { ", IKM" } else { "" }].concat()
}

fn numbers(site: &Site, kinds: &[PermitKind], shop: &Shop) -> Vec<Fact> {
    let line = |permit: &Permit| fact("check", [permit.kind.name(), " ", &permit.number].concat(), site.words.permit_hint);
    permits(site, kinds, shop).into_iter().map(line).collect()
}

/// Those of a kind that hold today.
pub fn permits<'a>(site: &Site, kinds: &[PermitKind], shop: &'a Shop) -> Vec<&'a Permit> {
    shop.permits.iter().filter(|permit| kinds.contains(&permit.kind) && permit.holds_on(site.today)).collect()
}

/// "Rp18.000", "mulai Rp18.000"
pub fn price(words: &GoodsWords, product: &Product) -> String {
    let begins = if matches!(product.price, Price::From(_)) { words.begins } else { "" };
    [begins, &product.price.amount().in_digits()].concat()
}

/// "per bungkus"
pub fn per(words: &GoodsWords, product: &Product) -> String {
    [words.per, &product.unit].concat()
}

/// "Beli 10 bungkus: Rp16.500 per bungkus"
pub fn wholesale(words: &GoodsWords, product: &Product) -> Option<String> {
    let cheaper = product.wholesale?;
    let (from, price) = (with_dots(cheaper.from.into()), cheaper.price.in_digits());
    Some([words.buy, &from, " ", &product.unit, ": ", &price, " ", &per(words, product)].concat())
}

fn fact(icon: &str, what: String, hint: &str) -> Fact {
    Fact { icon: icon.to_owned(), what, hint: hint.to_owned() }
}
