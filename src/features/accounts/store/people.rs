//! Queries on people. Their table belongs to no office, so nothing narrows it: each function asks for
//! one person.

use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseExecutor, ExprTrait, QueryFilter, QuerySelect, Select};

use super::sealed::{phone_index, seal, unseal};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Lang, PersonName, Phone, Version};
use crate::features::accounts::entity::account;
use crate::features::accounts::model::{Account, NewAccount};
use crate::server::db::{Db, WideScope, WriteScope, key, unique_is};
use crate::server::incident;
use crate::server::session::password::Grade;

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

/// Whether there is anybody at all.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn anybody(db: &Db) -> Result<bool, Refusal> {
    let scope = WideScope::open(db).await?;
    Ok(scope.find::<account::Entity>().limit(1).one(scope.conn()).await?.is_some())
}

/// Under which the phone of a person is found again.
///
/// # Errors
/// `NotFound` for nobody; `Busy` or `Internal` of the database.
pub async fn phone_mark_of(db: &Db, account: AccountId) -> Result<[u8; 16], Refusal> {
    let person = read(db, By::Id(account)).await?.ok_or(Refusal::NotFound)?;
    Ok(phone_index(db, &person.phone))
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

pub(super) fn opened(db: &Db, row: account::Model) -> Result<Account, Refusal> {
    let id = AccountId::from_u128(row.id.as_u128());
    let phone = unseal(db, "account.phone", id.as_u128(), &row.phone)?;
    let phone = std::str::from_utf8(&phone).ok().and_then(|text| Phone::parse(text).ok());
    let enrolled = row.totp.is_some() && row.password.as_deref().is_some_and(|stored| Grade::Staff.made(stored));
    Ok(Account {
        id,
        enrolled,
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

/// Adds a person.
///
/// # Errors
/// `Conflict(PhoneTaken)` when somebody has the phone.
pub async fn add(scope: &WriteScope<'_>, new: &NewAccount) -> Result<(), Refusal> {
    let (db, row) = (scope.db(), new.id.as_u128());
    let (password, totp) = new.enrolled.clone().unzip();
    let account = account::ActiveModel {
        id: Set(key(new.id)),
        name: Set(new.name.clone()),
        phone: Set(seal(db, "account.phone", row, new.phone.expose().as_bytes())),
        phone_index: Set(phone_index(db, &new.phone).to_vec()),
        staff_name: Set(new.staff_name.clone()),
        password: Set(password),
        totp: Set(totp.map(|secret| seal(db, "account.totp", row, &secret))),
        totp_step: Set(None),
        language: Set(new.language.code().to_owned()),
        created_at: Set(scope.now().micros()),
        disabled_at: Set(None),
        version: Set(1),
    };
    scope.insert_wide::<account::Entity>(account).await.map_err(unique_is(Code::PhoneTaken))
}

/// # Errors
/// `Busy` when somebody was faster: the act runs again.
pub async fn set_profile(scope: &WriteScope<'_>, id: AccountId, seen: Version, name: &PersonName, lang: Lang) -> Result<(), Refusal> {
    let (name, language) = (Set(Some(name.as_str().to_owned())), Set(lang.code().to_owned()));
    update(scope, id, seen, account::ActiveModel { name, language, ..Default::default() }).await
}

/// # Errors
/// As [`set_profile`].
pub async fn set_password(scope: &WriteScope<'_>, id: AccountId, seen: Version, hashed: &str) -> Result<(), Refusal> {
    update(scope, id, seen, account::ActiveModel { password: Set(Some(hashed.to_owned())), ..Default::default() }).await
}

/// Password and, if there is a new one, second factor, with the step of the code that was shown.
///
/// # Errors
/// As [`set_profile`].
pub async fn enrol(scope: &WriteScope<'_>, person: &Account, hashed: &str, secret: Option<&[u8]>, step: i64) -> Result<(), Refusal> {
    let mut changed = account::ActiveModel { password: Set(Some(hashed.to_owned())), totp_step: Set(Some(step)), ..Default::default() };
    if let Some(secret) = secret {
        changed.totp = Set(Some(seal(scope.db(), "account.totp", person.id.as_u128(), secret)));
    }
    update(scope, person.id, person.version, changed).await
}

/// Notes the step of a code that was used: that one and all before it are refused from now on, by this
/// very statement.
///
/// # Errors
/// `Busy` when the step was used in between: the act runs again, and then refuses it.
pub async fn take_step(scope: &WriteScope<'_>, id: AccountId, step: i64) -> Result<(), Refusal> {
    let noted = account::ActiveModel { totp_step: Set(Some(step)), ..Default::default() };
    let unused = account::Column::TotpStep.is_null().or(account::Column::TotpStep.lt(step));
    let update = scope.update_wide::<account::Entity>().set(noted).filter(account::Column::Id.eq(key(id))).filter(unused);
    one_row(update.exec(scope.conn()).await?.rows_affected)
}

/// Changes an account that still has the version that was read.
async fn update(scope: &WriteScope<'_>, id: AccountId, seen: Version, mut changed: account::ActiveModel) -> Result<(), Refusal> {
    changed.version = Set(seen.next().0);
    let update = scope.update_wide::<account::Entity>().set(changed).filter(account::Column::Id.eq(key(id)));
    one_row(update.filter(account::Column::Version.eq(seen.0)).exec(scope.conn()).await?.rows_affected)
}

/// One row was meant, and one was hit; else somebody was faster.
pub(super) fn one_row(rows: u64) -> Result<(), Refusal> {
    if rows == 1 { Ok(()) } else { Err(Refusal::Busy) }
}
