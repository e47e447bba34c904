use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

/// SQLite adds one column a statement.
const COLUMNS: &str = "
    ALTER TABLE letter ADD COLUMN annex {uuid};
    ALTER TABLE letter ADD COLUMN annex_sha256 {blob};
    ALTER TABLE letter ADD COLUMN annex_bytes {int};
";

/// The form that goes with a letter, as a paper of its own.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, COLUMNS).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
