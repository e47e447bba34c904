use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// How often an order went to WhatsApp: a number a day, and nothing of who went.
const CLICK: Table = Table::wide(
    "market_click",
    "CREATE TABLE market_click (
        product {uuid} NOT NULL, day {int} NOT NULL, clicks {int} NOT NULL,
        PRIMARY KEY (product, day)
    ) {strict};",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        CLICK.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
