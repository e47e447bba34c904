use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table, run_on};

/// What two libraries know of a copy that one lets the other have; nothing of who reads it. The index is the second
/// lock: no copy is on two ways at once.
const INTERLOAN: Table = Table::wide(
    "library_interloan",
    "CREATE TABLE library_interloan (
        id {uuid} NOT NULL PRIMARY KEY, version {int} NOT NULL, lender {int} NOT NULL, receiver {int} NOT NULL,
        title {uuid} NOT NULL, stage {text} NOT NULL, copy {uuid}, code {text}, reason {text},
        asked_at {int} NOT NULL, moved_at {int} NOT NULL,
        CHECK (lender <> receiver),
        CHECK (stage IN ('asked', 'declined', 'cancelled', 'sent', 'there', 'homeward', 'home', 'lost')),
        CHECK ((copy IS NOT NULL) = (stage IN ('sent', 'there', 'homeward', 'home', 'lost'))),
        CHECK ((code IS NOT NULL) = (copy IS NOT NULL)), CHECK ((reason IS NOT NULL) = (stage = 'declined'))
    ) {strict};
    CREATE UNIQUE INDEX library_interloan_copy ON library_interloan (lender, copy) WHERE stage IN ('sent', 'there', 'homeward');
    CREATE INDEX library_interloan_lender ON library_interloan (lender, stage, moved_at);
    CREATE INDEX library_interloan_receiver ON library_interloan (receiver, stage, moved_at);",
);

/// For whom the library has asked: at that library, and for whoever it is (P2).
const REQUEST: Table = Table::read_by(
    "library_request",
    "CREATE TABLE library_request (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, reader {uuid} NOT NULL, account {uuid}, made_at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};
    CREATE INDEX library_request_reader ON library_request (office_id, reader);
    CREATE INDEX library_request_own ON library_request (account, made_at) WHERE account IS NOT NULL;",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

/// The conditions of a table of SQLite cannot be changed: it is written anew. Nothing refers to it.
const SQLITE: &str = "
    CREATE TABLE library_copy_anew (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, title {uuid} NOT NULL,
        code {text} NOT NULL, shelf {text} NOT NULL, place {text} NOT NULL,
        reservation {uuid}, loan {uuid}, until {int}, note {text} NOT NULL,
        added_at {int} NOT NULL, changed_by {uuid}, changed_at {int} NOT NULL, interloan {uuid}, owner {int},
        PRIMARY KEY (office_id, id), UNIQUE (office_id, code),
        CHECK (place IN ('shelf', 'aside', 'lent', 'away', 'homebound', 'left', 'hilang', 'rusak', 'ditarik')),
        CHECK ((reservation IS NOT NULL) = (place = 'aside')),
        CHECK ((loan IS NOT NULL) = (place = 'lent')),
        CHECK ((until IS NOT NULL) = (place IN ('aside', 'lent'))),
        CHECK ((interloan IS NOT NULL) = (place = 'away' OR owner IS NOT NULL)),
        CHECK (owner IS NOT NULL OR place NOT IN ('homebound', 'left')),
        CHECK (owner IS NULL OR place NOT IN ('shelf', 'away'))
    ) {strict};
    INSERT INTO library_copy_anew (office_id, id, version, title, code, shelf, place, reservation, loan, until, note, added_at,
            changed_by, changed_at)
        SELECT office_id, id, version, title, code, shelf, place, reservation, loan, until, note, added_at, changed_by, changed_at
        FROM library_copy;
    DROP TABLE library_copy;
    ALTER TABLE library_copy_anew RENAME TO library_copy;
    CREATE INDEX library_copy_title ON library_copy (office_id, title, code);
    CREATE INDEX library_copy_until ON library_copy (office_id, place, until) WHERE until IS NOT NULL;
";

const POSTGRES: &str = "
    ALTER TABLE library_copy
        ADD COLUMN interloan {uuid}, ADD COLUMN owner {int},
        DROP CONSTRAINT library_copy_place_check,
        ADD CONSTRAINT library_copy_place_check
            CHECK (place IN ('shelf', 'aside', 'lent', 'away', 'homebound', 'left', 'hilang', 'rusak', 'ditarik')),
        ADD CONSTRAINT library_copy_interloan_check CHECK ((interloan IS NOT NULL) = (place = 'away' OR owner IS NOT NULL)),
        ADD CONSTRAINT library_copy_guest_check CHECK (owner IS NOT NULL OR place NOT IN ('homebound', 'left')),
        ADD CONSTRAINT library_copy_owner_check CHECK (owner IS NULL OR place NOT IN ('shelf', 'away'));
";

/// Guests are few beside a library's own copies.
const GUESTS: &str = "CREATE INDEX library_copy_guest ON library_copy (office_id, place) WHERE owner IS NOT NULL;";

/// Copies that go from library to library. A guest is a copy of the library that has it now, under its owner's label.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [INTERLOAN, REQUEST] {
            table.create(manager).await?;
        }
        run_on(manager, DbBackend::Sqlite, SQLITE).await?;
        run_on(manager, DbBackend::Postgres, POSTGRES).await?;
        super::ddl::run(manager, GUESTS).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
