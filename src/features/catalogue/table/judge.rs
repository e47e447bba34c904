//! What a file would do to the products of an office. Pure: nothing is written here, and nothing while a
//! single row is wrong.

use std::collections::{HashMap, HashSet};

use super::columns::{SHOP, SLUG, cells_of, column_of, head_of, is_tick, typed};
use super::words;
use crate::domain::{Lang, ListingId, Version};
use crate::features::catalogue::store::{Stand, Stock};
use crate::features::catalogue::{Content, Listing, MOST_OF_A_SHOP, Product, ProductForm, State};
use crate::features::tables::{Fault, Row, beside_the_heads, plain, read};
use crate::forms::ProblemCode;
use crate::server::sandbox::SheetRow;
use crate::text::problem_sentence;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub new: Vec<New>,
    pub changed: Vec<Altered>,
    pub unchanged: usize,
    /// In the order of the file.
    pub faults: Vec<Fault>,
    /// Each row that is about a product there is, and how that stood.
    pub seen: Vec<(u32, Version)>,
}

/// A row that is a new product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    pub line: u32,
    pub shop: Stand,
    pub product: Product,
}

/// A row that says a product anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    pub line: u32,
    pub listing: Listing<Product>,
    pub product: Product,
}

impl Judged {
    /// Rows in which something is wrong.
    pub fn wrong(&self) -> usize {
        self.faults.iter().map(|fault| fault.line).collect::<HashSet<_>>().len()
    }

    /// Rows that would be written.
    pub fn writes(&self) -> usize {
        self.new.len() + self.changed.len()
    }
}

pub fn judge(sheet: &[SheetRow], stock: &Stock) -> Judged {
    let rows = match read(sheet, column_of) {
        Ok(rows) => rows,
        Err(faults) => return Judged { faults, ..Judged::default() },
    };
    let mut judge = Judge::of(stock);
    for row in &rows {
        judge.row(row);
    }
    let mut judged = judge.judged;
    judged.faults.extend(beside_the_heads(sheet));
    judged.faults.sort_by_key(|fault| fault.line);
    judged
}

struct Judge<'a> {
    shops: HashMap<&'a str, &'a Stand>,
    shops_by_name: HashMap<String, Vec<&'a Stand>>,
    products: HashMap<&'a str, &'a Listing<Product>>,
    /// Open products of each shop by name: those there are, and those of rows before.
    names: HashMap<(ListingId, String), Option<u32>>,
    /// How many are open in each shop, with the new ones of rows before.
    open: HashMap<ListingId, usize>,
    /// The row that each product was in.
    rows: HashMap<ListingId, u32>,
    judged: Judged,
}

impl<'a> Judge<'a> {
    fn of(stock: &'a Stock) -> Self {
        let mut judge = Self {
            shops: stock.shops.iter().map(|shop| (shop.slug.as_str(), shop)).collect(),
            shops_by_name: HashMap::new(),
            products: stock.products.iter().map(|product| (product.slug.as_str(), product)).collect(),
            names: HashMap::new(),
            open: HashMap::new(),
            rows: HashMap::new(),
            judged: Judged::default(),
        };
        for shop in stock.shops.iter().filter(|shop| shop.open) {
            judge.shops_by_name.entry(plain(&shop.name)).or_default().push(shop);
        }
        for product in stock.products.iter().filter(|product| product.standing.state() != State::Archived) {
            *judge.open.entry(product.part.shop).or_default() += 1;
            judge.names.insert((product.part.shop, plain(product.standing.name())), None);
        }
        judge
    }

    fn row(&mut self, row: &Row) {
        let odd: Vec<Fault> = odd_cells(row);
        if !odd.is_empty() {
            return self.judged.faults.extend(odd);
        }
        let outcome = if row.cell(SLUG).is_empty() { self.new_product(row) } else { self.known_product(row) };
        if let Err(faults) = outcome {
            self.judged.faults.extend(faults);
        }
    }

