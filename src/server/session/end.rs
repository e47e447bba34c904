//! A session ends, and stays ended: every later write names only rows that are not revoked, and writes
//! only its own columns, so a slow request cannot bring one back to life.

use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, sea_query::SimpleExpr};

use super::TokenHash;
use super::entity::session;
use crate::access::Refusal;
use crate::domain::AccountId;
use crate::server::db::{Db, Reach, Stop, Work, WriteScope, key};

/// Why a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    SignedOut,
    /// By its successor: another hat, or the second factor shown again.
    Replaced,
    /// The oldest, when one more began than a person may have.
    TooMany,
    /// From another session of the same person.
    ByOwner,
    /// Password, factor or rights changed.
    Changed,
    /// By itself: not used for too long, or too old. Read from its times, never written.
    Expired,
}

impl Ended {
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::Replaced => "replaced",
            Self::TooMany => "too_many",
            Self::ByOwner => "by_owner",
            Self::Changed => "changed",
            Self::Expired => "expired",
        }
    }
}

/// Ends one session.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn end(db: &Db, hash: TokenHash, why: Ended) -> Result<(), Refusal> {
    db.write(End { which: Which::One(hash), why, regency: db.regency() }).await
}

/// Ends the sessions of a person, all or all but one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn end_all(db: &Db, account: AccountId, except: Option<TokenHash>, why: Ended) -> Result<(), Refusal> {
    db.write(End { which: Which::Of(account, except), why, regency: db.regency() }).await
}

enum Which {
    One(TokenHash),
    Of(AccountId, Option<TokenHash>),
}

struct End {
    which: Which,
    why: Ended,
    regency: i64,
}

impl Work for End {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let those = match &self.which {
            Which::One(hash) => session::Column::TokenHash.eq(hash.bytes()),
            Which::Of(account, except) => {
                let own = session::Column::Account.eq(key(*account));
                match except {
                    Some(hash) => sea_orm::sea_query::ExprTrait::and(own, session::Column::TokenHash.ne(hash.bytes())),
                    None => own,
                }
            }
        };
        revoke(scope, those, self.why).await.map_err(Stop::Failed)
    }
}

/// One statement, no reading before it.
pub(super) async fn revoke(scope: &WriteScope<'_>, those: SimpleExpr, why: Ended) -> Result<(), Refusal> {
    let marks = session::ActiveModel {
        revoked_at: Set(Some(scope.now().micros())),
        ended_by: Set(Some(why.code().to_owned())),
        ..Default::default()
    };
    let update = scope.update_wide::<session::Entity>().set(marks).filter(those).filter(session::Column::RevokedAt.is_null());
    update.exec(scope.conn()).await?;
    Ok(())
}
