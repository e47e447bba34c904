//! Moves that come to an office, in the database. Every function begins at a scope; rows stay inside.

use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QuerySelect, Select};

use super::entity::{ActiveModel, Column, Entity, Model};
use super::{Decided, Move, Transfer};
use crate::access::Refusal;
use crate::domain::{AccountId, Instant, LetterId, Version};
use crate::features::applications::{Reason, TransferState};
use crate::server::db::{OfficeScope, Scope, WriteScope, id_of, key, unique_is_busy};
use crate::server::incident;
use crate::server::seal::{Field, Sealer};

/// No list is longer than this.
pub const PAGE: u64 = 50;

/// What stands in the place of a forgotten body: nothing that is sealed is empty.
const FORGOTTEN: Vec<u8> = Vec::new();

/// Which moves a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Not answered yet, the oldest first.
    Waiting,
    /// All there are, the newest first.
    All,
}

/// Where a page of a list begins: when the last one before came, and which it is.
pub type Place = (i64, LetterId);

/// Moves of a list from after `seen`; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn list(scope: &OfficeScope<'_>, which: Listed, seen: Option<Place>) -> Result<Vec<Transfer>, Refusal> {
    let mut page = listed(scope, which).cursor_by((Column::CreatedAt, Column::Id));
    let seen = seen.map(|(at, id)| (at, key(id)));
    let page = match which {
        Listed::Waiting => seen.into_iter().fold(page.first(PAGE), |page, seen| page.after(seen)),
        Listed::All => seen.into_iter().fold(page.last(PAGE), |page, seen| page.before(seen)),
    };
    let found = page.all(scope.conn()).await?;
    let mut moves = found.into_iter().map(|row| transfer_of(scope, row)).collect::<Result<Vec<_>, _>>()?;
    // What is taken from the end comes in its own order.
    if which == Listed::All {
        moves.reverse();
    }
    Ok(moves)
}

/// How many moves a list has.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count(scope: &OfficeScope<'_>, which: Listed) -> Result<u64, Refusal> {
    Ok(listed(scope, which).count(scope.conn()).await?)
}

/// A move within reach.
///
/// # Errors
/// `NotFound` out of reach.
pub async fn transfer(scope: &Scope<'_>, id: LetterId) -> Result<Transfer, Refusal> {
    found(scope, id).await?.ok_or(Refusal::NotFound)
}

/// The same; `None` where there is none.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn found(scope: &Scope<'_>, id: LetterId) -> Result<Option<Transfer>, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    row.map(|row| transfer_of(scope, row)).transpose()
}

/// A move within reach, if it is still as it was seen.
///
/// # Errors
/// `NotFound` out of reach; `Stale` with who was faster.
pub async fn transfer_as_seen(scope: &Scope<'_>, id: LetterId, seen: Version) -> Result<Transfer, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    if row.version != seen.0 {
        return Err(Refusal::Stale { by: row.changed_by.map(id_of), at: Instant::from_micros(row.changed_at) });
    }
    transfer_of(scope, row)
}

/// Moves that ended before a moment without anybody having been taken in, and that are not forgotten yet;
/// at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn ended(scope: &Scope<'_>, before: Instant) -> Result<Vec<LetterId>, Refusal> {
    let without = [TransferState::Declined, TransferState::Cancelled].map(TransferState::code);
    let nobody_answered = Condition::all().add(Column::DecidedAt.is_null()).add(Column::LetterRevokedAt.lte(before.micros()));
    let ended = Condition::any().add(Column::DecidedAt.lte(before.micros())).add(nobody_answered);
    // Nothing ends before it came: that bounds the range of the index.
    let old = scope.find::<Entity>().filter(Column::State.is_in(without)).filter(Column::CreatedAt.lte(before.micros()));
    let old = old.filter(Column::Body.ne(FORGOTTEN)).filter(ended).limit(PAGE);
    let ids: Vec<uuid::Uuid> = old.select_only().column(Column::Id).into_tuple().all(scope.conn()).await?;
    Ok(ids.into_iter().map(id_of).collect())
}

/// # Errors
/// `Stale` when somebody was faster; `Busy` when the same was received in between: it is found then.
pub async fn save(scope: &WriteScope<'_>, transfer: &Transfer) -> Result<(), Refusal> {
    let row = row_of(scope, transfer)?;
    match transfer.version {
        Some(seen) => scope.cas::<Entity>(transfer.id, seen, row).await.map(drop),
        None => insert(scope, transfer, row).await,
    }
}

