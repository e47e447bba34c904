//! What offices undertake, and what the public reads of it.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder};

use super::broken;
use crate::access::Refusal;
use crate::domain::{CampaignId, Day, OfficeCode, Version};
use crate::features::compliance::Plan;
use crate::features::compliance::entity::plans::next_step::{self, Entity as NextStep};
use crate::features::compliance::entity::plans::plan::{ActiveModel, Column, Entity, Model};
use crate::server::db::{Db, PublicScope, RegencyScope, Scope, WriteScope, id_of, key, unique_is_busy};

/// What the office undertook about an item in a campaign.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn plan(scope: &Scope<'_>, campaign: CampaignId, item: &str) -> Result<Option<Plan>, Refusal> {
    let mine = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Item.eq(item));
    mine.one(scope.conn()).await?.map(of_row).transpose()
}

/// The office's plans of a campaign, and those of earlier ones that are open; what is due first stands first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn plans(scope: &Scope<'_>, campaign: CampaignId) -> Result<Vec<Plan>, Refusal> {
    let mine = Condition::any().add(Column::Campaign.eq(key(campaign))).add(Column::DoneOn.is_null());
    let rows = scope.find::<Entity>().filter(mine).order_by_asc(Column::Until).order_by_asc(Column::Id).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// The same of one item, for the regency.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn plans_of(scope: &RegencyScope<'_>, office: OfficeCode, item: &str) -> Result<Vec<Plan>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::OfficeId.eq(office.number())).filter(Column::Item.eq(item));
    theirs.order_by_asc(Column::Until).order_by_asc(Column::Id).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// # Errors
/// `Stale` when somebody was faster; `Busy` when the first one was written in between.
pub async fn save_plan(scope: &WriteScope<'_>, plan: &Plan) -> Result<(), Refusal> {
    let body = serde_json::to_string(&plan.content).map_err(|_| broken("a plan is not JSON"))?;
    let row = ActiveModel {
        campaign: Set(key(plan.campaign)),
        item: Set(plan.item.clone()),
        body: Set(body),
        until: Set(plan.content.until.number().into()),
        done_on: Set(plan.done.map(|day| day.number().into())),
        ..Default::default()
    };
    match plan.version {
        Some(seen) => scope.cas::<Entity>(plan.id, seen, row).await.map(drop)?,
        None => {
            let new = ActiveModel {
                id: Set(key(plan.id)),
                version: Set(Version::FIRST.0),
                changed_by: Set(scope.by().map(key)),
                changed_at: Set(scope.now().micros()),
                ..row
            };
            scope.insert::<Entity>(new).await.map_err(unique_is_busy)?;
        }
    }
    show(scope, plan).await
}

async fn show(scope: &WriteScope<'_>, plan: &Plan) -> Result<(), Refusal> {
    let mine = scope.retire_wide::<NextStep>().filter(next_step::Column::Campaign.eq(key(plan.campaign)));
    let mine = mine.filter(next_step::Column::Office.eq(scope.office())).filter(next_step::Column::Item.eq(plan.item.as_str()));
    mine.exec(scope.conn()).await?;
    if !plan.is_open() {
        return Ok(());
    }
    let row = next_step::ActiveModel {
        campaign: Set(key(plan.campaign)),
        office: Set(scope.office()),
        item: Set(plan.item.clone()),
        what: Set(plan.content.what.clone()),
        until: Set(plan.content.until.number().into()),
    };
    Ok(scope.insert_wide::<NextStep>(row).await?)
}

/// What an office will do next about the items of a public campaign, each by its code and until when.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn next_steps(db: &Db, campaign: CampaignId, office: OfficeCode) -> Result<Vec<(String, String, Day)>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let theirs = scope.find::<NextStep>().filter(next_step::Column::Campaign.eq(key(campaign)));
    let rows = theirs.filter(next_step::Column::Office.eq(office.number())).all(scope.conn()).await?;
    rows.into_iter().map(|row| Ok((row.item, row.what, day(row.until)?))).collect()
}

fn day(number: i64) -> Result<Day, Refusal> {
    i32::try_from(number).map(Day::from_number).map_err(|_| broken("a day of a plan is none"))
}

fn of_row(row: Model) -> Result<Plan, Refusal> {
    Ok(Plan {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        campaign: id_of(row.campaign),
        item: row.item,
        content: serde_json::from_str(&row.body).map_err(|_| broken("a plan is none"))?,
        done: row.done_on.map(day).transpose()?,
    })
}
