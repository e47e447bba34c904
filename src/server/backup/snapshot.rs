use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use sea_orm::DbErr;

use super::verify::{Damage, Verified, verify};
use crate::domain::Instant;
use crate::server::blobs;
use crate::server::db::{Address, snapshot};
use crate::server::seal::Keys;

/// A backup that counts.
#[derive(Debug)]
pub struct Backup {
    pub folder: PathBuf,
    pub verified: Verified,
}

/// Why there is no new backup. The old ones are as they were.
#[derive(Debug)]
pub enum NoBackup {
    /// PostgreSQL has tools of its own for this.
    PostgresHasItsOwn,
    /// One was begun in the same second.
    Exists(PathBuf),
    Io(io::Error),
    Db(DbErr),
    /// It was written and does not restore.
    Damage(Damage),
}

/// Folder of the files, next to the backups that name them.
pub(super) const FILES: &str = "files";
pub(super) const DATABASE: &str = "kampung.db";
/// Ending of a backup that does not count yet.
const PARTIAL: &str = ".partial";

/// Copies the database and its files into `backups`, restores the copy into a scratch place, and
/// verifies it there. The server may go on meanwhile: the database is read at one moment, and files
/// are in place before a row names them.
///
/// # Errors
/// See [`NoBackup`].
pub async fn backup(address: &Address, files: &Path, backups: &Path, keys: &Keys, now: Instant) -> Result<Backup, NoBackup> {
    let Address::Sqlite(database) = address else { return Err(NoBackup::PostgresHasItsOwn) };
    let name = stamp(now);
    let (folder, partial) = (backups.join(&name), backups.join(name + PARTIAL));
    if folder.exists() {
        return Err(NoBackup::Exists(folder));
    }
    remove(&partial)?;
    std::fs::create_dir_all(&partial)?;
    snapshot::take(database, &partial.join(DATABASE)).await?;
    copy_files(&partial.join(DATABASE), files, &backups.join(FILES)).await?;
    let verified = verify(&partial.join(DATABASE), &backups.join(FILES), keys).await;
    match verified {
        Err(damage) => {
            remove(&partial)?;
            Err(NoBackup::Damage(damage))
        }
        Ok(verified) => {
            std::fs::rename(&partial, &folder)?;
            File::open(backups)?.sync_all()?;
            Ok(Backup { folder, verified })
        }
    }
}

/// The newest backup that counts, for showing its age.
///
/// # Errors
/// When the folder cannot be read.
pub fn latest(backups: &Path) -> io::Result<Option<PathBuf>> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(backups)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name != FILES && !name.ends_with(PARTIAL) && path.join(DATABASE).exists() {
            folders.push(path);
        }
    }
    Ok(folders.into_iter().max())
}

/// Files never change, so what an earlier backup has copied stays.
async fn copy_files(database: &Path, from: &Path, to: &Path) -> Result<(), NoBackup> {
    let conn = snapshot::read(database).await?;
    let names = blobs::names(&conn).await;
    conn.close().await?;
    for (office, name) in names? {
        let place = Path::new(&office.to_string()).join(name);
        if !to.join(&place).exists() {
            copy(&from.join(&place), &to.join(&place))?;
        }
    }
    Ok(())
}

/// Under another name first: a file that is there is whole and on the disk.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let folder = to.parent().unwrap_or(to);
    std::fs::create_dir_all(folder)?;
    let mut beside = to.as_os_str().to_owned();
    beside.push(PARTIAL);
    std::fs::copy(from, &beside)?;
    File::open(&beside)?.sync_all()?;
    std::fs::rename(&beside, to)?;
    File::open(folder)?.sync_all()
}

fn remove(folder: &Path) -> io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// `20261124T020000Z`: sorts by time.
fn stamp(now: Instant) -> String {
    let now = jiff::Timestamp::from_microsecond(now.micros()).unwrap_or_default();
    now.strftime("%Y%m%dT%H%M%SZ").to_string()
}

impl From<io::Error> for NoBackup {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<DbErr> for NoBackup {
    fn from(error: DbErr) -> Self {
        Self::Db(error)
    }
}

impl std::fmt::Display for NoBackup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::PostgresHasItsOwn => f.write_str(
                "PostgreSQL is backed up with its own tools: pg_basebackup with an archived log, and pg_dump; docs/operations says how",
            ),
            Self::Exists(folder) => write!(f, "there is a backup {} already", folder.display()),
            Self::Io(error) => write!(f, "the backup could not be written: {error}"),
            Self::Db(error) => write!(f, "the database could not be copied: {error}"),
            Self::Damage(damage) => write!(f, "the backup was written and does not restore: {damage}"),
        }
    }
}

impl std::error::Error for NoBackup {}
