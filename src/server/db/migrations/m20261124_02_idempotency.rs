use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const TABLE: Table = Table::tenant(
    "idempotency",
    "CREATE TABLE idempotency (
        office_id {int} NOT NULL {unit}, account {uuid} NOT NULL, key {uuid} NOT NULL,
        act {text} NOT NULL, answer {blob} NOT NULL, created_at {int} NOT NULL,
        PRIMARY KEY (office_id, account, key)
    ) {strict}",
);

/// What was answered to which key.
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
