//! What the operator types. Each gives the sentences to print.

use std::error::Error;
use std::path::Path;

use super::{backup, plan};
use crate::server::audit;
use crate::server::clock::Clock;
use crate::server::config::Store;
use crate::server::db::{Address, snapshot};
use crate::server::engine::{address, files, known_keys, open_db};

type Said = Result<String, Box<dyn Error>>;

/// # Errors
/// Why there is no new backup.
pub async fn backup_command(store: &Store, into: &Path) -> Said {
    let made = backup(&address(store)?, &files(store), into, &known_keys(store)?, Clock::system().now()).await?;
    let whole = made.verified;
    Ok(format!(
        "{}: restored and verified ({} offices, {} files, {} opened)",
        made.folder.display(),
        whole.offices,
        whole.files,
        whole.opened
    ))
}

/// # Errors
/// Why nothing is restored.
pub async fn restore_command(store: &Store, from: &Path, do_it: bool) -> Said {
    let plan = plan(from, &store.data, &files(store), &known_keys(store)?).await?;
    if !do_it {
        return Ok(format!("{plan}\nNothing was changed; --do-it does it."));
    }
    std::fs::create_dir_all(&store.data)?;
    plan.carry_out()?;
    Ok(format!("{plan}\nDone."))
}

/// Beside a running server too: SQLite's file is only read.
///
/// # Errors
/// The first place at which a record does not hold.
pub async fn verify_record_command(store: &Store) -> Said {
    let (offices, lines) = match address(store)? {
        Address::Sqlite(path) => audit::verify_all(&snapshot::read(&path).await?).await?,
        Address::Postgres { .. } => open_db(store).await?.verify_record().await?,
    };
    Ok(format!("{offices} offices, {lines} lines: the records hold"))
}
