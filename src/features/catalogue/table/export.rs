use super::columns::{cells_of, columns};
use crate::features::catalogue::State;
use crate::features::catalogue::store::Stock;

/// All products of an office that are not closed, shop by shop as they were opened, as they were said last.
pub fn table(stock: &Stock) -> Vec<Vec<String>> {
    let heads = columns().map(|column| column.head.to_owned()).collect();
    let of_shop = |shop| stock.products.iter().filter(move |product| product.part.shop == shop);
    let rows = stock.shops.iter().flat_map(|shop| {
        let open = of_shop(shop.id).filter(|product| product.standing.state() != State::Archived);
        open.map(|product| {
            let mut row = vec![product.slug.clone(), shop.slug.clone()];
            row.extend(cells_of(&product.standing.latest().form));
            row
        })
    });
    std::iter::once(heads).chain(rows).collect()
}
