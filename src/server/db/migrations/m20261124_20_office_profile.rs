use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const TABLE: Table = Table::tenant(
    "office_profile",
    "CREATE TABLE office_profile (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL,
        address {text} NOT NULL, contact {text} NOT NULL, unit_code {text},
        paper {text} NOT NULL, face {text} NOT NULL, pattern {text} NOT NULL, books {text} NOT NULL,
        acting {text}, head_name {text}, head_rank {text}, head_nip {text},
        secretary_name {text}, secretary_rank {text}, secretary_nip {text},
        crest {uuid}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id)
    ) {strict}",
);

/// What an office says about itself on its letters.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        TABLE.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
