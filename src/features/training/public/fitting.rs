use crate::access::Refusal;
use crate::features::training::store::{self, Posted};
use crate::features::training::{Notice, Topic};
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};

/// The next training in which one can still enrol, on the first of these topics that has any.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn next_on(db: &Db, topics: &[Topic]) -> Result<Option<Notice>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let today = day_at(db.clock().now(), db.zone());
    for topic in topics {
        let wanted = Posted { topic: Some(*topic), from: Some(today), ..Posted::default() };
        let posted = store::posted(&scope, &wanted, None).await?;
        if let Some(open) = posted.into_iter().find(|notice| notice.told.closes >= today) {
            return Ok(Some(open));
        }
    }
    Ok(None)
}
