use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table, run_on};

/// Jobs read the record to verify it; nobody changes it.
const READS: Reads = Reads { owner: None, regency: false, jobs: true };

const LINES: Table = Table::read_by(
    "audit",
    "CREATE TABLE audit (
        office_id {int} NOT NULL {unit}, seq {int} NOT NULL CHECK (seq > 0), at {int} NOT NULL,
        actor {uuid}, hat {uuid}, role {text} NOT NULL, act {text} NOT NULL,
        object_kind {text} NOT NULL, object_id {uuid} NOT NULL, fields {text} NOT NULL, request {uuid} NOT NULL,
        prev {blob} NOT NULL, hash {blob} NOT NULL,
        PRIMARY KEY (office_id, seq)
    ) {strict};
    CREATE INDEX audit_object ON audit (office_id, object_id, seq);",
    READS,
);

const HEADS: Table = Table::read_by(
    "audit_head",
    "CREATE TABLE audit_head (
        office_id {int} NOT NULL PRIMARY KEY {unit}, seq {int} NOT NULL, hash {blob} NOT NULL
    ) {strict}",
    READS,
);

const GUARD_SQLITE: &str = "
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the record is never cut'); END;
    CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'the record is never cut'); END;
    CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head WHEN NEW.seq <> OLD.seq + 1
        BEGIN SELECT RAISE(ABORT, 'the record grows line by line'); END;";

const GUARD_POSTGRES: &str = "
    CREATE FUNCTION audit_never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the record is never changed'; END $$;
    CREATE FUNCTION audit_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.seq <> OLD.seq + 1 THEN RAISE EXCEPTION 'the record grows line by line'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER audit_guard BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_never();
    CREATE TRIGGER audit_guard_all BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_never();
    CREATE TRIGGER audit_head_guard BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_never();
    CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_grows();
    CREATE TRIGGER audit_head_guard_all BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_never();";

/// The record of who did what, and a database that refuses to change it.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        LINES.create(manager).await?;
        HEADS.create(manager).await?;
        run_on(manager, sea_orm::DbBackend::Sqlite, GUARD_SQLITE).await?;
        run_on(manager, sea_orm::DbBackend::Postgres, GUARD_POSTGRES).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
