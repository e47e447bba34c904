use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table, run_on};

/// A library's own rules, and the numbers that its next copy and card get.
const LIBRARY: Table = Table::tenant(
    "library",
    "CREATE TABLE library (
        office_id {int} NOT NULL {office}, version {int} NOT NULL, rules {text} NOT NULL,
        next_copy {int} NOT NULL, next_card {int} NOT NULL, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id)
    ) {strict};",
);

const COPY: Table = Table::tenant(
    "library_copy",
    "CREATE TABLE library_copy (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, title {uuid} NOT NULL,
        code {text} NOT NULL, shelf {text} NOT NULL, place {text} NOT NULL,
        reservation {uuid}, loan {uuid}, until {int}, note {text} NOT NULL,
        added_at {int} NOT NULL, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id, code),
        CHECK (place IN ('shelf', 'aside', 'lent', 'hilang', 'rusak', 'ditarik')),
        CHECK ((reservation IS NOT NULL) = (place = 'aside')),
        CHECK ((loan IS NOT NULL) = (place = 'lent')),
        CHECK ((until IS NOT NULL) = (place IN ('aside', 'lent')))
    ) {strict};
    CREATE INDEX library_copy_title ON library_copy (office_id, title, code);
    CREATE INDEX library_copy_until ON library_copy (office_id, place, until) WHERE until IS NOT NULL;",
);

const READER: Table = Table::read_by(
    "library_reader",
    "CREATE TABLE library_reader (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, card {text} NOT NULL,
        name {blob} NOT NULL, guardian {uuid}, account {uuid}, active {bool} NOT NULL,
        changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id, card)
    ) {strict};
    CREATE UNIQUE INDEX library_reader_account ON library_reader (office_id, account) WHERE account IS NOT NULL AND guardian IS NULL;
    CREATE INDEX library_reader_own ON library_reader (account) WHERE account IS NOT NULL;",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

/// The index on open loans is the second lock: no copy is lent twice, whatever a program forgets.
const LOAN: Table = Table::read_by(
    "library_loan",
    "CREATE TABLE library_loan (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, copy {uuid} NOT NULL,
        title {uuid} NOT NULL, reader {uuid} NOT NULL, account {uuid}, lent_at {int} NOT NULL, due {int} NOT NULL,
        renewed {int} NOT NULL, returned_at {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};
    CREATE UNIQUE INDEX library_loan_open ON library_loan (office_id, copy) WHERE returned_at IS NULL;
    CREATE INDEX library_loan_reader ON library_loan (office_id, reader, lent_at);
    CREATE INDEX library_loan_due ON library_loan (office_id, due, id) WHERE returned_at IS NULL;
    CREATE INDEX library_loan_lent ON library_loan (office_id, lent_at);
    CREATE INDEX library_loan_own ON library_loan (account, lent_at) WHERE account IS NOT NULL;",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

const RESERVATION: Table = Table::read_by(
    "library_reservation",
    "CREATE TABLE library_reservation (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, title {uuid} NOT NULL,
        reader {uuid} NOT NULL, account {uuid}, made_at {int} NOT NULL, turn {text} NOT NULL, copy {uuid}, until {int},
        changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id),
        CHECK (turn IN ('waiting', 'ready', 'served', 'over')),
        CHECK ((copy IS NOT NULL) = (turn = 'ready')), CHECK ((until IS NOT NULL) = (turn = 'ready'))
    ) {strict};
    CREATE UNIQUE INDEX library_reservation_open ON library_reservation (office_id, title, reader) WHERE turn IN ('waiting', 'ready');
    CREATE INDEX library_reservation_next ON library_reservation (office_id, title, made_at, id) WHERE turn = 'waiting';
    CREATE INDEX library_reservation_own ON library_reservation (account, made_at) WHERE account IS NOT NULL;",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

const VISIT: Table = Table::tenant(
    "library_visit",
    "CREATE TABLE library_visit (
        office_id {int} NOT NULL {office}, day {int} NOT NULL, visitors {int} NOT NULL,
        PRIMARY KEY (office_id, day), CHECK (visitors >= 0)
    ) {strict};",
);

/// What the whole regency knows of a book. `number` is where its words stand; `since` is when it came.
const TITLE: Table = Table::wide(
    "library_title",
    "CREATE TABLE library_title (
        id {uuid} NOT NULL PRIMARY KEY, number {int} NOT NULL UNIQUE, isbn {int} UNIQUE, name {text} NOT NULL,
        authors {text} NOT NULL, publisher {text} NOT NULL, year {int}, language {text} NOT NULL, age {text} NOT NULL,
        class {text} NOT NULL, summary {text} NOT NULL, entered_by {int} NOT NULL, version {int} NOT NULL, since {int} NOT NULL
    ) {strict};
    CREATE INDEX library_title_since ON library_title (since, id);",
);

/// What a library has of a title. Whoever changes copies or reservations holds this row meanwhile, so that a
/// return and a reservation of the last copy happen one after the other.
const HOLDING: Table = Table::wide(
    "library_holding",
    "CREATE TABLE library_holding (
        title {uuid} NOT NULL REFERENCES library_title (id), office {int} NOT NULL, copies {int} NOT NULL,
        free {int} NOT NULL, waiting {int} NOT NULL, back {int},
        PRIMARY KEY (title, office), CHECK (free >= 0), CHECK (free <= copies), CHECK (waiting >= 0)
    ) {strict};
    CREATE INDEX library_holding_office ON library_holding (office, title);",
);

/// Words are folded and parted by us, as those of the market.
const TEXT_ON_SQLITE: &str = "CREATE VIRTUAL TABLE library_text
    USING fts5(name, people, story, tokenize = 'ascii', content = '', contentless_delete = 1);";
const TEXT_ON_POSTGRES: &str = "CREATE TABLE library_text (rowid BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL);
    CREATE INDEX library_text_words ON library_text USING gin (words);";

/// The library of the regency, of which every office has a corner.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [LIBRARY, COPY, READER, LOAN, RESERVATION, VISIT, TITLE, HOLDING] {
            table.create(manager).await?;
        }
        run_on(manager, DbBackend::Sqlite, TEXT_ON_SQLITE).await?;
        run_on(manager, DbBackend::Postgres, TEXT_ON_POSTGRES).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
