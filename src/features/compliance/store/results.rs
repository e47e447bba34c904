//! What everybody reads of an office.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use super::broken;
use crate::access::Refusal;
use crate::domain::{CampaignId, OfficeCode};
use crate::features::compliance::entity::result::{ActiveModel, Column, Entity};
use crate::features::compliance::{Assessment, Seat, ShownItem, read_shown, shown};
use crate::server::db::{Db, PublicScope, WriteScope, key, unique_is_busy};

/// Accepted items of an office in a public campaign.
///
/// # Errors
/// `NotFound` while it is not public; `Busy` or `Internal` of the database.
pub async fn public_result(db: &Db, campaign: CampaignId, office: OfficeCode) -> Result<Vec<ShownItem>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let theirs = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Office.eq(office.number()));
    let row = theirs.one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    read_shown(&row.content).ok_or_else(|| broken("a result is none"))
}

pub(super) async fn add_results(scope: &WriteScope<'_>, campaign: CampaignId, seats: &[Seat]) -> Result<(), Refusal> {
    for seat in seats {
        let row = ActiveModel {
            campaign: Set(key(campaign)),
            office: Set(seat.office.number()),
            content: Set("[]".to_owned()),
            published: Set(false),
        };
        scope.insert_wide::<Entity>(row).await.map_err(unique_is_busy)?;
    }
    Ok(())
}

pub(super) async fn write_result(scope: &WriteScope<'_>, assessment: &Assessment) -> Result<(), Refusal> {
    let content = serde_json::to_string(&shown(assessment)).map_err(|_| broken("a result is not JSON"))?;
    let mine = scope.update_wide::<Entity>().filter(Column::Campaign.eq(key(assessment.campaign)));
    let mine = mine.filter(Column::Office.eq(scope.office()));
    mine.set(ActiveModel { content: Set(content), ..Default::default() }).exec(scope.conn()).await?;
    Ok(())
}

pub(super) async fn publish_results(scope: &WriteScope<'_>, campaign: CampaignId) -> Result<(), Refusal> {
    let all = scope.update_wide::<Entity>().filter(Column::Campaign.eq(key(campaign)));
    all.set(ActiveModel { published: Set(true), ..Default::default() }).exec(scope.conn()).await?;
    Ok(())
}
