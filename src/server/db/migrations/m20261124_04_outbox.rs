use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

const TABLE: Table = Table::read_by(
    "outbox",
    "CREATE TABLE outbox (
        office_id {int} NOT NULL {unit}, id {uuid} NOT NULL, topic {text} NOT NULL, dedupe {text} NOT NULL, payload {text} NOT NULL,
        account {uuid}, available_at {int} NOT NULL, attempts {int} NOT NULL, lease_owner {uuid}, lease_until {int},
        done_at {int}, dead_at {int},
        PRIMARY KEY (office_id, id), UNIQUE (office_id, dedupe)
    ) {strict};
    CREATE INDEX outbox_due ON outbox (available_at) WHERE done_at IS NULL AND dead_at IS NULL;",
    Reads { owner: None, regency: false, jobs: true },
);

/// What is still to be done after a commit.
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
