//! The cells that are edited in place, and what they make of a product. Pure.

use crate::domain::{ListingId, Version};
use crate::features::catalogue::{Content, Product, ProductForm, Sketch};
use crate::forms::{ProblemCode, Problems};

/// The fields of the form that are columns, in their order.
pub const GRID: [&str; 6] = ["nama", "harga", "satuan", "persediaan", "stok", "hari_pesan"];

/// A row as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub id: ListingId,
    pub seen: Version,
    /// In the order of [`GRID`].
    pub cells: [String; 6],
}

/// What the cells of a product say.
pub fn cells(form: &ProductForm) -> [String; 6] {
    [&form.nama, &form.harga, &form.satuan, &form.persediaan, &form.stok, &form.hari_pesan].map(String::clone)
}

/// The name of a cell's field, which is also its id on the page.
pub fn field(column: &str, id: ListingId) -> String {
    [column, "_", &id.to_string()].concat()
}

/// The product as the row says it; `None` when it says nothing new.
///
/// # Errors
/// What is wrong, at the cells of the row.
pub fn altered(row: &Typed, latest: &Sketch) -> Result<Option<Product>, Problems> {
    if row.cells == cells(&latest.form) {
        return Ok(None);
    }
    let [nama, harga, satuan, persediaan, stok, hari_pesan] = row.cells.clone();
    let form = ProductForm { nama, harga, satuan, persediaan, stok, hari_pesan, ..latest.form.clone() };
    let product = form.check().map_err(|problems| at_cells(&problems, row.id, latest))?;
    let product = Product { photos: latest.photos.clone(), ..product };
    Ok((*product.draft() != *latest).then_some(product))
}

fn at_cells(found: &Problems, id: ListingId, latest: &Sketch) -> Problems {
    let mut problems = Problems::default();
    let wholesale = latest.finished().ok().and_then(|product| product.wholesale);
    for problem in found.iter() {
        match wholesale {
            // The wholesale price stands in no cell: it is the price that has to be above it.
            Some(wholesale) if problem.field == "grosir_harga" => {
                problems.add(field("harga", id), ProblemCode::AmountTooSmall { min: wholesale.price.amount() + 1 });
            }
            _ => problems.add(field(&problem.field, id), problem.code),
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Rupiah;
    use crate::features::catalogue::testing::sale_pisang;
    use crate::features::catalogue::{Price, Supply};

    const ID: ListingId = ListingId::from_u128(7);

    fn latest() -> Sketch {
        Sketch::of(&sale_pisang())
    }

    fn typed(column: usize, text: &str) -> Typed {
        let mut cells = cells(&latest().form);
        cells[column] = text.into();
        Typed { id: ID, seen: Version::FIRST, cells }
    }

    fn problem(row: &Typed) -> Option<(String, ProblemCode)> {
        let problems = altered(row, &latest()).err()?;
        problems.iter().next().map(|problem| (problem.field.clone(), problem.code))
    }

    #[test]
    fn what_is_wrong_is_said_at_its_own_cell() {
        assert_eq!(problem(&typed(0, " ")), Some((field("nama", ID), ProblemCode::Missing)));
        assert_eq!(problem(&typed(1, "18.5")), Some((field("harga", ID), ProblemCode::NotAnAmount)));
        assert_eq!(problem(&typed(1, "0")), Some((field("harga", ID), ProblemCode::AmountTooSmall { min: 100 })));
        assert_eq!(problem(&typed(2, "")), Some((field("satuan", ID), ProblemCode::Missing)));
        assert_eq!(problem(&typed(3, "pesan")), Some((field("hari_pesan", ID), ProblemCode::Missing)));
        assert_eq!(problem(&typed(3, "banyak")), Some((field("persediaan", ID), ProblemCode::NotAChoice)));
        assert_eq!(problem(&typed(4, "-1")), Some((field("stok", ID), ProblemCode::NotANumber)));
    }

    #[test]
    fn a_price_below_that_of_many_is_told_at_the_price() {
        assert_eq!(problem(&typed(1, "16.000")), Some((field("harga", ID), ProblemCode::AmountTooSmall { min: 16_501 })));
    }

    #[test]
    fn a_row_that_says_the_same_in_other_writing_is_no_change() {
        assert_eq!(altered(&typed(1, "18.000"), &latest()), Ok(None));
        assert_eq!(altered(&typed(1, "Rp 18000"), &latest()), Ok(None));
    }

    #[test]
    fn only_what_stands_in_the_cells_changes() {
        let product = sale_pisang();
        let price: Rupiah = 20_000.try_into().expect("an amount");
        assert_eq!(altered(&typed(1, "20.000"), &latest()), Ok(Some(Product { price: Price::Fixed(price), ..product.clone() })));
        assert_eq!(altered(&typed(3, "habis"), &latest()), Ok(Some(Product { supply: Supply::SoldOut, ..product })));
    }
}
