//! What other features may know about people: names, and at which offices a resident has something.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::entity::resident_office;
use super::store::{self, By};
use crate::access::{Refusal, Role, Unit};
use crate::domain::{AccountId, OfficeCode};
use crate::features::offices::gazetteer;
use crate::server::db::{Db, WideScope, WriteScope, key};

/// Notes, inside an act, that a resident has something at an office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn link_resident(scope: &WriteScope<'_>, account: AccountId, office: OfficeCode) -> Result<(), Refusal> {
    let row = resident_office::ActiveModel { account: Set(key(account)), office: Set(office.number()), since: Set(scope.now().micros()) };
    let columns = [resident_office::Column::Account, resident_office::Column::Office];
    let once = OnConflict::columns(columns).do_nothing().to_owned();
    match resident_office::Entity::insert(row).on_conflict(once).exec_without_returning(scope.conn()).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The offices at which a resident has something.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn home_offices(db: &Db, account: AccountId) -> Result<Vec<OfficeCode>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<resident_office::Entity>().filter(resident_office::Column::Account.eq(key(account))).all(scope.conn()).await?;
    Ok(rows.into_iter().filter_map(|row| OfficeCode::try_from(row.office).ok()).collect())
}

/// The name of a person; `None` when they have not said it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn name_of(db: &Db, account: AccountId) -> Result<Option<String>, Refusal> {
    Ok(store::read(db, By::Id(account)).await?.and_then(|person| person.name))
}

/// What a unit is called, and where it is: ("Desa Tamansari", "Kec. Licin").
pub fn unit_names(unit: Unit) -> (String, String) {
    match unit {
        Unit::Office(code) => match gazetteer().by_code(code) {
            Some(office) => (office.title(), ["Kec. ", office.kecamatan].concat()),
            None => (code.to_string(), String::new()),
        },
        Unit::Kecamatan(number) => {
            let office = gazetteer().all().iter().find(|office| office.code.kecamatan() == number);
            (["Kecamatan ", office.map_or("", |office| office.kecamatan)].concat(), String::new())
        }
        Unit::Regency(_) => ("Kabupaten Banyuwangi".to_owned(), String::new()),
    }
}

/// What a role is called at the office.
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Anonymous => "Pengunjung",
        Role::Resident => "Warga",
        Role::Operator => "Operator",
        Role::Verifier => "Verifikator",
        Role::Head => "Kepala desa atau lurah",
        Role::RegencyAdmin => "Administrator kabupaten",
    }
}
