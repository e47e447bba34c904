use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// Whoever enrols or leaves holds this row meanwhile, so that the line of a training moves one step at a time.
const TRAINING: Table = Table::tenant(
    "training",
    "CREATE TABLE training (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, slug {text} NOT NULL,
        state {text} NOT NULL, reason {text} NOT NULL, outline {text} NOT NULL, first_day {int} NOT NULL,
        next_turn {int} NOT NULL, created_at {int} NOT NULL, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (slug), CHECK (next_turn >= 1),
        CHECK (state IN ('draft', 'open', 'finished', 'cancelled')),
        CHECK ((reason <> '') = (state = 'cancelled'))
    ) {strict};
    CREATE INDEX training_first_day ON training (office_id, first_day, id);",
);

/// The key is the second lock: no turn is given twice, whatever a program forgets.
const TURN: Table = Table::tenant(
    "training_turn",
    "CREATE TABLE training_turn (
        office_id {int} NOT NULL {office}, training {uuid} NOT NULL, turn {int} NOT NULL, participant {uuid} NOT NULL,
        there {bool} NOT NULL,
        PRIMARY KEY (office_id, training, turn), UNIQUE (office_id, participant)
    ) {strict};",
);

/// Nobody is in a training twice, by account or by what they are known again under; who left may come again.
const PARTICIPANT: Table = Table::read_by(
    "training_participant",
    "CREATE TABLE training_participant (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, training {uuid} NOT NULL,
        turn {int} NOT NULL, account {uuid}, mark {blob}, body {blob} NOT NULL, present {int} NOT NULL,
        enrolled_at {int} NOT NULL, left_at {int}, certificate {uuid}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id, training, turn), CHECK (present BETWEEN 0 AND 20)
    ) {strict};
    CREATE UNIQUE INDEX training_participant_account ON training_participant (office_id, training, account)
        WHERE account IS NOT NULL AND left_at IS NULL;
    CREATE UNIQUE INDEX training_participant_mark ON training_participant (office_id, training, mark)
        WHERE mark IS NOT NULL AND left_at IS NULL;
    CREATE INDEX training_participant_own ON training_participant (account, enrolled_at) WHERE account IS NOT NULL;",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

const NOTICE: Table = Table::wide(
    "training_notice",
    "CREATE TABLE training_notice (
        id {uuid} NOT NULL PRIMARY KEY, office {int} NOT NULL, slug {text} NOT NULL UNIQUE, state {text} NOT NULL,
        reason {text} NOT NULL, topic {text} NOT NULL, audiences {text} NOT NULL, first_day {int} NOT NULL,
        last_day {int} NOT NULL, closes {int} NOT NULL, seated {int} NOT NULL, waiting {int} NOT NULL,
        told {text} NOT NULL, since {int} NOT NULL,
        CHECK (state IN ('open', 'finished', 'cancelled')), CHECK (seated >= 0), CHECK (waiting >= 0)
    ) {strict};
    CREATE INDEX training_notice_day ON training_notice (state, first_day, id);
    CREATE INDEX training_notice_office ON training_notice (office, first_day, id);",
);

/// Trainings of offices.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [TRAINING, TURN, PARTICIPANT, NOTICE] {
            table.create(manager).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
