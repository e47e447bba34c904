use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{PAGE, broken, copies};
use crate::access::{Code, Refusal};
use crate::domain::{CopyId, Instant, StocktakeId, Version};
use crate::features::library::entity::stocktakes::{counted, stocktake, stray};
use crate::features::library::entity::{copy, loan};
use crate::features::library::{Copy, Gone, Progress, Stocktake};
use crate::server::db::{OfficeScope, Scope, WriteScope, id_of, key, unique_is, unique_is_busy};

/// Places of its own copies that stand somewhere in the library.
const THERE: [&str; 2] = ["shelf", "aside"];

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn stocktake(scope: &Scope<'_>, id: StocktakeId) -> Result<Stocktake, Refusal> {
    found(one(scope, id).one(scope.conn()).await?)
}

/// The same from inside of an act that adds to it: nobody ends it until the transaction ends.
///
/// # Errors
/// As [`stocktake`].
pub async fn stocktake_shared(scope: &WriteScope<'_>, id: StocktakeId) -> Result<Stocktake, Refusal> {
    found(one(scope, id).lock_shared().one(scope.conn()).await?)
}

/// The same from inside of the act that ends it.
///
/// # Errors
/// As [`stocktake`].
pub async fn stocktake_held(scope: &WriteScope<'_>, id: StocktakeId) -> Result<Stocktake, Refusal> {
    found(one(scope, id).lock_exclusive().one(scope.conn()).await?)
}

/// The one that is open, if any is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_stocktake(scope: &Scope<'_>) -> Result<Option<Stocktake>, Refusal> {
    let open = scope.find::<stocktake::Entity>().filter(stocktake::Column::EndedAt.is_null());
    Ok(open.one(scope.conn()).await?.map(|row| of_row(&row)))
}

/// Those that are over, the newest first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn past_stocktakes(scope: &OfficeScope<'_>) -> Result<Vec<Stocktake>, Refusal> {
    let past = scope.find::<stocktake::Entity>().filter(stocktake::Column::EndedAt.is_not_null());
    let past = past.order_by_desc(stocktake::Column::BegunAt).order_by_desc(stocktake::Column::Id).limit(PAGE);
    Ok(past.all(scope.conn()).await?.iter().map(of_row).collect())
}

/// # Errors
/// `Conflict(StocktakeOpen)`: one is.
pub async fn begin_stocktake(scope: &WriteScope<'_>, new: &Stocktake) -> Result<(), Refusal> {
    let row = stocktake::ActiveModel {
        id: Set(key(new.id)),
        version: Set(Version::FIRST.0),
        begun_at: Set(new.begun_at.micros()),
        begun_by: Set(scope.by().map(key)),
        ended_at: Set(None),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    };
    scope.insert::<stocktake::Entity>(row).await.map_err(unique_is(Code::StocktakeOpen))
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_stocktake(scope: &WriteScope<'_>, stocktake: &Stocktake) -> Result<(), Refusal> {
    let seen = stocktake.version.ok_or_else(|| broken("a stock-taking was never stored"))?;
    let row = stocktake::ActiveModel { ended_at: Set(stocktake.ended_at.map(Instant::micros)), ..Default::default() };
    scope.cas::<stocktake::Entity>(stocktake.id, seen, row).await.map(drop)
}

/// Which of these were counted already.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn counted_among(scope: &Scope<'_>, stocktake: StocktakeId, ids: &[CopyId]) -> Result<Vec<CopyId>, Refusal> {
    let these = scope.find::<counted::Entity>().filter(counted::Column::Stocktake.eq(key(stocktake)));
    let these = these.filter(counted::Column::Copy.is_in(ids.iter().copied().map(key))).select_only().column(counted::Column::Copy);
    let found: Vec<uuid::Uuid> = these.into_tuple().all(scope.conn()).await?;
    Ok(found.into_iter().map(id_of).collect())
}

/// # Errors
/// `Busy` when another phone counted one of them in between: the act runs again, and finds it.
pub async fn add_counted(scope: &WriteScope<'_>, stocktake: StocktakeId, copies: &[CopyId]) -> Result<(), Refusal> {
    for copy in copies {
        let row = counted::ActiveModel {
            stocktake: Set(key(stocktake)),
            copy: Set(key(*copy)),
            counted_by: Set(scope.by().map(key)),
            counted_at: Set(scope.now().micros()),
            ..Default::default()
        };
        scope.insert::<counted::Entity>(row).await.map_err(unique_is_busy)?;
    }
    Ok(())
}

/// Labels that belong to no copy here, in the order of the alphabet. All of them: only so many are noted.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn strays(scope: &Scope<'_>, stocktake: StocktakeId) -> Result<Vec<String>, Refusal> {
    let noted = scope.find::<stray::Entity>().filter(stray::Column::Stocktake.eq(key(stocktake))).order_by_asc(stray::Column::Label);
    Ok(noted.all(scope.conn()).await?.into_iter().map(|row| row.label).collect())
}

/// Whether a label was noted before, and how many were.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn stray_known(scope: &Scope<'_>, stocktake: StocktakeId, label: &str) -> Result<(bool, u64), Refusal> {
    let all = || scope.find::<stray::Entity>().filter(stray::Column::Stocktake.eq(key(stocktake)));
    let known = all().filter(stray::Column::Label.eq(label)).count(scope.conn()).await? > 0;
    Ok((known, all().count(scope.conn()).await?))
}

