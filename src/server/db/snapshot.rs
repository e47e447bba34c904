//! A copy of a SQLite database at one moment, taken while the server goes on; and the way to read it.

use std::fs::File;
use std::path::Path;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};

/// Copies the database into a new file, which is on the disk when this returns.
///
/// # Errors
/// The database's own; one of them is that `into` exists.
pub(in crate::server) async fn take(database: &Path, into: &Path) -> Result<(), DbErr> {
    let conn = read(database).await?;
    let copied = conn.execute_raw(Statement::from_sql_and_values(
        conn.get_database_backend(),
        "VACUUM INTO ?",
        [into.to_string_lossy().into_owned().into()],
    ));
    let copied = copied.await.map(drop);
    conn.close().await?;
    copied?;
    File::open(into).and_then(|file| file.sync_all()).map_err(|error| DbErr::Custom(error.to_string()))
}

/// Opens a database file for reading, apart from the server's own pools.
///
/// # Errors
/// The database's own.
pub(in crate::server) async fn read(database: &Path) -> Result<DatabaseConnection, DbErr> {
    let file = database.to_owned();
    // The name is replaced by the file's.
    let mut options = ConnectOptions::new("sqlite://kampung.db");
    options.sqlx_logging(false).max_connections(1).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite.filename(&file).read_only(true).pragma("trusted_schema", "OFF").pragma("cell_size_check", "ON")
    });
    Database::connect(options).await
}
