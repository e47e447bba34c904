//! One-time codes, from when they are handed over until the account is open.

use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseExecutor, QueryFilter, Select};

use super::people::{By, find, one_row, read};
use super::sealed::{seal, unseal};
use crate::access::Refusal;
use crate::domain::{AccountId, EnrolmentId, Instant};
use crate::features::accounts::entity::enrolment;
use crate::features::accounts::model::{Account, Enrolment, NewCode};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::{Db, WideScope, WriteScope, key};
use crate::server::session::TokenHash;
use crate::server::session::otp::SlipCode;

/// The enrolment of a typed code.
///
/// # Errors
/// `Invalid` at the field "kode" for every code that is none, or none any more.
pub async fn enrolment_of(scope: &WriteScope<'_>, typed: &str) -> Result<Enrolment, Refusal> {
    let db = scope.db();
    let index = db.keys().blind_index(db.regency()).of("enrolment", &SlipCode::bare(typed));
    let row = live(scope.find_wide(), scope.now()).filter(enrolment::Column::CodeIndex.eq(index.to_vec()));
    let wrong = || Refusal::Invalid(Problems::one("kode", ProblemCode::WrongCode));
    let row = row.one(scope.conn()).await?.ok_or_else(wrong)?;
    let person = find(scope, By::Id(account_of(&row))).await?.filter(|person| !person.disabled).ok_or_else(wrong)?;
    with_person(db, row, person)
}

/// The enrolment that a browser has opened, inside an act.
///
/// # Errors
/// `NotFound` when it has opened none, or it is over.
pub async fn opened_enrolment(scope: &WriteScope<'_>, browser: TokenHash) -> Result<Enrolment, Refusal> {
    let row = opened(scope.find_wide(), scope.conn(), scope.now(), browser).await?;
    let person = find(scope, By::Id(account_of(&row))).await?.filter(|person| !person.disabled);
    with_person(scope.db(), row, person.ok_or(Refusal::NotFound)?)
}

/// The same for the page.
///
/// # Errors
/// `NotFound` when it has opened none, or it is over.
pub async fn read_enrolment(db: &Db, browser: TokenHash) -> Result<Enrolment, Refusal> {
    let scope = WideScope::open(db).await?;
    let row = opened(scope.find(), scope.conn(), db.clock().now(), browser).await?;
    let person = read(db, By::Id(account_of(&row))).await?.filter(|person| !person.disabled);
    with_person(db, row, person.ok_or(Refusal::NotFound)?)
}

/// The code itself and whose it is, for who issued it, as long as it can be used.
///
/// # Errors
/// `NotFound` for anybody else, and afterwards.
pub async fn code_to_hand_over(db: &Db, id: EnrolmentId, by: AccountId) -> Result<(String, Account), Refusal> {
    let scope = WideScope::open(db).await?;
    let row =
        live(scope.find(), db.clock().now()).filter(enrolment::Column::Id.eq(key(id))).filter(enrolment::Column::CreatedBy.eq(key(by)));
    let row = row.one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let sealed = row.code.as_ref().ok_or(Refusal::NotFound)?;
    let code = unseal(db, "enrolment.code", id.as_u128(), sealed)?;
    let person = read(db, By::Id(account_of(&row))).await?.ok_or(Refusal::NotFound)?;
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
    let secret = row.totp.map(|sealed| unseal(db, "enrolment.totp", id.as_u128(), &sealed)).transpose()?;
    Ok(Enrolment { id, person, secret, new_factor: row.new_factor })
}

/// A code that is handed over is good for three days: to the next visit, not to the next move.
const LIVES: i64 = 3 * 24 * 3600;

/// Adds a code. Those given out before are worth nothing from now on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn add_code(scope: &WriteScope<'_>, new: &NewCode) -> Result<(), Refusal> {
    let (db, now) = (scope.db(), scope.now());
    let void = enrolment::ActiveModel { used_at: Set(Some(now.micros())), code: Set(None), ..Default::default() };
    let others = scope.update_wide::<enrolment::Entity>().set(void).filter(enrolment::Column::Account.eq(key(new.account)));
    others.filter(enrolment::Column::UsedAt.is_null()).exec(scope.conn()).await?;
    let row = enrolment::ActiveModel {
        id: Set(key(new.id)),
        account: Set(key(new.account)),
        code_index: Set(db.keys().blind_index(db.regency()).of("enrolment", &new.code).to_vec()),
        code: Set(Some(seal(db, "enrolment.code", new.id.as_u128(), new.code.as_bytes()))),
        new_factor: Set(new.new_factor),
        created_by: Set(scope.by().map(key)),
        created_at: Set(now.micros()),
        expires_at: Set(now.plus_seconds(LIVES).micros()),
        opened_by: Set(None),
        totp: Set(None),
        used_at: Set(None),
    };
    Ok(scope.insert_wide::<enrolment::Entity>(row).await?)
}

/// Binds a code to the browser that typed it, with the secret that is being set up.
///
/// # Errors
/// `Busy` when it was used in between.
pub async fn open_code(scope: &WriteScope<'_>, id: EnrolmentId, browser: TokenHash, secret: Option<&[u8]>) -> Result<(), Refusal> {
    let sealed = secret.map(|secret| seal(scope.db(), "enrolment.totp", id.as_u128(), secret));
    let opened = enrolment::ActiveModel { opened_by: Set(Some(browser.bytes())), totp: Set(sealed), ..Default::default() };
    let update = scope.update_wide::<enrolment::Entity>().set(opened).filter(enrolment::Column::Id.eq(key(id)));
    one_row(update.filter(enrolment::Column::UsedAt.is_null()).exec(scope.conn()).await?.rows_affected)
}

/// Uses a code up. Neither it nor the secret stays in the row.
///
/// # Errors
/// `Busy` when it was used in between.
pub async fn use_code(scope: &WriteScope<'_>, id: EnrolmentId) -> Result<(), Refusal> {
    let now = Some(scope.now().micros());
    let used = enrolment::ActiveModel { used_at: Set(now), code: Set(None), totp: Set(None), ..Default::default() };
    let update = scope.update_wide::<enrolment::Entity>().set(used).filter(enrolment::Column::Id.eq(key(id)));
    one_row(update.filter(enrolment::Column::UsedAt.is_null()).exec(scope.conn()).await?.rows_affected)
}
