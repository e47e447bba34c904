use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// Their owner reads them at whichever office they are; nobody above the office does.
const READS: Reads = Reads { owner: Some("owner"), regency: false, jobs: true };

/// One open draft per resident and service, in the whole regency: the address of a draft names the
/// service alone. The index tells nobody anything: both rows are one person's own.
const APPLICATIONS: Table = Table::read_by(
    "application",
    "CREATE TABLE application (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, owner {uuid} NOT NULL,
        service {text} NOT NULL, schema_version {int} NOT NULL, state {text} NOT NULL, since {int} NOT NULL, channel {text} NOT NULL,
        reference {text}, started_at {int} NOT NULL, submitted_at {int}, body {blob} NOT NULL,
        promised_at {int}, promise_left {int}, lease_by {uuid}, lease_until {int}, last_step_by {uuid}, identity_seen {text},
        snapshot {blob}, letter_id {uuid}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id),
        CHECK (state IN ('draft', 'submitted', 'in_review', 'needs_fix', 'awaiting_signature', 'rejected', 'issued', 'forwarded',
            'completed', 'withdrawn', 'closed', 'revoked')),
        CHECK (reference IS NOT NULL OR state IN ('draft', 'closed')),
        CHECK ((letter_id IS NOT NULL) = (state IN ('issued', 'forwarded', 'completed', 'revoked')))
    ) {strict};
    CREATE UNIQUE INDEX application_one_draft ON application (owner, service) WHERE state = 'draft' AND channel = 'phone';
    CREATE UNIQUE INDEX application_reference ON application (office_id, reference) WHERE reference IS NOT NULL;
    CREATE INDEX application_queue ON application (office_id, state, promised_at, id);
    CREATE INDEX application_own ON application (owner, id);",
    READS,
);

const EVENTS: Table = Table::read_by(
    "application_event",
    "CREATE TABLE application_event (
        office_id {int} NOT NULL {office}, application_id {uuid} NOT NULL, seq {int} NOT NULL, owner {uuid} NOT NULL,
        kind {text} NOT NULL, at {int} NOT NULL, actor {uuid}, role {text} NOT NULL, words {blob},
        PRIMARY KEY (office_id, application_id, seq),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id)
    ) {strict}",
    READS,
);

const ATTACHMENTS: Table = Table::read_by(
    "attachment",
    "CREATE TABLE attachment (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, thumbnail {uuid} NOT NULL, application_id {uuid} NOT NULL,
        owner {uuid} NOT NULL, field {text} NOT NULL, place {int} NOT NULL, size_bytes {int} NOT NULL, at {int} NOT NULL,
        PRIMARY KEY (office_id, id),
        FOREIGN KEY (office_id, application_id) REFERENCES application (office_id, id)
    ) {strict};
    CREATE INDEX attachment_of ON attachment (office_id, application_id, place);",
    READS,
);

/// References are unique in the regency, so that a tracker needs no office. The row is also all that
/// the tracker may see: it holds no person and no service.
const REFERENCES: Table = Table::wide(
    "reference",
    "CREATE TABLE reference (
        reference {text} NOT NULL PRIMARY KEY, office {int} NOT NULL, application_id {uuid} NOT NULL,
        state {text} NOT NULL, since {int} NOT NULL, submitted_at {int} NOT NULL, promised_at {int} NOT NULL
    ) {strict}",
);

/// Cases, what happened to them, their photos and their references.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        APPLICATIONS.create(manager).await?;
        EVENTS.create(manager).await?;
        ATTACHMENTS.create(manager).await?;
        REFERENCES.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
