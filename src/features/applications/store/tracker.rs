use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::access::Refusal;
use crate::domain::{Instant, Reference};
use crate::features::applications::State;
use crate::features::applications::entity::reference::{Column, Entity};
use crate::server::db::PublicScope;

/// What a reference shows to whoever holds it: no person, no service, no office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tracked {
    pub state: State,
    pub since: Instant,
    pub submitted_at: Instant,
    pub promised_at: Instant,
}

/// # Errors
/// `NotFound` when no case has this reference.
pub async fn tracked(scope: &PublicScope<'_>, reference: Reference) -> Result<Tracked, Refusal> {
    let known = scope.find::<Entity>().filter(Column::Reference.eq(reference.bare())).select_only();
    let known = known.columns([Column::State, Column::Since, Column::SubmittedAt, Column::PromisedAt]);
    let row: Option<(String, i64, i64, i64)> = known.into_tuple().one(scope.conn()).await?;
    let (state, since, submitted_at, promised_at) = row.ok_or(Refusal::NotFound)?;
    Ok(Tracked {
        state: State::from_code(&state).ok_or(Refusal::NotFound)?,
        since: Instant::from_micros(since),
        submitted_at: Instant::from_micros(submitted_at),
        promised_at: Instant::from_micros(promised_at),
    })
}
