use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use super::TokenHash;
use super::entity::session;
use super::limits::{Limits, TOUCH};
use super::standing::Standing;
use crate::access::Refusal;
use crate::domain::Instant;
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

impl Standing {
    /// Whether it is time to note that the session is used.
    pub fn wants_a_touch(&self, now: Instant) -> bool {
        now.seconds_since(self.last_seen_at) >= TOUCH
    }
}

/// Notes that a session is used, and puts its idle end off. An ended one stays ended.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn touch(db: &Db, standing: &Standing) -> Result<(), Refusal> {
    let idle = Limits::of(standing.actor.role(), standing.level).idle;
    db.write(Touch { hash: standing.hash, idle, regency: db.regency() }).await
}

struct Touch {
    hash: TokenHash,
    idle: i64,
    regency: i64,
}

impl Work for Touch {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let now = scope.now();
        let marks = session::ActiveModel {
            last_seen_at: Set(now.micros()),
            idle_until: Set(now.plus_seconds(self.idle).micros()),
            ..Default::default()
        };
        let update = scope
            .update_wide::<session::Entity>()
            .set(marks)
            .filter(session::Column::TokenHash.eq(self.hash.bytes()))
            .filter(session::Column::RevokedAt.is_null());
        update.exec(scope.conn()).await.map_err(|error| Stop::Failed(error.into())).map(drop)
    }
}
