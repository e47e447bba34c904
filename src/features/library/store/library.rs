//! The library itself: its rules, and the numbers that its next copy and card get.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use super::broken;
use crate::access::Refusal;
use crate::domain::{Day, OfficeCode, Version, Weekday};
use crate::features::library::Rules;
use crate::features::library::entity::library::{ActiveModel, Column, Entity, Model};
use crate::server::db::{Scope, Trouble, WriteScope, key, trouble, unique_is_busy};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    pub office: OfficeCode,
    pub rules: Rules,
    pub next_copy: i64,
    pub next_card: i64,
}

/// As they are stored.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    copies: u32,
    days: u32,
    renewals: u32,
    aside: u32,
    /// 0 is Monday.
    open_on: Vec<usize>,
    closed: Vec<i32>,
    hours: String,
}

/// The library of the scope's office; as it begins where nothing was ever stored.
///
/// # Errors
/// `NotFound` at no office; `Busy` or `Internal` of the database.
pub async fn library(scope: &Scope<'_>) -> Result<Library, Refusal> {
    of_row(scope.office(), scope.find::<Entity>().one(scope.conn()).await?)
}

/// The same from inside of an act that takes a number: nobody else takes it until the transaction ends.
///
/// # Errors
/// As [`library`].
pub async fn library_held(scope: &WriteScope<'_>) -> Result<Library, Refusal> {
    of_row(scope.office(), scope.find::<Entity>().lock_exclusive().one(scope.conn()).await?)
}

/// What the library allows.
///
/// # Errors
/// As [`library`].
pub async fn rules_of(scope: &Scope<'_>) -> Result<Rules, Refusal> {
    library(scope).await.map(|library| library.rules)
}

/// Writes the library down before its first number is taken.
///
/// # Errors
/// `Busy` when another did at the same time: the act runs again.
pub async fn begin(scope: &WriteScope<'_>, library: &Library) -> Result<(), Refusal> {
    if library.rules.version.is_some() {
        return Ok(());
    }
    scope.insert::<Entity>(new_row(scope, library)?).await.map_err(unique_is_busy)
}

/// # Errors
/// `Stale` when somebody else changed the rules since.
pub async fn save_rules(scope: &WriteScope<'_>, library: &Library) -> Result<(), Refusal> {
    let Some(seen) = library.rules.version else {
        let new = scope.insert::<Entity>(new_row(scope, library)?).await;
        return new.map_err(|error| match trouble(&error) {
            Trouble::Unique => Refusal::Stale { by: None, at: scope.now() },
            _ => error.into(),
        });
    };
    let row = ActiveModel {
        rules: Set(written(&library.rules)?),
        version: Set(seen.next().0),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    };
    let changed = scope.update::<Entity>().set(row).filter(Column::Version.eq(seen.0)).exec(scope.conn()).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Refusal::Stale { by: None, at: scope.now() }) }
}

/// The numbers up to here are taken.
///
/// # Errors
/// `Busy` when another took one in between: the act runs again.
pub async fn number_copies(scope: &WriteScope<'_>, seen: i64, next: i64) -> Result<(), Refusal> {
    let row = ActiveModel { next_copy: Set(next), ..Default::default() };
    advance(scope, Column::NextCopy, seen, row).await
}

/// # Errors
/// As [`number_copies`].
pub async fn number_cards(scope: &WriteScope<'_>, seen: i64, next: i64) -> Result<(), Refusal> {
    let row = ActiveModel { next_card: Set(next), ..Default::default() };
    advance(scope, Column::NextCard, seen, row).await
}

async fn advance(scope: &WriteScope<'_>, column: Column, seen: i64, row: ActiveModel) -> Result<(), Refusal> {
    let moved = scope.update::<Entity>().set(row).filter(column.eq(seen)).exec(scope.conn()).await?;
    if moved.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

fn new_row(scope: &WriteScope<'_>, library: &Library) -> Result<ActiveModel, Refusal> {
    Ok(ActiveModel {
        version: Set(Version::FIRST.0),
        rules: Set(written(&library.rules)?),
        next_copy: Set(library.next_copy),
        next_card: Set(library.next_card),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    })
}

fn written(rules: &Rules) -> Result<String, Refusal> {
    let open_on = rules.open_on.iter().filter_map(|day| Weekday::ALL.iter().position(|one| one == day)).collect();
    let kept = Kept {
        copies: rules.copies,
        days: rules.days,
        renewals: rules.renewals,
        aside: rules.aside,
        open_on,
        closed: rules.closed.iter().map(|day| day.number()).collect(),
        hours: rules.hours.clone(),
    };
    serde_json::to_string(&kept).map_err(|_| broken("rules are not JSON"))
}

fn of_row(office: i64, row: Option<Model>) -> Result<Library, Refusal> {
    let office = OfficeCode::try_from(office).map_err(|_| Refusal::NotFound)?;
    let Some(row) = row else { return Ok(Library { office, rules: Rules::default(), next_copy: 1, next_card: 1 }) };
    let kept: Kept = serde_json::from_str(&row.rules).map_err(|_| broken("rules are none"))?;
    let rules = Rules {
        version: Some(Version(row.version)),
        copies: kept.copies,
        days: kept.days,
        renewals: kept.renewals,
        aside: kept.aside,
        open_on: kept.open_on.into_iter().filter_map(|at| Weekday::ALL.get(at).copied()).collect(),
        closed: kept.closed.into_iter().map(Day::from_number).collect(),
        hours: kept.hours,
    };
    Ok(Library { office, rules, next_copy: row.next_copy, next_card: row.next_card })
}
