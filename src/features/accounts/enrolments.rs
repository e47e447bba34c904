//! One-time codes, from when they are handed over until the account is open.

use sea_orm::{ColumnTrait, DatabaseExecutor, QueryFilter, Select};
use zeroize::Zeroizing;

use super::entity::enrolment;
use super::model::Account;
use super::store::{self, By};
use crate::access::Refusal;
use crate::domain::{AccountId, EnrolmentId, Instant};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::{Db, WideScope, WriteScope, key};
use crate::server::session::TokenHash;
use crate::server::session::otp::SlipCode;

/// A code that is neither used nor too old, and whose it is.
pub struct Enrolment {
    pub id: EnrolmentId,
    pub person: Account,
    /// The second factor that is being set up; `None` while the old one stays.
    pub secret: Option<Zeroizing<Vec<u8>>>,
    new_factor: bool,
}

impl Enrolment {
    /// Whether a second factor is set up too, and not only a password.
    pub fn wants_a_factor(&self) -> bool {
        self.new_factor || self.person.totp.is_none()
    }

    /// The secret whose code has to be shown.
    pub fn factor(&self) -> Option<&[u8]> {
        self.secret.as_ref().or(self.person.totp.as_ref()).map(|secret| secret.as_slice())
    }
}

/// The enrolment of a typed code.
///
/// # Errors
/// `Invalid` at the field "kode" for every code that is none, or none any more.
pub async fn by_code(scope: &WriteScope<'_>, typed: &str) -> Result<Enrolment, Refusal> {
    let db = scope.db();
    let index = db.keys().blind_index(db.regency()).of("enrolment", &SlipCode::bare(typed));
    let row = live(scope.find_wide(), scope.now()).filter(enrolment::Column::CodeIndex.eq(index.to_vec()));
    let wrong = || Refusal::Invalid(Problems::one("kode", ProblemCode::WrongCode));
    let row = row.one(scope.conn()).await?.ok_or_else(wrong)?;
    let person = store::find(scope, By::Id(account_of(&row))).await?.filter(|person| !person.disabled).ok_or_else(wrong)?;
    with_person(db, row, person)
}

/// The enrolment that a browser has opened, inside an act.
///
/// # Errors
/// `NotFound` when it has opened none, or it is over.
pub async fn opened_by(scope: &WriteScope<'_>, browser: TokenHash) -> Result<Enrolment, Refusal> {
    let row = opened(scope.find_wide(), scope.conn(), scope.now(), browser).await?;
    let person = store::find(scope, By::Id(account_of(&row))).await?.filter(|person| !person.disabled);
    with_person(scope.db(), row, person.ok_or(Refusal::NotFound)?)
}

/// The same for the page.
///
/// # Errors
/// `NotFound` when it has opened none, or it is over.
pub async fn read_opened(db: &Db, browser: TokenHash) -> Result<Enrolment, Refusal> {
    let scope = WideScope::open(db).await?;
    let row = opened(scope.find(), scope.conn(), db.clock().now(), browser).await?;
    let person = store::read(db, By::Id(account_of(&row))).await?.filter(|person| !person.disabled);
    with_person(db, row, person.ok_or(Refusal::NotFound)?)
}

/// The code itself and whose it is, for who issued it, as long as it can be used.
///
/// # Errors
/// `NotFound` for anybody else, and afterwards.
pub async fn to_hand_over(db: &Db, id: EnrolmentId, by: AccountId) -> Result<(String, Account), Refusal> {
    let scope = WideScope::open(db).await?;
    let row =
        live(scope.find(), db.clock().now()).filter(enrolment::Column::Id.eq(key(id))).filter(enrolment::Column::CreatedBy.eq(key(by)));
    let row = row.one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let sealed = row.code.as_ref().ok_or(Refusal::NotFound)?;
    let code = store::unseal(db, "enrolment.code", id.as_u128(), sealed)?;
    let person = store::read(db, By::Id(account_of(&row))).await?.ok_or(Refusal::NotFound)?;
    Ok((String::from_utf8_lossy(&code).into_owned(), person))
}

fn live(rows: Select<enrolment::Entity>, now: Instant) -> Select<enrolment::Entity> {
    rows.filter(enrolment::Column::UsedAt.is_null()).filter(enrolment::Column::ExpiresAt.gt(now.micros()))
}

async fn opened(
    rows: Select<enrolment::Entity>,
    conn: &DatabaseExecutor<'_>,
    now: Instant,
    browser: TokenHash,
) -> Result<enrolment::Model, Refusal> {
    live(rows, now).filter(enrolment::Column::OpenedBy.eq(browser.bytes())).one(conn).await?.ok_or(Refusal::NotFound)
}

fn account_of(row: &enrolment::Model) -> AccountId {
    AccountId::from_u128(row.account.as_u128())
}

fn with_person(db: &Db, row: enrolment::Model, person: Account) -> Result<Enrolment, Refusal> {
    let id = EnrolmentId::from_u128(row.id.as_u128());
    let secret = row.totp.map(|sealed| store::unseal(db, "enrolment.totp", id.as_u128(), &sealed)).transpose()?;
    Ok(Enrolment { id, person, secret, new_factor: row.new_factor })
}
