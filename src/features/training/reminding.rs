//! The hourly round that tells of sessions which are tomorrow.

use super::acts::RemindOfSession;
use super::store;
use crate::access::Refusal;
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};

/// Tells of each session that is tomorrow, once. Gives how many were told of. What fails at one office keeps no other
/// waiting.
///
/// # Errors
/// `Busy` or `Internal` of the database, before anything was told.
pub async fn remind_of_sessions(db: &Db) -> Result<usize, Refusal> {
    let tomorrow = day_at(db.clock().now(), db.zone()).plus_days(1);
    let running = store::running_on(&PublicScope::open(db).await?, tomorrow).await?;
    let mut told = 0;
    for notice in running {
        for (session, _) in notice.told.sessions.numbered().filter(|(_, session)| session.day == tomorrow) {
            match db.perform_by_itself(notice.office, RemindOfSession { training: notice.id, session }).await {
                Ok(()) => told += 1,
                // It was told before, or there is nobody to tell.
                Err(Refusal::NotFound) => {}
                Err(refusal) => tracing::warn!(office.id = notice.office.number(), ?refusal, "a session was not told of"),
            }
        }
    }
    Ok(told)
}
