use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// One is open at a time: the index is the second lock.
const STOCKTAKE: Table = Table::tenant(
    "library_stocktake",
    "CREATE TABLE library_stocktake (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, begun_at {int} NOT NULL,
        begun_by {uuid}, ended_at {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};
    CREATE UNIQUE INDEX library_stocktake_open ON library_stocktake (office_id) WHERE ended_at IS NULL;
    CREATE INDEX library_stocktake_begun ON library_stocktake (office_id, begun_at);",
);

/// What was seen, whoever has seen it: two who see the same copy are one row.
const COUNTED: Table = Table::tenant(
    "library_counted",
    "CREATE TABLE library_counted (
        office_id {int} NOT NULL {office}, stocktake {uuid} NOT NULL, copy {uuid} NOT NULL,
        counted_by {uuid}, counted_at {int} NOT NULL,
        PRIMARY KEY (office_id, stocktake, copy)
    ) {strict};",
);

/// Labels that belong to no copy here, as they were read.
const STRAY: Table = Table::tenant(
    "library_stray",
    "CREATE TABLE library_stray (
        office_id {int} NOT NULL {office}, stocktake {uuid} NOT NULL, label {text} NOT NULL,
        noted_by {uuid}, noted_at {int} NOT NULL,
        PRIMARY KEY (office_id, stocktake, label)
    ) {strict};",
);

/// What came back at the desk since a moment was in somebody's hands: it needs no counting.
const RETURNED: &str = "CREATE INDEX library_loan_returned ON library_loan (office_id, returned_at) WHERE returned_at IS NOT NULL;";

/// The stock-taking of a library.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [STOCKTAKE, COUNTED, STRAY] {
            table.create(manager).await?;
        }
        super::ddl::run(manager, RETURNED).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
