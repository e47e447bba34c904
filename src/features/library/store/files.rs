//! Files of titles that everybody may read.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::broken;
use crate::access::Refusal;
use crate::domain::{BlobId, TitleId};
use crate::features::library::entity::files::{ActiveModel, Column, Entity, Model};
use crate::features::library::{BookFile, Licence};
use crate::server::blobs::{self, Stored};
use crate::server::db::{PublicScope, Scope, WriteScope, id_of, key};

/// Of a title, the oldest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_files_of(scope: &PublicScope<'_>, title: TitleId) -> Result<Vec<BookFile>, Refusal> {
    let all = scope.find::<Entity>().filter(Column::Title.eq(key(title))).order_by_asc(Column::Since).order_by_asc(Column::Id);
    all.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// The same for its library.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn files_of(scope: &Scope<'_>, title: TitleId) -> Result<Vec<BookFile>, Refusal> {
    let all = scope.find_wide::<Entity>().filter(Column::Title.eq(key(title))).order_by_asc(Column::Since).order_by_asc(Column::Id);
    all.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn public_file(scope: &PublicScope<'_>, id: BlobId) -> Result<BookFile, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    of_row(row.ok_or(Refusal::NotFound)?)
}

/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn book_file(scope: &Scope<'_>, id: BlobId) -> Result<BookFile, Refusal> {
    let row = scope.find_wide::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    of_row(row.ok_or(Refusal::NotFound)?)
}

/// # Errors
/// `NotFound` for a file of another office; `Busy` or `Internal` of the database.
pub async fn add_file(scope: &WriteScope<'_>, new: &BookFile, stored: &Stored) -> Result<(), Refusal> {
    blobs::name_it(scope, new.id, stored, None).await?;
    let row = ActiveModel {
        id: Set(key(new.id)),
        title: Set(key(new.title)),
        office: Set(new.office.number()),
        file: Set(new.file.clone()),
        size_bytes: Set(new.size_bytes),
        licence: Set(new.licence.code().to_owned()),
        source: Set(new.source.clone()),
        since: Set(scope.now().micros()),
    };
    scope.publish();
    Ok(scope.insert_wide::<Entity>(row).await?)
}

/// Nothing names its bytes any more, so they are swept.
///
/// # Errors
/// `Busy` when a colleague removed it in between: the act runs again, and finds none.
pub async fn remove_file(scope: &WriteScope<'_>, id: BlobId) -> Result<(), Refusal> {
    scope.publish();
    let gone = scope.retire_wide::<Entity>().filter(Column::Id.eq(key(id))).exec(scope.conn()).await?;
    if gone.rows_affected != 1 {
        return Err(Refusal::Busy);
    }
    blobs::forget(scope, id).await
}

fn of_row(row: Model) -> Result<BookFile, Refusal> {
    Ok(BookFile {
        id: id_of(row.id),
        title: id_of(row.title),
        office: row.office.try_into().map_err(|_| broken("a file is of no library"))?,
        file: row.file,
        size_bytes: row.size_bytes,
        licence: Licence::parse(&row.licence).ok_or_else(|| broken("a licence is none"))?,
        source: row.source,
    })
}
