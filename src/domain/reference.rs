use std::fmt;

use serde::{Deserialize, Serialize};

/// What a person reads out over the telephone to find a case: `K7M4-P2XR-X`. Eight characters and a
/// check character.
///
/// The alphabet is that of NOID, the identifiers of the California Digital Library: 29 digits and
/// consonants, so no word arises by chance and neither I, L, O nor U can be mistaken. The check
/// character is the NOID Check Digit Algorithm (NCDA): each value times its place, summed modulo 29.
/// Since 29 is prime and no place is a multiple of it, every single wrong character and every swap of
/// two neighbours changes the sum. It is no secret: whoever holds it sees steps and dates only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference([u8; LENGTH + 1]);

/// Not a reference; most likely a slip of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAReference;

const ALPHABET: &[u8; 29] = b"0123456789BCDFGHJKMNPQRSTVWXZ";
const LENGTH: usize = 8;

impl Reference {
    /// How many there are: 29^8, half a million million.
    pub const COUNT: u64 = 500_246_412_961;

    /// The reference of a random number; the server draws it and takes the rest modulo [`Self::COUNT`].
    pub fn from_number(number: u64) -> Self {
        let mut left = number % Self::COUNT;
        let mut values = [0; LENGTH];
        for value in values.iter_mut().rev() {
            *value = (left % 29) as u8;
            left /= 29;
        }
        Self::of(values)
    }

    /// Reads it with or without dashes and spaces, in small letters too, O as 0 and I or L as 1.
    ///
    /// # Errors
    /// [`NotAReference`] when a character is missing, unknown or contradicts the check character.
    pub fn parse(typed: &str) -> Result<Self, NotAReference> {
        // The hyphen that does not break a line comes along when an example is copied.
        let typed = typed.replace('\u{2011}', "-");
        let mut values = typed.bytes().filter(|letter| !matches!(letter, b'-' | b' ' | b'.')).map(value_of);
        let mut first = [0; LENGTH];
        for value in &mut first {
            *value = values.next().flatten().ok_or(NotAReference)?;
        }
        let check = values.next().flatten().ok_or(NotAReference)?;
        if values.next().is_none() && check == check_of(first) { Ok(Self::of(first)) } else { Err(NotAReference) }
    }

    /// `K7M4P2XRX`: as it is stored.
    pub fn bare(self) -> String {
        self.0.iter().map(|value| char::from(ALPHABET[usize::from(*value)])).collect()
    }

    fn of(first: [u8; LENGTH]) -> Self {
        let mut values = [0; LENGTH + 1];
        values[..LENGTH].copy_from_slice(&first);
        values[LENGTH] = check_of(first);
        Self(values)
    }
}

/// NCDA: places count from one.
fn check_of(values: [u8; LENGTH]) -> u8 {
    (values.iter().zip(1_u32..).map(|(value, place)| u32::from(*value) * place).sum::<u32>() % 29) as u8
}

fn value_of(letter: u8) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    ALPHABET.iter().position(|known| *known == letter).and_then(|at| u8::try_from(at).ok())
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bare = self.bare();
        for part in [&bare[..4], "-", &bare[4..8], "-", &bare[8..]] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.bare()
    }
}

impl TryFrom<String> for Reference {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not a reference")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Some references of every kind: equal characters, the ends, and a spread of others.
    fn samples() -> impl Iterator<Item = String> {
        (0..64).map(|at| Reference::from_number(at * 7_816_350_203 + at * at).bare())
    }

    fn with(text: &str, place: usize, letter: u8) -> String {
        let mut bytes = text.as_bytes().to_vec();
        bytes[place] = letter;
        String::from_utf8(bytes).expect("ASCII")
    }

    #[test]
    fn every_single_wrong_character_is_noticed() {
        for reference in samples() {
            for place in 0..=LENGTH {
                for wrong in ALPHABET.iter().filter(|letter| reference.as_bytes()[place] != **letter) {
                    assert_eq!(Reference::parse(&with(&reference, place, *wrong)), Err(NotAReference), "{reference}, {place}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_noticed() {
        // Whether a swap shows depends on the two characters and their place alone, so all pairs at
        // all places are all swaps there are; the check character is the last neighbour.
        for place in 0..LENGTH - 1 {
            for one in 0..29 {
                for other in (0..29).filter(|other| *other != one) {
                    let mut values = [3; LENGTH];
                    (values[place], values[place + 1]) = (one, other);
                    let right = check_of(values);
                    values.swap(place, place + 1);
                    assert_ne!(check_of(values), right, "{place}: {one} and {other}");
                }
            }
        }
        for one in 0..29 {
            for rest in 0..29 {
                let mut values = [0, 0, 0, 0, 0, 0, rest, one];
                let check = check_of(values);
                values[LENGTH - 1] = check;
                assert!(check == one || check_of(values) != one, "check character with {one}");
            }
        }
    }

    #[test]
    fn too_short_too_long_and_foreign_texts_are_refused() {
        for wrong in ["", "K7M4-P2XR", "K7M4-P2XR-", "K7M4-P2XR-99", "K7M4-P2XU-9", "😀7M4-P2XR-9", "<script>", "K7M4_P2XR_9"] {
            assert_eq!(Reference::parse(wrong), Err(NotAReference), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_reference_reads_back_however_it_is_typed(number: u64) {
            let reference = Reference::from_number(number);
            let printed = reference.to_string();
            let hasty = printed.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            for typed in [printed, reference.bare(), hasty] {
                prop_assert_eq!(Reference::parse(&typed), Ok(reference));
            }
        }
    }
}
