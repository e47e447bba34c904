use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::server::clock::Entropy;

/// 256 random bits that one browser alone knows. The database holds their hash: a stolen backup
/// holds no live session.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<[u8; 32]>);

/// SHA-256 of a token. A plain hash is enough: nobody guesses 256 random bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl Token {
    pub fn draw(chance: &Entropy) -> Self {
        Self(Zeroizing::new(chance.bytes()))
    }

    /// Of bytes that were drawn already.
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads it back from a cookie.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        <[u8; 32]>::try_from(bytes.as_slice()).ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// As it stands in the cookie.
    pub fn in_writing(&self) -> String {
        BASE64URL_NOPAD.encode(self.0.as_slice())
    }

    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0.as_slice()).into())
    }
}

impl TokenHash {
    /// As it is stored.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_token_of_ours_is_none() {
        for wrong in ["", "abc", &"A".repeat(42), &"A".repeat(44), &"=".repeat(43), "../../etc/passwd"] {
            assert_eq!(Token::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_token_reads_back_and_two_are_never_the_same() {
        let (one, two) = (Token::draw(&Entropy::system()), Token::draw(&Entropy::system()));
        assert_eq!(Token::parse(&one.in_writing()), Some(one.clone()));
        assert_ne!(one, two);
        assert_ne!(one.hash(), two.hash());
        assert_eq!(format!("{one:?} {:?}", one.hash()), "Token(…) TokenHash(…)");
    }
}
