use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};

use crate::access::Refusal;
use crate::domain::{BlobId, TrainingId};
use crate::features::training::Material;
use crate::features::training::entity::file::{ActiveModel, Column, Entity, Model};
use crate::server::blobs::{self, Stored};
use crate::server::db::{Scope, WriteScope, id_of, key};

/// Files of a training, the oldest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn materials(scope: &Scope<'_>, of: TrainingId) -> Result<Vec<Material>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Training.eq(key(of))).order_by_asc(Column::AddedAt).order_by_asc(Column::Id);
    Ok(theirs.all(scope.conn()).await?.into_iter().map(of_row).collect())
}

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn material(scope: &Scope<'_>, id: BlobId) -> Result<Material, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    row.map(of_row).ok_or(Refusal::NotFound)
}

/// # Errors
/// `NotFound` for a file of another office; `Busy` or `Internal` of the database.
pub async fn add_material(scope: &WriteScope<'_>, new: &Material, stored: &Stored) -> Result<(), Refusal> {
    blobs::name_it(scope, new.id, stored, None).await?;
    let row = ActiveModel {
        id: Set(key(new.id)),
        training: Set(key(new.training)),
        name: Set(new.name.clone()),
        media: Set(new.media().to_owned()),
        size_bytes: Set(new.size_bytes),
        title: Set(new.title.clone()),
        added_at: Set(scope.now().micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}

/// Nothing names its bytes any more, so they are swept.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn remove_material(scope: &WriteScope<'_>, id: BlobId) -> Result<(), Refusal> {
    scope.retire::<Entity>().filter(Column::Id.eq(key(id))).exec(scope.conn()).await?;
    blobs::forget(scope, id).await
}

fn of_row(row: Model) -> Material {
    Material {
        id: id_of(row.id),
        training: id_of(row.training),
        name: row.name,
        is_pdf: row.media == Material::PDF,
        size_bytes: row.size_bytes,
        title: row.title,
    }
}
