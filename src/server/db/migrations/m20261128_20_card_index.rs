use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

/// SQLite adds one column a statement. A case that was sent before is found once it is saved again: the
/// database has no key to hash by.
const COLUMNS: &str = "
    ALTER TABLE application ADD COLUMN nik_index {blob};
    ALTER TABLE application ADD COLUMN kk_index {blob};
    CREATE INDEX application_nik ON application (office_id, nik_index) WHERE nik_index IS NOT NULL;
    CREATE INDEX application_kk ON application (office_id, kk_index) WHERE kk_index IS NOT NULL;
";

/// Keyed hashes by which an office finds the cases of one card, whose number is sealed.
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
