//! What the operator of the machine may do from its command line.

use super::acts::FirstAdmin;
use crate::access::{Actor, Refusal};
use crate::domain::{IdemKey, PersonName, Phone};
use crate::server::db::Db;

/// A one-time code for an administrator of the regency, to be typed at `/masuk/aktivasi` within three
/// days. There is no account before: nothing is delivered with a password.
///
/// # Errors
/// As `perform`.
pub async fn admin_code(db: &Db, name: PersonName, phone: Phone) -> Result<String, Refusal> {
    let key = IdemKey::from_u128(u128::from_be_bytes(db.entropy().bytes()));
    db.perform(Actor::anonymous(), key, FirstAdmin { name, phone }).await
}
