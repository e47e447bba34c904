use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, DatabaseExecutor, QueryFilter, QueryOrder, QuerySelect, Select};

use super::broken;
use super::editions::learn;
use crate::access::Refusal;
use crate::domain::{CampaignId, Day, Instant, OfficeCode, Version};
use crate::features::compliance::entity::campaign::{ActiveModel, Column, Entity, Model};
use crate::features::compliance::entity::{instrument_edition, seat};
use crate::features::compliance::{Campaign, CampaignState};
use crate::server::db::{Db, PublicScope, Scope, WideScope, WriteScope, id_of, key, unique_is_busy};

/// A campaign, from inside of an act; it stays as it is until the transaction ends.
///
/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn campaign(scope: &Scope<'_>, id: CampaignId) -> Result<Campaign, Refusal> {
    // Who locks a campaign waits for whoever still answers in it, and the other way round.
    let row = scope.find_wide::<Entity>().filter(Column::Id.eq(key(id))).lock_shared().one(scope.conn()).await?;
    let row = row.ok_or(Refusal::NotFound)?;
    learn(&scope.find_wide::<instrument_edition::Entity>(), scope.conn(), [row.instrument.as_str()]).await?;
    of_row(row)
}

/// The same for a page.
///
/// # Errors
/// As [`campaign`].
pub async fn campaign_known(db: &Db, id: CampaignId) -> Result<Campaign, Refusal> {
    let scope = WideScope::open(db).await?;
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    learned(vec![row], &scope.find(), scope.conn()).await?.pop().ok_or(Refusal::NotFound)
}

/// All campaigns, the newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn campaigns(db: &Db) -> Result<Vec<Campaign>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<Entity>().order_by_desc(Column::Opens).order_by_desc(Column::Id).all(scope.conn()).await?;
    learned(rows, &scope.find(), scope.conn()).await
}

/// The newest campaign in which an office answers, and the one before it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn campaign_of_office(db: &Db, office: OfficeCode) -> Result<Vec<Campaign>, Refusal> {
    let scope = WideScope::open(db).await?;
    learned(of_office(scope.find(), office).all(scope.conn()).await?, &scope.find(), scope.conn()).await
}

/// The campaign in which an office answered before this one, once everybody reads what came of it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn campaign_before(scope: &Scope<'_>, office: OfficeCode, now: CampaignId) -> Result<Option<Campaign>, Refusal> {
    let rows = of_office(scope.find_wide(), office).all(scope.conn()).await?;
    let both = learned(rows, &scope.find_wide(), scope.conn()).await?;
    let is_public = |campaign: &Campaign| matches!(campaign.state, CampaignState::Published { .. });
    Ok(both.into_iter().skip_while(|campaign| campaign.id != now).nth(1).filter(is_public))
}

/// The newest two.
fn of_office(all: Select<Entity>, office: OfficeCode) -> Select<Entity> {
    let mut seats = Query::select();
    seats.column(seat::Column::Campaign).from(seat::Entity).and_where(seat::Column::Office.eq(office.number()));
    all.filter(Column::Id.in_subquery(seats)).order_by_desc(Column::Opens).order_by_desc(Column::Id).limit(2)
}

/// The newest campaign with results that everybody reads.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_campaign(db: &Db) -> Result<Option<Campaign>, Refusal> {
    Ok(public_campaigns(db).await?.into_iter().next())
}

/// All of them, the newest first: two a year.
pub(super) async fn public_campaigns(db: &Db) -> Result<Vec<Campaign>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let all = scope.find::<Entity>().order_by_desc(Column::Opens).order_by_desc(Column::Id).all(scope.conn()).await?;
    learned(all, &scope.find(), scope.conn()).await
}

/// Campaigns whose questions are known from now on: `Instrument::known` finds them without asking anybody.
async fn learned(
    rows: Vec<Model>,
    editions: &Select<instrument_edition::Entity>,
    conn: &DatabaseExecutor<'_>,
) -> Result<Vec<Campaign>, Refusal> {
    learn(editions, conn, rows.iter().map(|row| row.instrument.as_str())).await?;
    rows.into_iter().map(of_row).collect()
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn add_campaign(scope: &WriteScope<'_>, campaign: &Campaign) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(campaign.id)),
        name: Set(campaign.name.clone()),
        instrument: Set(campaign.instrument.clone()),
        opens: Set(campaign.opens.number().into()),
        closes: Set(campaign.closes.number().into()),
        ..changing(scope, campaign, Version::FIRST)
    };
    scope.insert_wide::<Entity>(new).await.map_err(unique_is_busy)
}

/// # Errors
/// `Busy` when somebody was faster: the act runs again on what is there then.
pub async fn save_campaign(scope: &WriteScope<'_>, campaign: &Campaign) -> Result<(), Refusal> {
    let seen = campaign.version.ok_or_else(|| broken("a campaign was never stored"))?;
    let mine = scope.update_wide::<Entity>().filter(Column::Id.eq(key(campaign.id))).filter(Column::Version.eq(seen.0));
    let saved = mine.set(changing(scope, campaign, seen.next())).exec(scope.conn()).await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

fn changing(scope: &WriteScope<'_>, campaign: &Campaign, version: Version) -> ActiveModel {
    let published_at = if let CampaignState::Published { at } = campaign.state { Some(at.micros()) } else { None };
    ActiveModel {
        version: Set(version.0),
        state: Set(campaign.state.code().to_owned()),
        published_at: Set(published_at),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    }
}

pub(super) fn of_row(row: Model) -> Result<Campaign, Refusal> {
    let day = |number: i64| i32::try_from(number).map(Day::from_number).map_err(|_| broken("a day of a campaign is none"));
    let state = match (row.state.as_str(), row.published_at) {
        ("open", None) => CampaignState::Open,
        ("locked", None) => CampaignState::Locked,
        ("published", Some(at)) => CampaignState::Published { at: Instant::from_micros(at) },
        _ => return Err(broken("a campaign is in no state")),
    };
    Ok(Campaign {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        name: row.name,
        instrument: row.instrument,
        opens: day(row.opens)?,
        closes: day(row.closes)?,
        state,
    })
}
