use crate::domain::IdemKey;
use crate::server::db::Db;

/// A key for a wish that nobody sends twice: each try has a code of its own.
pub fn once(db: &Db) -> IdemKey {
    IdemKey::from_u128(u128::from_be_bytes(db.entropy().bytes()))
}
