//! Covers of titles, for everybody to see.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use super::broken;
use crate::access::Refusal;
use crate::domain::{BlobId, TitleId};
use crate::features::catalogue::Photo;
use crate::features::library::Cover;
use crate::features::library::entity::covers::{ActiveModel, Column, Entity, Model};
use crate::server::blobs::{self, Stored};
use crate::server::db::{PublicScope, Scope, WriteScope, id_of, key, unique_is_busy};

/// Of some titles.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn covers_of(scope: &PublicScope<'_>, titles: &[TitleId]) -> Result<Vec<Cover>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Title.is_in(titles.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn cover_of(scope: &Scope<'_>, title: TitleId) -> Result<Option<Cover>, Refusal> {
    scope.find_wide::<Entity>().filter(Column::Title.eq(key(title))).one(scope.conn()).await?.map(of_row).transpose()
}

/// In place of the one that was `before`, whose bytes are swept then.
///
/// # Errors
/// `Busy` when a colleague brought one at the same time: the act runs again, and replaces it.
pub async fn save_cover(scope: &WriteScope<'_>, new: &Cover, stored: &Stored, before: Option<BlobId>) -> Result<(), Refusal> {
    blobs::name_it(scope, new.photo.id, stored, None).await?;
    let row = ActiveModel {
        title: Set(key(new.title)),
        office: Set(new.office.number()),
        photo: Set(key(new.photo.id)),
        file: Set(new.photo.file.clone()),
        sizes: Set(serde_json::to_string(&new.photo.sizes).map_err(|_| broken("sizes are not JSON"))?),
        colour: Set(new.photo.colour.clone()),
        since: Set(scope.now().micros()),
    };
    scope.publish();
    let Some(before) = before else { return scope.insert_wide::<Entity>(row).await.map_err(unique_is_busy) };
    let mine = scope.update_wide::<Entity>().set(row).filter(Column::Title.eq(key(new.title)));
    one_row(mine.filter(Column::Photo.eq(key(before))).exec(scope.conn()).await?.rows_affected)?;
    blobs::forget(scope, before).await
}

/// # Errors
/// `Busy` when it was replaced in between: the act runs again.
pub async fn remove_cover(scope: &WriteScope<'_>, cover: &Cover) -> Result<(), Refusal> {
    scope.publish();
    let gone = scope.retire_wide::<Entity>().filter(Column::Title.eq(key(cover.title))).filter(Column::Photo.eq(key(cover.photo.id)));
    one_row(gone.exec(scope.conn()).await?.rows_affected)?;
    blobs::forget(scope, cover.photo.id).await
}

fn one_row(rows: u64) -> Result<(), Refusal> {
    if rows == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

fn of_row(row: Model) -> Result<Cover, Refusal> {
    Ok(Cover {
        title: id_of(row.title),
        office: row.office.try_into().map_err(|_| broken("a cover is of no library"))?,
        photo: Photo {
            id: id_of(row.photo),
            file: row.file,
            alt: String::new(),
            sizes: serde_json::from_str(&row.sizes).map_err(|_| broken("sizes are none"))?,
            colour: row.colour,
        },
    })
}
