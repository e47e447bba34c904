use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef};
use uuid::Uuid;

use super::TokenHash;
use super::entity::{account, membership, session};
use super::limits::{AuthLevel, STEP_UP};
use crate::access::{Actor, Hat, Refusal, Role, Unit};
use crate::domain::{AccountId, Instant, Lang, MembershipId};
use crate::server::db::{Db, WideScope};

/// A live session: who is asking, and what their pages may say about them.
#[derive(Clone, Debug)]
pub struct Standing {
    pub actor: Actor,
    pub account: AccountId,
    pub hash: TokenHash,
    pub level: AuthLevel,
    /// `None` until a new resident has said it.
    pub name: Option<String>,
    pub language: Lang,
    pub ends_at: Instant,
    /// When the second factor was last shown.
    pub step_up_at: Option<Instant>,
    pub(super) last_seen_at: Instant,
}

/// Session, account and membership, joined.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Row {
    account: Uuid,
    membership: Option<Uuid>,
    last_seen_at: i64,
    idle_until: i64,
    ends_at: i64,
    auth_level: i64,
    step_up_at: Option<i64>,
    revoked_at: Option<i64>,
    name: Option<String>,
    language: String,
    disabled_at: Option<i64>,
    member: Option<Uuid>,
    role: Option<String>,
    unit: Option<i64>,
    valid_from: Option<i64>,
    valid_to: Option<i64>,
}

/// The one read of a request that carries a cookie: three tables, each by its key.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn look_up(db: &Db, hash: TokenHash) -> Result<Option<Standing>, Refusal> {
    let now = db.clock().now();
    let row = find(db, hash).await?;
    Ok(row.and_then(|row| row.standing(hash, now)))
}

async fn find(db: &Db, hash: TokenHash) -> Result<Option<Row>, Refusal> {
    use session::Column as S;
    let to_account: RelationDef = session::Entity::belongs_to(account::Entity).from(S::Account).to(account::Column::Id).into();
    let to_hat: RelationDef = session::Entity::belongs_to(membership::Entity).from(S::Membership).to(membership::Column::Id).into();
    let scope = WideScope::open(db).await?;
    let row = scope
        .find::<session::Entity>()
        .filter(S::TokenHash.eq(hash.bytes()))
        .select_only()
        .columns([S::Account, S::Membership, S::LastSeenAt, S::IdleUntil, S::EndsAt, S::AuthLevel, S::StepUpAt, S::RevokedAt])
        .join(JoinType::InnerJoin, to_account)
        .columns([account::Column::Name, account::Column::Language, account::Column::DisabledAt])
        .join(JoinType::LeftJoin, to_hat)
        .column_as(membership::Column::Account, "member")
        .columns([membership::Column::Role, membership::Column::Unit, membership::Column::ValidFrom, membership::Column::ValidTo])
        .into_model::<Row>();
    Ok(row.one(scope.conn()).await?)
}

impl Row {
    /// Whether the session is alive now, and for whom. A disabled account, a hat that was taken away
    /// or has run out, a session that was ended or forgotten: all are nobody.
    fn standing(self, hash: TokenHash, now: Instant) -> Option<Standing> {
        let now_at = now.micros();
        let over = self.revoked_at.is_some() || self.idle_until <= now_at || self.ends_at <= now_at || self.disabled_at.is_some();
        if over {
            return None;
        }
        let account = AccountId::from_u128(self.account.as_u128());
        let hat = Hat { account, membership: self.hat(now_at)? };
        let step_up_at = self.step_up_at.map(Instant::from_micros);
        let stepped_up = step_up_at.is_some_and(|at| now.seconds_since(at) < STEP_UP);
        Some(Standing {
            actor: Actor::new(hat, stepped_up),
            account,
            hash,
            level: AuthLevel::from_stored(self.auth_level),
            language: Lang::from_code(&self.language),
            ends_at: Instant::from_micros(self.ends_at),
            step_up_at,
            last_seen_at: Instant::from_micros(self.last_seen_at),
            name: self.name,
        })
    }

    /// The hat of the session: none for a resident. `None` outside: it has a hat that is not valid.
    fn hat(&self, now: i64) -> Option<Option<(MembershipId, Role, Unit)>> {
        let Some(membership) = self.membership else { return Some(None) };
        let role = Role::from_code(self.role.as_deref()?)?;
        let unit = Unit::from_number(self.unit?)?;
        let valid = self.valid_from? <= now && self.valid_to.is_none_or(|end| now < end);
        let own = self.member == Some(self.account);
        (valid && own && role.is_staff()).then(|| Some((MembershipId::from_u128(membership.as_u128()), role, unit)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::clock::Entropy;
    use crate::server::session::Token;

    const NOW: i64 = 1_000_000_000_000;

    fn row() -> Row {
        Row {
            account: Uuid::from_u128(1),
            membership: Some(Uuid::from_u128(2)),
            last_seen_at: NOW,
            idle_until: NOW + 1,
            ends_at: NOW + 1,
            auth_level: 2,
            step_up_at: Some(NOW - 299_000_000),
            revoked_at: None,
            name: None,
            language: "id".into(),
            disabled_at: None,
            member: Some(Uuid::from_u128(1)),
            role: Some("kades".into()),
            unit: Some(3_510_242_008),
            valid_from: Some(NOW),
            valid_to: Some(NOW + 1),
        }
    }

    fn actor(row: Row) -> Option<Actor> {
        row.standing(Token::draw(&Entropy::system()).hash(), Instant::from_micros(NOW)).map(|standing| standing.actor)
    }

    #[test]
    fn every_way_of_being_over_is_nobody() {
        let over = [
            Row { revoked_at: Some(NOW - 1), ..row() },
            Row { idle_until: NOW, ..row() },
            Row { ends_at: NOW, ..row() },
            Row { disabled_at: Some(NOW), ..row() },
            Row { valid_from: Some(NOW + 1), ..row() },
            Row { valid_to: Some(NOW), ..row() },
            Row { member: Some(Uuid::from_u128(9)), ..row() },
            Row { role: Some("warga".into()), ..row() },
            Row { role: Some("penguasa".into()), ..row() },
            Row { unit: Some(35), ..row() },
            Row { role: None, unit: None, member: None, ..row() },
        ];
        for row in over {
            assert_eq!(actor(row.clone()), None, "{row:?}");
        }
    }

    #[test]
    fn a_second_factor_is_fresh_for_five_minutes() {
        let head = actor(row()).unwrap();
        assert_eq!((head.role(), head.stepped_up()), (Role::Head, true));
        assert!(!actor(Row { step_up_at: Some(NOW - 300_000_000), ..row() }).unwrap().stepped_up());
        assert!(!actor(Row { step_up_at: None, ..row() }).unwrap().stepped_up());
    }

    #[test]
    fn without_a_hat_staff_are_residents() {
        assert_eq!(actor(Row { membership: None, role: None, unit: None, ..row() }).unwrap().role(), Role::Resident);
    }
}
