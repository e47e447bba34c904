use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What stands in a letter's QR code and finds it: 128 random bits. Whoever holds it may see whether
/// the letter is genuine, nothing else, so it is printed; it cannot be guessed, so nothing can be
/// listed. In writing 26 characters in fours: `7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5E`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token(u128);

/// Not 26 characters of the alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAToken;

/// Without I, L, O and U: nobody has to ask whether it was a one or an L, and no word comes out.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 26;

impl Token {
    /// From fresh random bits.
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    pub const fn bits(self) -> u128 {
        self.0
    }

    /// Reads what people type from paper: any case, spaces and dashes anywhere, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`NotAToken`]; the page says "26 characters" and shows where the code stands on the letter.
    pub fn parse(typed: &str) -> Result<Self, NotAToken> {
        let mut bits: u128 = 0;
        let mut length = 0;
        for letter in typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '.')) {
            let value = value(letter).ok_or(NotAToken)?;
            // 26 times 5 bits are 130: the two highest bits of the first character are never set.
            if length == LENGTH || (length == 0 && value > 7) {
                return Err(NotAToken);
            }
            bits = bits << 5 | value;
            length += 1;
        }
        if length == LENGTH { Ok(Self(bits)) } else { Err(NotAToken) }
    }

    /// In fours, as on paper.
    pub fn groups(self) -> Vec<String> {
        self.letters().chunks(4).map(|group| group.iter().collect()).collect()
    }

    fn letters(self) -> [char; LENGTH] {
        let mut letters = ['0'; LENGTH];
        for (place, letter) in letters.iter_mut().rev().enumerate() {
            *letter = char::from(ALPHABET[(self.0 >> (5 * place)) as usize & 31]);
        }
        letters
    }
}

fn value(letter: char) -> Option<u128> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == letter).map(|at| at as u128)
}

impl fmt::Display for Token {
    /// Without spaces, as in an address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letters().iter().try_for_each(|letter| write!(f, "{letter}"))
    }
}

impl fmt::Debug for Token {
    /// The first group only: a log with whole tokens would be a list of letters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}…)", self.letters()[..4].iter().collect::<String>())
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(from)?;
        Self::parse(&text).map_err(|_| de::Error::custom("not a token"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_too_short_too_long_or_foreign_is_no_token() {
        for wrong in [
            "",
            "7KQ2 M9XH",
            "7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5",
            "7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5EE",
            "7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5U",
            "7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5!",
            "7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5É",
            "8KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5E",
        ] {
            assert_eq!(Token::parse(wrong), Err(NotAToken), "{wrong}");
        }
    }

    #[test]
    fn a_token_typed_from_paper_is_read_with_its_usual_slips() {
        let token = Token::parse("7KQ2 M9XH T4B6 1ZC0 RDN8 VFYJ 5E").expect("a token");
        for typed in [
            "7kq2m9xht4b6lzcordn8vfyj5e",
            " 7KQ2-M9XH-T4B6-IZCO-RDN8-VFYJ-5E ",
            "7KQ2M9XHT4B6iZC0RDN8VFYJ5E",
            "7KQ2\u{A0}M9XH T4B61ZC0 RDN8VFYJ5E",
        ] {
            assert_eq!(Token::parse(typed), Ok(token), "{typed}");
        }
        assert_eq!(token.groups().join(" "), "7KQ2 M9XH T4B6 1ZC0 RDN8 VFYJ 5E");
    }

    #[test]
    fn a_log_shows_four_of_its_characters() {
        assert_eq!(format!("{:?}", Token::from_bits(u128::MAX)), "Token(7ZZZ…)");
    }

    proptest! {
        #[test]
        fn a_token_reads_back_as_it_was_printed(bits: u128) {
            let token = Token::from_bits(bits);
            prop_assert_eq!(Token::parse(&token.to_string()), Ok(token));
            prop_assert_eq!(Token::parse(&token.groups().join(" ").to_lowercase()), Ok(token));
        }

        #[test]
        fn whatever_is_typed_is_answered_without_a_panic(typed: String) {
            let _ = Token::parse(&typed);
        }
    }
}
