//! What stands behind the files of books: who asks, what was sent, where it leads.

use super::OUTSIDE;
use super::export::table;
use super::judge::{Judged, isbns, judge};
use crate::access::{ActName, Actor, Refusal};
use crate::domain::{IdemKey, OfficeCode};
use crate::features::library::acts::ImportBooks;
use crate::features::library::office::office_of;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{self, Shelves};
use crate::features::tables::{Sheet, SheetKind, keep, kept, read_file, remarked};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::engine::Engine;
use crate::server::session;
use crate::ui::Next;

/// Where a file is brought in.
pub const IMPORT: &str = "/kantor/pustaka/impor";

/// The office whose books somebody may bring in.
///
/// # Errors
/// `NotFound` for who acts for no office, `Forbidden` for who may only look.
pub fn may_import(actor: &Actor) -> Result<OfficeCode, Refusal> {
    let office = office_of(actor).map_err(|_| Refusal::NotFound)?;
    policy::decide(actor, ActName::ImportBooks, Facts::default()).permit().map(|()| office)
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

/// What a file would do to the books as they are now.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn looked_through(db: &Db, actor: &Actor, sheet: &Sheet) -> Result<(Judged, Shelves), Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    let shelves = store::shelves(&scope, &isbns(&sheet.rows)).await?;
    drop(scope);
    let today = day_at(db.clock().now(), db.zone());
    Ok((judge(&sheet.rows, &shelves, today), shelves))
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
    let (judged, _) = looked_through(&engine.db, actor, &sheet).await?;
    kind.write(&remarked(&sheet.rows, &judged.faults), OUTSIDE)
}

/// All books of the office for which somebody acts.
///
/// # Errors
/// `NotFound` for who acts for no office; `Busy` or `Internal` of the database.
pub async fn exported(engine: &Engine, actor: &Actor, kind: SheetKind) -> Result<Vec<u8>, Refusal> {
    office_of(actor).map_err(|_| Refusal::NotFound)?;
    let scope = OfficeScope::open(&engine.db, actor).await.map_err(|_| Refusal::NotFound)?;
    let shelves = store::shelves(&scope, &std::collections::BTreeSet::new()).await?;
    drop(scope);
    kind.write(&table(&shelves), OUTSIDE)
}

/// Writes what a file says, if all is still as it was looked at.
///
/// # Errors
/// As [`ImportBooks`]; `NotFound` once the file was swept.
pub async fn import(file: &str, seen: &str, key: IdemKey) -> Result<Next, Refusal> {
    let ((db, actor), engine) = (session::asking()?, session::engine()?);
    let office = may_import(&actor)?;
    let sheet = kept(&engine.blobs, office, file).await?;
    let act = ImportBooks { office, rows: sheet.rows, seen: seen.to_owned() };
    let written = db.perform(actor, key, act).await?;
    Ok(Next::afresh([IMPORT, "?hasil=", &written.to_string()].concat()))
}
