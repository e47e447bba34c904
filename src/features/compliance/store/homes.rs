use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::broken;
use super::seats::held_by;
use crate::access::Refusal;
use crate::domain::{AccountId, Instant, OfficeCode};
use crate::features::compliance::Reviewer;
use crate::features::compliance::entity::moves::reviewer_move::{self, Entity as Move};
use crate::features::compliance::entity::reviewer_home::{ActiveModel, Column, Entity, Model};
use crate::server::db::{Db, Scope, WideScope, WriteScope, id_of, key, unique_is_busy};

/// Where some people live, in their order; they live there until the transaction ends.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn homes(scope: &Scope<'_>, of: &[AccountId]) -> Result<Vec<Reviewer>, Refusal> {
    let theirs = scope.find_wide::<Entity>().filter(Column::Account.is_in(of.iter().copied().map(key)));
    let rows = theirs.lock_shared().all(scope.conn()).await?;
    in_order(of, &rows)
}

/// Where somebody lives, if they have said so.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn home_of(db: &Db, of: &[AccountId]) -> Result<Vec<Reviewer>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<Entity>().filter(Column::Account.is_in(of.iter().copied().map(key))).all(scope.conn()).await?;
    in_order(of, &rows)
}

fn in_order(of: &[AccountId], rows: &[Model]) -> Result<Vec<Reviewer>, Refusal> {
    let home = |account: &AccountId| match rows.iter().find(|row| id_of::<AccountId>(row.account) == *account) {
        Some(row) => office_of(row.office).map(Some),
        None => Ok(None),
    };
    of.iter().map(|account| Ok(Reviewer { account: *account, home: home(account)? })).collect()
}

/// A reviewer who is about to move: the row stays theirs until the transaction ends, so that nobody is given an office
/// by a home that is left in the same moment.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn moving(scope: &Scope<'_>, account: AccountId) -> Result<Moving, Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Account.eq(key(account))).lock_exclusive();
    let home = mine.one(scope.conn()).await?.map(|row| office_of(row.office)).transpose()?;
    let told = scope.find_wide::<Move>().filter(reviewer_move::Column::Account.eq(key(account))).count(scope.conn()).await?;
    let holds = held_by(scope, account).await?;
    Ok(Moving { account, home, told: i64::try_from(told).unwrap_or(i64::MAX), holds })
}

/// Somebody who says where they live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    pub account: AccountId,
    /// `None`: they have not said it before.
    pub home: Option<OfficeCode>,
    /// How often they have said it.
    pub told: i64,
    /// Offices that they review, or of which they hear the objections, in campaigns that are not public.
    pub holds: Vec<OfficeCode>,
}

/// Writes down the new home, and that it was said.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn keep_home(scope: &WriteScope<'_>, moving: &Moving, office: OfficeCode) -> Result<(), Refusal> {
    let (account, now) = (key(moving.account), scope.now().micros());
    if moving.home.is_some() {
        let row = ActiveModel { office: Set(office.number()), since: Set(now), ..Default::default() };
        scope.update_wide::<Entity>().filter(Column::Account.eq(account)).set(row).exec(scope.conn()).await?;
    } else {
        let row = ActiveModel { account: Set(account), office: Set(office.number()), since: Set(now) };
        scope.insert_wide::<Entity>(row).await.map_err(unique_is_busy)?;
    }
    let told =
        reviewer_move::ActiveModel { account: Set(account), number: Set(moving.told), office: Set(office.number()), said_at: Set(now) };
    scope.insert_wide::<Move>(told).await.map_err(unique_is_busy)
}

/// What some people have said of where they live, one after the other.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn moves(db: &Db, of: &[AccountId]) -> Result<Vec<(AccountId, OfficeCode, Instant)>, Refusal> {
    use reviewer_move::Column::{Account, Number};
    let scope = WideScope::open(db).await?;
    let theirs = scope.find::<Move>().filter(Account.is_in(of.iter().copied().map(key)));
    let rows = theirs.order_by_asc(Account).order_by_asc(Number).all(scope.conn()).await?;
    rows.into_iter().map(|row| Ok((id_of(row.account), office_of(row.office)?, Instant::from_micros(row.said_at)))).collect()
}

fn office_of(number: i64) -> Result<OfficeCode, Refusal> {
    number.try_into().map_err(|_| broken("somebody lives in no village"))
}