/// # Errors
/// `Busy` when another phone noted it in between: the act runs again, and finds it.
pub async fn add_stray(scope: &WriteScope<'_>, stocktake: StocktakeId, label: &str) -> Result<(), Refusal> {
    let row = stray::ActiveModel {
        stocktake: Set(key(stocktake)),
        label: Set(label.to_owned()),
        noted_by: Set(scope.by().map(key)),
        noted_at: Set(scope.now().micros()),
        ..Default::default()
    };
    scope.insert::<stray::Entity>(row).await.map_err(unique_is_busy)
}

/// How far it is. What was lent out when it should be counted, and what came after it began, needs no counting.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn progress(scope: &OfficeScope<'_>, stocktake: &Stocktake) -> Result<Progress, Refusal> {
    let gone = Gone::ALL.map(Gone::code);
    let counted = scope.find::<copy::Entity>().filter(copy::Column::Id.in_subquery(counted_in(scope, stocktake)));
    let counted = counted.filter(copy::Column::Place.is_not_in(gone)).count(scope.conn()).await?;
    let at_the_desk = old(scope, stocktake).filter(copy::Column::Id.in_subquery(returned_since(scope, stocktake)));
    let at_the_desk = at_the_desk.count(scope.conn()).await?;
    let unseen = missing(scope, stocktake).count(scope.conn()).await?;
    Ok(Progress { seen: small(counted + at_the_desk)?, unseen: small(unseen)? })
}

fn small(number: u64) -> Result<u32, Refusal> {
    u32::try_from(number).map_err(|_| broken("copies are beyond counting"))
}

/// Where a list of unseen copies goes on: the shelf and the label of its last one.
pub type ShelfPlace = (String, String);

/// Copies that should stand in the library and were not seen, shelf by shelf, from a place on; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn unseen(scope: &OfficeScope<'_>, stocktake: &Stocktake, after: Option<ShelfPlace>) -> Result<Vec<Copy>, Refusal> {
    let mut page = missing(scope, stocktake).cursor_by((copy::Column::Shelf, copy::Column::Code));
    if let Some(last) = after {
        page.after(last);
    }
    page.first(PAGE).all(scope.conn()).await?.into_iter().map(copies::of_row).collect()
}

/// Copies that were seen though they are said to be gone, or with a reader: at most [`PAGE`], and how many there are.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn seen_elsewhere(scope: &OfficeScope<'_>, stocktake: &Stocktake) -> Result<(Vec<Copy>, u32), Refusal> {
    let seen = scope.find::<copy::Entity>().filter(copy::Column::Id.in_subquery(counted_in(scope, stocktake)));
    // What was lent since it was counted is where it should be.
    let mut lent_before = Query::select();
    lent_before.column(loan::Column::Copy).from(loan::Entity).and_where(loan::Column::OfficeId.eq(scope.office()));
    lent_before.and_where(loan::Column::ReturnedAt.is_null()).and_where(loan::Column::LentAt.lt(stocktake.begun_at.micros()));
    let lent = sea_orm::Condition::all().add(copy::Column::Place.eq("lent")).add(copy::Column::Id.in_subquery(lent_before));
    let elsewhere = sea_orm::Condition::any().add(copy::Column::Place.is_in(Gone::ALL.map(Gone::code))).add(lent);
    let seen = seen.filter(elsewhere);
    let all = small(seen.clone().count(scope.conn()).await?)?;
    let first = seen.order_by_asc(copy::Column::Code).limit(PAGE).all(scope.conn()).await?;
    Ok((first.into_iter().map(copies::of_row).collect::<Result<_, _>>()?, all))
}

/// Copies that should stand there and were there when it began, but not those that were counted.
fn old(scope: &Scope<'_>, stocktake: &Stocktake) -> Select<copy::Entity> {
    let there = scope.find::<copy::Entity>().filter(copy::Column::Place.is_in(THERE)).filter(copy::Column::Owner.is_null());
    let old = there.filter(copy::Column::AddedAt.lte(stocktake.begun_at.micros()));
    old.filter(copy::Column::Id.not_in_subquery(counted_in(scope, stocktake)))
}

fn missing(scope: &Scope<'_>, stocktake: &Stocktake) -> Select<copy::Entity> {
    old(scope, stocktake).filter(copy::Column::Id.not_in_subquery(returned_since(scope, stocktake)))
}

fn counted_in(scope: &Scope<'_>, stocktake: &Stocktake) -> SelectStatement {
    let mut these = Query::select();
    these.column(counted::Column::Copy).from(counted::Entity).and_where(counted::Column::OfficeId.eq(scope.office()));
    these.and_where(counted::Column::Stocktake.eq(key(stocktake.id)));
    these
}

fn returned_since(scope: &Scope<'_>, stocktake: &Stocktake) -> SelectStatement {
    let mut these = Query::select();
    these.column(loan::Column::Copy).from(loan::Entity).and_where(loan::Column::OfficeId.eq(scope.office()));
    these.and_where(loan::Column::ReturnedAt.gte(stocktake.begun_at.micros()));
    these
}

fn one(scope: &Scope<'_>, id: StocktakeId) -> Select<stocktake::Entity> {
    scope.find::<stocktake::Entity>().filter(stocktake::Column::Id.eq(key(id)))
}

fn found(row: Option<stocktake::Model>) -> Result<Stocktake, Refusal> {
    row.as_ref().map(of_row).ok_or(Refusal::NotFound)
}

fn of_row(row: &stocktake::Model) -> Stocktake {
    Stocktake {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        begun_at: Instant::from_micros(row.begun_at),
        ended_at: row.ended_at.map(Instant::from_micros),
    }
}
