use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// Each row is a consent: the seller of a shop lets its page show one of their own certificates. Withdrawn, it is gone.
const SKILL: Table = Table::wide(
    "shop_skill",
    "CREATE TABLE shop_skill (
        shop {uuid} NOT NULL, participant {uuid} NOT NULL, office {int} NOT NULL, account {uuid} NOT NULL,
        certificate {uuid} NOT NULL, title {text} NOT NULL, year {int} NOT NULL, token {blob} NOT NULL, since {int} NOT NULL,
        PRIMARY KEY (shop, participant)
    ) {strict};",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        SKILL.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
