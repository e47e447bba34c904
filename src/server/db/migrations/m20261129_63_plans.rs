use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// What an office will do about an item that is not met. Its reviewer reads it beside the item.
const PLAN: Table = Table::read_by(
    "improvement_plan",
    "CREATE TABLE improvement_plan (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL,
        campaign {uuid} NOT NULL REFERENCES campaign (id), item {text} NOT NULL, body {text} NOT NULL,
        until {int} NOT NULL, done_on {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id, campaign, item)
    ) {strict};",
    Reads { owner: None, regency: true, jobs: false },
);

/// Open ones as everybody reads them, once the campaign is public: a projection.
const STEP: Table = Table::wide(
    "next_step",
    "CREATE TABLE next_step (
        campaign {uuid} NOT NULL, office {int} NOT NULL, item {text} NOT NULL, what {text} NOT NULL, until {int} NOT NULL,
        PRIMARY KEY (campaign, office, item), FOREIGN KEY (campaign, office) REFERENCES campaign_seat (campaign, office)
    ) {strict};",
);

/// Corrective actions of offices.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        PLAN.create(manager).await?;
        STEP.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
