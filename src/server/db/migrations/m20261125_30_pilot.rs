use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const TABLE: Table = Table::wide(
    "pilot_office",
    "CREATE TABLE pilot_office (
        office {int} NOT NULL PRIMARY KEY, pilot {bool} NOT NULL, chosen_by {uuid}, chosen_at {int} NOT NULL
    ) {strict}",
);

/// Which offices an administrator has put into the pilot, or taken out of it.
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
