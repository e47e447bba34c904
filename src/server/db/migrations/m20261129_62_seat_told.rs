use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

/// SQLite adds one column a statement. What stood there before says nothing of itself until the office or its
/// reviewer changes something.
const COLUMNS: &str = "
    ALTER TABLE campaign_seat ADD COLUMN claims {text} NOT NULL DEFAULT '';
    ALTER TABLE campaign_seat ADD COLUMN doubts {int} NOT NULL DEFAULT 0;
    ALTER TABLE campaign_seat ADD COLUMN looked {int} NOT NULL DEFAULT 0;
    ALTER TABLE campaign_seat ADD COLUMN same {int} NOT NULL DEFAULT 0;
";

/// What an office says of itself, its doubtful photos, and verdicts at which somebody looked again: so that the
/// page of a campaign reads 217 seats and no answer.
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
