use std::collections::BTreeMap;

use super::order::OrderLine;
use super::order_form::OrderForm;
use super::store::PublicProduct;
use super::{Product, Supply};
use crate::forms::{Problems, form_pairs};
use crate::ui::encode_pair;

/// A basket as it stands in an address: `jumlah-7kq2m9=2&pilihan-7kq2m9=Asin`. A product is named by the end
/// of its own address. `produk=7kq2m9&jumlah=2&pilihan=Asin` is what the form of one product says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BasketForm {
    asked: BTreeMap<String, Typed>,
    /// The message shall be written.
    pub write: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub pilihan: String,
    pub jumlah: String,
}

/// What a product of the shop has to do with a basket.
#[derive(Clone, Debug)]
pub enum Ordered<'a> {
    Nothing,
    Line(OrderLine<'a>),
    Wrong(Problems),
    /// It is asked for and sold out.
    SoldOut,
}

/// The end of a product's address, in which its name has no part: what tells the products of a shop apart.
pub fn tail(slug: &str) -> &str {
    slug.rsplit('-').next().unwrap_or(slug)
}

impl BasketForm {
    pub fn of(query: &str) -> Self {
        let (mut form, mut one, mut alone) = (Self::default(), String::new(), Typed::default());
        for (name, value) in form_pairs(query.trim_start_matches('?')) {
            match name.split_once('-') {
                Some(("jumlah", key)) => form.of_key(key).jumlah = value,
                Some(("pilihan", key)) => form.of_key(key).pilihan = value,
                _ if name == "tulis" => form.write = true,
                _ if name == "produk" => one = value,
                _ if name == "jumlah" => alone.jumlah = value,
                _ if name == "pilihan" => alone.pilihan = value,
                _ => {}
            }
        }
        if !one.is_empty() {
            form.asked.insert(one, alone);
        }
        form
    }

    fn of_key(&mut self, key: &str) -> &mut Typed {
        self.asked.entry(key.to_owned()).or_default()
    }

    pub fn typed(&self, slug: &str) -> Typed {
        self.asked.get(tail(slug)).cloned().unwrap_or_default()
    }

    pub fn asks_for(&self, slug: &str) -> bool {
        self.asked.get(tail(slug)).is_some_and(Typed::is_wish)
    }

    pub fn ordered<'a>(&'a self, found: &'a PublicProduct) -> Ordered<'a> {
        let typed = self.asked.get(tail(&found.slug)).filter(|typed| typed.is_wish());
        match typed {
            None => Ordered::Nothing,
            Some(_) if found.product.supply == Supply::SoldOut => Ordered::SoldOut,
            Some(typed) => typed.check(&found.product),
        }
    }

    /// Products that are asked for and that nobody sells here.
    pub fn gone(&self, there: &[PublicProduct]) -> usize {
        let sold = |key: &String| there.iter().any(|found| tail(&found.slug) == key);
        self.asked.iter().filter(|(key, typed)| typed.is_wish() && !sold(key)).count()
    }

    /// The address of a page with all of it.
    pub fn address(&self, page: &str) -> String {
        let asked = self.asked.iter().map(|(key, typed)| (key.as_str(), typed.pilihan.as_str(), typed.jumlah.as_str()));
        written(page, asked, self.write)
    }

    /// The same while its message is not to be written yet.
    pub fn to_change(&self, page: &str) -> String {
        Self { write: false, ..self.clone() }.address(page)
    }
}

/// The address of a page with what can be ordered.
pub fn address<'a>(page: &str, lines: impl Iterator<Item = (&'a PublicProduct, &'a OrderLine<'a>)>) -> String {
    let lines: Vec<(&str, &str, String)> =
        lines.map(|(found, line)| (tail(&found.slug), line.variant.unwrap_or_default(), line.amount.to_string())).collect();
    written(page, lines.iter().map(|(key, variant, amount)| (*key, *variant, amount.as_str())), false)
}

