use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::field::Broken;
use super::keys::{KeyId, Secret};
use crate::server::clock::Entropy;

/// Seals, opens and names the files of one office.
///
/// A sealed file is `version(1) || key id(4) || nonce(19)` and then chunks of 64 KiB, each with its
/// tag. The nonce of a chunk is that of the file, its place, and whether it is the last: a chunk that
/// was moved, repeated, left out or cut off does not open. The file's name is authenticated too, so
/// one file cannot be put in the place of another.
pub struct FileSealer {
    office: i64,
    /// The first seals, all open.
    keys: Vec<(KeyId, Secret)>,
    naming: Secret,
}

const VERSION: u8 = 1;
const NONCE: usize = 19;
const HEAD: usize = 1 + 4 + NONCE;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

impl FileSealer {
    pub(super) fn new(office: i64, keys: Vec<(KeyId, Secret)>, naming: Secret) -> Self {
        Self { office, keys, naming }
    }

    /// The name of a content: equal contents of one office have one name, and nobody without the key
    /// can tell whether the office has a given picture.
    pub fn name(&self, content: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.naming.as_slice()).expect("HMAC takes keys of any length");
        mac.update(content);
        HEXLOWER.encode(&mac.finalize().into_bytes())
    }

    pub fn seal(&self, name: &str, content: &[u8], chance: &Entropy) -> Vec<u8> {
        let (id, key) = &self.keys[0];
        let nonce: [u8; NONCE] = chance.bytes();
        let (cipher, aad) = (cipher(key), self.aad(name, *id));
        let mut sealed = Vec::with_capacity(HEAD + content.len() + TAG * (content.len() / CHUNK + 1));
        sealed.extend_from_slice(&[VERSION]);
        sealed.extend_from_slice(&id.0);
        sealed.extend_from_slice(&nonce);
        // An empty file is one empty chunk: there is always a last one.
        let chunks = content.len().div_ceil(CHUNK).max(1);
        for at in 0..chunks {
            let chunk = &content[at * CHUNK..content.len().min((at + 1) * CHUNK)];
            let sealed_chunk = cipher.encrypt(&place(&nonce, at, at + 1 == chunks), Payload { msg: chunk, aad: &aad });
            sealed.extend_from_slice(&sealed_chunk.expect("a chunk is far shorter than the cipher's limit"));
        }
        sealed
    }

    /// # Errors
    /// [`Broken`] for every changed, missing or added byte, and for a file of another name or key.
    pub fn open(&self, name: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        let (head, body) = sealed.split_at_checked(HEAD).ok_or(Broken)?;
        let (id, key) = self.keys.iter().find(|(id, _)| id.0 == head[1..5]).ok_or(Broken)?;
        let nonce: [u8; NONCE] = head[5..].try_into().map_err(|_| Broken)?;
        if head[0] != VERSION || body.is_empty() {
            return Err(Broken);
        }
        let (cipher, aad) = (cipher(key), self.aad(name, *id));
        let mut content = Zeroizing::new(Vec::with_capacity(body.len()));
        let chunks = body.len().div_ceil(CHUNK + TAG);
        for (at, chunk) in body.chunks(CHUNK + TAG).enumerate() {
            let opened = cipher.decrypt(&place(&nonce, at, at + 1 == chunks), Payload { msg: chunk, aad: &aad });
            content.extend_from_slice(&Zeroizing::new(opened.map_err(|_| Broken)?));
        }
        Ok(content)
    }

    fn aad(&self, name: &str, key: KeyId) -> Vec<u8> {
        [b"blob|".as_slice(), &self.office.to_be_bytes(), &key.0, name.as_bytes()].concat()
    }
}

fn place(nonce: &[u8; NONCE], at: usize, last: bool) -> XNonce {
    let at = u32::try_from(at).expect("a file has fewer than 2^32 chunks");
    let mut whole = [0; NONCE + 4 + 1];
    whole[..NONCE].copy_from_slice(nonce);
    whole[NONCE..NONCE + 4].copy_from_slice(&at.to_be_bytes());
    whole[NONCE + 4] = u8::from(last);
    XNonce::from(whole)
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.as_slice().try_into().expect("a secret has 32 bytes"))
}

#[cfg(test)]
mod tests {
    use super::super::{Keys, RootKey};
    use super::*;
    use proptest::prelude::*;

    fn sealer(office: i64) -> FileSealer {
        Keys::new(&RootKey::from_bytes([1; 32]), &[]).files(office)
    }

    fn content(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at * 7 + at / 251) as u8).collect()
    }

    #[test]
    fn contents_around_the_borders_of_chunks_come_back_whole() {
        let sealer = sealer(1);
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5] {
            let whole = content(length);
            let sealed = sealer.seal("a", &whole, &Entropy::system());
            assert_eq!(sealer.open("a", &sealed).unwrap().as_slice(), whole, "{length}");
        }
    }

    #[test]
    fn chunks_that_are_cut_off_swapped_repeated_or_added_are_noticed() {
        let sealer = sealer(1);
        let sealed = sealer.seal("a", &content(3 * CHUNK), &Entropy::system());
        let (head, chunks) = sealed.split_at(HEAD);
        let chunks: Vec<_> = chunks.chunks(CHUNK + TAG).collect();
        for order in [&[0, 1][..], &[0], &[], &[1, 0, 2], &[0, 0, 1, 2], &[0, 2], &[0, 1, 2, 2]] {
            let other = order.iter().fold(head.to_vec(), |file, at| [file.as_slice(), chunks[*at]].concat());
            assert_eq!(sealer.open("a", &other).err(), Some(Broken), "{order:?}");
        }
    }

    #[test]
    fn a_file_opens_only_under_its_own_name_and_office() {
        let sealed = sealer(1).seal("a", b"foto", &Entropy::system());
        assert_eq!(sealer(1).open("b", &sealed).err(), Some(Broken));
        assert_eq!(sealer(2).open("a", &sealed).err(), Some(Broken));
    }

    #[test]
    fn equal_contents_have_one_name_in_an_office_and_another_elsewhere() {
        assert_eq!(sealer(1).name(b"foto"), sealer(1).name(b"foto"));
        assert_ne!(sealer(1).name(b"foto"), sealer(1).name(b"fotO"));
        assert_ne!(sealer(1).name(b"foto"), sealer(2).name(b"foto"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_flipped_bit_is_noticed(length in 0..3 * CHUNK, bit: prop::sample::Index) {
            let sealer = sealer(1);
            let mut sealed = sealer.seal("a", &content(length), &Entropy::system());
            let bit = bit.index(sealed.len() * 8);
            sealed[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(sealer.open("a", &sealed).err(), Some(Broken));
        }
    }
}
