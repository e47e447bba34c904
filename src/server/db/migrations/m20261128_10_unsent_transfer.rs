use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::run_on;

/// The conditions of a table of SQLite cannot be changed: it is written anew. Nothing refers to it.
const SQLITE: &str = "
    CREATE TABLE application_transfer_anew (
        office_id {int} NOT NULL {office}, application_id {uuid} NOT NULL, owner {uuid} NOT NULL, letter_id {uuid},
        destination {int} NOT NULL, state {text} NOT NULL, reason {blob}, at {int} NOT NULL,
        PRIMARY KEY (office_id, application_id),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id),
        CHECK (destination <> office_id),
        CHECK (state IN ('incoming', 'accepted', 'declined', 'cancelled', 'closed', 'withdrawn')),
        CHECK (letter_id IS NOT NULL OR state = 'withdrawn'),
        CHECK ((reason IS NOT NULL) = (state = 'declined'))
    ) {strict};
    INSERT INTO application_transfer_anew (office_id, application_id, owner, letter_id, destination, state, reason, at)
        SELECT office_id, application_id, owner, letter_id, destination, state, reason, at FROM application_transfer;
    DROP TABLE application_transfer;
    ALTER TABLE application_transfer_anew RENAME TO application_transfer;
";

const POSTGRES: &str = "
    ALTER TABLE application_transfer
        ALTER COLUMN letter_id DROP NOT NULL,
        DROP CONSTRAINT application_transfer_state_check,
        ADD CONSTRAINT application_transfer_state_check
            CHECK (state IN ('incoming', 'accepted', 'declined', 'cancelled', 'closed', 'withdrawn')),
        ADD CONSTRAINT application_transfer_letter_check CHECK (letter_id IS NOT NULL OR state = 'withdrawn');
";

/// Moves of which nothing is sent: the destination takes no part, or the resident has taken the consent
/// back, maybe before there was a letter.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_on(manager, DbBackend::Sqlite, SQLITE).await?;
        run_on(manager, DbBackend::Postgres, POSTGRES).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
