use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::keys::{KeyId, Secret};
use crate::server::clock::Entropy;

/// Seals and opens the fields of one office.
///
/// A sealed field is `version(1) || key id(4) || nonce(24) || text and tag`. What it belongs to is
/// authenticated beside it, so a text that was moved to another row, column or office does not open.
pub struct Sealer {
    office: i64,
    /// The first seals, all open.
    keys: Vec<(KeyId, Secret)>,
}

/// The place of a sealed value: kind ("resident.nik") and row.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    pub kind: &'a str,
    pub row: u128,
}

/// The text does not open: it was changed, moved, or sealed with a key that we do not have. Which of
/// them is deliberately not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

const VERSION: u8 = 1;
const NONCE: usize = 24;
const HEAD: usize = 1 + 4 + NONCE;

impl Sealer {
    pub(super) fn new(office: i64, keys: Vec<(KeyId, Secret)>) -> Self {
        Self { office, keys }
    }

    pub fn seal(&self, field: Field<'_>, value: &[u8], chance: &Entropy) -> Vec<u8> {
        let (id, key) = &self.keys[0];
        let nonce: [u8; NONCE] = chance.bytes();
        let aad = self.aad(field, *id);
        let sealed = cipher(key).encrypt(&XNonce::from(nonce), Payload { msg: value, aad: &aad });
        let sealed = sealed.expect("a field is far shorter than the cipher's limit of 256 GiB");
        [&[VERSION][..], &id.0, &nonce, &sealed].concat()
    }

    /// # Errors
    /// [`Broken`] for every changed byte, and for a text of another place or key.
    pub fn open(&self, field: Field<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        let (head, text) = sealed.split_at_checked(HEAD).ok_or(Broken)?;
        let nonce: [u8; NONCE] = head[5..].try_into().map_err(|_| Broken)?;
        let (id, key) = self.keys.iter().find(|(id, _)| id.0 == head[1..5]).ok_or(Broken)?;
        if head[0] != VERSION {
            return Err(Broken);
        }
        let aad = self.aad(field, *id);
        let opened = cipher(key).decrypt(&XNonce::from(nonce), Payload { msg: text, aad: &aad });
        opened.map(Zeroizing::new).map_err(|_| Broken)
    }

    /// `kind|office|row|key id`: the numbers have a fixed length, so two places never read the same.
    fn aad(&self, field: Field<'_>, key: KeyId) -> Vec<u8> {
        [field.kind.as_bytes(), b"|", &self.office.to_be_bytes(), &field.row.to_be_bytes(), &key.0].concat()
    }
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.as_slice().try_into().expect("a secret has 32 bytes"))
}

#[cfg(test)]
mod tests {
    use super::super::{Keys, RootKey};
    use super::*;

    const NIK: Field<'_> = Field { kind: "resident.nik", row: 7 };
    const TAMANSARI: i64 = 3_510_242_008;

    fn keys(byte: u8) -> Keys {
        Keys::new(&RootKey::from_bytes([byte; 32]), &[])
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_noticed() {
        let sealer = keys(1).office(TAMANSARI);
        let sealed = sealer.seal(NIK, b"3510241234560001", &Entropy::system());
        assert_eq!(sealer.open(NIK, &sealed).unwrap().as_slice(), b"3510241234560001");
        for bit in 0..sealed.len() * 8 {
            let mut flipped = sealed.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(sealer.open(NIK, &flipped).err(), Some(Broken), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert_eq!(sealer.open(NIK, &sealed[..length]).err(), Some(Broken), "cut to {length}");
        }
    }

    #[test]
    fn a_text_opens_only_in_its_own_row_column_and_office() {
        let here = keys(1).office(TAMANSARI);
        let sealed = here.seal(NIK, b"3510241234560001", &Entropy::system());
        assert_eq!(here.open(Field { row: 8, ..NIK }, &sealed).err(), Some(Broken));
        assert_eq!(here.open(Field { kind: "resident.kk", ..NIK }, &sealed).err(), Some(Broken));
        assert_eq!(keys(1).office(TAMANSARI + 1).open(NIK, &sealed).err(), Some(Broken));
        assert_eq!(keys(2).office(TAMANSARI).open(NIK, &sealed).err(), Some(Broken));
    }

    #[test]
    fn after_a_rotation_old_texts_open_and_new_ones_use_the_new_key() {
        let (old, new) = (RootKey::from_bytes([1; 32]), RootKey::from_bytes([2; 32]));
        let before = Keys::new(&old, &[]).office(TAMANSARI);
        let after = Keys::new(&new, &[old]).office(TAMANSARI);
        let sealed = before.seal(NIK, b"lama", &Entropy::system());
        assert_eq!(after.open(NIK, &sealed).unwrap().as_slice(), b"lama");
        let sealed = after.seal(NIK, b"baru", &Entropy::system());
        assert_eq!(before.open(NIK, &sealed).err(), Some(Broken));
    }

    #[test]
    fn the_same_value_twice_gives_two_texts() {
        let sealer = keys(1).office(TAMANSARI);
        assert_ne!(sealer.seal(NIK, b"x", &Entropy::system()), sealer.seal(NIK, b"x", &Entropy::system()));
    }
}
