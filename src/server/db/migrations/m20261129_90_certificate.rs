use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

const COLUMNS: &str = "
    ALTER TABLE letter_public ADD COLUMN course {text};
    ALTER TABLE letter_public ADD COLUMN course_place {text};
    ALTER TABLE letter_public ADD COLUMN course_from {int};
    ALTER TABLE letter_public ADD COLUMN course_until {int};
    ALTER TABLE letter_public ADD COLUMN course_minutes {int};";

/// Of which training a certificate is, for whoever checks it. Null for every other letter. That a letter has
/// no application, the table has allowed since numbers are crossed out.
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
