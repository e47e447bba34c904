//! The hourly round that tells of sessions which are tomorrow.

use super::acts::RemindOfSession;
use super::store;
use crate::access::Refusal;
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};

/// Tells of each session that is tomorrow and has somebody to be told, once. Gives how many were told of. What fails at one
/// office keeps no other waiting.
///
/// # Errors
/// `Busy` or `Internal` of the database, before anything was told.
pub async fn remind_of_sessions(db: &Db) -> Result<usize, Refusal> {
    let tomorrow = day_at(db.clock().now(), db.zone()).plus_days(1);
    let running = store::running_on(&PublicScope::open(db).await?, tomorrow).await?;
    let mut due = Vec::new();
    for notice in running {
        let tomorrows = notice.told.sessions.numbered().filter(|(_, session)| session.day == tomorrow);
        due.extend(tomorrows.map(|(session, _)| (notice.office, RemindOfSession { training: notice.id, session })));
    }
    Ok(db.perform_due(due, |()| 1).await)
}
