//! What the operator of the machine may do from its command line.

use super::acts::FirstAdmin;
use crate::access::{Actor, Refusal};
use crate::domain::{PersonName, Phone};
use crate::server::db::Db;

/// A one-time code for an administrator of the regency, to be typed at `/masuk/aktivasi` within three
/// days. There is no account before: nothing is delivered with a password.
///
/// # Errors
/// As `perform`.
pub async fn admin_code(db: &Db, name: PersonName, phone: Phone) -> Result<String, Refusal> {
    db.perform(Actor::anonymous(), db.fresh_key(), FirstAdmin { name, phone }).await
}
