use serde::{Deserialize, Serialize};

use super::{Photo, Product, ProductForm};
use crate::forms::Problems;

/// A product as far as somebody has typed it, right or not: a draft. How much that is at most is the business
/// of whoever takes in the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub struct Sketch {
    pub form: ProductForm,
    pub photos: Vec<Photo>,
}

/// As it is stored. Drafts of before were products, and whole.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Sketch { form: Box<ProductForm>, photos: Vec<Photo> },
    Whole(Box<Product>),
}

impl From<Kept> for Sketch {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Sketch { form, photos } => Self { form: *form, photos },
            Kept::Whole(product) => Self::of(&product),
        }
    }
}

impl Sketch {
    /// A product as it would be typed.
    pub fn of(product: &Product) -> Self {
        Self { form: ProductForm::of(product), photos: product.photos.clone() }
    }

    /// # Errors
    /// What is missing or wrong, in the order of the page.
    pub fn finished(&self) -> Result<Product, Problems> {
        Ok(Product { photos: self.photos.clone(), ..self.form.check()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::catalogue::testing::sale_pisang;

    #[test]
    fn a_draft_of_before_which_was_a_whole_product_is_read_as_it_would_be_typed() {
        let old = serde_json::to_string(&sale_pisang()).expect("JSON");
        assert_eq!(serde_json::from_str::<Sketch>(&old).ok(), Some(Sketch::of(&sale_pisang())));
    }

    #[test]
    fn what_is_kept_is_kept_letter_by_letter_however_wrong_it_is() {
        let form = ProductForm { nama: "Sale".into(), harga: "gratis 🍌".into(), musim: "13".into(), ..ProductForm::default() };
        let sketch = form.sketch().expect("a draft");
        assert_eq!(sketch.form, form);
        let stored = serde_json::to_string(&sketch).expect("JSON");
        assert_eq!(serde_json::from_str::<Sketch>(&stored).ok(), Some(sketch));
    }
}
