use super::{ProblemCode, Problems};

/// Collects the problems of an ordinary small form, a Rust struct of strings:
///
/// ```
/// use smart_kampung::{domain::{PersonName, Rupiah}, forms::{Checks, Problems, read}};
///
/// struct ProductForm { seller: String, price: String }
/// struct Product { seller: PersonName, price: Rupiah }
///
/// impl ProductForm {
///     fn check(&self) -> Result<Product, Problems> {
///         let mut checks = Checks::default();
///         let seller = checks.field("penjual", read::name(&self.seller));
///         let price = checks.field("harga", read::rupiah(&self.price, 0, 10_000_000));
///         checks.done(seller.zip(price), |(seller, price)| Product { seller, price })
///     }
/// }
///
/// let wrong = ProductForm { seller: String::new(), price: "lima ribu".into() };
/// assert_eq!(wrong.check().err().map(|problems| problems.iter().count()), Some(2));
/// ```
#[derive(Default)]
pub struct Checks(Problems);

impl Checks {
    /// Keeps the word, or its problem under the name of the input.
    pub fn field<T>(&mut self, name: &str, read: Result<T, ProblemCode>) -> Option<T> {
        read.map_err(|code| self.0.add(name, code)).ok()
    }

    /// For text that must not be empty.
    pub fn filled(&mut self, name: &str, read: Result<String, ProblemCode>) -> Option<String> {
        self.field(name, read.and_then(|text| if text.is_empty() { Err(ProblemCode::Missing) } else { Ok(text) }))
    }

    /// # Errors
    /// All problems found, in the order in which the fields were read.
    pub fn done<W, T>(self, words: Option<W>, make: impl FnOnce(W) -> T) -> Result<T, Problems> {
        match words {
            Some(words) if self.0.is_empty() => Ok(make(words)),
            _ => Err(self.0),
        }
    }
}
