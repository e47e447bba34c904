use std::collections::HashSet;

use super::{Blobs, names_of};
use crate::access::Refusal;
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

/// An orphan may still be named by an act that is under way; nothing is under way for two days.
const ORPHAN_SECONDS: i64 = 48 * 3_600;

/// Takes the files of an office away that no row names and that are older than two days: how many.
///
/// The old files are listed before the names are read. Who puts the same content again in between makes
/// the file young, and a young one stays.
///
/// # Errors
/// `Busy` or `Internal` of the database or the disk; the rest is taken away the next time.
pub async fn sweep(db: &Db, blobs: &Blobs, office: i64) -> Result<usize, Refusal> {
    let before = db.clock().now().plus_seconds(-ORPHAN_SECONDS);
    let old = blobs.older_than(office, before).await?;
    if old.is_empty() {
        return Ok(0);
    }
    let named = db.write(Names(office)).await?;
    let mut swept = 0;
    for name in old.iter().filter(|name| !named.contains(*name)) {
        swept += usize::from(blobs.delete_if_older(office, name, before).await?);
    }
    Ok(swept)
}

struct Names(i64);

impl Work for Names {
    type Out = HashSet<String>;

    fn reach(&self) -> Reach {
        Reach::Office(self.0)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<HashSet<String>, Stop> {
        names_of(scope).await.map_err(Stop::before_writing)
    }
}
