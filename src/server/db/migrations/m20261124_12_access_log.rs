use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

const TABLE: Table = Table::read_by(
    "access_log",
    "CREATE TABLE access_log (
        office_id {int} NOT NULL {unit}, id {uuid} NOT NULL, subject {uuid} NOT NULL, actor {uuid} NOT NULL, role {text} NOT NULL,
        purpose {text} NOT NULL, object_kind {text} NOT NULL, object_id {uuid} NOT NULL, at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};
    CREATE INDEX access_log_subject ON access_log (subject, id);",
    Reads { owner: Some("subject"), regency: false, jobs: true },
);

/// Who looked at whose data, and why.
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
