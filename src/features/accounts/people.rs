//! What other features may know about people and units: what they are called.

use super::store::{self, By};
use crate::access::{Refusal, Role, Unit};
use crate::domain::{AccountId, OfficeKind};
use crate::features::offices::gazetteer;
use crate::server::db::Db;

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

/// What a role is called in a unit: a desa has a kepala desa, a kelurahan a lurah.
pub fn role_name(role: Role, unit: Option<Unit>) -> &'static str {
    match role {
        Role::Anonymous => "Pengunjung",
        Role::Resident => "Warga",
        Role::Operator => "Operator",
        Role::Verifier => "Verifikator",
        Role::Head if unit.is_some_and(is_kelurahan) => "Lurah",
        Role::Head => "Kepala desa",
        Role::RegencyAdmin => "Administrator kabupaten",
    }
}

fn is_kelurahan(unit: Unit) -> bool {
    matches!(unit, Unit::Office(code) if gazetteer().by_code(code).is_some_and(|office| office.kind == OfficeKind::Kelurahan))
}
