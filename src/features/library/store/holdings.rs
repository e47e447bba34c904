//! What libraries have of a title, for everybody to see. Written with every change of a copy or a place in the
//! queue; whoever makes such a change holds the row meanwhile.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{broken, copies, count_of, day_of};
use crate::access::Refusal;
use crate::domain::{Day, OfficeCode, TitleId};
use crate::features::library::entity::holding::{ActiveModel, Column, Entity, Model};
use crate::features::library::{CopyPlace, Rules};
use crate::server::db::{OfficeScope, PublicScope, Scope, WriteScope, key, unique_is_busy};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    pub title: TitleId,
    pub office: OfficeCode,
    /// All but those that are gone.
    pub copies: u32,
    /// On the shelf, for nobody else.
    pub free: u32,
    pub waiting: u32,
    /// The first day on which one that is lent is due.
    pub back: Option<Day>,
}

/// The library of an act, and what it has of the title that the act is about.
#[derive(Clone, Debug)]
pub struct Corner {
    pub office: OfficeCode,
    pub rules: Rules,
    pub holding: Option<Holding>,
}

/// Holds the title at the scope's library until the transaction ends.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn corner_held(scope: &WriteScope<'_>, title: TitleId) -> Result<Corner, Refusal> {
    let rules = super::rules_of(scope).await?;
    let office = OfficeCode::try_from(scope.office()).map_err(|_| Refusal::NotFound)?;
    let mine = scope.find_wide::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Office.eq(scope.office()));
    let holding = mine.lock_exclusive().one(scope.conn()).await?.map(of_row).transpose()?;
    Ok(Corner { office, rules, holding })
}

/// The libraries that have a title, those with a free copy first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn holdings_of(scope: &PublicScope<'_>, title: TitleId) -> Result<Vec<Holding>, Refusal> {
    let all = scope.find::<Entity>().filter(Column::Title.eq(key(title))).order_by_desc(Column::Free).order_by_asc(Column::Office);
    all.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// What any library has of a title, from inside of an act at another one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn holding_at(scope: &Scope<'_>, title: TitleId, office: OfficeCode) -> Result<Option<Holding>, Refusal> {
    let there = scope.find_wide::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Office.eq(office.number()));
    there.one(scope.conn()).await?.map(of_row).transpose()
}

/// Other libraries that have a title, those with a free copy first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn holdings_elsewhere(scope: &OfficeScope<'_>, title: TitleId) -> Result<Vec<Holding>, Refusal> {
    let others = scope.find_wide::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Office.ne(scope.office()));
    let others = others.filter(Column::Copies.gt(0)).order_by_desc(Column::Free).order_by_asc(Column::Office);
    others.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// What the scope's library has of some titles.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn holdings_here(scope: &OfficeScope<'_>, titles: &[TitleId]) -> Result<Vec<Holding>, Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Office.eq(scope.office()));
    let some = mine.filter(Column::Title.is_in(titles.iter().copied().map(key)));
    some.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// How many titles the scope's library has, and copies of them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn stock(scope: &Scope<'_>) -> Result<(u32, u32), Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Office.eq(scope.office())).filter(Column::Copies.gt(0));
    let copies: Vec<i64> = mine.select_only().column(Column::Copies).into_tuple().all(scope.conn()).await?;
    let titles = i64::try_from(copies.len()).map_err(|_| broken("titles are beyond counting"))?;
    Ok((count_of(titles)?, count_of(copies.into_iter().sum())?))
}

/// Makes what everybody sees equal to the copies as they are now, with so many more or fewer who wait.
///
/// # Errors
/// `Busy` when the title came to this library at the same time by another hand.
pub async fn settle(scope: &WriteScope<'_>, title: TitleId, more_wait: i64) -> Result<(), Refusal> {
    let copies = copies::copies_of(scope, title).await?;
    let there = copies.iter().filter(|copy| !matches!(copy.place, CopyPlace::Gone { .. })).count();
    let free = copies.iter().filter(|copy| copy.place == CopyPlace::Shelf).count();
    let due = |place: &CopyPlace| if let CopyPlace::Lent { due, .. } = place { Some(*due) } else { None };
    let back = copies.iter().filter_map(|copy| due(&copy.place)).min();
    let counted = |number: usize| i64::try_from(number).map_err(|_| broken("copies are beyond counting"));
    let row = ActiveModel {
        copies: Set(counted(there)?),
        free: Set(counted(free)?),
        back: Set(back.map(|day| day.number().into())),
        ..Default::default()
    };
    scope.publish();
    let mine = scope.update_wide::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Office.eq(scope.office()));
    let waiting = Expr::col(Column::Waiting).add(more_wait);
    let settled = mine.set(row.clone()).col_expr(Column::Waiting, waiting).exec(scope.conn()).await?;
    // A library that has nothing of it and for which nobody waits needs no row: what it lends is a guest.
    if settled.rows_affected == 1 || (there == 0 && more_wait == 0) {
        return Ok(());
    }
    let new = ActiveModel { title: Set(key(title)), office: Set(scope.office()), waiting: Set(more_wait), ..row };
    scope.insert_wide::<Entity>(new).await.map_err(unique_is_busy)
}

pub(super) fn of_row(row: Model) -> Result<Holding, Refusal> {
    Ok(Holding {
        title: crate::server::db::id_of(row.title),
        office: row.office.try_into().map_err(|_| broken("a title is in no library"))?,
        copies: count_of(row.copies)?,
        free: count_of(row.free)?,
        waiting: count_of(row.waiting)?,
        back: row.back.map(day_of).transpose()?,
    })
}
