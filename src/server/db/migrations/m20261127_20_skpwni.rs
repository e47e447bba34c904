use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// What came back from Dukcapil for a move out of the regency, which its owner reads too.
const SKPWNI: Table = Table::read_by(
    "application_skpwni",
    "CREATE TABLE application_skpwni (
        office_id {int} NOT NULL {office}, blob_id {uuid} NOT NULL, application_id {uuid} NOT NULL, owner {uuid} NOT NULL,
        number {blob} NOT NULL, dated {int} NOT NULL, at {int} NOT NULL,
        PRIMARY KEY (office_id, blob_id),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id),
        FOREIGN KEY (office_id, blob_id) REFERENCES blob (office_id, id)
    ) {strict};
    CREATE INDEX application_skpwni_newest ON application_skpwni (office_id, application_id, at);",
    Reads { owner: Some("owner"), regency: false, jobs: false },
);

/// SKPWNI, recorded when they come back.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        SKPWNI.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
