use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// The unique row of numbers is the second lock behind the counter: two letters never share one.
const LETTER: Table = Table::read_by(
    "letter",
    "CREATE TABLE letter (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL,
        application {uuid}, owner {uuid},
        register {text} NOT NULL, year {int} NOT NULL, sequence {int} NOT NULL, number {text} NOT NULL,
        service {text} NOT NULL, title {text} NOT NULL, holder {text} NOT NULL, signer {text} NOT NULL,
        issued_on {int} NOT NULL, issued_at {int} NOT NULL, valid_until {int}, token_hash {blob},
        state {text} NOT NULL, reason {text}, ended_by {uuid}, ended_at {int}, replaced_by {uuid},
        snapshot {blob}, snapshot_hash {blob}, pdf {uuid}, pdf_sha256 {blob}, pdf_bytes {int},
        handed_by {uuid}, handed_at {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id, register, year, sequence), UNIQUE (office_id, year, number),
        UNIQUE (office_id, token_hash)
    ) {strict};
    CREATE INDEX letter_application ON letter (office_id, application);
    CREATE INDEX letter_owner ON letter (owner);",
    Reads { owner: Some("owner"), regency: false, jobs: false },
);

/// What anybody who holds a letter's code may see. Found by the hash of the code alone: nothing can be
/// listed by who does not hold it, and a stolen table opens no page.
const LETTER_PUBLIC: Table = Table::wide(
    "letter_public",
    "CREATE TABLE letter_public (
        token_hash {blob} NOT NULL, office {int} NOT NULL CHECK (office BETWEEN 1100000000 AND 9999999999), letter {uuid} NOT NULL,
        title {text} NOT NULL, number {text} NOT NULL, holder {text} NOT NULL, signer {text} NOT NULL,
        issued_on {int} NOT NULL, valid_until {int}, state {text} NOT NULL, reason {text}, ended_on {int},
        next_number {text}, next_on {int}, pdf_sha256 {blob},
        PRIMARY KEY (token_hash), UNIQUE (office, letter)
    ) {strict};",
);

/// Letters, the book they are entered in, and what everybody may check.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        LETTER.create(manager).await?;
        LETTER_PUBLIC.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
