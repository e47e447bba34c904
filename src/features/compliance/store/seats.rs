//! Who reviews an office, and how far it is.

use std::collections::BTreeSet;

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};

use super::results::{add_results, publish_results, write_result};
use super::revisions::note_revisions;
use super::{broken, campaigns};
use crate::access::Refusal;
use crate::domain::{AccountId, CampaignId, Instant, OfficeCode};
use crate::features::compliance::entity::campaign;
use crate::features::compliance::entity::seat::{ActiveModel, Column, Entity, Model};
use crate::features::compliance::{
    Assessment, Campaign, Class, Instrument, Progress, Seat, SecondLooks, claims, doubtful, second_looks, verdicts,
};
use crate::server::db::{Db, PublicScope, Scope, WideScope, WriteScope, id_of, key, unique_is_busy};

/// As [`CampaignState::code`].
const PUBLISHED: &str = "published";

/// An office in a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub campaign: CampaignId,
    pub office: OfficeCode,
    pub reviewer: AccountId,
    pub second: Option<AccountId>,
    pub answered: u32,
    pub waiting: u32,
    pub returned: u32,
    pub accepted: u32,
    pub points: u32,
    /// Hundredths of a per cent.
    pub value: u32,
    pub class: Class,
    pub passed: bool,
    pub waits_since: Option<Instant>,
    pub submitted_at: Option<Instant>,
    pub verdicts: String,
    pub revision: u32,
    /// As [`Self::verdicts`], by the office itself.
    pub claims: String,
    /// Photos with a doubt.
    pub doubts: u32,
    pub looks: SecondLooks,
}

impl Standing {
    /// Whether the office has a class: of one of which something is judged, what was left open counts as 0 and is said.
    /// An office that leaves one item open keeps no older class by it. Everybody and the regency read it by this rule.
    pub const fn is_judged(&self) -> bool {
        self.accepted > 0
    }
}

/// # Errors
/// `NotFound` for an office that is not in the campaign; `Busy` or `Internal` of the database.
pub async fn seat(scope: &Scope<'_>, campaign: CampaignId, office: OfficeCode) -> Result<Standing, Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Office.eq(office.number()));
    of_row(mine.one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The same for a page.
///
/// # Errors
/// As [`seat`].
pub async fn seat_known(db: &Db, campaign: CampaignId, office: OfficeCode) -> Result<Standing, Refusal> {
    let scope = WideScope::open(db).await?;
    let mine = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Office.eq(office.number()));
    of_row(mine.one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// Where an office stands in the newest campaign in which it answers. For a figure alone: the questions of the
/// campaign are not read.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn newest_seat(db: &Db, office: OfficeCode) -> Result<Option<(Campaign, Standing)>, Refusal> {
    let scope = WideScope::open(db).await?;
    let to_campaign: RelationDef = Entity::belongs_to(campaign::Entity).from(Column::Campaign).to(campaign::Column::Id).into();
    let theirs = scope.find::<Entity>().filter(Column::Office.eq(office.number()));
    let theirs = theirs.join(JoinType::InnerJoin, to_campaign).select_two_required(campaign::Entity);
    let newest = theirs.order_by_desc(campaign::Column::Opens).order_by_desc(campaign::Column::Id).limit(1);
    let Some((seat, campaign)) = newest.one(scope.conn()).await? else { return Ok(None) };
    Ok(Some((campaigns::of_row(campaign)?, of_row(seat)?)))
}

/// All offices of a campaign.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn seats(db: &Db, campaign: CampaignId) -> Result<Vec<Standing>, Refusal> {
    let scope = WideScope::open(db).await?;
    let all = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).order_by_asc(Column::Office);
    all.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// The offices that answered in any of these campaigns.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn offices_in(db: &Db, campaigns: &[CampaignId]) -> Result<BTreeSet<OfficeCode>, Refusal> {
    let scope = WideScope::open(db).await?;
    let theirs = scope.find::<Entity>().filter(Column::Campaign.is_in(campaigns.iter().copied().map(key)));
    let offices: Vec<i64> = theirs.select_only().column(Column::Office).distinct().into_tuple().all(scope.conn()).await?;
    offices.into_iter().map(|office| office.try_into().map_err(|_| broken("a seat is of no office"))).collect()
}

