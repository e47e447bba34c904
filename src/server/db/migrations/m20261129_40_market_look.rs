use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// How often the page of a product was looked at: a number a day, and nothing of who looked.
const LOOK: Table = Table::wide(
    "market_look",
    "CREATE TABLE market_look (
        product {uuid} NOT NULL, day {int} NOT NULL, times {int} NOT NULL,
        PRIMARY KEY (product, day)
    ) {strict};",
);

/// By which words it was found.
const LEAD: Table = Table::wide(
    "market_lead",
    "CREATE TABLE market_lead (
        product {uuid} NOT NULL, day {int} NOT NULL, words {text} NOT NULL, times {int} NOT NULL,
        PRIMARY KEY (product, day, words)
    ) {strict};",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        LOOK.create(manager).await?;
        LEAD.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
