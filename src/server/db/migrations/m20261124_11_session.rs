use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const SESSIONS: Table = Table::wide(
    "session",
    "CREATE TABLE session (
        token_hash {blob} NOT NULL PRIMARY KEY, account {uuid} NOT NULL REFERENCES account (id), membership {uuid} REFERENCES membership (id),
        created_at {int} NOT NULL, last_seen_at {int} NOT NULL, idle_until {int} NOT NULL, ends_at {int} NOT NULL,
        auth_level {int} NOT NULL, step_up_at {int}, device {text} NOT NULL, ip_prefix {text} NOT NULL, revoked_at {int}, ended_by {text}
    ) {strict};
    CREATE INDEX session_account ON session (account, created_at);",
);

const CHALLENGES: Table = Table::wide(
    "otp_challenge",
    "CREATE TABLE otp_challenge (
        token_hash {blob} NOT NULL PRIMARY KEY, purpose {text} NOT NULL, channel {text} NOT NULL, phone {blob} NOT NULL,
        phone_index {blob} NOT NULL, code_mac {blob} NOT NULL, tries {int} NOT NULL, created_at {int} NOT NULL, expires_at {int} NOT NULL,
        used_at {int}
    ) {strict};",
);

const BUDGETS: Table = Table::wide(
    "budget",
    "CREATE TABLE budget (
        kind {text} NOT NULL, key {blob} NOT NULL, tat {int} NOT NULL, failures {int} NOT NULL, PRIMARY KEY (kind, key)
    ) {strict};",
);

/// Who is signed in, who is about to be, and how often one may try.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [SESSIONS, CHALLENGES, BUDGETS] {
            table.create(manager).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
