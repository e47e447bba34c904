use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::access::Refusal;
use crate::domain::{AccountId, OfficeCode};
use crate::features::accounts::entity::resident_office;
use crate::server::db::{Db, WideScope, WriteScope, key, unique_is_busy};

/// Notes, inside an act, that a resident has something at an office.
///
/// # Errors
/// `Busy` when another act has just noted it too: the act runs again, and finds it.
pub async fn link_resident(scope: &WriteScope<'_>, account: AccountId, office: OfficeCode) -> Result<(), Refusal> {
    let there = scope.find_wide::<resident_office::Entity>().filter(resident_office::Column::Account.eq(key(account)));
    let there = there.filter(resident_office::Column::Office.eq(office.number())).one(scope.conn()).await?;
    if there.is_some() {
        return Ok(());
    }
    let row = resident_office::ActiveModel { account: Set(key(account)), office: Set(office.number()), since: Set(scope.now().micros()) };
    scope.insert_wide::<resident_office::Entity>(row).await.map_err(unique_is_busy)
}

/// The offices at which a resident has something.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn home_offices(db: &Db, account: AccountId) -> Result<Vec<OfficeCode>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<resident_office::Entity>().filter(resident_office::Column::Account.eq(key(account))).all(scope.conn()).await?;
    Ok(rows.into_iter().filter_map(|row| OfficeCode::try_from(row.office).ok()).collect())
}
