//! All books of a library at once: for the file that goes out, and for the one that comes in.

use std::collections::{BTreeSet, HashMap};

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::titles::{Known, of_row};
use super::{broken, copies};
use crate::access::Refusal;
use crate::domain::{Isbn, OfficeCode, TitleId};
use crate::features::library::Copy;
use crate::features::library::entity::{copy, holding, title};
use crate::server::db::{Scope, WriteScope};

/// What a library has, and what the regency knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelves {
    pub office: OfficeCode,
    /// In the order of their labels, with those that are gone.
    pub copies: Vec<Copy>,
    /// Titles of the copies, and those that were asked for by their numbers.
    pub titles: HashMap<TitleId, Known>,
}

impl Shelves {
    pub fn title(&self, copy: &Copy) -> Option<&Known> {
        self.titles.get(&copy.title)
    }
}

/// All copies of the scope's library, with their titles and those of `isbns`, whoever has entered them. No limit:
/// a library is a room in a village.
///
/// # Errors
/// `NotFound` at no office; `Busy` or `Internal` of the database.
pub async fn shelves(scope: &Scope<'_>, isbns: &BTreeSet<Isbn>) -> Result<Shelves, Refusal> {
    let office = OfficeCode::try_from(scope.office()).map_err(|_| Refusal::NotFound)?;
    // A guest is another library's to write down.
    let own = scope.find::<copy::Entity>().filter(copy::Column::Owner.is_null());
    let found = own.order_by_asc(copy::Column::AddedAt).order_by_asc(copy::Column::Id);
    let found: Vec<Copy> = found.all(scope.conn()).await?.into_iter().map(copies::of_row).collect::<Result<_, _>>()?;
    let mut mine = Query::select();
    mine.column(copy::Column::Title).from(copy::Entity).and_where(copy::Column::OfficeId.eq(scope.office()));
    let mut rows = scope.find_wide::<title::Entity>().filter(title::Column::Id.in_subquery(mine)).all(scope.conn()).await?;
    if !isbns.is_empty() {
        let numbers = isbns.iter().map(|isbn| isbn.number());
        rows.extend(scope.find_wide::<title::Entity>().filter(title::Column::Isbn.is_in(numbers)).all(scope.conn()).await?);
    }
    let titles = rows.into_iter().map(|row| of_row(row).map(|known| (known.id, known))).collect::<Result<_, _>>()?;
    Ok(Shelves { office, copies: found, titles })
}

/// Holds all that the scope's library has until the transaction ends: title by title, as every act on one of them
/// holds its own first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn hold_corners(scope: &WriteScope<'_>) -> Result<HashMap<TitleId, u32>, Refusal> {
    let mine = scope.find_wide::<holding::Entity>().filter(holding::Column::Office.eq(scope.office()));
    let rows = mine.order_by_asc(holding::Column::Title).lock_exclusive().all(scope.conn()).await?;
    let waiting = |row: holding::Model| {
        let waiting = u32::try_from(row.waiting).map_err(|_| broken("who waits is beyond counting"))?;
        Ok((crate::server::db::id_of(row.title), waiting))
    };
    rows.into_iter().map(waiting).collect()
}
