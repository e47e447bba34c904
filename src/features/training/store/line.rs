//! The order in which people came, which everybody who enrols or leaves has to see: without who they are.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::access::Refusal;
use crate::features::training::entity::{training, turn};
use crate::features::training::{Enrolment, Line, Training};
use crate::server::db::{Scope, WriteScope, id_of, key, unique_is_busy};

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn line(scope: &Scope<'_>, of: &Training) -> Result<Line, Refusal> {
    let there = scope.find::<turn::Entity>().filter(turn::Column::Training.eq(key(of.id))).filter(turn::Column::There.eq(true));
    let there = there.select_only().column(turn::Column::Turn).column(turn::Column::Participant);
    let there: Vec<(i64, uuid::Uuid)> = there.into_tuple().all(scope.conn()).await?;
    Ok(Line::new(of.outline.quota, there.into_iter().map(|(turn, who)| (turn, id_of(who))).collect()))
}

/// Somebody new stands at the end of the line.
///
/// # Errors
/// `Busy` when another took the turn in between: the act runs again.
pub async fn take_turn(scope: &WriteScope<'_>, enrolment: &Enrolment) -> Result<(), Refusal> {
    let next = training::ActiveModel { next_turn: Set(enrolment.turn + 1), ..Default::default() };
    let mine = scope.update::<training::Entity>().set(next).filter(training::Column::Id.eq(key(enrolment.training)));
    let moved = mine.filter(training::Column::NextTurn.eq(enrolment.turn)).exec(scope.conn()).await?;
    if moved.rows_affected != 1 {
        return Err(Refusal::Busy);
    }
    let new = turn::ActiveModel {
        training: Set(key(enrolment.training)),
        turn: Set(enrolment.turn),
        participant: Set(key(enrolment.id)),
        there: Set(true),
        ..Default::default()
    };
    scope.insert::<turn::Entity>(new).await.map_err(unique_is_busy)
}

/// Somebody leaves the line.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn leave_turn(scope: &WriteScope<'_>, enrolment: &Enrolment) -> Result<(), Refusal> {
    let gone = turn::ActiveModel { there: Set(false), ..Default::default() };
    let theirs = scope.update::<turn::Entity>().set(gone).filter(turn::Column::Training.eq(key(enrolment.training)));
    theirs.filter(turn::Column::Turn.eq(enrolment.turn)).exec(scope.conn()).await?;
    Ok(())
}
