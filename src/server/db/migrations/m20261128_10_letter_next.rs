use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

const COLUMN: &str = "ALTER TABLE letter_public ADD COLUMN next_token {blob};";

/// The code of the letter that stands in a letter's place, sealed: a stolen table opens no page.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, COLUMN).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
