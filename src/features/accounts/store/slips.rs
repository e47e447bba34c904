use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use super::sealed::{phone_index, seal, unseal};
use crate::access::Refusal;
use crate::domain::{AccountId, Instant, SlipId};
use crate::features::accounts::entity::slip;
use crate::features::accounts::model::NewSlip;
use crate::server::db::{Db, WideScope, WriteScope, key};
use crate::server::session::otp::SlipCode;

/// Seconds that a slip is good for: the way home, and the evening.
const LIVES: i64 = 24 * 3600;

/// What stands on a slip, and until when it is good: for who printed it, as long as it can be used.
///
/// # Errors
/// `NotFound` for anybody else, and afterwards.
pub async fn slip_to_print(db: &Db, id: SlipId, by: AccountId) -> Result<(String, Instant), Refusal> {
    let scope = WideScope::open(db).await?;
    let row = scope
        .find::<slip::Entity>()
        .filter(slip::Column::Id.eq(key(id)))
        .filter(slip::Column::PrintedBy.eq(key(by)))
        .filter(slip::Column::UsedAt.is_null())
        .filter(slip::Column::ExpiresAt.gt(db.clock().now().micros()));
    let row = row.one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let sealed = row.code.as_ref().ok_or(Refusal::NotFound)?;
    let code = unseal(db, "slip.code", id.as_u128(), sealed)?;
    Ok((String::from_utf8_lossy(&code).into_owned(), Instant::from_micros(row.expires_at)))
}

/// Adds a slip of the scope's office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn add_slip(scope: &WriteScope<'_>, new: &NewSlip) -> Result<(), Refusal> {
    let (db, now) = (scope.db(), scope.now());
    let index = db.keys().blind_index(db.regency());
    let row = slip::ActiveModel {
        id: Set(key(new.id)),
        phone_index: Set(phone_index(db, &new.phone).to_vec()),
        code_index: Set(SlipCode::index(&index, &new.phone, &new.code).to_vec()),
        code: Set(Some(seal(db, "slip.code", new.id.as_u128(), new.code.as_bytes()))),
        office: Set(scope.office()),
        printed_by: Set(key(new.printed_by)),
        printed_at: Set(now.micros()),
        expires_at: Set(now.plus_seconds(LIVES).micros()),
        used_at: Set(None),
    };
    Ok(scope.insert_wide::<slip::Entity>(row).await?)
}
