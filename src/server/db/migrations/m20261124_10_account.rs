use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

const PEOPLE: Table = Table::wide(
    "account",
    "CREATE TABLE account (
        id {uuid} NOT NULL PRIMARY KEY, name {text}, phone {blob} NOT NULL, phone_index {blob} NOT NULL UNIQUE, staff_name {text} UNIQUE,
        password {text}, totp {blob}, totp_step {int}, language {text} NOT NULL, created_at {int} NOT NULL, disabled_at {int},
        version {int} NOT NULL
    ) {strict};",
);

const RIGHTS: Table = Table::wide(
    "membership",
    "CREATE TABLE membership (
        id {uuid} NOT NULL PRIMARY KEY, account {uuid} NOT NULL REFERENCES account (id),
        unit {int} NOT NULL CHECK (unit BETWEEN 1100 AND 9999999999), role {text} NOT NULL,
        valid_from {int} NOT NULL, valid_to {int}, granted_by {uuid}, granted_at {int} NOT NULL
    ) {strict};
    CREATE INDEX membership_account ON membership (account);
    CREATE INDEX membership_unit ON membership (unit, valid_from);",
);

const HOMES: Table = Table::wide(
    "resident_office",
    "CREATE TABLE resident_office (
        account {uuid} NOT NULL REFERENCES account (id), office {int} NOT NULL CHECK (office BETWEEN 1100000000 AND 9999999999),
        since {int} NOT NULL, PRIMARY KEY (account, office)
    ) {strict};",
);

const ENROLMENTS: Table = Table::wide(
    "enrolment",
    "CREATE TABLE enrolment (
        id {uuid} NOT NULL PRIMARY KEY, account {uuid} NOT NULL REFERENCES account (id), code_index {blob} NOT NULL UNIQUE,
        code {blob},
        new_factor {bool} NOT NULL, created_by {uuid}, created_at {int} NOT NULL, expires_at {int} NOT NULL, opened_by {blob} UNIQUE,
        totp {blob}, used_at {int}
    ) {strict};
    CREATE INDEX enrolment_account ON enrolment (account);",
);

const SLIPS: Table = Table::wide(
    "slip",
    "CREATE TABLE slip (
        id {uuid} NOT NULL PRIMARY KEY, phone_index {blob} NOT NULL, code_index {blob} NOT NULL, code {blob}, office {int} NOT NULL,
        printed_by {uuid} NOT NULL, printed_at {int} NOT NULL, expires_at {int} NOT NULL, used_at {int}
    ) {strict};
    CREATE INDEX slip_phone ON slip (phone_index, code_index);",
);

/// People, what they may do and for whom, and the codes by which they come in.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [PEOPLE, RIGHTS, HOMES, ENROLMENTS, SLIPS] {
            table.create(manager).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
