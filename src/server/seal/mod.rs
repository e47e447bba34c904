//! Keys, sealed fields, sealed files and the blind index: the only user of the cipher crates.
//!
//! ```text
//! root key (a file, never in the database)
//!   |- HKDF "office" + number  ->  k_office   seals fields of one office
//!   |- HKDF "blob"   + number  ->  k_blob     seals files of one office
//!   |- HKDF "blob-name" + number -> k_name    names them
//!   `- HKDF "bidx"   + number  ->  k_bidx     blind index of a regency
//! ```
//! Deliberately absent: a key per resident. It belongs to erasure, and comes with it.

mod blind;
mod field;
mod file;
mod keys;
mod root;

pub use blind::BlindIndex;
pub use field::{Broken, Field, Sealer};
pub use file::FileSealer;
pub use keys::{KeyId, Keys, Secret};
pub use root::{NoRootKey, RootKey};
