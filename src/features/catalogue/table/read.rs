//! From a file that was looked through, and from a page of products, to what the screens are given.

use super::columns::{choices, columns};
use super::doors::{TABLE, may_import, page_place, write_seen};
use super::grid::cells;
use super::judge::{Judged, judge};
use super::views::{ChangedRow, DraftView, ImportView, TableRow, TableView, WrongRow};
use super::words;
use crate::access::{ActName, Refusal};
use crate::domain::Lang;
use crate::features::catalogue::fields::Says;
use crate::features::catalogue::office::{Desk, mark};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, PAGE, Stand};
use crate::features::catalogue::{Content, Listing, Product, changes};
use crate::features::tables::{Column, kept, more, rows};
use crate::forms::Choice;
use crate::server::session;
use crate::text::listing::{SUPPLIES, said};
use crate::ui::way;

/// Rows of a list that a person reads; the rest is in the file.
const SHOWN: usize = 100;

/// `/kantor/produk/impor`; `file` was brought in before.
///
/// # Errors
/// `Forbidden` for who may not import; `NotFound` for a file that is not there; `Busy` or `Internal`.
pub async fn import(file: &str, result: &str) -> Result<ImportView, Refusal> {
    let desk = Desk::asked()?;
    let office = may_import(&session::actor())?;
    let draft = if file.is_empty() {
        None
    } else {
        let sheet = kept(&session::engine()?.blobs, office, file).await?;
        let scope = desk.scope().await?;
        let judged = judge(&sheet.rows, &store::stock(&scope).await?);
        drop(scope);
        let corrected = [super::doors::IMPORT, "/", file, "/perbaikan.", sheet.kind.extension()].concat();
        Some(draft_view(&desk, file, &corrected, &judged))
    };
    let filled = |column: Column| {
        let takes = choices(column.name);
        let what = if takes.is_empty() { column.hint.to_owned() } else { takes.join(", ") };
        (column.head.to_owned(), what)
    };
    Ok(ImportView { frame: desk.frame(), result: words::written(result), columns: columns().map(filled).collect(), draft })
}

fn draft_view(desk: &Desk, file: &str, corrected: &str, judged: &Judged) -> DraftView {
    let (who, icon, title, text) = words::verdict(judged);
    let counts = [
        ("Produk baru", judged.new.len()),
        ("Berubah", judged.changed.len()),
        ("Tetap", judged.unchanged),
        ("Perlu diperbaiki", judged.wrong()),
    ];
    let right = judged.faults.is_empty();
    let wrong = judged.faults.iter().take(SHOWN).map(|fault| WrongRow {
        line: fault.line,
        column: fault.column.clone(),
        sentence: fault.sentence.clone(),
    });
    DraftView {
        file: file.to_owned(),
        verdict: (who.to_owned(), icon.to_owned(), title, text.to_owned()),
        counts: counts.map(|(what, number)| (what.to_owned(), rows(number))).to_vec(),
        wrong: wrong.collect(),
        more_wrong: more(judged.faults.len().saturating_sub(SHOWN)),
        corrected: (!right).then(|| way(corrected, "Unduh berkas yang perlu diperbaiki")),
        changed: changed_rows(judged),
        more_changed: more(judged.writes().saturating_sub(SHOWN)),
        button: (right && judged.writes() > 0).then(|| words::propose(judged.writes())),
        seen: write_seen(&judged.seen),
        key: desk.key(),
    }
}

/// What would be written, in the order of the file.
fn changed_rows(judged: &Judged) -> Vec<ChangedRow> {
    let new =
        judged.new.iter().map(|new| ChangedRow { line: new.line, name: new.product.name.clone(), what: words::new_in(&new.shop.name) });
    let altered = judged.changed.iter().map(|altered| {
        let standing = &altered.listing.standing;
        let fields = changes(&standing.latest().says(Lang::Id), &altered.product.draft().says(Lang::Id));
        let said: Vec<String> = fields.iter().filter(|field| field.differs).map(words::changed).collect();
        ChangedRow { line: altered.line, name: standing.name().to_owned(), what: said.join("; ") }
    });
    let mut rows: Vec<ChangedRow> = new.chain(altered).collect();
    rows.sort_by_key(|row| row.line);
    rows.truncate(SHOWN);
    rows
}

/// `/kantor/produk/tabel`
///
/// # Errors
/// `Forbidden` for who may not edit products; `Busy` or `Internal` of the database.
pub async fn table(place: &str, result: &str) -> Result<TableView, Refusal> {
    let desk = Desk::asked()?;
    policy::decide(&session::actor(), ActName::EditProducts, Facts::default()).permit()?;
    let scope = desk.scope().await?;
    let (products, shops) = store::open_products(&scope, page_place(place)).await?;
    drop(scope);
    let next = products.last().filter(|_| products.len() as u64 == PAGE).map(|last| {
        let place = [last.part.shop.to_string(), last.created_at.micros().to_string(), last.id.to_string()].join(".");
        [TABLE, "?setelah=", &place].concat()
    });
    let supply = |(code, words): &(&str, _)| Choice { code: (*code).to_owned(), label: said(*words, Lang::Id).to_owned(), of: None };
    Ok(TableView {
        frame: desk.frame(),
        result: words::written(result),
        heads: words::GRID_HEADS.map(str::to_owned).to_vec(),
        // What is missing in a draft has no column here.
        rows: products.iter().filter(|product| product.standing.latest().finished().is_ok()).map(|product| row(product, &shops)).collect(),
        supplies: SUPPLIES.iter().map(supply).collect(),
        here: place.to_owned(),
        next,
        key: desk.key(),
    })
}

fn row(product: &Listing<Product>, shops: &[Stand]) -> TableRow {
    TableRow {
        id: product.id.to_string(),
        seen: product.seen().0.to_string(),
        name: product.standing.name().to_owned(),
        cells: cells(&product.standing.latest().form).to_vec(),
        shop: shops.iter().find(|shop| shop.id == product.part.shop).map(|shop| shop.name.clone()).unwrap_or_default(),
        mark: mark(product.standing.state()),
        to: ["/kantor/produk/", &product.id.to_string()].concat(),
    }
}
