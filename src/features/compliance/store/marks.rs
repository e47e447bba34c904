//! What photos are known by.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, SqlErr};

use super::broken;
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, Instant};
use crate::features::compliance::PhotoMark;
use crate::features::compliance::entity::photo_mark::{ActiveModel, Column, Entity, Model};
use crate::server::db::{Db, Scope, WideScope, WriteScope, id_of, key};

/// The photo of the same bytes, of whichever office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn used(scope: &Scope<'_>, digest: [u8; 16]) -> Result<Option<PhotoMark>, Refusal> {
    scope.find_wide::<Entity>().filter(Column::Digest.eq(digest.to_vec())).one(scope.conn()).await?.map(of_row).transpose()
}

/// # Errors
/// `Conflict(PhotoAgain)` when the same photo came in between; `Busy` or `Internal` of the database.
pub async fn add_mark(scope: &WriteScope<'_>, mark: &PhotoMark) -> Result<(), Refusal> {
    let row = ActiveModel {
        id: Set(key(mark.id)),
        office: Set(mark.office.number()),
        campaign: Set(key(mark.campaign)),
        item: Set(mark.item.clone()),
        digest: Set(mark.digest.to_vec()),
        likeness: Set(mark.likeness.clone()),
        alike: Set(serde_json::to_string(&mark.alike).map_err(|_| broken("likenesses are not JSON"))?),
        added_at: Set(scope.now().micros()),
    };
    scope.insert_wide::<Entity>(row).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Refusal::Conflict(Code::PhotoAgain),
        _ => error.into(),
    })
}

/// The photo is evidence no more, and may be sent again.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn forget_mark(scope: &WriteScope<'_>, photo: BlobId) -> Result<(), Refusal> {
    scope.retire_wide::<Entity>().filter(Column::Id.eq(key(photo))).exec(scope.conn()).await?;
    Ok(())
}

/// What some photos are known by, for whoever reviews.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn marks(db: &Db, photos: &[BlobId]) -> Result<Vec<PhotoMark>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<Entity>().filter(Column::Id.is_in(photos.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// Looks of all photos that were added from a moment on, and the last of these moments.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn likenesses_since(db: &Db, since: Instant) -> Result<(Vec<(BlobId, Vec<u8>)>, Option<Instant>), Refusal> {
    let scope = WideScope::open(db).await?;
    let new = scope.find::<Entity>().filter(Column::AddedAt.gte(since.micros())).order_by_asc(Column::AddedAt).select_only();
    let new = new.column(Column::Id).column(Column::Likeness).column(Column::AddedAt);
    let rows: Vec<(uuid::Uuid, Vec<u8>, i64)> = new.into_tuple().all(scope.conn()).await?;
    let last = rows.last().map(|(_, _, at)| Instant::from_micros(*at));
    Ok((rows.into_iter().map(|(id, likeness, _)| (id_of(id), likeness)).collect(), last))
}

fn of_row(row: Model) -> Result<PhotoMark, Refusal> {
    Ok(PhotoMark {
        id: id_of(row.id),
        office: row.office.try_into().map_err(|_| broken("a photo is of no office"))?,
        campaign: id_of(row.campaign),
        item: row.item,
        digest: row.digest.try_into().map_err(|_| broken("a photo has no digest"))?,
        likeness: row.likeness,
        alike: serde_json::from_str(&row.alike).map_err(|_| broken("likenesses are none"))?,
    })
}
