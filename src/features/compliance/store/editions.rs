//! Versions of the questions in the database.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseExecutor, QueryFilter, QueryOrder, QuerySelect, Select};

use super::broken;
use crate::access::Refusal;
use crate::domain::{Instant, Version};
use crate::features::compliance::entity::instrument_edition::{ActiveModel, Column, Entity, Model};
use crate::features::compliance::versions::{Edition, EditionState, Known, known, remember};
use crate::features::compliance::{Instrument, Mark};
use crate::server::db::{Db, Scope, WideScope, WriteScope, id_of, key, unique_is_busy};

/// All versions: drafts first, then the newest; the one with which the system comes is the last.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn editions(db: &Db) -> Result<Vec<Edition>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<Entity>().order_by_desc(Column::Code).all(scope.conn()).await?;
    let mut all: Vec<Edition> = rows.into_iter().map(of_row).collect::<Result<_, _>>()?;
    all.push(Edition::seeded());
    all.sort_by_key(|edition| match edition.state {
        EditionState::Draft => std::cmp::Reverse(Instant::from_micros(i64::MAX)),
        EditionState::Published { at } => std::cmp::Reverse(at),
    });
    Ok(all)
}

/// One of them, and what it was made from.
///
/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn edition_known(db: &Db, code: &str) -> Result<Edition, Refusal> {
    if code == Instrument::seeded().code {
        return Ok(Edition::seeded());
    }
    let scope = WideScope::open(db).await?;
    let row = scope.find::<Entity>().filter(Column::Code.eq(code)).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    learn(&scope.find::<Entity>(), scope.conn(), [row.base.as_str()]).await?;
    of_row(row)
}

/// The same from inside of an act. The version with which the system comes is nobody's to change.
///
/// # Errors
/// As [`edition_known`].
pub async fn edition(scope: &Scope<'_>, code: &str) -> Result<Edition, Refusal> {
    let row = scope.find_wide::<Entity>().filter(Column::Code.eq(code)).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    learn(&scope.find_wide::<Entity>(), scope.conn(), [row.base.as_str()]).await?;
    of_row(row)
}

/// The codes that are given.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn edition_codes(scope: &Scope<'_>) -> Result<Vec<String>, Refusal> {
    let codes = scope.find_wide::<Entity>().select_only().column(Column::Code);
    let mut codes: Vec<String> = codes.into_tuple().all(scope.conn()).await?;
    codes.push(Instrument::seeded().code.clone());
    Ok(codes)
}

/// The questions of a published version. The database is asked, and not what is remembered: a campaign begins
/// with it.
///
/// # Errors
/// `NotFound` for a draft, and for what is none; `Busy` or `Internal` of the database.
pub async fn published_instrument(scope: &Scope<'_>, code: &str) -> Result<&'static Instrument, Refusal> {
    if code != Instrument::seeded().code && edition(scope, code).await?.is_draft() {
        return Err(Refusal::NotFound);
    }
    learn(&scope.find_wide::<Entity>(), scope.conn(), [code]).await?;
    Instrument::known(code)
}

/// # Errors
/// `Busy` when the code was given in between: the act runs again, and finds it.
pub async fn add_edition(scope: &WriteScope<'_>, edition: &Edition) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(edition.id)),
        code: Set(edition.instrument.code.clone()),
        base: Set(edition.base.clone()),
        ..changing(scope, edition, Version::FIRST)?
    };
    scope.insert_wide::<Entity>(new).await.map_err(unique_is_busy)
}

/// Only a draft is written: the statement itself says so.
///
/// # Errors
/// `Busy` when somebody was faster: the act runs again on what is there then.
pub async fn save_edition(scope: &WriteScope<'_>, edition: &Edition) -> Result<(), Refusal> {
    let seen = edition.version.ok_or_else(|| broken("a version of the questions was never stored"))?;
    let mine = scope.update_wide::<Entity>().filter(Column::Id.eq(key(edition.id)));
    let mine = mine.filter(Column::Version.eq(seen.0)).filter(Column::State.eq(DRAFT));
    let saved = mine.set(changing(scope, edition, seen.next())?).exec(scope.conn()).await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

const DRAFT: &str = "draft";

fn changing(scope: &WriteScope<'_>, edition: &Edition, version: Version) -> Result<ActiveModel, Refusal> {
    let published_at = if let EditionState::Published { at } = edition.state { Some(at.micros()) } else { None };
    Ok(ActiveModel {
        version: Set(version.0),
        state: Set(if edition.is_draft() { DRAFT } else { "published" }.to_owned()),
        body: Set(serde_json::to_string(&edition.instrument).map_err(|_| broken("questions are not JSON"))?),
        carries: Set(serde_json::to_string(&edition.carries).map_err(|_| broken("a map is not JSON"))?),
        published_at: Set(published_at),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    })
}

/// Remembers published versions and those from which they were made, if they are not remembered yet. Whoever reads
/// a campaign asks for its version here, so that everybody who has one knows its questions.
pub(super) async fn learn<'a>(
    all: &Select<Entity>,
    conn: &DatabaseExecutor<'_>,
    codes: impl IntoIterator<Item = &'a str>,
) -> Result<(), Refusal> {
    let mut wanted: Vec<String> = codes.into_iter().filter(|code| known(code).is_none()).map(str::to_owned).collect();
    while let Some(code) = wanted.pop() {
        let row = all.clone().filter(Column::Code.eq(&code)).filter(Column::State.ne(DRAFT)).one(conn).await?;
        let Some(edition) = row.map(of_row).transpose()? else { continue };
        if known(&edition.base).is_none() {
            wanted.push(edition.base.clone());
        }
        remember(Known { instrument: edition.instrument, base: Some(edition.base), carries: edition.carries });
    }
    Ok(())
}

fn of_row(row: Model) -> Result<Edition, Refusal> {
    let state = match (row.state.as_str(), row.published_at) {
        (DRAFT, None) => EditionState::Draft,
        ("published", Some(at)) => EditionState::Published { at: Instant::from_micros(at) },
        _ => return Err(broken("a version of the questions is in no state")),
    };
    Ok(Edition {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        state,
        base: row.base,
        instrument: serde_json::from_str(&row.body).map_err(|_| broken("questions are none"))?,
        carries: serde_json::from_str(&row.carries).map_err(|_| broken("a map is none"))?,
        changed: row.changed_by.map(|by| Mark { by: id_of(by), at: Instant::from_micros(row.changed_at) }),
    })
}
