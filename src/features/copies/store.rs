//! Notices of moves, in the database. Every function begins at a scope; rows stay inside.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, Select};

use super::entity::{ActiveModel, Column, Entity, Model};
use super::{CopyNotice, MaskedMove, MovedTo};
use crate::access::Refusal;
use crate::domain::{Day, Instant, LetterId, OfficeCode, Version};
use crate::features::letters::Month;
use crate::server::db::{KecamatanScope, Scope, WriteScope, key, unique_is_busy};
use crate::server::incident;

/// No list is longer than this.
pub const PAGE: u64 = 50;

/// Where a page of a list begins: the day of the last letter before, and which it is.
pub type Place = (Day, LetterId);

/// Notices of letters of a month from after `seen`, the newest first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn of_month(scope: &KecamatanScope<'_>, month: Month, seen: Option<Place>) -> Result<Vec<CopyNotice>, Refusal> {
    let mut page = in_month(scope, month).cursor_by((Column::IssuedOn, Column::Id));
    if let Some((day, id)) = seen {
        page.before((i64::from(day.number()), key(id)));
    }
    let found = page.last(PAGE).all(scope.conn()).await?;
    // What is taken from the end comes in its own order.
    found.into_iter().rev().map(notice_of).collect()
}

/// How many letters of a month there are.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count(scope: &KecamatanScope<'_>, month: Month) -> Result<u64, Refusal> {
    Ok(in_month(scope, month).count(scope.conn()).await?)
}

/// How many lines of a month stand before the one after `seen`: so that a list on several sheets is
/// numbered through.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count_before(scope: &KecamatanScope<'_>, month: Month, (day, id): Place) -> Result<u64, Refusal> {
    let day = i64::from(day.number());
    let same_day = Condition::all().add(Column::IssuedOn.eq(day)).add(Column::Id.gte(key(id)));
    let newer = Condition::any().add(Column::IssuedOn.gt(day)).add(same_day);
    Ok(in_month(scope, month).filter(newer).count(scope.conn()).await?)
}

fn in_month(scope: &KecamatanScope<'_>, month: Month) -> Select<Entity> {
    let (first, next) = (month.first().number(), month.step(1).first().number());
    scope.find::<Entity>().filter(Column::IssuedOn.gte(i64::from(first))).filter(Column::IssuedOn.lt(i64::from(next)))
}

/// A notice within reach; `None` where there is none.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn found(scope: &Scope<'_>, id: LetterId) -> Result<Option<CopyNotice>, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    row.map(notice_of).transpose()
}

/// # Errors
/// `Stale` when somebody was faster; `Busy` when the same came in between: it is found then.
pub async fn save(scope: &WriteScope<'_>, notice: &CopyNotice) -> Result<(), Refusal> {
    let revoked_at = Set(notice.revoked_at.map(Instant::micros));
    match notice.version {
        Some(seen) => scope.cas::<Entity>(notice.id, seen, ActiveModel { revoked_at, ..Default::default() }).await.map(drop),
        None => insert(scope, notice, ActiveModel { revoked_at, ..Default::default() }).await,
    }
}

async fn insert(scope: &WriteScope<'_>, notice: &CopyNotice, row: ActiveModel) -> Result<(), Refusal> {
    let content = &notice.content;
    let (destination, elsewhere) = match &content.to {
        MovedTo::Office(office) => (Some(office.number()), None),
        MovedTo::Elsewhere(place) => (None, Some(place.clone())),
    };
    let new = ActiveModel {
        id: Set(key(notice.id)),
        version: Set(Version::FIRST.0),
        issued_on: Set(content.issued_on.number().into()),
        holder: Set(content.holder.clone()),
        people: Set(content.people.into()),
        class: Set(content.class.into()),
        origin: Set(content.origin.number()),
        destination: Set(destination),
        elsewhere: Set(elsewhere),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..row
    };
    scope.insert::<Entity>(new).await.map_err(unique_is_busy)
}

fn notice_of(row: Model) -> Result<CopyNotice, Refusal> {
    let office = |number: i64| OfficeCode::try_from(number).map_err(|_| broken("a move names no office"));
    let to = match (row.destination, row.elsewhere) {
        (Some(number), None) => MovedTo::Office(office(number)?),
        (None, Some(place)) => MovedTo::Elsewhere(place),
        _ => return Err(broken("a move goes nowhere")),
    };
    let small = |number: i64| u32::try_from(number).map_err(|_| broken("a number is none"));
    Ok(CopyNotice {
        id: LetterId::from_u128(row.id.as_u128()),
        version: Some(Version(row.version)),
        content: MaskedMove {
            holder: row.holder,
            people: small(row.people)?,
            class: u8::try_from(row.class).map_err(|_| broken("a move is of no class"))?,
            origin: office(row.origin)?,
            to,
            issued_on: Day::from_number(i32::try_from(row.issued_on).unwrap_or_default()),
        },
        revoked_at: row.revoked_at.map(Instant::from_micros),
    })
}

/// What is stored contradicts itself: never the sender's mistake.
fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"copy notice")
}
