//! Queries on rights: of one person, or of one unit.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseExecutor, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::people::{names, one_row, opened};
use crate::access::{Refusal, Role, Unit};
use crate::domain::{AccountId, Instant, MembershipId, OfficeCode};
use crate::features::accounts::entity::{account, membership};
use crate::features::accounts::model::{Account, Membership, NewRight, Worker};
use crate::server::db::{Db, WideScope, WriteScope, key};

/// Staff of one unit, and rights of one person, are never more than a screen.
const PAGE: u64 = 50;

/// The rights of a person that are valid now, in the order in which they were granted.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn rights(db: &Db, account: AccountId) -> Result<Vec<Membership>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<membership::Entity>().filter(membership::Column::Account.eq(key(account)));
    valid(rows, scope.conn(), db.clock().now(), PAGE).await
}

/// The same inside an act.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn rights_of(scope: &WriteScope<'_>, account: AccountId) -> Result<Vec<Membership>, Refusal> {
    let rows = scope.find_wide::<membership::Entity>().filter(membership::Column::Account.eq(key(account)));
    valid(rows, scope.conn(), scope.now(), PAGE).await
}

/// Who works for some units now, with their accounts.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn staff(db: &Db, units: &[Unit]) -> Result<Vec<(Membership, Account)>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<membership::Entity>().filter(membership::Column::Unit.is_in(units.iter().map(|unit| unit.number())));
    let most = PAGE * units.len() as u64;
    let rights = valid(rows, scope.conn(), db.clock().now(), most).await?;
    let ids: Vec<_> = rights.iter().map(|right| key(right.account)).collect();
    let people = scope.find::<account::Entity>().filter(account::Column::Id.is_in(ids)).all(scope.conn()).await?;
    let people = people.into_iter().map(|row| opened(db, row)).collect::<Result<Vec<_>, _>>()?;
    let with_person = |right: Membership| people.iter().find(|person| person.id == right.account).map(|person| (right, person.clone()));
    Ok(rights.into_iter().filter_map(with_person).collect())
}

/// Who works for some offices now, by their names: nothing of them is opened. One line for each of their rights.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn workers(db: &Db, offices: &[OfficeCode]) -> Result<Vec<Worker>, Refusal> {
    let rights = {
        let scope = WideScope::open(db).await?;
        let numbers = offices.iter().map(|office| office.number());
        let rows = scope.find::<membership::Entity>().filter(membership::Column::Unit.is_in(numbers));
        valid(rows, scope.conn(), db.clock().now(), PAGE * offices.len() as u64).await?
    };
    let known = names(db, &rights.iter().map(|right| right.account).collect::<Vec<_>>()).await?;
    let name = |account| known.iter().find(|(id, _)| *id == account).map(|(_, name)| name.clone()).unwrap_or_default();
    let worker = |right: Membership| Worker { account: right.account, name: name(right.account), role: right.role, unit: right.unit };
    Ok(rights.into_iter().map(worker).collect())
}

/// The offices for which somebody works now: what is sent to another one is seen by nobody there.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn staffed_offices(db: &Db) -> Result<BTreeSet<OfficeCode>, Refusal> {
    let scope = WideScope::open(db).await?;
    let units = running(scope.find::<membership::Entity>(), db.clock().now()).select_only().column(membership::Column::Unit).distinct();
    let units: Vec<i64> = units.into_tuple().all(scope.conn()).await?;
    Ok(units.into_iter().filter_map(|unit| OfficeCode::try_from(unit).ok()).collect())
}

/// Who reviews for the regency now, with their names.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn reviewers(db: &Db) -> Result<Vec<(AccountId, String)>, Refusal> {
    let regency = staff(db, &[Unit::Regency(db.regency())]).await?;
    let reviewing = regency.into_iter().filter(|(right, _)| right.role == Role::Reviewer);
    Ok(reviewing.map(|(_, person)| (person.id, person.name.unwrap_or_default())).collect())
}

/// One right, valid or not.
///
/// # Errors
/// `NotFound`.
pub async fn right(scope: &WriteScope<'_>, id: MembershipId) -> Result<Membership, Refusal> {
    let row = scope.find_wide::<membership::Entity>().filter(membership::Column::Id.eq(key(id))).one(scope.conn()).await?;
    row.and_then(membership_of).ok_or(Refusal::NotFound)
}

async fn valid(rows: Select<membership::Entity>, conn: &DatabaseExecutor<'_>, now: Instant, most: u64) -> Result<Vec<Membership>, Refusal> {
    let rows = running(rows, now).order_by_asc(membership::Column::GrantedAt).limit(most).all(conn).await?;
    Ok(rows.into_iter().filter_map(membership_of).collect())
}

fn running(rows: Select<membership::Entity>, now: Instant) -> Select<membership::Entity> {
    let not_over = membership::Column::ValidTo.is_null().or(membership::Column::ValidTo.gt(now.micros()));
    rows.filter(membership::Column::ValidFrom.lte(now.micros())).filter(not_over)
}

fn membership_of(row: membership::Model) -> Option<Membership> {
    Some(Membership {
        id: MembershipId::from_u128(row.id.as_u128()),
        account: AccountId::from_u128(row.account.as_u128()),
        unit: Unit::from_number(row.unit)?,
        role: Role::from_code(&row.role)?,
        valid_from: Instant::from_micros(row.valid_from),
        valid_to: row.valid_to.map(Instant::from_micros),
    })
}

/// Adds a right, valid from now on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn add_right(scope: &WriteScope<'_>, new: &NewRight) -> Result<(), Refusal> {
    let now = scope.now().micros();
    let row = membership::ActiveModel {
        id: Set(key(new.id)),
        account: Set(key(new.account)),
        unit: Set(new.unit.number()),
        role: Set(new.role.code().to_owned()),
        valid_from: Set(now),
        valid_to: Set(None),
        granted_by: Set(scope.by().map(key)),
        granted_at: Set(now),
    };
    Ok(scope.insert_wide::<membership::Entity>(row).await?)
}

/// Ends a right that runs. The row stays: who held which right when is part of the record.
///
/// # Errors
/// `Busy` when it has ended in between: the act runs again, and does not find it.
pub async fn end_right(scope: &WriteScope<'_>, right: &Membership) -> Result<(), Refusal> {
    let ended = membership::ActiveModel { valid_to: Set(right.valid_to.map(Instant::micros)), ..Default::default() };
    let running = membership::Column::ValidTo.is_null().or(membership::Column::ValidTo.gt(scope.now().micros()));
    let update = scope.update_wide::<membership::Entity>().set(ended).filter(membership::Column::Id.eq(key(right.id)));
    one_row(update.filter(running).exec(scope.conn()).await?.rows_affected)
}
