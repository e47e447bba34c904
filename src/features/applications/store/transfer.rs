//! What an office keeps of moves that it has sent to others, or will never send: one row a case.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QueryTrait};

use crate::access::Refusal;
use crate::domain::{ApplicationId, Instant, LetterId, OfficeCode};
use crate::features::applications::entity::transfer::{ActiveModel, Column, Entity, Model};
use crate::features::applications::{Application, Reason, TransferMark, TransferState};
use crate::server::db::{OwnScope, Scope, WriteScope, key, unique_is_busy};
use crate::server::incident;
use crate::server::seal::Field;

/// The mark of a case within reach; `None` when nothing was sent yet.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn transfer_mark(scope: &Scope<'_>, case: ApplicationId) -> Result<Option<TransferMark>, Refusal> {
    let row = scope.find::<Entity>().filter(Column::ApplicationId.eq(key(case))).one(scope.conn()).await?;
    row.map(|row| mark(scope, row)).transpose()
}

/// One's own move that another office has taken in last (this office, where one is named), and its case.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn accepted_move(scope: &OwnScope<'_>, office: Option<OfficeCode>) -> Result<Option<(TransferMark, Application)>, Refusal> {
    let accepted = scope.find::<Entity>().filter(Column::State.eq(TransferState::Accepted.code()));
    let accepted = accepted.apply_if(office, |accepted, office| accepted.filter(Column::Destination.eq(office.number())));
    let Some(row) = accepted.order_by_desc(Column::At).one(scope.conn()).await? else { return Ok(None) };
    let case = super::case(scope, ApplicationId::from_u128(row.application_id.as_u128())).await?;
    Ok(Some((mark(scope, row)?, case)))
}

/// Decides whether anything is sent: of two who do it at once, one finds what the other has decided.
///
/// # Errors
/// `Busy` when somebody was faster: the act runs again, and finds it.
pub async fn insert_mark(scope: &WriteScope<'_>, case: &Application, mark: &TransferMark) -> Result<(), Refusal> {
    let row = ActiveModel {
        application_id: Set(key(case.id)),
        owner: Set(key(case.owner)),
        letter_id: Set(mark.letter.map(key)),
        destination: Set(mark.destination.number()),
        ..settled(scope, case, mark)?
    };
    scope.insert::<Entity>(row).await.map_err(unique_is_busy)
}

/// Writes an answer where there is none yet.
///
/// # Errors
/// `Busy` when another carrier was faster: the act runs again, and finds it.
pub async fn settle_mark(scope: &WriteScope<'_>, case: &Application, mark: &TransferMark) -> Result<(), Refusal> {
    let update = scope.update::<Entity>().set(settled(scope, case, mark)?).filter(Column::ApplicationId.eq(key(case.id)));
    let update = update.filter(Column::State.eq(TransferState::Incoming.code()));
    if update.exec(scope.conn()).await?.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

fn settled(scope: &WriteScope<'_>, case: &Application, mark: &TransferMark) -> Result<ActiveModel, Refusal> {
    let reason = mark.reason.as_ref().map(serde_json::to_vec).transpose().map_err(|_| broken("a reason is not JSON"))?;
    let seal = |reason: Vec<u8>| scope.sealer(scope.office()).seal(reason_of(case.id), &reason, scope.db().entropy());
    Ok(ActiveModel {
        state: Set(mark.state.code().to_owned()),
        reason: Set(reason.map(seal)),
        at: Set(mark.at.micros()),
        ..Default::default()
    })
}

fn mark(scope: &Scope<'_>, row: Model) -> Result<TransferMark, Refusal> {
    let case = ApplicationId::from_u128(row.application_id.as_u128());
    let reason = row.reason.as_deref().map(|sealed| scope.sealer(row.office_id).open(reason_of(case), sealed)).transpose();
    let reason = reason.map_err(|_| broken("the reason of a destination does not open"))?;
    let reason = reason.map(|reason| serde_json::from_slice::<Reason>(&reason)).transpose();
    Ok(TransferMark {
        letter: row.letter_id.map(|letter| LetterId::from_u128(letter.as_u128())),
        destination: row.destination.try_into().map_err(|_| broken("a move goes to no office"))?,
        state: TransferState::from_code(&row.state).ok_or_else(|| broken("a move is in no state"))?,
        reason: reason.map_err(|_| broken("the reason of a destination is none"))?,
        at: Instant::from_micros(row.at),
    })
}

fn reason_of(case: ApplicationId) -> Field<'static> {
    Field { kind: "application_transfer.reason", row: case.as_u128() }
}

/// What is stored contradicts itself: never the sender's mistake.
fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"application_transfer")
}
