//! Queries on people and rights. These tables belong to no office, so nothing narrows them: each
//! function asks for one person, one unit, or one code.

use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, DatabaseExecutor, QueryFilter, QueryOrder, QuerySelect, Select};
use zeroize::Zeroizing;

use super::entity::{account, membership};
use super::model::{Account, Membership};
use crate::access::{Refusal, Role, Unit};
use crate::domain::{AccountId, Instant, MembershipId, Phone, Version};
use crate::server::db::{Db, WideScope, WriteScope, key};
use crate::server::incident;
use crate::server::seal::Field;
use crate::text::Lang;

/// Staff of one unit, and rights of one person, are never more than a screen.
const PAGE: u64 = 50;

/// How a person is looked for.
#[derive(Clone, Copy)]
pub enum By<'a> {
    Id(AccountId),
    Phone(&'a Phone),
    StaffName(&'a str),
}

impl By<'_> {
    fn condition(self, db: &Db) -> SimpleExpr {
        match self {
            Self::Id(id) => account::Column::Id.eq(key(id)),
            Self::Phone(phone) => account::Column::PhoneIndex.eq(phone_index(db, phone).to_vec()),
            Self::StaffName(name) => account::Column::StaffName.eq(name.to_lowercase()),
        }
    }
}

/// The person, if there is one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn read(db: &Db, by: By<'_>) -> Result<Option<Account>, Refusal> {
    let scope = WideScope::open(db).await?;
    one(scope.find().filter(by.condition(db)), scope.conn(), db).await
}

/// The same inside an act.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn find(scope: &WriteScope<'_>, by: By<'_>) -> Result<Option<Account>, Refusal> {
    one(scope.find_wide().filter(by.condition(scope.db())), scope.conn(), scope.db()).await
}

async fn one(rows: Select<account::Entity>, conn: &DatabaseExecutor<'_>, db: &Db) -> Result<Option<Account>, Refusal> {
    let row = rows.one(conn).await?;
    row.map(|row| opened(db, row)).transpose()
}

/// Whether a name to sign in with is taken.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn staff_name_is_free(scope: &WriteScope<'_>, name: &str) -> Result<bool, Refusal> {
    Ok(find(scope, By::StaffName(name)).await?.is_none())
}

/// The rights of a person that are valid now, in the order in which they were granted.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn rights(db: &Db, account: AccountId) -> Result<Vec<Membership>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<membership::Entity>().filter(membership::Column::Account.eq(key(account)));
    valid(rows, scope.conn(), db.clock().now()).await
}

/// The same inside an act.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn rights_of(scope: &WriteScope<'_>, account: AccountId) -> Result<Vec<Membership>, Refusal> {
    let rows = scope.find_wide::<membership::Entity>().filter(membership::Column::Account.eq(key(account)));
    valid(rows, scope.conn(), scope.now()).await
}

/// Who works for a unit now, with their accounts.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn staff(db: &Db, unit: Unit) -> Result<Vec<(Membership, Account)>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<membership::Entity>().filter(membership::Column::Unit.eq(unit.number()));
    let rights = valid(rows, scope.conn(), db.clock().now()).await?;
    let ids: Vec<_> = rights.iter().map(|right| key(right.account)).collect();
    let people = scope.find::<account::Entity>().filter(account::Column::Id.is_in(ids)).all(scope.conn()).await?;
    let people = people.into_iter().map(|row| opened(db, row)).collect::<Result<Vec<_>, _>>()?;
    let with_person = |right: Membership| people.iter().find(|person| person.id == right.account).map(|person| (right, person.clone()));
    Ok(rights.into_iter().filter_map(with_person).collect())
}

/// One right, valid or not.
///
/// # Errors
/// `NotFound`.
pub async fn right(scope: &WriteScope<'_>, id: MembershipId) -> Result<Membership, Refusal> {
    let row = scope.find_wide::<membership::Entity>().filter(membership::Column::Id.eq(key(id))).one(scope.conn()).await?;
    row.and_then(membership_of).ok_or(Refusal::NotFound)
}

/// Whether anybody may sign in under this role.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn anybody(db: &Db) -> Result<bool, Refusal> {
    let scope = WideScope::open(db).await?;
    Ok(scope.find::<account::Entity>().limit(1).one(scope.conn()).await?.is_some())
}

/// Names of people, by account.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn names(db: &Db, accounts: &[AccountId]) -> Result<Vec<(AccountId, String)>, Refusal> {
    let scope = WideScope::open(db).await?;
    let ids: Vec<_> = accounts.iter().map(|account| key(*account)).collect();
    let rows = scope.find::<account::Entity>().filter(account::Column::Id.is_in(ids)).select_only();
    let rows = rows.columns([account::Column::Id, account::Column::Name]).into_tuple::<(uuid::Uuid, Option<String>)>();
    let rows = rows.all(scope.conn()).await?;
    Ok(rows.into_iter().filter_map(|(id, name)| Some((AccountId::from_u128(id.as_u128()), name?))).collect())
}

async fn valid(rows: Select<membership::Entity>, conn: &DatabaseExecutor<'_>, now: Instant) -> Result<Vec<Membership>, Refusal> {
    let open_end = membership::Column::ValidTo.is_null();
    let not_over = sea_orm::ExprTrait::or(open_end, membership::Column::ValidTo.gt(now.micros()));
    let rows = rows.filter(membership::Column::ValidFrom.lte(now.micros())).filter(not_over);
    let rows = rows.order_by_asc(membership::Column::GrantedAt).limit(PAGE).all(conn).await?;
    Ok(rows.into_iter().filter_map(membership_of).collect())
}

fn membership_of(row: membership::Model) -> Option<Membership> {
    Some(Membership {
        id: MembershipId::from_u128(row.id.as_u128()),
        account: AccountId::from_u128(row.account.as_u128()),
        unit: Unit::from_number(row.unit)?,
        role: Role::from_code(&row.role)?,
        valid_from: Instant::from_micros(row.valid_from),
        valid_to: row.valid_to.map(Instant::from_micros),
    })
}

fn opened(db: &Db, row: account::Model) -> Result<Account, Refusal> {
    let id = AccountId::from_u128(row.id.as_u128());
    let phone = unseal(db, "account.phone", id.as_u128(), &row.phone)?;
    let phone = std::str::from_utf8(&phone).ok().and_then(|text| Phone::parse(text).ok());
    Ok(Account {
        id,
        name: row.name,
        phone: phone.ok_or_else(|| incident::report("a kept phone is none", &"account.phone"))?,
        staff_name: row.staff_name,
        password: row.password,
        totp: row.totp.map(|sealed| unseal(db, "account.totp", id.as_u128(), &sealed)).transpose()?,
        totp_step: row.totp_step,
        language: Lang::from_code(&row.language),
        disabled: row.disabled_at.is_some(),
        version: Version(row.version),
    })
}

/// Seals a value of a table of the regency.
pub fn seal(db: &Db, kind: &'static str, row: u128, value: &[u8]) -> Vec<u8> {
    db.keys().office(db.regency()).seal(Field { kind, row }, value, db.entropy())
}

/// Opens it.
///
/// # Errors
/// `Internal` when it does not open.
pub fn unseal(db: &Db, kind: &'static str, row: u128, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Refusal> {
    db.keys().office(db.regency()).open(Field { kind, row }, sealed).map_err(|_| incident::report("a sealed value does not open", &kind))
}

/// Under which a phone is found again.
pub fn phone_index(db: &Db, phone: &Phone) -> [u8; 16] {
    db.keys().blind_index(db.regency()).of("phone", phone.expose())
}
