use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Secret;

/// Makes the 16 bytes under which a sealed value is found again. Keyed, because a plain hash of a
/// NIK is no protection: all plausible NIKs of a regency are 1.8e8, seconds of hashing.
pub struct BlindIndex(Secret);

impl BlindIndex {
    pub(super) fn new(key: Secret) -> Self {
        Self(key)
    }

    /// `kind` keeps equal digits of different kinds apart ("nik", "kk", "phone").
    pub fn of(&self, kind: &str, value: &str) -> [u8; 16] {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("HMAC takes keys of any length");
        mac.update(kind.as_bytes());
        mac.update(b"|");
        mac.update(value.as_bytes());
        let whole = mac.finalize().into_bytes();
        let mut short = [0; 16];
        short.copy_from_slice(&whole[..16]);
        short
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Keys, RootKey};

    #[test]
    fn equal_values_meet_only_within_their_kind_regency_and_key() {
        let index = |root: u8, regency: i64| Keys::new(&RootKey::from_bytes([root; 32]), &[]).blind_index(regency);
        let here = index(1, 3510).of("nik", "3510241234560001");
        assert_eq!(here, index(1, 3510).of("nik", "3510241234560001"));
        assert_ne!(here, index(1, 3510).of("kk", "3510241234560001"));
        assert_ne!(here, index(1, 3511).of("nik", "3510241234560001"));
        assert_ne!(here, index(2, 3510).of("nik", "3510241234560001"));
    }
}
