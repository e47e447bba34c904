//! The hourly round that measures. What it misses because the server stood still is not made up for: a shop without a
//! measure of before has none of after.

use crate::access::Refusal;
use crate::features::catalogue::acts::MeasureEffect;
use crate::features::training::days;
use crate::server::clock::day_at;
use crate::server::db::Db;

/// Days after the last session on which it is measured again.
pub const DAYS_AFTER: i32 = 30;
/// Days more for a server that stood still.
pub const GRACE: i32 = 7;

/// Measures what is due today, each training by an act at its own office. Gives how many shops were measured. What fails
/// at one office keeps no other waiting.
///
/// # Errors
/// `Busy` or `Internal` of the database, before anything was measured.
pub async fn measure_effects(db: &Db) -> Result<usize, Refusal> {
    let today = day_at(db.clock().now(), db.zone());
    let mut measured = 0;
    for (office, training) in days::due(db, today, (today.plus_days(-DAYS_AFTER - GRACE), today.plus_days(-DAYS_AFTER))).await? {
        match db.perform_by_itself(office, MeasureEffect { training }).await {
            Ok(here) => measured += here,
            // Nothing of it is to be measured now.
            Err(Refusal::NotFound) => {}
            Err(refusal) => tracing::warn!(office.id = office.number(), ?refusal, "a training was not measured"),
        }
    }
    Ok(measured)
}
