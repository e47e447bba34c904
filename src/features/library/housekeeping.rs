use super::store;
use crate::access::Refusal;
use crate::features::offices::gazetteer;
use crate::server::clock::day_at;
use crate::server::db::Db;

/// Tells readers with an account of what they have to bring back: the day before, and once when it is late. Gives how
/// many loans were told of. Each library by itself: one that does not answer keeps no other from it.
///
/// # Errors
/// `Busy` or `Internal` of the database, after all were tried.
pub async fn remind_readers(db: &Db) -> Result<usize, Refusal> {
    let today = day_at(db.clock().now(), db.zone());
    let (mut told, mut failed) = (0, None);
    for office in gazetteer().all() {
        match store::tell_of_loans(db, office.code, today).await {
            Ok(some) => told += some,
            Err(refusal) => failed = Some(refusal),
        }
    }
    failed.map_or(Ok(told), Err)
}
