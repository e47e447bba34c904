use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Table, run};

/// Where each reviewer has said that they live, one after the other. Rows are added and never changed.
const MOVE: Table = Table::wide(
    "reviewer_move",
    "CREATE TABLE reviewer_move (
        account {uuid} NOT NULL, number {int} NOT NULL, office {int} NOT NULL, said_at {int} NOT NULL,
        PRIMARY KEY (account, number)
    ) {strict};",
);

/// What was said before this was kept.
const KNOWN: &str = "INSERT INTO reviewer_move (account, number, office, said_at) SELECT account, 0, office, since FROM reviewer_home;";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        MOVE.create(manager).await?;
        run(manager, KNOWN).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
