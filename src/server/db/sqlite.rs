use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};

/// The first SQLite without the WAL-reset bug, which could corrupt a database of two connections.
/// A second crate that links SQLite can downgrade it in silence, so the running one is asked.
pub(super) const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

const READERS: u32 = 4;
const CACHE_KIB: u32 = 65_536;
const WAL_LIMIT_BYTES: u32 = 64 * 1024 * 1024;

/// The one connection that writes. `FULL`: an answered commit survives the power; `NORMAL` may lose
/// the last ones, and those are what we called "diterima".
pub(super) async fn writer(path: &Path) -> Result<DatabaseConnection, DbErr> {
    let file = path.to_owned();
    let mut options = common();
    options.max_connections(1).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .filename(&file)
            .create_if_missing(true)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON")
            .pragma("cache_size", format!("-{CACHE_KIB}"))
            .pragma("temp_store", "MEMORY")
            .pragma("wal_autocheckpoint", "1000")
            .pragma("journal_size_limit", WAL_LIMIT_BYTES.to_string())
            .pragma("mmap_size", "0")
    });
    Database::connect(options).await
}

/// Read-only twice over: the file is opened so, and the connection refuses to write. Opened after
/// the writer, which makes the files that a reader needs.
pub(super) async fn readers(path: &Path) -> Result<DatabaseConnection, DbErr> {
    let file = path.to_owned();
    let mut options = common();
    options.max_connections(READERS).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .filename(&file)
            .read_only(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("query_only", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON")
            .pragma("cache_size", format!("-{CACHE_KIB}"))
            .pragma("temp_store", "MEMORY")
            .pragma("mmap_size", "0")
    });
    Database::connect(options).await
}

/// No ping before each use (a file does not hang up), no ageing: the writer lives as long as we do.
fn common() -> ConnectOptions {
    // The name is replaced by the file's. A path in an address would have to be percent-encoded.
    let mut options = ConnectOptions::new("sqlite://kampung.db");
    options.sqlx_logging(false).test_before_acquire(false).idle_timeout(None).max_lifetime(None);
    options.acquire_timeout(Duration::from_secs(5));
    options
}

/// What the linked SQLite says it is.
pub(super) async fn version(conn: &DatabaseConnection) -> Result<[u32; 3], DbErr> {
    let row = conn.query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, "SELECT sqlite_version()")).await?;
    let text: String = row.ok_or_else(|| DbErr::Custom("no version".into()))?.try_get_by_index(0)?;
    Ok(parse(&text))
}

fn parse(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    [parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number_and_not_by_letter() {
        assert!(parse("3.51.2") < OLDEST_SQLITE);
        assert!(parse("3.9.9") < OLDEST_SQLITE);
        assert!(parse("3.51.3") >= OLDEST_SQLITE);
        assert!(parse("3.52.0") >= OLDEST_SQLITE);
    }
}
