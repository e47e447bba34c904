use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

const TABLE: Table = Table::read_by(
    "blob",
    "CREATE TABLE blob (
        office_id {int} NOT NULL {unit}, id {uuid} NOT NULL, name {text} NOT NULL, media {text} NOT NULL, size_bytes {int} NOT NULL,
        owner {uuid}, created_at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};
    CREATE INDEX blob_name ON blob (office_id, name);",
    Reads { owner: Some("owner"), regency: false, jobs: true },
);

/// Which encrypted files there are, and who brought them. The bytes are in the blob store.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        TABLE.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
