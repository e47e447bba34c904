use super::columns::{cells_of, columns};
use super::rows::Fault;
use super::words;
use crate::features::catalogue::State;
use crate::features::catalogue::store::Stock;
use crate::server::sandbox::SheetRow;

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

/// The file as it came, with a column that says what to put right in each row.
pub fn remarked(sheet: &[SheetRow], faults: &[Fault]) -> Vec<Vec<String>> {
    let wide = sheet.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let old = sheet.first().and_then(|heads| heads.cells.iter().position(|head| is_remark(head)));
    let rows = sheet.iter().enumerate().map(|(at, row)| {
        let mut cells = row.cells.clone();
        cells.resize(wide, String::new());
        old.into_iter().for_each(|old| drop(cells.remove(old)));
        let said: Vec<String> = faults.iter().filter(|fault| fault.line == row.line).map(words::remark).collect();
        cells.push(if at == 0 { super::columns::REMARK_HEAD.to_owned() } else { said.join(" ") });
        cells
    });
    rows.collect()
}

fn is_remark(head: &str) -> bool {
    super::columns::column_of(head).is_some_and(|column| column.name == super::columns::REMARK)
}
