//! What everybody read of an office on any day. A row is written when a result is published and whenever it is
//! corrected; none is changed.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::broken;
use super::campaigns::public_campaigns;
use super::seats::{public_seats, public_seats_of_office};
use crate::access::Refusal;
use crate::domain::{CampaignId, Day, Instant, OfficeCode};
use crate::features::compliance::entity::result_revision::{ActiveModel, Column, Entity};
use crate::features::compliance::entity::{result, seat};
use crate::features::compliance::store::Standing;
use crate::features::compliance::{Campaign, CampaignState, Class, ShownItem, read_shown};
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope, WriteScope, key, unique_is_busy};

/// Keeps what is public of some offices of a campaign, as it is in this transaction.
pub(super) async fn note_revisions(scope: &WriteScope<'_>, campaign: CampaignId, office: Option<i64>) -> Result<(), Refusal> {
    let mut seats = scope.find_wide::<seat::Entity>().filter(seat::Column::Campaign.eq(key(campaign)));
    let mut results = scope.find_wide::<result::Entity>().filter(result::Column::Campaign.eq(key(campaign)));
    if let Some(office) = office {
        seats = seats.filter(seat::Column::Office.eq(office));
        results = results.filter(result::Column::Office.eq(office));
    }
    let seats = seats.order_by_asc(seat::Column::Office).all(scope.conn()).await?;
    let results = results.order_by_asc(result::Column::Office).all(scope.conn()).await?;
    for (seat, result) in seats.into_iter().zip(results) {
        let row = ActiveModel {
            campaign: Set(seat.campaign),
            office: Set(seat.office),
            revision: Set(seat.revision),
            shown_from: Set(scope.now().micros()),
            points: Set(seat.points),
            value: Set(seat.value),
            class: Set(seat.class),
            passed: Set(seat.passed),
            verdicts: Set(seat.verdicts),
            content: Set(result.content),
        };
        scope.insert_wide::<Entity>(row).await.map_err(unique_is_busy)?;
    }
    Ok(())
}

/// Campaigns whose results were public at the end of a day, the newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_campaigns_on(db: &Db, day: Day) -> Result<Vec<Campaign>, Refusal> {
    let was_public = |campaign: &Campaign| match campaign.state {
        CampaignState::Published { at } => day_at(at, db.zone()) <= day,
        CampaignState::Open | CampaignState::Locked => false,
    };
    Ok(public_campaigns(db).await?.into_iter().filter(was_public).collect())
}

/// Results of a campaign as everybody read them at the end of a day.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_seats_on(db: &Db, campaign: CampaignId, day: Day) -> Result<Vec<Standing>, Refusal> {
    let then = revisions(db, day, Column::Campaign.eq(key(campaign))).await?;
    Ok(public_seats(db, campaign).await?.into_iter().filter_map(|seat| as_it_was(seat, &then)).collect())
}

/// What an office had reached in each campaign that was public at the end of a day, the newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_seats_of_office_on(db: &Db, office: OfficeCode, day: Day) -> Result<Vec<(Campaign, Standing)>, Refusal> {
    let then = revisions(db, day, Column::Office.eq(office.number())).await?;
    let now = public_seats_of_office(db, office).await?;
    Ok(now.into_iter().filter_map(|(campaign, seat)| Some((campaign, as_it_was(seat, &then)?))).collect())
}

/// Accepted items of an office in one revision of its result.
///
/// # Errors
/// `NotFound` for a revision that there was not; `Busy` or `Internal` of the database.
pub async fn public_result_in(db: &Db, campaign: CampaignId, office: OfficeCode, revision: u32) -> Result<Vec<ShownItem>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let theirs = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Office.eq(office.number()));
    let row = theirs.filter(Column::Revision.eq(i64::from(revision))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    read_shown(&row.content).ok_or_else(|| broken("a result is none"))
}

/// A revision without its reasons and photos, which lists of hundreds do not read.
struct Revision {
    campaign: uuid::Uuid,
    office: i64,
    number: i64,
    points: i64,
    value: i64,
    class: String,
    passed: bool,
    verdicts: String,
}

type Columns = (uuid::Uuid, i64, i64, i64, i64, i64, String, bool, String);

/// Those that were public at the end of a day, the older first.
async fn revisions(db: &Db, day: Day, of: impl sea_orm::sea_query::IntoCondition) -> Result<Vec<Revision>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let columns = scope.find::<Entity>().filter(of).order_by_asc(Column::Revision).select_only().columns([
        Column::Campaign,
        Column::Office,
        Column::Revision,
        Column::ShownFrom,
        Column::Points,
        Column::Value,
        Column::Class,
        Column::Passed,
        Column::Verdicts,
    ]);
    let rows: Vec<Columns> = columns.into_tuple().all(scope.conn()).await?;
    let was_public = |shown_from: i64| day_at(Instant::from_micros(shown_from), db.zone()) <= day;
    let revision = |(campaign, office, number, shown_from, points, value, class, passed, verdicts): Columns| {
        was_public(shown_from).then_some(Revision { campaign, office, number, points, value, class, passed, verdicts })
    };
    Ok(rows.into_iter().filter_map(revision).collect())
}

/// A result with what its last revision of these said; `None` where it was not public yet.
fn as_it_was(seat: Standing, then: &[Revision]) -> Option<Standing> {
    let is_its = |revision: &&Revision| revision.campaign == key(seat.campaign) && revision.office == seat.office.number();
    let last = then.iter().rfind(is_its)?;
    let small = |number: i64| u32::try_from(number).unwrap_or_default();
    Some(Standing {
        points: small(last.points),
        value: small(last.value),
        class: Class::from_code(&last.class)?,
        passed: last.passed,
        verdicts: last.verdicts.clone(),
        revision: small(last.number),
        ..seat
    })
}
