use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Stored;
use crate::access::Refusal;
use crate::domain::{AccountId, BlobId};
use crate::server::db::{ResidentsReach, Scope, TenantEntity, WriteScope, every_office, key};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "blob")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The file's name: a keyed hash of its content.
        pub name: String,
        pub media: String,
        pub size_bytes: i64,
        /// Whose it is; null for the office's own.
        pub owner: Option<Uuid>,
        pub created_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, Column, Entity};

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}

/// A file as a row names it: what is needed to fetch and serve it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub office: i64,
    pub name: String,
    pub media: String,
    pub size_bytes: i64,
    pub owner: Option<AccountId>,
}

/// Names a stored file, in the transaction of an act: from now on it is there. `owner` is whose it
/// is; a resident's own is always theirs, whatever is said here.
///
/// # Errors
/// `NotFound` for a file of another office; `Busy` or `Internal` of the database.
pub async fn name_it(scope: &WriteScope<'_>, id: BlobId, stored: &Stored, owner: Option<AccountId>) -> Result<(), Refusal> {
    if stored.office != scope.office() {
        return Err(Refusal::NotFound);
    }
    let row = ActiveModel {
        id: Set(key(id)),
        name: Set(stored.name.clone()),
        media: Set(stored.media.to_owned()),
        size_bytes: Set(stored.size_bytes),
        owner: Set(owner.map(key)),
        created_at: Set(scope.now().micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}

/// Names a file of this office by another identity as well: it stays until none of its names is left.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn name_again(scope: &WriteScope<'_>, id: BlobId, of: BlobId) -> Result<(), Refusal> {
    let known = scope.find::<Entity>().filter(Column::Id.eq(key(of))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let row = ActiveModel {
        id: Set(key(id)),
        name: Set(known.name),
        media: Set(known.media),
        size_bytes: Set(known.size_bytes),
        owner: Set(known.owner),
        created_at: Set(scope.now().micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}

/// # Errors
/// `NotFound` out of reach.
pub async fn find(scope: &Scope<'_>, id: BlobId) -> Result<Named, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let owner = row.owner.map(|owner| AccountId::from_u128(owner.as_u128()));
    Ok(Named { office: row.office_id, name: row.name, media: row.media, size_bytes: row.size_bytes, owner })
}

/// Makes files of this office somebody's own.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn give(scope: &WriteScope<'_>, files: Vec<BlobId>, to: AccountId) -> Result<(), Refusal> {
    let owned = ActiveModel { owner: Set(Some(key(to))), ..Default::default() };
    let rows = scope.update::<Entity>().set(owned).filter(Column::Id.is_in(files.into_iter().map(key)));
    rows.exec(scope.conn()).await?;
    Ok(())
}

/// Takes the row away; the file is swept later, once no row names it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn forget(scope: &WriteScope<'_>, id: BlobId) -> Result<(), Refusal> {
    scope.retire::<Entity>().filter(Column::Id.eq(key(id))).exec(scope.conn()).await?;
    Ok(())
}

/// Office and name of every file that a row within `conn`'s reach names, each once: for backup and
/// sweeping.
///
/// # Errors
/// The database's own.
pub async fn names(conn: &impl sea_orm::ConnectionTrait) -> Result<Vec<(i64, String)>, sea_orm::DbErr> {
    use sea_orm::EntityTrait;
    let names = Entity::find().filter(every_office()).select_only().column(Column::OfficeId).column(Column::Name).distinct();
    names.order_by_asc(Column::OfficeId).order_by_asc(Column::Name).into_tuple().all(conn).await
}

/// The names of all files that rows within reach name.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub(super) async fn names_of(scope: &Scope<'_>) -> Result<std::collections::HashSet<String>, Refusal> {
    let names = scope.find::<Entity>().select_only().column(Column::Name).distinct();
    let names: Vec<String> = names.into_tuple().all(scope.conn()).await?;
    Ok(names.into_iter().collect())
}
