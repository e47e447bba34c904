//! Keys, sealed fields and the blind index: the only user of the cipher crates besides `blobs`,
//! which asks here for its keys.
//!
//! ```text
//! root key (a file, never in the database)
//!   |- HKDF "office" + number  ->  k_office   seals fields of one office
//!   |- HKDF "blob"   + number  ->  k_blob     seals files of one office, and k_name names them
//!   `- HKDF "bidx"   + number  ->  k_bidx     blind index of a regency
//! ```
//! Deliberately absent: a key per resident. It belongs to erasure, and comes with it.

mod blind;
mod field;
mod keys;
mod root;

pub use blind::BlindIndex;
pub use field::{Broken, Field, Sealer};
pub use keys::{KeyId, Keys, Secret};
pub use root::{NoRootKey, RootKey};
