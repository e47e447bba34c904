use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::session;
use super::{Ended, Token, TokenHash};
use crate::access::Refusal;
use crate::domain::{AccountId, Instant};
use crate::server::db::{Db, WideScope, key};

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
