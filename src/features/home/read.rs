use crate::access::Refusal;
use crate::features::accounts::{self, OfficesView};
use crate::features::applications::{self, Desk, TodayView};
use crate::features::compliance::{counts_of_office, counts_of_regency};
use crate::features::library;
use crate::server::clock::day_at;
use crate::server::db::Db;
use crate::server::session::Standing;

/// `/kantor`
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn today(desk: &Desk<'_>) -> Result<TodayView, Refusal> {
    let mut view = applications::today(desk).await?;
    let (counts, returned) = counts_of_office(desk.db, desk.office.code, desk.now.day).await?;
    view.counts.extend(counts);
    view.counts.extend(library::counts_of_office(desk.db, desk.actor).await?);
    view.frame.counts.review = returned;
    Ok(view)
}

/// `/bpm/kantor`
///
/// # Errors
/// `Forbidden` for who is not the administrator; `Busy` or `Internal` of the database.
pub async fn offices(db: &Db, standing: &Standing) -> Result<OfficesView, Refusal> {
    let mut view = accounts::offices(db, standing).await?;
    view.counts = counts_of_regency(db, day_at(db.clock().now(), db.zone())).await?;
    Ok(view)
}
