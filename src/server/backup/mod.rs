//! A backup is a restore that has been verified: what was not restored into a scratch place, opened
//! and checked does not count, and is not left behind looking as if it did.
//!
//! ```text
//! <backups>/files/<office>/<name>     every file that any backup names, encrypted as it was stored
//! <backups>/20261124T020000Z/kampung.db
//! ```
//! The root key is in none of them: whoever finds a backup finds nothing to read. Keep it elsewhere.
//!
//! **PostgreSQL** is backed up by its own tools, not from here: no process that speaks to the world may
//! start another. The operator's way, once an hour and once a month:
//! `pg_basebackup -D <folder> -X stream -c fast` with `archive_mode=on` and an `archive_command` for the
//! log in between; `pg_dump -Fc -f <file>`; to prove it, `pg_restore --create -d postgres <file>` into a
//! scratch cluster, then `smart-kampung verify-record` there.

mod commands;
mod restore;
mod snapshot;
#[cfg(test)]
mod tests;
mod verify;

pub use commands::{backup_command, restore_command, verify_record_command};
pub use restore::{NoRestore, Plan, plan};
pub use snapshot::{Backup, NoBackup, backup, latest};
pub use verify::{Damage, Verified, verify};
