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
    let due = days::due(db, today, (today.plus_days(-DAYS_AFTER - GRACE), today.plus_days(-DAYS_AFTER))).await?;
    let acts = due.into_iter().map(|(office, training)| (office, MeasureEffect { training }));
    Ok(db.perform_due(acts, |shops| shops).await)
}