async fn insert(scope: &WriteScope<'_>, transfer: &Transfer, row: ActiveModel) -> Result<(), Refusal> {
    let content = transfer.content.as_ref().ok_or_else(|| broken("a move that came says nothing"))?;
    let body = serde_json::to_vec(content).map_err(|_| broken("a move is not JSON"))?;
    let new = ActiveModel {
        id: Set(key(transfer.id)),
        version: Set(Version::FIRST.0),
        origin: Set(transfer.origin.number()),
        owner: Set(transfer.owner.map(key)),
        body: Set(scope.sealer(scope.office()).seal(body_of(transfer.id), &body, scope.db().entropy())),
        created_at: Set(transfer.created_at.micros()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..row
    };
    scope.insert::<Entity>(new).await.map_err(unique_is_busy)
}

fn listed(scope: &OfficeScope<'_>, which: Listed) -> Select<Entity> {
    match which {
        Listed::Waiting => scope.find::<Entity>().filter(Column::State.eq(TransferState::Incoming.code())),
        Listed::All => scope.find::<Entity>(),
    }
}

/// What changes of a move; the rest is written once, and taken away when it is forgotten.
fn row_of(scope: &WriteScope<'_>, transfer: &Transfer) -> Result<ActiveModel, Refusal> {
    let reason = transfer.reason.as_ref().map(serde_json::to_vec).transpose().map_err(|_| broken("a reason is not JSON"))?;
    let seal = |reason: Vec<u8>| scope.sealer(scope.office()).seal(reason_of(transfer.id), &reason, scope.db().entropy());
    let (body, owner) = match transfer.content {
        Some(_) => (NotSet, NotSet),
        None => (Set(FORGOTTEN), Set(None)),
    };
    Ok(ActiveModel {
        body,
        owner,
        state: Set(transfer.state.code().to_owned()),
        decided_by: Set(transfer.decided.map(|decided| key(decided.by))),
        decided_at: Set(transfer.decided.map(|decided| decided.at.micros())),
        reason: Set(reason.map(seal)),
        letter_revoked_at: Set(transfer.letter_revoked_at.map(Instant::micros)),
        ..Default::default()
    })
}

fn transfer_of(scope: &Scope<'_>, row: Model) -> Result<Transfer, Refusal> {
    let (id, sealer) = (id_of::<LetterId>(row.id), scope.sealer(row.office_id));
    let content = if row.body == FORGOTTEN { None } else { Some(content_of(&sealer, id, &row.body)?) };
    let reason = row.reason.as_deref().map(|sealed| sealer.open(reason_of(id), sealed)).transpose();
    let reason = reason.map_err(|_| broken("why a move was declined does not open"))?;
    let reason = reason.map(|reason| serde_json::from_slice::<Reason>(&reason)).transpose();
    Ok(Transfer {
        id,
        version: Some(Version(row.version)),
        origin: row.origin.try_into().map_err(|_| broken("a move comes from no office"))?,
        owner: row.owner.map(id_of::<AccountId>),
        state: TransferState::from_code(&row.state).ok_or_else(|| broken("a move is in no state"))?,
        content,
        created_at: Instant::from_micros(row.created_at),
        decided: row.decided_by.zip(row.decided_at).map(|(by, at)| Decided { by: id_of(by), at: Instant::from_micros(at) }),
        reason: reason.map_err(|_| broken("why a move was declined is no reason"))?,
        letter_revoked_at: row.letter_revoked_at.map(Instant::from_micros),
    })
}

fn content_of(sealer: &Sealer, id: LetterId, body: &[u8]) -> Result<Move, Refusal> {
    let body = sealer.open(body_of(id), body).map_err(|_| broken("a move does not open"))?;
    serde_json::from_slice(&body).map_err(|_| broken("a move is none"))
}

fn body_of(id: LetterId) -> Field<'static> {
    Field { kind: "transfer.body", row: id.as_u128() }
}

fn reason_of(id: LetterId) -> Field<'static> {
    Field { kind: "transfer.reason", row: id.as_u128() }
}

/// What is stored contradicts itself: never the sender's mistake.
fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"transfer")
}
