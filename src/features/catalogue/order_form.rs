use super::Product;
use crate::forms::{Checks, ProblemCode, Problems, read};

/// An order as it is typed.
#[derive(Clone, Copy, Debug)]
pub struct OrderForm<'a> {
    pub pilihan: &'a str,
    pub jumlah: &'a str,
}

/// Who wants more than this talks first.
const MOST: i64 = 9_999;

impl<'a> OrderForm<'a> {
    /// Which variant, if the product has some, and how many.
    ///
    /// # Errors
    /// All problems, in the order of the page.
    pub fn check(&self, product: &Product) -> Result<(Option<&'a str>, u32), Problems> {
        let mut checks = Checks::default();
        let variant = checks.field("pilihan", self.variant(product));
        let typed = if self.jumlah.trim().is_empty() { Err(ProblemCode::Missing) } else { read::number(self.jumlah, 1, MOST) };
        let amount = checks.field("jumlah", typed).and_then(|amount| u32::try_from(amount).ok());
        checks.done(variant.zip(amount), |order| order)
    }

    fn variant(&self, product: &Product) -> Result<Option<&'a str>, ProblemCode> {
        let Some(variants) = &product.variants else { return Ok(None) };
        match self.pilihan {
            "" => Err(ProblemCode::MissingChoice),
            known if variants.values.iter().any(|value| value == known) => Ok(Some(known)),
            _ => Err(ProblemCode::NotAChoice),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::catalogue::testing::sale_pisang;

    type Wrong = Vec<(String, ProblemCode)>;

    fn check<'a>(pilihan: &'a str, jumlah: &'a str) -> Result<(Option<&'a str>, u32), Wrong> {
        let problems = |problems: Problems| problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect();
        OrderForm { pilihan, jumlah }.check(&sale_pisang()).map_err(problems)
    }

    #[test]
    fn a_wrong_amount_and_a_wrong_variant_are_both_named() {
        let wrong = |field: &str, code| (field.to_owned(), code);
        assert_eq!(check("", "dua"), Err(vec![wrong("pilihan", ProblemCode::MissingChoice), wrong("jumlah", ProblemCode::NotANumber)]));
        assert_eq!(
            check("Pedas", "0"),
            Err(vec![wrong("pilihan", ProblemCode::NotAChoice), wrong("jumlah", ProblemCode::TooSmall { min: 1 })])
        );
        assert_eq!(check("Asin", " "), Err(vec![wrong("jumlah", ProblemCode::Missing)]));
        assert_eq!(check("Asin", "10.000"), Err(vec![wrong("jumlah", ProblemCode::TooLarge { max: MOST })]));
    }

    #[test]
    fn a_variant_counts_only_where_there_are_some() {
        assert_eq!(check("Asin", " 1.000 "), Ok((Some("Asin"), 1_000)));
        let plain = Product { variants: None, ..sale_pisang() };
        assert_eq!(OrderForm { pilihan: "Asin", jumlah: "2" }.check(&plain), Ok((None, 2)));
    }
}
