//! What everybody may know of trainings. Written with every change of one, and with every step of its line.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken, count_of};
use crate::access::Refusal;
use crate::domain::{Day, OfficeCode, TrainingId};
use crate::features::training::entity::notice::{ActiveModel, Column, Entity, Model};
use crate::features::training::notice::Told;
use crate::features::training::{Audience, Line, Notice, NoticeState, Topic, Training};
use crate::server::db::{OfficeScope, PublicScope, WriteScope, id_of, key};

/// Which notices are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted {
    /// None: of all offices.
    pub offices: Vec<OfficeCode>,
    pub topic: Option<Topic>,
    pub audience: Option<Audience>,
    /// Only those that are open and have not ended by this day, the next one first; else those that were held, the
    /// latest first.
    pub from: Option<Day>,
}

/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn notice(scope: &PublicScope<'_>, slug: &str) -> Result<Notice, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Slug.eq(slug)).one(scope.conn()).await?;
    of_row(row.ok_or(Refusal::NotFound)?)
}

/// By their identities.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn notices(scope: &PublicScope<'_>, ids: &[TrainingId]) -> Result<Vec<Notice>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// At most [`PAGE`], from behind one on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn posted(scope: &PublicScope<'_>, wanted: &Posted, after: Option<(Day, TrainingId)>) -> Result<Vec<Notice>, Refusal> {
    let mut all = scope.find::<Entity>();
    if !wanted.offices.is_empty() {
        all = all.filter(Column::Office.is_in(wanted.offices.iter().map(|office| office.number())));
    }
    if let Some(topic) = wanted.topic {
        all = all.filter(Column::Topic.eq(topic.code()));
    }
    if let Some(audience) = wanted.audience {
        all = all.filter(Column::Audiences.contains([" ", audience.code(), " "].concat()));
    }
    let at = after.map(|(day, id)| (i64::from(day.number()), key(id)));
    let all = match wanted.from {
        Some(today) => {
            let coming = all.filter(Column::State.eq("open")).filter(Column::LastDay.gte(i64::from(today.number())));
            let behind = at
                .into_iter()
                .fold(coming, |all, (day, id)| all.filter(Column::FirstDay.gt(day).or(Column::FirstDay.eq(day).and(Column::Id.gt(id)))));
            behind.order_by_asc(Column::FirstDay).order_by_asc(Column::Id)
        }
        None => {
            let held = all.filter(Column::State.eq("finished"));
            let behind = at
                .into_iter()
                .fold(held, |all, (day, id)| all.filter(Column::FirstDay.lt(day).or(Column::FirstDay.eq(day).and(Column::Id.lt(id)))));
            behind.order_by_desc(Column::FirstDay).order_by_desc(Column::Id)
        }
    };
    all.limit(PAGE).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// Those that were not cancelled, whose first day is `first` or whose last one was in `ended`.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn due(scope: &PublicScope<'_>, first: Day, ended: (Day, Day)) -> Result<Vec<(OfficeCode, TrainingId)>, Refusal> {
    let number = |day: Day| i64::from(day.number());
    let begins = Column::FirstDay.eq(number(first)).or(Column::LastDay.between(number(ended.0), number(ended.1)));
    let these = scope.find::<Entity>().filter(Column::State.ne("cancelled")).filter(begins);
    let these = these.select_only().column(Column::Office).column(Column::Id);
    let these: Vec<(i64, uuid::Uuid)> = these.into_tuple().all(scope.conn()).await?;
    let office = |office: i64| office.try_into().map_err(|_| broken("a notice is of no office"));
    these.into_iter().map(|(at, id)| Ok((office(at)?, id_of(id)))).collect()
}

/// Those that are open and have a day between their first session and their last one, each included.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn running_on(scope: &PublicScope<'_>, day: Day) -> Result<Vec<Notice>, Refusal> {
    let number = i64::from(day.number());
    let running = scope.find::<Entity>().filter(Column::State.eq("open")).filter(Column::FirstDay.lte(number));
    running.filter(Column::LastDay.gte(number)).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// Of some trainings of the scope's office: how many sit and wait. A draft has nobody.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn enrolled_here(scope: &OfficeScope<'_>, ids: &[TrainingId]) -> Result<Vec<(TrainingId, u32, u32)>, Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Office.eq(scope.office()));
    let rows = mine.filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(|row| Ok((id_of(row.id), count_of(row.seated)?, count_of(row.waiting)?))).collect()
}

/// Makes what everybody sees equal to the training and its line as they are now. A draft is announced to nobody, and
/// what was never announced is not said to be cancelled.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn announce(scope: &WriteScope<'_>, training: &Training, line: &Line) -> Result<(), Refusal> {
    let Some(state) = NoticeState::of(training) else { return Ok(()) };
    let (code, reason) = (state.code(), state.reason().to_owned());
    let told = Told::of(&training.outline);
    let audiences: Vec<&str> = told.audiences.iter().map(|audience| audience.code()).collect();
    let row = ActiveModel {
        state: Set(code.to_owned()),
        reason: Set(reason),
        topic: Set(told.topic.code().to_owned()),
        audiences: Set([" ", &audiences.join(" "), " "].concat()),
        first_day: Set(told.sessions.first_day().number().into()),
        last_day: Set(told.sessions.last_day().number().into()),
        closes: Set(told.closes.number().into()),
        seated: Set(line.seated().into()),
        waiting: Set(line.waiting().into()),
        told: Set(serde_json::to_string(&told).map_err(|_| broken("a notice is not JSON"))?),
        ..Default::default()
    };
    scope.publish();
    let mine = scope.update_wide::<Entity>().filter(Column::Id.eq(key(training.id))).filter(Column::Office.eq(scope.office()));
    let known = mine.set(row.clone()).exec(scope.conn()).await?.rows_affected == 1;
    if known || state != NoticeState::Open {
        return Ok(());
    }
    let new = ActiveModel {
        id: Set(key(training.id)),
        office: Set(scope.office()),
        slug: Set(training.slug.clone()),
        since: Set(scope.now().micros()),
        ..row
    };
    Ok(scope.insert_wide::<Entity>(new).await?)
}

fn of_row(row: Model) -> Result<Notice, Refusal> {
    let state = match row.state.as_str() {
        "open" => NoticeState::Open,
        "finished" => NoticeState::Finished,
        "cancelled" => NoticeState::Cancelled { reason: row.reason },
        _ => return Err(broken("a notice has no state")),
    };
    Ok(Notice {
        id: id_of(row.id),
        office: row.office.try_into().map_err(|_| broken("a notice is of no office"))?,
        slug: row.slug,
        state,
        told: serde_json::from_str(&row.told).map_err(|_| broken("a notice is none"))?,
        seated: count_of(row.seated)?,
        waiting: count_of(row.waiting)?,
    })
}
