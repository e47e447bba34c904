//! A session begins: at sign-in, at a change of hats, and when the second factor is shown again. Each
//! time under a new token: one that somebody planted in the browser before is worth nothing after.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{account, session};
use super::limits::{AuthLevel, Limits};
use super::{Client, Ended, Token, TokenHash};
use crate::access::{Refusal, Role};
use crate::domain::{AccountId, Instant, MembershipId};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope, key};

/// Who comes in, and how.
#[derive(Clone, Debug)]
pub struct Entry {
    pub account: AccountId,
    pub hat: Option<(MembershipId, Role)>,
    pub level: AuthLevel,
    /// When the second factor was last shown.
    pub step_up_at: Option<Instant>,
    /// The session that this one takes the place of, and when that one would have ended at the latest:
    /// showing a factor again does not prolong a working day.
    pub replaces: Option<(TokenHash, Instant)>,
}

/// A session that has begun: what the browser is given.
#[derive(Clone, Debug)]
pub struct Begun {
    pub token: Token,
    /// How long the browser keeps it.
    pub seconds: i64,
}

/// Begins a session. The oldest ones over the limit of this kind end.
///
/// # Errors
/// `SignIn` when the account is disabled or gone.
pub async fn begin(db: &Db, entry: Entry, client: &Client) -> Result<Begun, Refusal> {
    let token = Token::draw(db.entropy());
    let work = Begin { entry, hash: token.hash(), device: client.device.clone(), ip_prefix: client.prefix.clone(), regency: db.regency() };
    let seconds = db.write(work).await?;
    Ok(Begun { token, seconds })
}

struct Begin {
    entry: Entry,
    hash: TokenHash,
    device: String,
    ip_prefix: String,
    regency: i64,
}

impl Work for Begin {
    type Out = i64;

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    fn by(&self) -> Option<AccountId> {
        Some(self.entry.account)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<i64, Stop> {
        let oldest = self.one_too_many(scope).await.map_err(Stop::before_writing)?;
        self.write(scope, oldest).await.map_err(Stop::Failed)
    }
}

impl Begin {
    fn limits(&self) -> Limits {
        Limits::of(self.entry.hat.map_or(Role::Resident, |(_, role)| role), self.entry.level)
    }

    /// The sessions that have to go, so that one more fits. The account's row is locked: two who sign
    /// in at once do not both count the same sessions.
    async fn one_too_many(&self, scope: &WriteScope<'_>) -> Result<Vec<Vec<u8>>, Refusal> {
        let person = scope.find_wide::<account::Entity>().filter(account::Column::Id.eq(key(self.entry.account))).lock_exclusive();
        let person = person.one(scope.conn()).await?.ok_or(Refusal::SignIn)?;
        if person.disabled_at.is_some() {
            return Err(Refusal::SignIn);
        }
        let now = scope.now().micros();
        let live = scope
            .find_wide::<session::Entity>()
            .filter(session::Column::Account.eq(key(self.entry.account)))
            .filter(session::Column::AuthLevel.eq(self.entry.level as i64))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::IdleUntil.gt(now))
            .filter(session::Column::EndsAt.gt(now))
            .order_by_desc(session::Column::CreatedAt)
            .select_only()
            .column(session::Column::TokenHash)
            .into_tuple::<Vec<u8>>();
        let mut live = live.all(scope.conn()).await?;
        if let Some((replaced, _)) = self.entry.replaces {
            live.retain(|hash| *hash != replaced.bytes());
        }
        Ok(live.split_off((self.limits().at_once - 1).min(live.len())))
    }

    async fn write(&self, scope: &WriteScope<'_>, oldest: Vec<Vec<u8>>) -> Result<i64, Refusal> {
        if !oldest.is_empty() {
            super::end::revoke(scope, session::Column::TokenHash.is_in(oldest), Ended::TooMany).await?;
        }
        if let Some((replaced, _)) = self.entry.replaces {
            super::end::revoke(scope, session::Column::TokenHash.eq(replaced.bytes()), Ended::Replaced).await?;
        }
        let (now, limits) = (scope.now(), self.limits());
        let ends_at = now.plus_seconds(limits.absolute);
        let ends_at = self.entry.replaces.map_or(ends_at, |(_, until)| ends_at.min(until));
        let row = session::ActiveModel {
            token_hash: Set(self.hash.bytes()),
            account: Set(key(self.entry.account)),
            membership: Set(self.entry.hat.map(|(membership, _)| key(membership))),
            created_at: Set(now.micros()),
            last_seen_at: Set(now.micros()),
            idle_until: Set(now.plus_seconds(limits.idle).micros()),
            ends_at: Set(ends_at.micros()),
            auth_level: Set(self.entry.level as i64),
            step_up_at: Set(self.entry.step_up_at.map(Instant::micros)),
            device: Set(self.device.clone()),
            ip_prefix: Set(self.ip_prefix.clone()),
            revoked_at: Set(None),
            ended_by: Set(None),
        };
        session::Entity::insert(row).exec_without_returning(scope.conn()).await?;
        Ok(ends_at.seconds_since(now))
    }
}
