use super::store;
use crate::access::Refusal;
use crate::domain::Reference;
use crate::features::applications::views::{Found, TrackerView};
use crate::features::offices::OfficeHours;
use crate::server::db::{Db, PublicScope};

/// What anybody may know who holds a reference. A slip is caught by the check character, before
/// anything is looked up.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn track(db: &Db, typed: &str) -> Result<TrackerView, Refusal> {
    let found = match (typed.trim().is_empty(), Reference::parse(typed)) {
        (true, _) => Found::Unasked,
        (false, Err(_)) => Found::Typo,
        (false, Ok(reference)) => look_up(db, reference).await?,
    };
    Ok(TrackerView { typed: typed.trim().to_owned(), found })
}

async fn look_up(db: &Db, reference: Reference) -> Result<Found, Refusal> {
    let hours = OfficeHours::default();
    match store::tracked(&PublicScope::open(db).await?, reference).await {
        Err(Refusal::NotFound) => Ok(Found::Nothing),
        Err(other) => Err(other),
        Ok(case) => Ok(Found::Case {
            reference,
            state: case.state,
            since: hours.wall_time(case.since),
            submitted: hours.wall_time(case.submitted_at),
            promised: hours.wall_time(case.promised_at),
        }),
    }
}
