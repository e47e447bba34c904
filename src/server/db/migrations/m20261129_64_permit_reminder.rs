use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// That the end of a permit of a public shop was told: once for each last day, sixty and fourteen days before.
const REMINDER: Table = Table::wide(
    "permit_reminder",
    "CREATE TABLE permit_reminder (
        shop {uuid} NOT NULL, kind {text} NOT NULL, until {int} NOT NULL, days {int} NOT NULL,
        office {int} NOT NULL, told_at {int} NOT NULL,
        PRIMARY KEY (shop, kind, until, days)
    ) {strict};
    CREATE INDEX permit_reminder_of_office ON permit_reminder (office, until);",
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
