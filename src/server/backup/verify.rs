use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

use super::snapshot::copy;
use crate::server::audit;
use crate::server::blobs;
use crate::server::db::snapshot;
use crate::server::seal::Keys;

/// What was looked at and found whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    pub offices: usize,
    /// Lines of the record, all of them hashed again.
    pub lines: i64,
    pub files: usize,
    /// Sealed texts and files that were opened.
    pub opened: usize,
}

/// Why a backup does not count.
#[derive(Debug)]
pub enum Damage {
    /// SQLite's own check of the whole file.
    Integrity(String),
    /// A row points to one that is not there.
    ForeignKey(String),
    /// The record of an office does not hold.
    Record(audit::Fault),
    /// A named file is not there.
    MissingFile(PathBuf),
    /// A file or a sealed text does not open: it was changed, or this is not its key.
    Sealed(String),
    Io(std::io::Error),
    Db(DbErr),
}

/// Files that are opened, spread over all; every one is looked for.
const SAMPLE: usize = 64;

/// Restores a backup's database into a scratch place beside it, and checks everything there.
///
/// # Errors
/// The first [`Damage`].
pub async fn verify(database: &Path, files: &Path, keys: &Keys) -> Result<Verified, Damage> {
    let scratch = database.with_extension("scratch");
    copy(database, &scratch).map_err(Damage::Io)?;
    let outcome = match snapshot::read(&scratch).await {
        Ok(conn) => {
            let outcome = check(&conn, files, keys).await;
            conn.close().await.map_err(Damage::Db)?;
            outcome
        }
        Err(error) => Err(Damage::Db(error)),
    };
    std::fs::remove_file(&scratch).map_err(Damage::Io)?;
    outcome
}

async fn check(conn: &DatabaseConnection, files: &Path, keys: &Keys) -> Result<Verified, Damage> {
    let integrity = texts(conn, "SELECT integrity_check FROM pragma_integrity_check").await.map_err(Damage::Db)?;
    if integrity != ["ok"] {
        return Err(Damage::Integrity(integrity.join("; ")));
    }
    let dangling = texts(conn, "SELECT \"table\" FROM pragma_foreign_key_check").await.map_err(Damage::Db)?;
    if let Some(table) = dangling.into_iter().next() {
        return Err(Damage::ForeignKey(table));
    }
    let (offices, lines) = audit::verify_all(conn).await.map_err(Damage::Record)?;
    let answers = crate::server::act::open_kept_answers(conn, keys, SAMPLE as u64).await.map_err(Damage::Db)?;
    let answers = answers.ok_or_else(|| Damage::Sealed("a kept answer".into()))?;
    let names = blobs::names(conn).await.map_err(Damage::Db)?;
    let opened = check_files(&names, files, keys)?;
    Ok(Verified { offices, lines, files: names.len(), opened: answers + opened })
}

fn check_files(names: &[(i64, String)], files: &Path, keys: &Keys) -> Result<usize, Damage> {
    let stride = names.len().div_ceil(SAMPLE).max(1);
    let mut opened = 0;
    for (at, (office, name)) in names.iter().enumerate() {
        let path = files.join(office.to_string()).join(name);
        if !path.exists() {
            return Err(Damage::MissingFile(path));
        }
        if at % stride == 0 {
            let sealed = std::fs::read(&path).map_err(Damage::Io)?;
            keys.files(*office).open(name, &sealed).map_err(|_| Damage::Sealed(path.display().to_string()))?;
            opened += 1;
        }
    }
    Ok(opened)
}

async fn texts(conn: &DatabaseConnection, sql: &str) -> Result<Vec<String>, DbErr> {
    let rows = conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

impl std::fmt::Display for Damage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Integrity(found) => write!(f, "SQLite says: {found}"),
            Self::ForeignKey(table) => write!(f, "a row of {table} points to nothing"),
            Self::Record(fault) => write!(f, "{fault}"),
            Self::MissingFile(path) => write!(f, "{} is missing", path.display()),
            Self::Sealed(what) => write!(f, "{what} does not open"),
            Self::Io(error) => write!(f, "{error}"),
            Self::Db(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Damage {}