/// What a reviewer has in a campaign: their own seats, and those in which they hear an objection; what has
/// waited longest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn seats_of_reviewer(db: &Db, campaign: CampaignId, reviewer: AccountId) -> Result<Vec<Standing>, Refusal> {
    let scope = WideScope::open(db).await?;
    let theirs = Column::Reviewer.eq(key(reviewer)).or(Column::Second.eq(key(reviewer)));
    let rows = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(theirs).all(scope.conn()).await?;
    let mut seats: Vec<Standing> = rows.into_iter().map(of_row).collect::<Result<_, _>>()?;
    seats.sort_by_key(|seat| (seat.waits_since.is_none(), seat.waits_since, seat.office));
    Ok(seats)
}

/// Offices that somebody reviews, or of which they hear the objections, in all campaigns that are not public.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub(super) async fn held_by(scope: &Scope<'_>, reviewer: AccountId) -> Result<Vec<OfficeCode>, Refusal> {
    let to_campaign: RelationDef = Entity::belongs_to(campaign::Entity).from(Column::Campaign).to(campaign::Column::Id).into();
    let theirs = Column::Reviewer.eq(key(reviewer)).or(Column::Second.eq(key(reviewer)));
    let seats = scope.find_wide::<Entity>().filter(theirs).join(JoinType::InnerJoin, to_campaign);
    let open = seats.filter(campaign::Column::State.ne(PUBLISHED)).select_only().column(Column::Office);
    let offices: Vec<i64> = open.into_tuple().all(scope.conn()).await?;
    offices.into_iter().map(|office| office.try_into().map_err(|_| broken("a seat is of no office"))).collect()
}

/// Results that everybody reads.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_seats(db: &Db, campaign: CampaignId) -> Result<Vec<Standing>, Refusal> {
    let scope = PublicScope::open(db).await?;
    let all = scope.find::<Entity>().filter(Column::Campaign.eq(key(campaign))).order_by_asc(Column::Office);
    all.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// What an office has reached in each public campaign, the newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn public_seats_of_office(db: &Db, office: OfficeCode) -> Result<Vec<(Campaign, Standing)>, Refusal> {
    let public = campaigns::public_campaigns(db).await?;
    let scope = PublicScope::open(db).await?;
    let rows = scope.find::<Entity>().filter(Column::Office.eq(office.number())).all(scope.conn()).await?;
    let seats: Vec<Standing> = rows.into_iter().map(of_row).collect::<Result<_, _>>()?;
    let with_seat = |campaign: Campaign| {
        let seat = seats.iter().find(|seat| seat.campaign == campaign.id)?.clone();
        Some((campaign, seat))
    };
    Ok(public.into_iter().filter_map(with_seat).collect())
}

/// Items of all offices of a campaign that wait for a reviewer.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn waiting(scope: &Scope<'_>, campaign: CampaignId) -> Result<u32, Refusal> {
    let all = scope.find_wide::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Waiting.gt(0));
    let waiting: Vec<i64> = all.select_only().column(Column::Waiting).into_tuple().all(scope.conn()).await?;
    Ok(small(waiting.iter().sum()))
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn add_seats(scope: &WriteScope<'_>, campaign: CampaignId, seats: &[Seat], asked: usize) -> Result<(), Refusal> {
    for seat in seats {
        let row = ActiveModel {
            campaign: Set(key(campaign)),
            office: Set(seat.office.number()),
            reviewer: Set(key(seat.reviewer)),
            second: Set(None),
            answered: Set(0),
            waiting: Set(0),
            returned: Set(0),
            accepted: Set(0),
            points: Set(0),
            value: Set(0),
            class: Set(Class::Kurang.code().to_owned()),
            passed: Set(false),
            waits_since: Set(None),
            submitted_at: Set(None),
            verdicts: Set("-".repeat(asked)),
            published: Set(false),
            revision: Set(0),
            changed_at: Set(scope.now().micros()),
            claims: Set("-".repeat(asked)),
            doubts: Set(0),
            looked: Set(0),
            same: Set(0),
        };
        scope.insert_wide::<Entity>(row).await.map_err(unique_is_busy)?;
    }
    add_results(scope, campaign, seats).await
}

