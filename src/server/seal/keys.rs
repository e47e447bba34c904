use std::sync::Arc;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{BlindIndex, FileSealer, RootKey, Sealer};

/// A derived key, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// Which root key sealed something: 32 bits of it, enough to tell a wrong key from a broken text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyId(pub(super) [u8; 4]);

/// The key tree. The first root seals, all of them open: rotation puts a new one in front.
#[derive(Clone)]
pub struct Keys(Arc<[Root]>);

struct Root {
    id: KeyId,
    tree: Hkdf<Sha256>,
}

impl Keys {
    /// `former`: roots that are no longer used for sealing but still open what they sealed.
    pub fn new(current: &RootKey, former: &[RootKey]) -> Self {
        Self(std::iter::once(current).chain(former).map(Root::grow).collect())
    }

    /// Seals and opens fields of one office (or, for shared tables, of the regency's number).
    pub fn office(&self, number: i64) -> Sealer {
        Sealer::new(number, self.derive_all("office", number))
    }

    /// Finds equal values without knowing them, within one office (or, by its number, the regency).
    pub fn blind_index(&self, number: i64) -> BlindIndex {
        BlindIndex::new(self.derive("bidx", number))
    }

    /// Seals, opens and names the files of one office.
    pub fn files(&self, number: i64) -> FileSealer {
        FileSealer::new(number, self.derive_all("blob", number), self.derive("blob-name", number))
    }

    fn derive(&self, purpose: &str, number: i64) -> Secret {
        self.0[0].derive(purpose, number)
    }

    fn derive_all(&self, purpose: &str, number: i64) -> Vec<(KeyId, Secret)> {
        self.0.iter().map(|root| (root.id, root.derive(purpose, number))).collect()
    }
}

impl Root {
    fn grow(root: &RootKey) -> Self {
        let tree = Hkdf::new(Some(b"smart-kampung v1"), root.0.as_slice());
        let mut id = [0; 4];
        tree.expand(b"key-id", &mut id).expect("4 bytes are within HKDF's reach");
        Self { id: KeyId(id), tree }
    }

    fn derive(&self, purpose: &str, number: i64) -> Secret {
        let mut key = Zeroizing::new([0; 32]);
        let parts: [&[u8]; 3] = [purpose.as_bytes(), b"|", &number.to_be_bytes()];
        self.tree.expand_multi_info(&parts, key.as_mut_slice()).expect("32 bytes are within HKDF's reach");
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(byte: u8) -> Keys {
        Keys::new(&RootKey::from_bytes([byte; 32]), &[])
    }

    #[test]
    fn every_purpose_office_and_root_has_its_own_key() {
        let all = [
            keys(1).derive("office", 3_510_242_008),
            keys(1).derive("office", 3_510_242_009),
            keys(1).derive("blob", 3_510_242_008),
            keys(2).derive("office", 3_510_242_008),
        ];
        for (at, key) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| **other != **key), "{at}");
        }
    }
}
