use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// Files of a training, for those who take part. A row is named like the file that it names.
const FILE: Table = Table::tenant(
    "training_file",
    "CREATE TABLE training_file (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, training {uuid} NOT NULL, name {text} NOT NULL,
        media {text} NOT NULL, size_bytes {int} NOT NULL, title {text} NOT NULL, added_at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};
    CREATE INDEX training_file_of ON training_file (office_id, training, added_at);",
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
