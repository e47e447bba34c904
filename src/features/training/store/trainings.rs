use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken};
use crate::access::Refusal;
use crate::domain::{TrainingId, Version};
use crate::features::training::entity::training::{ActiveModel, Column, Entity, Model};
use crate::features::training::{State, Training};
use crate::server::db::{OfficeScope, Scope, WriteScope, id_of, key};

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn training(scope: &Scope<'_>, id: TrainingId) -> Result<Training, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The same from inside of an act of somebody who takes part: nobody ends it until the transaction ends.
///
/// # Errors
/// As [`training`].
pub async fn training_shared(scope: &WriteScope<'_>, id: TrainingId) -> Result<Training, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).lock_shared().one(scope.conn()).await?;
    of_row(row.ok_or(Refusal::NotFound)?)
}

/// The same from inside of an act that moves its line: nobody else enrols or leaves until the transaction ends.
///
/// # Errors
/// As [`training`].
pub async fn training_held(scope: &WriteScope<'_>, id: TrainingId) -> Result<Training, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).lock_exclusive().one(scope.conn()).await?;
    of_row(row.ok_or(Refusal::NotFound)?)
}

/// Trainings of the office, whose first day is the latest first, from after one on; and whether there are more.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn trainings(scope: &OfficeScope<'_>, after: Option<&Training>) -> Result<(Vec<Training>, bool), Refusal> {
    let mut all = scope.find::<Entity>().order_by_desc(Column::FirstDay).order_by_desc(Column::Id).limit(PAGE + 1);
    if let Some(last) = after {
        let day = i64::from(last.outline.sessions.first_day().number());
        let same_day = Column::FirstDay.eq(day).and(Column::Id.lt(key(last.id)));
        all = all.filter(Column::FirstDay.lt(day).or(same_day));
    }
    let mut rows = all.all(scope.conn()).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    Ok((rows.into_iter().map(of_row).collect::<Result<_, _>>()?, more))
}

/// # Errors
/// `Internal` of the database.
pub async fn add_training(scope: &WriteScope<'_>, training: &Training) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(training.id)),
        version: Set(Version::FIRST.0),
        slug: Set(training.slug.clone()),
        next_turn: Set(training.next_turn),
        created_at: Set(scope.now().micros()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..changing(training)?
    };
    Ok(scope.insert::<Entity>(new).await?)
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_training(scope: &WriteScope<'_>, training: &Training) -> Result<(), Refusal> {
    let seen = training.version.ok_or_else(|| broken("a training was never stored"))?;
    scope.cas::<Entity>(training.id, seen, changing(training)?).await.map(drop)
}

fn changing(training: &Training) -> Result<ActiveModel, Refusal> {
    let reason = match &training.state {
        State::Cancelled { reason } => reason.clone(),
        State::Draft | State::Open | State::Finished => String::new(),
    };
    Ok(ActiveModel {
        state: Set(training.state.code().to_owned()),
        reason: Set(reason),
        outline: Set(serde_json::to_string(&training.outline).map_err(|_| broken("a training is not JSON"))?),
        first_day: Set(training.outline.sessions.first_day().number().into()),
        ..Default::default()
    })
}

fn of_row(row: Model) -> Result<Training, Refusal> {
    let state = match row.state.as_str() {
        "draft" => State::Draft,
        "open" => State::Open,
        "finished" => State::Finished,
        "cancelled" => State::Cancelled { reason: row.reason },
        _ => return Err(broken("a training has no state")),
    };
    Ok(Training {
        id: id_of(row.id),
        office: row.office_id.try_into().map_err(|_| broken("a training is of no office"))?,
        version: Some(Version(row.version)),
        slug: row.slug,
        outline: serde_json::from_str(&row.outline).map_err(|_| broken("a training is none"))?,
        state,
        next_turn: row.next_turn,
    })
}
