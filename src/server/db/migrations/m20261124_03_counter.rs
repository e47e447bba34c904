use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const TABLE: Table = Table::tenant(
    "counter",
    "CREATE TABLE counter (
        office_id {int} NOT NULL {unit}, register {text} NOT NULL, year {int} NOT NULL, last {int} NOT NULL CHECK (last >= 0),
        PRIMARY KEY (office_id, register, year)
    ) {strict}",
);

/// The last number of each register and year.
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
