use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use super::broken;
use crate::access::Refusal;
use crate::domain::{AccountId, OfficeCode};
use crate::features::compliance::Reviewer;
use crate::features::compliance::entity::reviewer_home::{ActiveModel, Column, Entity, Model};
use crate::server::db::{Db, Scope, WideScope, WriteScope, id_of, key};

/// Where some people live, in their order.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn homes(scope: &Scope<'_>, of: &[AccountId]) -> Result<Vec<Reviewer>, Refusal> {
    let rows = scope.find_wide::<Entity>().filter(Column::Account.is_in(of.iter().copied().map(key))).all(scope.conn()).await?;
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
        Some(row) => row.office.try_into().map(Some).map_err(|_| broken("somebody lives in no village")),
        None => Ok(None),
    };
    of.iter().map(|account| Ok(Reviewer { account: *account, home: home(account)? })).collect()
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn keep_home(scope: &WriteScope<'_>, account: AccountId, office: OfficeCode) -> Result<(), Refusal> {
    scope.retire_wide::<Entity>().filter(Column::Account.eq(key(account))).exec(scope.conn()).await?;
    let row = ActiveModel { account: Set(key(account)), office: Set(office.number()), since: Set(scope.now().micros()) };
    Ok(scope.insert_wide::<Entity>(row).await?)
}