    fn known_product(&mut self, row: &Row) -> Result<(), Vec<Fault>> {
        let fault = |column: &str, sentence: String| vec![fault_at(row, column, sentence)];
        let listing = *self.products.get(row.cell(SLUG)).ok_or_else(|| fault(SLUG, words::NO_PRODUCT.to_owned()))?;
        self.judged.seen.push((row.line, listing.seen()));
        if let Some(before) = self.rows.insert(listing.id, row.line) {
            return Err(fault(SLUG, words::in_a_row_before(before)));
        }
        if !row.cell(SHOP).is_empty() {
            let shop = self.shop(row).map_err(|sentence| fault(SHOP, sentence.to_owned()))?;
            if shop.id != listing.part.shop {
                return Err(fault(SHOP, words::OTHER_SHOP.to_owned()));
            }
        }
        let latest = listing.standing.latest();
        let form = row.over(&latest.form, typed);
        // A draft may be as unfinished as it was taken out.
        if cells_of(&form) == cells_of(&latest.form) {
            self.judged.unchanged += 1;
            return Ok(());
        }
        let product = Product { photos: latest.photos.clone(), ..self.checked(row, &form)? };
        if *product.draft() == *latest {
            self.judged.unchanged += 1;
        } else if listing.standing.state() == State::Archived {
            return Err(fault(SLUG, words::CLOSED_PRODUCT.to_owned()));
        } else {
            self.judged.changed.push(Altered { line: row.line, listing: listing.clone(), product });
        }
        Ok(())
    }

    fn new_product(&mut self, row: &Row) -> Result<(), Vec<Fault>> {
        let fault = |column: &str, sentence: String| vec![fault_at(row, column, sentence)];
        // What is wrong with the shop and with the rest is said at once.
        let shop = self.shop(row).and_then(|shop| if shop.open { Ok(shop) } else { Err(words::CLOSED_SHOP) });
        let (shop, product) = (shop, self.checked(row, &row.over(&ProductForm::default(), typed)));
        let (shop, product) = match (shop, product) {
            (Ok(shop), Ok(product)) => (shop, product),
            (shop, product) => {
                let mut faults: Vec<Fault> = shop.err().into_iter().flat_map(|sentence| fault(SHOP, sentence.to_owned())).collect();
                faults.extend(product.err().into_iter().flatten());
                return Err(faults);
            }
        };
        match self.names.get(&(shop.id, plain(&product.name))) {
            Some(Some(before)) => return Err(fault("nama", words::in_a_row_before(*before))),
            Some(None) => return Err(fault(SLUG, words::NAME_TAKEN.to_owned())),
            None => {}
        }
        let open = self.open.entry(shop.id).or_default();
        if *open >= MOST_OF_A_SHOP {
            return Err(fault(SHOP, words::shop_is_full()));
        }
        *open += 1;
        self.names.insert((shop.id, plain(&product.name)), Some(row.line));
        self.judged.new.push(New { line: row.line, shop: shop.clone(), product });
        Ok(())
    }

    /// The shop of a row, by its address or its name. One of another office is none.
    fn shop(&self, row: &Row) -> Result<&'a Stand, &'static str> {
        let written = row.cell(SHOP);
        if written.is_empty() {
            return Err(words::WHICH_SHOP);
        }
        match (self.shops.get(written), self.shops_by_name.get(&plain(written)).map(Vec::as_slice)) {
            (Some(shop), _) | (None, Some([shop])) => Ok(shop),
            (None, None | Some([])) => Err(words::NO_SHOP),
            (None, Some(_)) => Err(words::TWO_SHOPS),
        }
    }

    fn checked(&self, row: &Row, form: &ProductForm) -> Result<Product, Vec<Fault>> {
        form.check().map_err(|problems| {
            problems.iter().map(|problem| fault_at(row, &problem.field, sentence(&problem.field, problem.code))).collect()
        })
    }
}

/// At the column with this name.
fn fault_at(row: &Row, name: &str, sentence: impl Into<String>) -> Fault {
    Fault::at(row.line, head_of(name), sentence)
}

/// What no form would say of the cells: a formula without a result, and a tick that is neither yes nor no.
fn odd_cells(row: &Row) -> Vec<Fault> {
    let unsure = |name: &str, cell: &str| !cell.trim().is_empty() && !["ya", ""].contains(&typed(name, cell).as_str());
    let failed: Vec<Fault> = row.failed_formulas().collect();
    let ticks = row.cells().filter(|(column, cell)| is_tick(column.name) && unsure(column.name, cell));
    let ticks = ticks.map(|(column, _)| Fault::at(row.line, column.head, words::YES_OR_NO));
    let unsure: Vec<Fault> = ticks.filter(|fault| failed.iter().all(|known| known.column != fault.column)).collect();
    failed.into_iter().chain(unsure).collect()
}

fn sentence(field: &str, code: ProblemCode) -> String {
    match code {
        ProblemCode::MissingChoice | ProblemCode::NotAChoice => words::choose_one(field),
        code => problem_sentence(Lang::Id, code, head_of(field)),
    }
}
