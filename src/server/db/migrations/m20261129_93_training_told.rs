use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Table, run};

/// When somebody who waited got a seat. It stands with their turn, without their name: whoever leaves writes it.
const MOVED: &str = "ALTER TABLE training_turn ADD COLUMN moved_at {int};";

/// That a session is tomorrow was told: once for each.
const REMINDER: Table = Table::tenant(
    "training_reminder",
    "CREATE TABLE training_reminder (
        office_id {int} NOT NULL {office}, training {uuid} NOT NULL, session {int} NOT NULL, told_at {int} NOT NULL,
        PRIMARY KEY (office_id, training, session)
    ) {strict};",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, MOVED).await?;
        REMINDER.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
