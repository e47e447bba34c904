//! Who was told what: that they have a seat, and that a session is tomorrow.

use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect};

use crate::access::Refusal;
use crate::domain::{Instant, ParticipantId, TrainingId};
use crate::features::training::entity::{reminder, turn};
use crate::server::db::{Scope, WriteScope, id_of, key, unique_is_busy};

/// They waited and have a seat from this moment on. Noted once.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn note_moved(scope: &WriteScope<'_>, training: TrainingId, who: &[ParticipantId]) -> Result<(), Refusal> {
    if who.is_empty() {
        return Ok(());
    }
    let now = turn::ActiveModel { moved_at: Set(Some(scope.now().micros())), ..Default::default() };
    let theirs = scope.update::<turn::Entity>().set(now).filter(turn::Column::Training.eq(key(training)));
    let theirs = theirs.filter(turn::Column::Participant.is_in(who.iter().copied().map(key)));
    Ok(theirs.filter(turn::Column::MovedAt.is_null()).exec(scope.conn()).await.map(drop)?)
}

/// Who has a seat after having waited, and since when.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn moved_up(scope: &Scope<'_>, training: TrainingId) -> Result<Vec<(ParticipantId, Instant)>, Refusal> {
    let there = scope.find::<turn::Entity>().filter(turn::Column::Training.eq(key(training))).filter(turn::Column::There.eq(true));
    let there = there.filter(turn::Column::MovedAt.is_not_null()).select_only();
    let there: Vec<(uuid::Uuid, i64)> =
        there.column(turn::Column::Participant).column(turn::Column::MovedAt).into_tuple().all(scope.conn()).await?;
    Ok(there.into_iter().map(|(who, at)| (id_of(who), Instant::from_micros(at))).collect())
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn was_reminded(scope: &Scope<'_>, training: TrainingId, session: u8) -> Result<bool, Refusal> {
    let told = scope.find::<reminder::Entity>().filter(reminder::Column::Training.eq(key(training)));
    Ok(told.filter(reminder::Column::Session.eq(i64::from(session))).count(scope.conn()).await? > 0)
}

/// # Errors
/// `Busy` when another round was faster.
pub async fn note_reminder(scope: &WriteScope<'_>, training: TrainingId, session: u8) -> Result<(), Refusal> {
    let row = reminder::ActiveModel {
        training: Set(key(training)),
        session: Set(session.into()),
        told_at: Set(scope.now().micros()),
        ..Default::default()
    };
    scope.insert::<reminder::Entity>(row).await.map_err(unique_is_busy)
}
