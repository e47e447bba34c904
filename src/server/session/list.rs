use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{membership, session};
use super::{Ended, Token, TokenHash};
use crate::access::Refusal;
use crate::domain::{AccountId, Instant};
use crate::server::db::{Db, Scope, WideScope, key};

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveSession {
    /// The one that is looking.
    pub own: bool,
    pub device: String,
    pub began_at: Instant,
    pub last_seen_at: Instant,
}

/// The live sessions of a person, newest first; never more than a screen.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn live_sessions(db: &Db, account: AccountId, own: TokenHash) -> Result<Vec<LiveSession>, Refusal> {
    let now = db.clock().now().micros();
    let scope = WideScope::open(db).await?;
    let live = scope
        .find::<session::Entity>()
        .filter(session::Column::Account.eq(key(account)))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::IdleUntil.gt(now))
        .filter(session::Column::EndsAt.gt(now))
        .order_by_desc(session::Column::CreatedAt)
        .limit(50);
    let rows = live.all(scope.conn()).await?;
    let own = own.bytes();
    Ok(rows
        .into_iter()
        .map(|row| LiveSession {
            own: row.token_hash == own,
            device: row.device,
            began_at: Instant::from_micros(row.created_at),
            last_seen_at: Instant::from_micros(row.last_seen_at),
        })
        .collect())
}

/// How many people have acted for the office of a scope since then, each once.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn staff_seen_since(scope: &Scope<'_>, since: Instant) -> Result<u32, Refusal> {
    let mut here = Query::select();
    here.column(membership::Column::Id).from(membership::Entity).and_where(membership::Column::Unit.eq(scope.office()));
    let seen = scope.find_wide::<session::Entity>().filter(session::Column::LastSeenAt.gte(since.micros()));
    let seen = seen.filter(session::Column::Membership.in_subquery(here)).select_only().column(session::Column::Account).distinct();
    let people: Vec<uuid::Uuid> = seen.into_tuple().all(scope.conn()).await?;
    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
}

/// Why the session of a browser is over, if it was one: said on the page to sign in. Nothing is said of an account that is disabled.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn how_it_ended(db: &Db, token: &Token) -> Result<Option<Ended>, Refusal> {
    let scope = WideScope::open(db).await?;
    let row = scope.find::<session::Entity>().filter(session::Column::TokenHash.eq(token.hash().bytes())).one(scope.conn()).await?;
    let Some(row) = row else { return Ok(None) };
    let now = db.clock().now().micros();
    let Some(ended) = row.ended_by else { return Ok((row.idle_until <= now || row.ends_at <= now).then_some(Ended::Expired)) };
    Ok([Ended::TooMany, Ended::ByOwner, Ended::Changed].into_iter().find(|why| ended == why.code()))
}
