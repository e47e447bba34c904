use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// At the office that somebody leaves: one row a case, which its owner reads too.
const LEAVING: Table = Table::read_by(
    "application_transfer",
    "CREATE TABLE application_transfer (
        office_id {int} NOT NULL {office}, application_id {uuid} NOT NULL, owner {uuid} NOT NULL, letter_id {uuid} NOT NULL,
        destination {int} NOT NULL, state {text} NOT NULL, reason {blob}, at {int} NOT NULL,
        PRIMARY KEY (office_id, application_id),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id),
        CHECK (destination <> office_id),
        CHECK (state IN ('incoming', 'accepted', 'declined', 'cancelled')),
        CHECK ((reason IS NOT NULL) = (state = 'declined'))
    ) {strict}",
    Reads { owner: Some("owner"), regency: false, jobs: false },
);

/// At the office to which they move: a record of its own under the identity of the letter, so that ten
/// deliveries make one. Nothing refers to a row of the other office.
const ARRIVING: Table = Table::tenant(
    "transfer",
    "CREATE TABLE transfer (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, origin {int} NOT NULL, owner {uuid},
        state {text} NOT NULL, body {blob} NOT NULL, created_at {int} NOT NULL, decided_by {uuid}, decided_at {int}, reason {blob},
        letter_revoked_at {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id),
        CHECK (origin <> office_id),
        CHECK (state IN ('incoming', 'accepted', 'declined', 'cancelled')),
        CHECK ((decided_by IS NOT NULL) = (state IN ('accepted', 'declined'))),
        CHECK ((decided_at IS NOT NULL) = (state IN ('accepted', 'declined'))),
        CHECK ((reason IS NOT NULL) = (state = 'declined')),
        CHECK (letter_revoked_at IS NOT NULL OR state <> 'cancelled'),
        CHECK (letter_revoked_at IS NULL OR state <> 'incoming')
    ) {strict};
    CREATE INDEX transfer_state ON transfer (office_id, state, created_at, id);
    CREATE INDEX transfer_all ON transfer (office_id, created_at, id);",
);

/// Moves between offices, at both of them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        LEAVING.create(manager).await?;
        ARRIVING.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
