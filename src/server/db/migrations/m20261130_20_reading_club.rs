use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// Meetings of the reading club of a library. The index is the lock: it never meets twice at one time.
const MEETING: Table = Table::tenant(
    "library_meeting",
    "CREATE TABLE library_meeting (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, day {int} NOT NULL, begins {int} NOT NULL,
        venue {text} NOT NULL, book {text} NOT NULL, cancelled_at {int},
        PRIMARY KEY (office_id, id), CHECK (begins BETWEEN 0 AND 1439)
    ) {strict};
    CREATE UNIQUE INDEX library_meeting_time ON library_meeting (office_id, day, begins) WHERE cancelled_at IS NULL;",
);

/// Who reads along, and how far they are in the book of a meeting (P2): once each.
const MEMBER: Table = Table::read_by(
    "library_member",
    "CREATE TABLE library_member (
        office_id {int} NOT NULL {office}, reader {uuid} NOT NULL, account {uuid}, joined_at {int} NOT NULL,
        meeting {uuid}, reached {blob},
        PRIMARY KEY (office_id, reader), CHECK ((meeting IS NULL) = (reached IS NULL))
    ) {strict};
    CREATE INDEX library_member_own ON library_member (account, office_id) WHERE account IS NOT NULL;",
    Reads { owner: Some("account"), regency: false, jobs: false },
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        MEETING.create(manager).await?;
        MEMBER.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
