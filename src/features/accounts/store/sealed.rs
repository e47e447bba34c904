//! Values that are sealed, and how they are found again.

use zeroize::Zeroizing;

use crate::access::Refusal;
use crate::domain::Phone;
use crate::server::db::Db;
use crate::server::incident;
use crate::server::seal::Field;

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

/// Under which failed passwords of a phone are counted.
pub fn failures_of(db: &Db, phone: &Phone) -> [u8; 16] {
    db.keys().blind_index(db.regency()).of("sign_in", phone.expose())
}
