//! What stands behind the forms and files of the table: who asks, what was sent, where it leads.

use super::columns::OUTSIDE;
use super::export::table;
use super::grid::{GRID, Typed, field};
use super::judge::judge;
use crate::access::{ActName, Actor, Refusal};
use crate::domain::{IdemKey, ListingId, OfficeCode, Version};
use crate::features::catalogue::acts::{EditProducts, ImportProducts};
use crate::features::catalogue::office::office_of;
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, PAGE};
use crate::features::tables::{SheetKind, keep, kept, read_file, remarked};
use crate::forms::{Answers, Posted, ProblemCode, Problems};
use crate::server::db::OfficeScope;
use crate::server::engine::Engine;
use crate::server::session;
use crate::ui::Next;

/// Where a file is brought in.
pub const IMPORT: &str = "/kantor/produk/impor";
/// Where rows are edited in place.
pub const TABLE: &str = "/kantor/produk/tabel";

/// The office whose products somebody may bring in.
///
/// # Errors
/// `NotFound` for who acts for no office, `Forbidden` for who may only look.
pub fn may_import(actor: &Actor) -> Result<OfficeCode, Refusal> {
    let office = office_of(actor).map_err(|_| Refusal::NotFound)?;
    policy::decide(actor, ActName::ImportProducts, Facts::default()).permit().map(|()| office)
}

/// A file that has come is read and kept. Gives the page on which it stands what it would do.
///
/// # Errors
/// `Invalid` says at the field what is wrong with the file; `Busy` when the disk or all places are taken.
pub async fn receive(engine: &Engine, office: OfficeCode, bytes: &[u8]) -> Result<String, Refusal> {
    let sheet = read_file(engine, bytes).await?;
    let name = keep(&engine.blobs, office, &sheet).await?;
    Ok([IMPORT, "?berkas=", &name].concat())
}

/// The file with what has to be put right, as the kind that it came as.
///
/// # Errors
/// `NotFound` for another office, another kind, and once it was swept; `Forbidden` for who may not import.
pub async fn corrected(engine: &Engine, actor: &Actor, name: &str, kind: SheetKind) -> Result<Vec<u8>, Refusal> {
    let office = may_import(actor)?;
    let sheet = kept(&engine.blobs, office, name).await?;
    if sheet.kind != kind {
        return Err(Refusal::NotFound);
    }
    let stock = store::stock(&*OfficeScope::open(&engine.db, actor).await?).await?;
    kind.write(&remarked(&sheet.rows, &judge(&sheet.rows, &stock).faults), OUTSIDE)
}

/// All products of the office for which somebody acts.
///
/// # Errors
/// `NotFound` for who acts for no office; `Busy` or `Internal` of the database.
pub async fn exported(engine: &Engine, actor: &Actor, kind: SheetKind) -> Result<Vec<u8>, Refusal> {
    office_of(actor).map_err(|_| Refusal::NotFound)?;
    let scope = OfficeScope::open(&engine.db, actor).await.map_err(|_| Refusal::NotFound)?;
    let stock = store::stock(&scope).await?;
    drop(scope);
    kind.write(&table(&stock), OUTSIDE)
}

pub async fn import(file: &str, seen: &str, key: IdemKey) -> Result<Next, Refusal> {
    let ((db, actor), engine) = (session::asking()?, session::engine()?);
    let office = may_import(&actor)?;
    let sheet = kept(&engine.blobs, office, file).await?;
    let written = db.perform(actor, key, ImportProducts { office, rows: sheet.rows, seen: read_seen(seen) }).await?;
    Ok(Next::afresh([IMPORT, "?hasil=", &written.to_string()].concat()))
}

pub async fn edit(place: &str, key: IdemKey, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    policy::decide(&actor, ActName::EditProducts, Facts::default()).permit()?;
    let office = office_of(&actor)?;
    let rows = rows_of(&posted.answers().map_err(Refusal::Invalid)?)?;
    let written = db.perform(actor, key, EditProducts { office, rows }).await?;
    let place = if page_place(place).is_some() { ["&setelah=", place].concat() } else { String::new() };
    Ok(Next::afresh([TABLE, "?hasil=", &written.to_string(), &place].concat()))
}

/// Each row whose version was sent.
fn rows_of(answers: &Answers) -> Result<Vec<Typed>, Refusal> {
    let mut rows = Vec::new();
    for (name, seen) in answers.iter() {
        let Some(id) = name.strip_prefix(SEEN).and_then(|rest| rest.strip_prefix('_')) else { continue };
        let id: ListingId = id.parse().map_err(|_| Refusal::NotFound)?;
        let seen = Version(seen.parse().map_err(|_| Refusal::NotFound)?);
        rows.push(Typed { id, seen, cells: GRID.map(|column| answers.typed(&field(column, id)).to_owned()) });
    }
    if rows.len() as u64 > PAGE {
        return Err(Refusal::Invalid(Problems::one(SEEN, ProblemCode::TooMany { max: PAGE as u32 })));
    }
    Ok(rows)
}

/// The hidden field of a row that says which version was seen.
pub const SEEN: &str = "versi";

/// `17:3,18:1`
pub fn write_seen(seen: &[(u32, Version)]) -> String {
    let each: Vec<String> = seen.iter().map(|(line, version)| [&line.to_string(), ":", &version.0.to_string()].concat()).collect();
    each.join(",")
}

fn read_seen(text: &str) -> Vec<(u32, Version)> {
    let pair = |pair: &str| {
        let (line, version) = pair.split_once(':')?;
        Some((line.parse().ok()?, Version(version.parse().ok()?)))
    };
    text.split(',').filter_map(pair).collect()
}

/// Where a page of the table begins, as it stands in the address.
pub fn page_place(text: &str) -> Option<store::TablePlace> {
    let mut parts = text.split('.');
    let place = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(place)
}
