use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// At a kecamatan: under the identity of the letter, so that ten deliveries make one. Nothing refers to a
/// row of an office, and nothing here names anybody. The list of a month is one range of the index.
const NOTICES: Table = Table::tenant(
    "copy_notice",
    "CREATE TABLE copy_notice (
        office_id {int} NOT NULL {kecamatan}, id {uuid} NOT NULL, version {int} NOT NULL, issued_on {int} NOT NULL,
        holder {text} NOT NULL, people {int} NOT NULL, class {int} NOT NULL, origin {int} NOT NULL,
        destination {int}, elsewhere {text}, revoked_at {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id),
        CHECK (people > 0),
        CHECK (class BETWEEN 1 AND 5),
        CHECK ((destination IS NULL) <> (elsewhere IS NULL))
    ) {strict};
    CREATE INDEX copy_notice_month ON copy_notice (office_id, issued_on, id);",
);

/// What the camat is told of moves.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NOTICES.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
