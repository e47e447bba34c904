//! One text for both engines. SQLite's tables are STRICT, so that a column holds what it says;
//! PostgreSQL's tenant tables have row security, forced upon their owner too.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::SchemaManager;

/// A table of the schema and who reads it.
///
/// ```ignore
/// Table::tenant("shop", "CREATE TABLE shop (
///     office_id {int} NOT NULL {office}, id {uuid} NOT NULL, name {text} NOT NULL, photo {blob},
///     PRIMARY KEY (office_id, id)
/// ) {strict}").create(manager).await?;
/// ```
pub struct Table {
    name: &'static str,
    sql: &'static str,
    reads: Option<Reads>,
}

/// Who reads rows of a tenant table besides its office.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reads {
    /// The column with the account whose own rows these are, readable by it at every office.
    pub owner: Option<&'static str>,
    /// The regency and the kecamatan.
    pub regency: bool,
    /// The rooms of the server that go over all offices; they also write.
    pub jobs: bool,
}

impl Table {
    /// A table of offices: `office_id` first in its key.
    pub const fn tenant(name: &'static str, sql: &'static str) -> Self {
        Self::read_by(name, sql, Reads { owner: None, regency: false, jobs: false })
    }

    /// A table of offices that others read too.
    pub const fn read_by(name: &'static str, sql: &'static str, reads: Reads) -> Self {
        Self { name, sql, reads: Some(reads) }
    }

    /// A table of the whole regency, or a public projection: no row security.
    pub const fn wide(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, reads: None }
    }

    /// # Errors
    /// The database's own.
    pub async fn create(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        run(manager, self.sql).await?;
        match (manager.get_database_backend(), self.reads) {
            (DbBackend::Postgres, Some(reads)) => run(manager, &row_security(self.name, reads)).await,
            _ => Ok(()),
        }
    }
}

/// Runs statements whose `{words}` are those of the engine.
pub(super) async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(&words(sql, manager.get_database_backend())).await.map(drop)
}

/// Runs statements that only one engine needs.
pub(super) async fn run_on(manager: &SchemaManager<'_>, backend: DbBackend, sql: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == backend { run(manager, sql).await } else { Ok(()) }
}

fn words(sql: &str, backend: DbBackend) -> String {
    let postgres = backend == DbBackend::Postgres;
    let pick = |on_sqlite, on_postgres| if postgres { on_postgres } else { on_sqlite };
    sql.replace("{int}", pick("INTEGER", "BIGINT"))
        .replace("{bool}", pick("INTEGER", "BOOLEAN"))
        .replace("{real}", pick("REAL", "DOUBLE PRECISION"))
        .replace("{text}", "TEXT")
        .replace("{blob}", pick("BLOB", "BYTEA"))
        .replace("{uuid}", pick("BLOB", "UUID"))
        .replace("{strict}", pick("STRICT", ""))
        // Ten digits: an office; six: a kecamatan. Core tables also hold lines of a kecamatan (six) and the regency (four).
        .replace("{office}", "CHECK (office_id BETWEEN 1100000000 AND 9999999999)")
        .replace("{kecamatan}", "CHECK (office_id BETWEEN 110000 AND 999999)")
        .replace("{unit}", "CHECK (office_id BETWEEN 1100 AND 9999999999)")
}

/// Without a setting no row is seen; with one, the rows of that office. Writing is for the office
/// alone, whoever reads.
fn row_security(table: &str, reads: Reads) -> String {
    let number = |name: &str| format!("nullif(current_setting('{name}', true), '')::bigint");
    let office = format!("office_id = {}", number("app.office_id"));
    let mut sql = format!(
        "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
         CREATE POLICY office ON {table} USING ({office}) WITH CHECK ({office});"
    );
    if let Some(owner) = reads.owner {
        let own = format!("{owner} = nullif(current_setting('app.account_id', true), '')::uuid");
        sql += &format!("CREATE POLICY own ON {table} FOR SELECT USING ({own});");
    }
    if reads.regency {
        let within = format!("office_id BETWEEN {} AND {}", number("app.offices_from"), number("app.offices_to"));
        sql += &format!("CREATE POLICY regency ON {table} FOR SELECT USING ({within});");
    }
    if reads.jobs {
        let jobs = "current_setting('app.jobs', true) = 'on'";
        sql += &format!("CREATE POLICY jobs ON {table} USING ({jobs}) WITH CHECK ({jobs});");
    }
    sql
}
