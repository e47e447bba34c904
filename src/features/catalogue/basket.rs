//! Products of one shop, ordered together: one message, and what all of it costs.

use super::PublicPhone;
use super::order::{OrderLine, whatsapp};
use crate::domain::Rupiah;

/// All of it public, and written by nobody but the seller and the visitor.
pub struct Basket<'a> {
    pub shop: &'a str,
    pub phone: &'a PublicPhone,
    /// At least one.
    pub lines: Vec<OrderLine<'a>>,
    /// "Tamansari (Kec. Licin)"
    pub village: &'a str,
    /// The whole address of the shop.
    pub page: &'a str,
}

impl Basket<'_> {
    /// `None` where one price only begins there: nobody may promise what the seller still has to name.
    pub fn total(&self) -> Option<Rupiah> {
        let add = |sum: i64, line: &OrderLine<'_>| sum.checked_add(line.total()?.amount());
        Rupiah::try_from(self.lines.iter().try_fold(0, add)?).ok()
    }

    /// What the seller reads, line by line. Shown to the visitor first, who sends it; it names nobody.
    pub fn message(&self) -> Vec<String> {
        let greeting = ["Halo ", self.shop, ", saya mau pesan:"].concat();
        let lines = self.lines.iter().enumerate().map(|(at, line)| {
            let total = line.total().map(|total| [" = ", &total.in_digits()].concat()).unwrap_or_default();
            [&(at + 1).to_string(), ". ", &line.in_words(), &total].concat()
        });
        let total = match self.total() {
            Some(total) => ["Total ", &total.in_digits()].concat(),
            None => "Total belum pasti: ada harga yang baru mulai dari angka itu. Mohon dihitung.".to_owned(),
        };
        let from = ["Dari Smart Kampung ", self.village, ": ", self.page].concat();
        std::iter::once(greeting).chain(lines).chain([total, from]).collect()
    }

    pub fn whatsapp(&self) -> String {
        whatsapp(self.phone, &self.message().join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::features::catalogue::testing::{sale_pisang, yuni};
    use crate::features::catalogue::{Price, Product, Shop, Wholesale};

    fn basket<'a>(shop: &'a Shop, lines: Vec<OrderLine<'a>>) -> Basket<'a> {
        let (village, page) = ("Tamansari (Kec. Licin)", "https://kampung.example/toko/dapur-1");
        Basket { shop: &shop.name, phone: &shop.whatsapp, lines, village, page }
    }

    fn line<'a>(product: &'a Product, variant: Option<&'a str>, amount: u32) -> OrderLine<'a> {
        OrderLine { product, variant, amount }
    }

    #[test]
    fn each_product_has_its_line_and_all_of_them_one_total() {
        let (shop, sale) = (yuni(), sale_pisang());
        let ubi = Product { name: "Keripik ubi".into(), wholesale: None, variants: None, ..sale_pisang() };
        let both = basket(&shop, vec![line(&sale, Some("Asin"), 10), line(&ubi, None, 1)]);
        assert_eq!(
            both.message(),
            [
                "Halo Dapur Bu Yuni, saya mau pesan:",
                "1. Sale pisang gulung (Asin), 10 bungkus × Rp16.500 = Rp165.000",
                "2. Keripik ubi, 1 bungkus × Rp18.000 = Rp18.000",
                "Total Rp183.000",
                "Dari Smart Kampung Tamansari (Kec. Licin): https://kampung.example/toko/dapur-1",
            ]
        );
        assert!(both.whatsapp().starts_with("https://wa.me/6281200000099?text=Halo%20Dapur%20Bu%20Yuni%2C%20saya%20mau%20pesan%3A%0A1."));
    }

    #[test]
    fn where_one_price_only_begins_there_no_total_is_promised() {
        let (shop, sale) = (yuni(), sale_pisang());
        let chair = Product { price: Price::From(sale.price.amount()), ..sale_pisang() };
        let both = basket(&shop, vec![line(&sale, None, 1), line(&chair, None, 2)]);
        assert_eq!(both.total(), None);
        let message = both.message();
        assert!(message[2].ends_with("2 bungkus × mulai Rp18.000"), "{message:?}");
        assert!(message[3].starts_with("Total belum pasti"), "{message:?}");
    }

    #[test]
    fn what_is_more_than_can_be_said_is_no_total() {
        let (shop, boat) = (yuni(), Product { price: Price::Fixed(Rupiah::MAX), wholesale: None, ..sale_pisang() });
        assert_eq!(basket(&shop, vec![line(&boat, None, u32::MAX)]).total(), None);
        assert_eq!(basket(&shop, vec![line(&boat, None, 1), line(&boat, None, 1)]).total(), None);
        assert_eq!(basket(&shop, vec![line(&boat, None, 1)]).total(), Some(Rupiah::MAX));
    }

    proptest! {
        #[test]
        fn the_total_is_what_somebody_counts_who_adds_one_piece_after_the_other(
            goods in proptest::collection::vec((100..1_000_000_i64, 1..100_i64, 2..20_u32, 1..60_u32), 1..8)
        ) {
            let (shop, rupiah) = (yuni(), |amount: i64| Rupiah::try_from(amount).expect("an amount"));
            let products: Vec<(Product, u32)> = goods.iter().map(|(price, less, from, amount)| {
                let wholesale = Wholesale { price: rupiah(price - less), from: *from };
                (Product { price: Price::Fixed(rupiah(*price)), wholesale: Some(wholesale), ..sale_pisang() }, *amount)
            }).collect();
            let mut counted = 0_i64;
            for (price, less, from, amount) in &goods {
                for _ in 0..*amount {
                    counted += if amount >= from { price - less } else { *price };
                }
            }
            let lines = products.iter().map(|(product, amount)| line(product, None, *amount)).collect();
            prop_assert_eq!(basket(&shop, lines).total().map(Rupiah::amount), Some(counted));
        }
    }
}
