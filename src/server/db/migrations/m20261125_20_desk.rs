use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const AGREEMENTS: Table = Table::tenant(
    "application_agreement",
    "CREATE TABLE application_agreement (
        office_id {int} NOT NULL {office}, application_id {uuid} NOT NULL, account {uuid} NOT NULL, hash {blob} NOT NULL, at {int} NOT NULL,
        PRIMARY KEY (office_id, application_id, account),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id)
    ) {strict}",
);

const REVEALS: Table = Table::tenant(
    "application_reveal",
    "CREATE TABLE application_reveal (
        office_id {int} NOT NULL {office}, application_id {uuid} NOT NULL, account {uuid} NOT NULL, until {int} NOT NULL,
        PRIMARY KEY (office_id, application_id, account),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id)
    ) {strict}",
);

/// To which letters a head has agreed, and who may see numbers in clear for a while.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        AGREEMENTS.create(manager).await?;
        REVEALS.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
