//! What an officer has agreed to, and what they may see for a while. One row a person and case: the
//! newest counts.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::access::Refusal;
use crate::domain::{AccountId, ApplicationId, Instant};
use crate::features::applications::entity::{agreement, reveal};
use crate::server::db::{Scope, WriteScope, key};

/// Keeps that whoever acts agrees to these words.
///
/// # Errors
/// `SignIn` for nobody known; `Busy` or `Internal` of the database.
pub async fn agree(scope: &WriteScope<'_>, id: ApplicationId, hash: [u8; 32]) -> Result<(), Refusal> {
    use agreement::{ActiveModel, Column, Entity};
    let account = key(scope.by().ok_or(Refusal::SignIn)?);
    let before = scope.retire::<Entity>().filter(Column::ApplicationId.eq(key(id))).filter(Column::Account.eq(account));
    before.exec(scope.conn()).await?;
    let row = ActiveModel {
        application_id: Set(key(id)),
        account: Set(account),
        hash: Set(hash.to_vec()),
        at: Set(scope.now().micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}

/// Whether whoever acts has agreed to exactly these words.
///
/// # Errors
/// `SignIn` for nobody known; `Busy` or `Internal` of the database.
pub async fn has_agreed(scope: &WriteScope<'_>, id: ApplicationId, hash: [u8; 32]) -> Result<bool, Refusal> {
    use agreement::{Column, Entity};
    let account = key(scope.by().ok_or(Refusal::SignIn)?);
    let row = scope.find::<Entity>().filter(Column::ApplicationId.eq(key(id))).filter(Column::Account.eq(account));
    Ok(row.one(scope.conn()).await?.is_some_and(|row| row.hash == hash))
}

/// What somebody has agreed to and nobody has signed yet.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn agreements(scope: &Scope<'_>, by: AccountId) -> Result<Vec<(ApplicationId, [u8; 32])>, Refusal> {
    use agreement::{Column, Entity};
    let rows = scope.find::<Entity>().filter(Column::Account.eq(key(by))).all(scope.conn()).await?;
    let pair = |row: agreement::Model| Some((ApplicationId::from_u128(row.application_id.as_u128()), row.hash.try_into().ok()?));
    Ok(rows.into_iter().filter_map(pair).collect())
}

/// Nobody's agreement to the letter of a case counts any more: it is signed, or has other words now.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn forget_agreements(scope: &WriteScope<'_>, id: ApplicationId) -> Result<(), Refusal> {
    use agreement::{Column, Entity};
    Ok(scope.retire::<Entity>().filter(Column::ApplicationId.eq(key(id))).exec(scope.conn()).await.map(drop)?)
}

/// Lets whoever acts see the numbers of a case for a while.
///
/// # Errors
/// `SignIn` for nobody known; `Busy` or `Internal` of the database.
pub async fn reveal(scope: &WriteScope<'_>, id: ApplicationId, until: Instant) -> Result<(), Refusal> {
    use reveal::{ActiveModel, Column, Entity};
    let account = key(scope.by().ok_or(Refusal::SignIn)?);
    let before = scope.retire::<Entity>().filter(Column::ApplicationId.eq(key(id))).filter(Column::Account.eq(account));
    before.exec(scope.conn()).await?;
    let row = ActiveModel { application_id: Set(key(id)), account: Set(account), until: Set(until.micros()), ..Default::default() };
    Ok(scope.insert::<Entity>(row).await?)
}

/// Until when somebody may see the numbers of a case; `None` when not now.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn revealed(scope: &Scope<'_>, id: ApplicationId, to: AccountId, now: Instant) -> Result<Option<Instant>, Refusal> {
    use reveal::{Column, Entity};
    let row = scope.find::<Entity>().filter(Column::ApplicationId.eq(key(id))).filter(Column::Account.eq(key(to)));
    let row = row.filter(Column::Until.gt(now.micros())).one(scope.conn()).await?;
    Ok(row.map(|row| Instant::from_micros(row.until)))
}