/// Writes down how far an office is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn write_standing(
    scope: &WriteScope<'_>,
    assessment: &Assessment,
    instrument: &Instrument,
    revised: bool,
) -> Result<(), Refusal> {
    let (progress, outcome) = (assessment.progress(), assessment.outcome(instrument));
    let Progress { answered, waiting, returned, accepted, .. } = progress;
    let submitted = assessment.was_submitted();
    let SecondLooks { looked, same } = second_looks(assessment);
    let now = scope.now().micros();
    let mine = scope.update_wide::<Entity>().filter(Column::Campaign.eq(key(assessment.campaign)));
    let mine = mine.filter(Column::Office.eq(scope.office()));
    let row = ActiveModel {
        answered: Set(answered.into()),
        waiting: Set(waiting.into()),
        returned: Set(returned.into()),
        accepted: Set(accepted.into()),
        points: Set(outcome.points.into()),
        value: Set(outcome.value.into()),
        class: Set(outcome.class.code().to_owned()),
        passed: Set(outcome.passed),
        verdicts: Set(verdicts(assessment)),
        claims: Set(claims(assessment)),
        doubts: Set(doubtful(assessment).into()),
        looked: Set(looked.into()),
        same: Set(same.into()),
        changed_at: Set(now),
        ..Default::default()
    };
    // What waits keeps the moment since which it waits, and the first submission stays the first.
    let since = if waiting > 0 { Expr::col(Column::WaitsSince).if_null(now) } else { Expr::value(None::<i64>) };
    let first = if submitted { Expr::col(Column::SubmittedAt).if_null(now) } else { Expr::value(None::<i64>) };
    let mine = mine.set(row).col_expr(Column::WaitsSince, since).col_expr(Column::SubmittedAt, first);
    let mine = mine.col_expr(Column::Revision, Expr::col(Column::Revision).add(i64::from(revised)));
    let written = mine.exec(scope.conn()).await?;
    if written.rows_affected != 1 {
        return Err(Refusal::NotFound);
    }
    write_result(scope, assessment).await?;
    if revised { note_revisions(scope, assessment.campaign, Some(scope.office())).await } else { Ok(()) }
}

/// Gives an office to another reviewer; `second`: who hears its objections.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn reassign(scope: &WriteScope<'_>, campaign: CampaignId, seat: Seat, second: Option<AccountId>) -> Result<(), Refusal> {
    let row = ActiveModel { reviewer: Set(key(seat.reviewer)), second: Set(second.map(key)), ..Default::default() };
    change(scope, campaign, seat.office, row).await
}

/// Who hears the objections of an office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn give_second(scope: &WriteScope<'_>, campaign: CampaignId, office: OfficeCode, second: AccountId) -> Result<(), Refusal> {
    change(scope, campaign, office, ActiveModel { second: Set(Some(key(second))), ..Default::default() }).await
}

async fn change(scope: &WriteScope<'_>, campaign: CampaignId, office: OfficeCode, row: ActiveModel) -> Result<(), Refusal> {
    let theirs = scope.update_wide::<Entity>().filter(Column::Campaign.eq(key(campaign))).filter(Column::Office.eq(office.number()));
    let changed = theirs.set(row).exec(scope.conn()).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Refusal::NotFound) }
}

/// Everybody reads the results of a campaign from now on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn publish_seats(scope: &WriteScope<'_>, campaign: CampaignId) -> Result<(), Refusal> {
    let all = scope.update_wide::<Entity>().filter(Column::Campaign.eq(key(campaign)));
    all.set(ActiveModel { published: Set(true), ..Default::default() }).exec(scope.conn()).await?;
    publish_results(scope, campaign).await?;
    note_revisions(scope, campaign, None).await?;
    scope.publish();
    Ok(())
}

fn of_row(row: Model) -> Result<Standing, Refusal> {
    Ok(Standing {
        campaign: id_of(row.campaign),
        office: row.office.try_into().map_err(|_| broken("a seat is of no office"))?,
        reviewer: id_of(row.reviewer),
        second: row.second.map(id_of),
        answered: small(row.answered),
        waiting: small(row.waiting),
        returned: small(row.returned),
        accepted: small(row.accepted),
        points: small(row.points),
        value: small(row.value),
        class: Class::from_code(&row.class).ok_or_else(|| broken("an office is of no class"))?,
        passed: row.passed,
        waits_since: row.waits_since.map(Instant::from_micros),
        submitted_at: row.submitted_at.map(Instant::from_micros),
        verdicts: row.verdicts,
        revision: small(row.revision),
        claims: row.claims,
        doubts: small(row.doubts),
        looks: SecondLooks { looked: small(row.looked), same: small(row.same) },
    })
}

fn small(count: i64) -> u32 {
    u32::try_from(count).unwrap_or_default()
}
