use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::snapshot::{DATABASE, FILES, copy};
use super::verify::{Damage, Verified, verify};
use crate::server::blobs;
use crate::server::db::snapshot;
use crate::server::seal::Keys;

/// What a restore would do. Printing it is the first half; [`Plan::carry_out`] the second.
#[derive(Debug)]
pub struct Plan {
    database: (PathBuf, PathBuf),
    files: Vec<(PathBuf, PathBuf)>,
    verified: Verified,
}

/// Why nothing is restored.
#[derive(Debug)]
pub enum NoRestore {
    /// Something is there already. A restore never overwrites: move it away first.
    Occupied(PathBuf),
    Damage(Damage),
    Io(io::Error),
}

/// Verifies the backup in `folder` and says what restoring it into `data` would do. Changes nothing.
///
/// # Errors
/// See [`NoRestore`].
pub async fn plan(folder: &Path, data: &Path, files: &Path, keys: &Keys) -> Result<Plan, NoRestore> {
    let target = data.join(DATABASE);
    for occupied in [&target, &target.with_extension("db-wal")] {
        if occupied.exists() {
            return Err(NoRestore::Occupied(occupied.clone()));
        }
    }
    let (source, pool) = (folder.join(DATABASE), folder.parent().unwrap_or(folder).join(FILES));
    let verified = verify(&source, &pool, keys).await.map_err(NoRestore::Damage)?;
    let db = |error| NoRestore::Damage(Damage::Db(error));
    let conn = snapshot::read(&source).await.map_err(db)?;
    let names = blobs::names(&conn).await.map_err(db)?;
    conn.close().await.map_err(db)?;
    let place = |(office, name): &(i64, String)| Path::new(&office.to_string()).join(name);
    // A file of the same name is the same file: it stays as it is.
    let missing = names.iter().map(place).filter(|place| !files.join(place).exists());
    let files = missing.map(|place| (pool.join(&place), files.join(&place))).collect();
    Ok(Plan { database: (source, target), files, verified })
}

impl Plan {
    /// Files first, the database last: a restore that was interrupted has no database, and is begun
    /// again.
    ///
    /// # Errors
    /// `Occupied` when something has come into the way since; `Io`.
    pub fn carry_out(&self) -> Result<Verified, NoRestore> {
        for (from, to) in &self.files {
            copy(from, to).map_err(NoRestore::Io)?;
        }
        let (from, to) = &self.database;
        if to.exists() {
            return Err(NoRestore::Occupied(to.clone()));
        }
        copy(from, to).map_err(NoRestore::Io)?;
        Ok(self.verified)
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Verified { offices, lines, files, .. } = self.verified;
        writeln!(f, "The backup is whole: {offices} offices, {lines} lines of their records, {files} files.")?;
        writeln!(f, "{} files would be copied; those that are there stay.", self.files.len())?;
        write!(f, "{} would be copied to {}, where there is nothing now.", self.database.0.display(), self.database.1.display())
    }
}

impl fmt::Display for NoRestore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Occupied(path) => write!(f, "{} is there; a restore never overwrites, move it away first", path.display()),
            Self::Damage(damage) => write!(f, "the backup is not whole: {damage}"),
            Self::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for NoRestore {}
