use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// The cover of a title, for everybody: where its photo is, and how it is shown. One of each.
const COVER: Table = Table::wide(
    "library_cover",
    "CREATE TABLE library_cover (
        title {uuid} NOT NULL PRIMARY KEY, office {int} NOT NULL, photo {uuid} NOT NULL, file {text} NOT NULL,
        sizes {text} NOT NULL, colour {text} NOT NULL, since {int} NOT NULL
    ) {strict};",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        COVER.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
