use super::store;
use crate::access::Refusal;
use crate::server::clock::day_at;
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

/// Makes the search know what visitors see and it does not: what was public before there was a search, or
/// was written by rules of an older program. Gives how many products.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn renew_search(db: &Db) -> Result<usize, Refusal> {
    let mut all = 0;
    loop {
        match db.write(Renew { regency: db.regency() }).await? {
            0 => return Ok(all),
            some => all += some,
        }
    }
}

/// Tells of permits that end in sixty or in fourteen days, once each. Gives how many were told of.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn remind_of_permits(db: &Db) -> Result<usize, Refusal> {
    store::tell_of_endings(db, day_at(db.clock().now(), db.zone())).await
}

struct Renew {
    regency: i64,
}

impl Work for Renew {
    type Out = usize;

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<usize, Stop> {
        store::renew_some(scope).await.map_err(Stop::Failed)
    }
}
