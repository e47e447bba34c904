use sea_orm::{ColumnTrait, QueryFilter};

use super::entity::slip;
use super::store;
use crate::access::Refusal;
use crate::domain::{AccountId, Instant, SlipId};
use crate::server::db::{Db, WideScope, key};

/// What stands on a slip, and until when it is good: for who printed it, as long as it can be used.
///
/// # Errors
/// `NotFound` for anybody else, and afterwards.
pub async fn to_print(db: &Db, id: SlipId, by: AccountId) -> Result<(String, Instant), Refusal> {
    let scope = WideScope::open(db).await?;
    let row = scope
        .find::<slip::Entity>()
        .filter(slip::Column::Id.eq(key(id)))
        .filter(slip::Column::PrintedBy.eq(key(by)))
        .filter(slip::Column::UsedAt.is_null())
        .filter(slip::Column::ExpiresAt.gt(db.clock().now().micros()));
    let row = row.one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let sealed = row.code.as_ref().ok_or(Refusal::NotFound)?;
    let code = store::unseal(db, "slip.code", id.as_u128(), sealed)?;
    Ok((String::from_utf8_lossy(&code).into_owned(), Instant::from_micros(row.expires_at)))
}
