use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::broken;
use crate::access::Refusal;
use crate::domain::{CampaignId, OfficeCode, Version};
use crate::features::compliance::entity::assessment::{ActiveModel, Column, Entity, Model};
use crate::features::compliance::{Assessment, Instrument};
use crate::server::db::{RegencyScope, Scope, WriteScope, id_of, key, unique_is_busy};

/// An office's answers, from inside of an act: nobody else changes them until it ends.
///
/// # Errors
/// `NotFound` where nothing was answered yet; `Busy` or `Internal` of the database.
pub async fn begun(scope: &WriteScope<'_>, campaign: CampaignId) -> Result<Option<Assessment>, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(campaign))).lock_exclusive().one(scope.conn()).await?;
    row.map(of_row).transpose()
}

/// The same for a page of the office; a new one where nothing was answered yet.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn assessment(scope: &Scope<'_>, campaign: CampaignId, instrument: &Instrument) -> Result<Assessment, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(campaign))).one(scope.conn()).await?;
    row.map_or_else(|| Ok(Assessment::new(campaign, instrument)), of_row)
}

/// The same for the regency; `None` where the office has answered nothing.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn assessment_of(scope: &RegencyScope<'_>, campaign: CampaignId, office: OfficeCode) -> Result<Option<Assessment>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::OfficeId.eq(office.number())).filter(Column::Id.eq(key(campaign)));
    theirs.one(scope.conn()).await?.map(of_row).transpose()
}

/// The answers of all offices of a campaign, for whoever counts again what the seats say.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn assessments_in(scope: &RegencyScope<'_>, campaign: CampaignId) -> Result<Vec<(OfficeCode, Assessment)>, Refusal> {
    let all = scope.find::<Entity>().filter(Column::Id.eq(key(campaign))).order_by_asc(Column::OfficeId);
    let of_office = |row: Model| {
        let office = row.office_id.try_into().map_err(|_| broken("answers are of no office"))?;
        Ok((office, of_row(row)?))
    };
    all.all(scope.conn()).await?.into_iter().map(of_office).collect()
}

/// # Errors
/// `Stale` when somebody was faster; `Busy` when it was begun in between: the act runs again.
pub async fn save(scope: &WriteScope<'_>, assessment: &Assessment) -> Result<(), Refusal> {
    let body = serde_json::to_string(&assessment.answers).map_err(|_| broken("answers are not JSON"))?;
    let row = ActiveModel { body: Set(body), ..Default::default() };
    if let Some(seen) = assessment.version {
        return scope.cas::<Entity>(assessment.campaign, seen, row).await.map(drop);
    }
    let new = ActiveModel {
        id: Set(key(assessment.campaign)),
        version: Set(Version::FIRST.0),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..row
    };
    scope.insert::<Entity>(new).await.map_err(unique_is_busy)
}

fn of_row(row: Model) -> Result<Assessment, Refusal> {
    let answers = serde_json::from_str(&row.body).map_err(|_| broken("answers are none"))?;
    Ok(Assessment { campaign: id_of(row.id), version: Some(Version(row.version)), answers })
}
