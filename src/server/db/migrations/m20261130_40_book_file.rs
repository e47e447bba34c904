use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// Files of titles that everybody may read, under which licence, and where they come from.
const FILE: Table = Table::wide(
    "library_file",
    "CREATE TABLE library_file (
        id {uuid} NOT NULL PRIMARY KEY, title {uuid} NOT NULL, office {int} NOT NULL, file {text} NOT NULL,
        size_bytes {int} NOT NULL, licence {text} NOT NULL, source {text} NOT NULL, since {int} NOT NULL,
        CHECK (licence IN ('pd', 'cc0', 'cc-by', 'cc-by-sa', 'cc-by-nc-sa')), CHECK (source <> '')
    ) {strict};
    CREATE INDEX library_file_title ON library_file (title, since);",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        FILE.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
