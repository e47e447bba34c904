//! What waits for the head's signature, letter by letter.

use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{PAGE, Place, rows};
use crate::access::Refusal;
use crate::domain::ApplicationId;
use crate::features::applications::entity::application::{Column, Entity};
use crate::features::applications::{Application, State};
use crate::server::db::{OfficeScope, key};

/// The letter that comes after `seen`, oldest promise first, among those that are not in `agreed`.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn next_to_read(scope: &OfficeScope<'_>, agreed: &[ApplicationId], seen: Option<Place>) -> Result<Option<Application>, Refusal> {
    let unread = waiting(scope).filter(Column::Id.is_not_in(agreed.iter().copied().map(key)));
    let mut page = unread.cursor_by((Column::PromisedAt, Column::Id));
    if let Some((promised_at, id)) = seen {
        page.after((promised_at, key(id)));
    }
    let next = page.first(1).all(scope.conn()).await?.pop();
    next.map(|row| rows::case(scope, row, Vec::new())).transpose()
}

/// Those of `ids` that still wait, oldest promise first; at most [`PAGE`], without their photos.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn agreed_to(scope: &OfficeScope<'_>, ids: &[ApplicationId]) -> Result<Vec<Application>, Refusal> {
    let agreed = waiting(scope).filter(Column::Id.is_in(ids.iter().copied().map(key)));
    let agreed = agreed.order_by_asc(Column::PromisedAt).order_by_asc(Column::Id).limit(PAGE).all(scope.conn()).await?;
    agreed.into_iter().map(|row| rows::case(scope, row, Vec::new())).collect()
}

/// The place of a letter among all that wait, from 1.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn place_to_sign(scope: &OfficeScope<'_>, (promised_at, id): Place) -> Result<u64, Refusal> {
    let same = Condition::all().add(Column::PromisedAt.eq(promised_at)).add(Column::Id.lte(key(id)));
    let up_to = Condition::any().add(Column::PromisedAt.lt(promised_at)).add(same);
    Ok(waiting(scope).filter(up_to).count(scope.conn()).await?)
}

fn waiting(scope: &OfficeScope<'_>) -> Select<Entity> {
    scope.find::<Entity>().filter(Column::State.eq(State::AwaitingSignature.code()))
}
