use super::store;
use crate::access::Refusal;
use crate::domain::{Day, OfficeCode, TrainingId};
use crate::server::db::{Db, PublicScope};

/// Announced trainings whose first session is on a day, or whose last one was in some days (both included), and which
/// office holds each. One that was cancelled is not among them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn due(db: &Db, first: Day, ended: (Day, Day)) -> Result<Vec<(OfficeCode, TrainingId)>, Refusal> {
    store::due(&PublicScope::open(db).await?, first, ended).await
}
