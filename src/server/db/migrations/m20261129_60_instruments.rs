use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Table, run};

/// Versions of the questions beside the one with which the system comes. What is published is never changed.
const EDITION: Table = Table::wide(
    "instrument_edition",
    "CREATE TABLE instrument_edition (
        id {uuid} NOT NULL PRIMARY KEY, code {text} NOT NULL UNIQUE, version {int} NOT NULL, state {text} NOT NULL,
        base {text} NOT NULL, body {text} NOT NULL, carries {text} NOT NULL, published_at {int},
        changed_by {uuid}, changed_at {int} NOT NULL,
        CHECK (state IN ('draft', 'published')),
        CHECK ((published_at IS NOT NULL) = (state = 'published'))
    ) {strict};",
);

/// What everybody read of an office from a moment on: a row is added by each publication and each revision, and
/// none is ever changed.
const REVISION: Table = Table::wide(
    "result_revision",
    "CREATE TABLE result_revision (
        campaign {uuid} NOT NULL, office {int} NOT NULL, revision {int} NOT NULL, shown_from {int} NOT NULL,
        points {int} NOT NULL, value {int} NOT NULL, class {text} NOT NULL, passed {bool} NOT NULL,
        verdicts {text} NOT NULL, content {text} NOT NULL,
        PRIMARY KEY (campaign, office, revision), FOREIGN KEY (campaign, office) REFERENCES campaign_seat (campaign, office)
    ) {strict};
    CREATE INDEX result_revision_office ON result_revision (office, campaign, revision);",
);

/// What is public already. Of a result that was corrected before, only the last revision is still known.
const PUBLIC: &str = "INSERT INTO result_revision
    SELECT s.campaign, s.office, s.revision, CASE WHEN s.revision = 0 THEN c.published_at ELSE s.changed_at END,
        s.points, s.value, s.class, s.passed, s.verdicts, r.content
    FROM campaign_seat s
    JOIN campaign c ON c.id = s.campaign
    JOIN campaign_result r ON r.campaign = s.campaign AND r.office = s.office
    WHERE c.state = 'published'";

/// Versions of the questions that an administrator writes, and results as they were on any day.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [EDITION, REVISION] {
            table.create(manager).await?;
        }
        run(manager, PUBLIC).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
