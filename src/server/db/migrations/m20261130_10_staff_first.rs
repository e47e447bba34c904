use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table, run, run_on};

/// When each person of an office did for the first time what the course of its staff teaches.
const FIRST: Table = Table::read_by(
    "staff_first",
    "CREATE TABLE staff_first (
        office_id {int} NOT NULL {office}, account {uuid} NOT NULL, act {text} NOT NULL, at {int} NOT NULL,
        PRIMARY KEY (office_id, account, act)
    ) {strict};",
    Reads { owner: None, regency: true, jobs: false },
);

/// Whoever has worked here before has learned it: the record says so.
const FROM_THE_RECORD: &str = "
    INSERT INTO staff_first (office_id, account, act, at)
        SELECT office_id, actor, act, MIN(at) FROM audit
        WHERE actor IS NOT NULL AND office_id >= 1100000000 AND role IN ('operator', 'verifikator', 'kades')
            AND act IN ('applications.claim', 'applications.approve', 'applications.request_fix', 'applications.issue',
                'accounts.print_slip', 'offices.keep_profile', 'catalogue.add_product', 'library.lend',
                'compliance.keep_answer')
        GROUP BY office_id, actor, act;
";

/// Row security binds the owner too: for this step it reads the record as jobs do, and writes for every office.
const OPEN: &str = "SELECT set_config('app.jobs', 'on', true); ALTER TABLE staff_first NO FORCE ROW LEVEL SECURITY;";
const CLOSE: &str = "ALTER TABLE staff_first FORCE ROW LEVEL SECURITY; SELECT set_config('app.jobs', '', true);";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        FIRST.create(manager).await?;
        run_on(manager, DbBackend::Postgres, OPEN).await?;
        run(manager, FROM_THE_RECORD).await?;
        run_on(manager, DbBackend::Postgres, CLOSE).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
