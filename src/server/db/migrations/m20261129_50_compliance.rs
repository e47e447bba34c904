use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table, run};

/// What an office answers in a campaign. The regency reads it, and reviews it in the office's own scope.
const ASSESSMENT: Table = Table::read_by(
    "assessment",
    "CREATE TABLE assessment (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, body {text} NOT NULL,
        changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id)
    ) {strict};",
    Reads { owner: None, regency: true, jobs: false },
);

const CAMPAIGN: Table = Table::wide(
    "campaign",
    "CREATE TABLE campaign (
        id {uuid} NOT NULL PRIMARY KEY, version {int} NOT NULL, name {text} NOT NULL, instrument {text} NOT NULL,
        opens {int} NOT NULL, closes {int} NOT NULL, state {text} NOT NULL, published_at {int},
        changed_by {uuid}, changed_at {int} NOT NULL,
        CHECK (state IN ('open', 'locked', 'published')),
        CHECK ((published_at IS NOT NULL) = (state = 'published')),
        CHECK (opens <= closes)
    ) {strict};",
);

const SEAT: Table = Table::wide(
    "campaign_seat",
    "CREATE TABLE campaign_seat (
        campaign {uuid} NOT NULL REFERENCES campaign (id), office {int} NOT NULL, reviewer {uuid} NOT NULL, second {uuid},
        answered {int} NOT NULL, waiting {int} NOT NULL, returned {int} NOT NULL, accepted {int} NOT NULL,
        points {int} NOT NULL, value {int} NOT NULL, class {text} NOT NULL, passed {bool} NOT NULL,
        waits_since {int}, submitted_at {int}, verdicts {text} NOT NULL, published {bool} NOT NULL, revision {int} NOT NULL,
        changed_at {int} NOT NULL,
        PRIMARY KEY (campaign, office),
        CHECK ((waits_since IS NOT NULL) = (waiting > 0))
    ) {strict};
    CREATE INDEX campaign_seat_office ON campaign_seat (office, campaign);
    CREATE INDEX campaign_seat_reviewer ON campaign_seat (reviewer, campaign, waits_since);
    CREATE INDEX campaign_seat_second ON campaign_seat (second, campaign) WHERE second IS NOT NULL;",
);

/// Reasons and photos of accepted items: apart from the seats, which lists read by hundreds.
const RESULT: Table = Table::wide(
    "campaign_result",
    "CREATE TABLE campaign_result (
        campaign {uuid} NOT NULL, office {int} NOT NULL, content {text} NOT NULL, published {bool} NOT NULL,
        PRIMARY KEY (campaign, office), FOREIGN KEY (campaign, office) REFERENCES campaign_seat (campaign, office)
    ) {strict};",
);

const FIGURE: Table = Table::wide(
    "live_figure",
    "CREATE TABLE live_figure (
        office {int} NOT NULL, day {int} NOT NULL, figure {text} NOT NULL, value {int}, PRIMARY KEY (office, day, figure)
    ) {strict};",
);

const HOME: Table = Table::wide(
    "reviewer_home",
    "CREATE TABLE reviewer_home (account {uuid} NOT NULL PRIMARY KEY, office {int} NOT NULL, since {int} NOT NULL) {strict};",
);

/// A photo's own bytes are known once in the whole regency.
const MARK: Table = Table::wide(
    "photo_mark",
    "CREATE TABLE photo_mark (
        id {uuid} NOT NULL PRIMARY KEY, office {int} NOT NULL, campaign {uuid} NOT NULL, item {text} NOT NULL,
        digest {blob} NOT NULL UNIQUE, likeness {blob} NOT NULL, alike {text} NOT NULL,
        added_at {int} NOT NULL
    ) {strict};
    CREATE INDEX photo_mark_added ON photo_mark (added_at, id);",
);

/// Where an office stands, in millionths of a degree.
const PIN: &str = "ALTER TABLE office_profile ADD COLUMN latitude {int}; ALTER TABLE office_profile ADD COLUMN longitude {int};";

/// The review of offices: campaigns, answers, and what photos are known by.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [ASSESSMENT, CAMPAIGN, SEAT, RESULT, FIGURE, HOME, MARK] {
            table.create(manager).await?;
        }
        run(manager, PIN).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
