use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run;

/// Ten thousandths of a degree, about 11 m: the pin of the shop, or the middle of its village.
const COLUMNS: &str = "ALTER TABLE market_entry ADD COLUMN latitude {int};
    ALTER TABLE market_entry ADD COLUMN longitude {int};";

/// Where products are, to find the nearest.
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