fn written<'a>(page: &str, asked: impl Iterator<Item = (&'a str, &'a str, &'a str)>, write: bool) -> String {
    let mut query = String::new();
    for (key, variant, amount) in asked {
        for (name, value) in [("pilihan-", variant), ("jumlah-", amount)] {
            if !value.is_empty() {
                encode_pair(&mut query, &[name, key].concat(), value);
            }
        }
    }
    if write {
        encode_pair(&mut query, "tulis", "ya");
    }
    [page, "?", &query].concat()
}

impl Typed {
    /// Nothing and zero are no wish.
    fn is_wish(&self) -> bool {
        !self.jumlah.trim().trim_matches('0').is_empty()
    }

    fn check<'a>(&'a self, product: &'a Product) -> Ordered<'a> {
        match (OrderForm { pilihan: &self.pilihan, jumlah: &self.jumlah }).check(product) {
            Ok((variant, amount)) => Ordered::Line(OrderLine { product, variant, amount }),
            Err(problems) => Ordered::Wrong(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ListingId;
    use crate::features::catalogue::testing::sale_pisang;
    use crate::forms::ProblemCode;

    fn there(slug: &str, product: Product) -> PublicProduct {
        let office = "35.10.24.2005".parse().expect("an office");
        let (id, shop) = (ListingId::from_u128(1), ListingId::from_u128(2));
        PublicProduct { id, office, shop, slug: slug.into(), product, since: 0 }
    }

    #[test]
    fn what_is_wrong_with_a_product_is_told_of_it_and_what_is_zero_is_no_wish() {
        let found = there("sale-pisang-7kq2m9", sale_pisang());
        let form = BasketForm::of("jumlah-7kq2m9=dua&pilihan-7kq2m9=Pedas&tulis=ya");
        let Ordered::Wrong(problems) = form.ordered(&found) else { panic!("{form:?}") };
        assert_eq!(problems.of("jumlah"), Some(ProblemCode::NotANumber));
        assert_eq!(problems.of("pilihan"), Some(ProblemCode::NotAChoice));
        for nothing in ["", "jumlah-7kq2m9=", "jumlah-7kq2m9=0&pilihan-7kq2m9=Asin", "jumlah-7kq2m9=+00+", "jumlah-other1=2", "jumlah=2"] {
            assert!(matches!(BasketForm::of(nothing).ordered(&found), Ordered::Nothing), "{nothing}");
        }
    }

    #[test]
    fn what_is_sold_out_or_gone_is_no_line_and_is_noticed() {
        let found = [there("sale-pisang-7kq2m9", Product { supply: Supply::SoldOut, ..sale_pisang() })];
        let form = BasketForm::of("?jumlah-7kq2m9=2&jumlah-other1=1&jumlah-other2=0");
        assert!(matches!(form.ordered(&found[0]), Ordered::SoldOut));
        assert_eq!(form.gone(&found), 1, "of what is zero nobody asks");
    }

    #[test]
    fn the_form_of_one_product_fills_in_its_own_line_and_the_address_keeps_what_was_typed() {
        let found = there("sale-pisang-7kq2m9", sale_pisang());
        let form = BasketForm::of("pilihan=Manis+%26+gurih&jumlah=3&produk=7kq2m9");
        let Ordered::Line(line) = form.ordered(&found) else { panic!("{form:?}") };
        assert_eq!((line.variant, line.amount, form.write), (Some("Manis & gurih"), 3, false));
        let kept = form.address("/toko/dapur-1/pesan");
        assert_eq!(kept, "/toko/dapur-1/pesan?pilihan-7kq2m9=Manis%20%26%20gurih&jumlah-7kq2m9=3");
        assert_eq!(BasketForm::of(kept.split_once('?').expect("a query").1), form);
        assert_eq!(
            address("/pesan/toko/dapur-1", [(&found, &line)].into_iter()),
            kept.replace("/toko/dapur-1/pesan", "/pesan/toko/dapur-1")
        );
    }
}
