use super::{Price, Product, PublicPhone};
use crate::domain::Rupiah;
use crate::ui::encode_pair;

/// So many of one product.
#[derive(Clone, Copy, Debug)]
pub struct OrderLine<'a> {
    pub product: &'a Product,
    /// One of the product's variants.
    pub variant: Option<&'a str>,
    /// How many; at least 1.
    pub amount: u32,
}

/// What somebody orders; all of it public, and written by nobody but the seller and the visitor.
pub struct Order<'a> {
    pub shop: &'a str,
    pub phone: &'a PublicPhone,
    pub line: OrderLine<'a>,
    /// "Tamansari (Kec. Licin)"
    pub village: &'a str,
    /// The whole address of the product's page.
    pub page: &'a str,
}

impl OrderLine<'_> {
    /// "Sale pisang gulung (Asin), 2 bungkus × Rp18.000"
    pub fn in_words(&self) -> String {
        let (amount, unit) = (self.amount.max(1), &self.product.unit);
        let mut text = self.product.name.clone();
        if let Some(variant) = self.variant {
            text.push_str(&[" (", variant, ")"].concat());
        }
        let begins = if self.begins() { "mulai " } else { "" };
        text.push_str(&[", ", &amount.to_string(), " ", unit, " × ", begins, &self.product.price_of_one(amount).in_digits()].concat());
        text
    }

    /// `None` where the price only begins there (the seller names it), or is more than can be said.
    pub fn total(&self) -> Option<Rupiah> {
        let one = self.product.price_of_one(self.amount.max(1)).amount();
        let total = one.checked_mul(self.amount.max(1).into()).and_then(|total| Rupiah::try_from(total).ok());
        total.filter(|_| !self.begins())
    }

    pub const fn begins(&self) -> bool {
        matches!(self.product.price, Price::From(_))
    }
}

impl Order<'_> {
    /// What the seller reads. Shown to the visitor first, who sends it; it names nobody.
    pub fn message(&self) -> String {
        let mut text = ["Halo ", self.shop, ", saya tertarik ", &self.line.in_words()].concat();
        if let Some(total) = self.line.total().filter(|_| self.line.amount > 1) {
            text.push_str(&[" = ", &total.in_digits()].concat());
        }
        text.push_str(&[", di Smart Kampung ", self.village, ": ", self.page].concat());
        text
    }

    pub fn whatsapp(&self) -> String {
        whatsapp(self.phone, &self.message())
    }
}

/// `https://wa.me/62…?text=…`
pub fn whatsapp(phone: &PublicPhone, message: &str) -> String {
    let mut query = String::new();
    encode_pair(&mut query, "text", message);
    ["https://wa.me/", phone.international(), "?", &query].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::catalogue::testing::{sale_pisang, yuni};

    fn order<'a>(product: &'a Product, phone: &'a PublicPhone, variant: Option<&'a str>, amount: u32) -> Order<'a> {
        let (village, page) = ("Tamansari (Kec. Licin)", "https://kampung.example/produk/sale-pisang-1");
        Order { shop: "Dapur Bu Yuni", phone, line: OrderLine { product, variant, amount }, village, page }
    }

    #[test]
    fn the_address_carries_the_number_of_the_shop_and_the_whole_message() {
        let (product, shop) = (sale_pisang(), yuni());
        assert_eq!(
            order(&product, &shop.whatsapp, Some("Manis & gurih"), 2).whatsapp(),
            "https://wa.me/6281200000099?text=Halo%20Dapur%20Bu%20Yuni%2C%20saya%20tertarik%20Sale%20pisang%20gulung%20\
             %28Manis%20%26%20gurih%29%2C%202%20bungkus%20%C3%97%20Rp18.000%20%3D%20Rp36.000%2C%20di%20Smart%20Kampung%20\
             Tamansari%20%28Kec.%20Licin%29%3A%20https%3A%2F%2Fkampung.example%2Fproduk%2Fsale-pisang-1"
        );
    }

    #[test]
    fn from_the_wholesale_amount_on_the_cheaper_price_is_written() {
        let (product, shop) = (sale_pisang(), yuni());
        assert!(order(&product, &shop.whatsapp, None, 9).message().contains("9 bungkus × Rp18.000 = Rp162.000"));
        assert!(order(&product, &shop.whatsapp, None, 10).message().contains("10 bungkus × Rp16.500 = Rp165.000"));
        assert!(order(&product, &shop.whatsapp, None, 1).message().contains(", 1 bungkus × Rp18.000, di"));
    }

    #[test]
    fn a_price_that_begins_somewhere_promises_no_total() {
        let (product, shop) = (Product { price: Price::From(sale_pisang().price.amount()), ..sale_pisang() }, yuni());
        assert!(order(&product, &shop.whatsapp, None, 2).message().contains(", 2 bungkus × mulai Rp18.000, di"));
    }
}
