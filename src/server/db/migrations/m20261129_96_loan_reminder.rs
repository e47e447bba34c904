use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// That the end of a loan was told: once the day before and once when it is late, for each day on which it is due.
const REMINDER: Table = Table::read_by(
    "library_reminder",
    "CREATE TABLE library_reminder (
        office_id {int} NOT NULL {office}, loan {uuid} NOT NULL, due {int} NOT NULL, kind {text} NOT NULL,
        account {uuid} NOT NULL, told_at {int} NOT NULL,
        PRIMARY KEY (office_id, loan, due, kind), CHECK (kind IN ('soon', 'late'))
    ) {strict};
    CREATE INDEX library_reminder_own ON library_reminder (account, told_at);",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        REMINDER.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
