use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

/// By what a reader is told from another of the same name (P2), sealed; none for most.
const ABOUT: &str = "ALTER TABLE library_reader ADD COLUMN about {blob};";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, ABOUT).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
