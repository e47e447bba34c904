//! What a move says of people is forgotten when its time is over, office by office and each in its own
//! scope.

use super::acts::Forget;
use super::{Transfer, store};
use crate::access::Refusal;
use crate::domain::{LetterId, OfficeCode};
use crate::features::offices::gazetteer;
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

/// One round through all offices; how many moves were forgotten. What fails at one of them is tried again
/// in the next round, and keeps no other office waiting.
pub async fn forget_ended(db: &Db) -> usize {
    let mut forgotten = 0;
    for office in gazetteer().all() {
        match forget_at(db, office.code).await {
            Ok(here) => forgotten += here,
            Err(refusal) => tracing::warn!(office.id = office.code.number(), ?refusal, "moves of an office were not forgotten"),
        }
    }
    forgotten
}

async fn forget_at(db: &Db, office: OfficeCode) -> Result<usize, Refusal> {
    let mut forgotten = 0;
    for id in db.write(Ended(office)).await? {
        match db.perform_by_itself(office, Forget { id }).await {
            Ok(()) => forgotten += 1,
            // Another round was faster.
            Err(Refusal::Forbidden) => {}
            // One that cannot be read must not keep all others for ever.
            Err(refusal) => tracing::warn!(office.id = office.number(), ?refusal, "a move was not forgotten"),
        }
    }
    Ok(forgotten)
}

/// Moves of an office whose time is over. It goes through the writer because nobody asks who could open
/// a scope to read.
struct Ended(OfficeCode);

impl Work for Ended {
    type Out = Vec<LetterId>;

    fn reach(&self) -> Reach {
        Reach::Office(self.0.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Vec<LetterId>, Stop> {
        let ended = store::ended(scope, scope.now().plus_seconds(-Transfer::KEPT_SECONDS));
        ended.await.map_err(Stop::before_writing)
    }
}
