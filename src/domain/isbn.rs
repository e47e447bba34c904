use std::fmt;

use serde::{Deserialize, Serialize};

/// The number of a printed edition, as its 13 digits; one of 10 digits is the same edition under its older
/// number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Isbn(i64);

/// Not the number of a book: of another length, or a digit was mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnIsbn;

impl fmt::Display for NotAnIsbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the number of a book")
    }
}

impl Isbn {
    /// Reads `978-602-03-3295-6`, `9786020332956` and `602-03-3295-0`. The last digit is a check on the others,
    /// so a wrong digit and two that changed places are found.
    ///
    /// # Errors
    /// [`NotAnIsbn`].
    pub fn parse(typed: &str) -> Result<Self, NotAnIsbn> {
        let bare: Vec<u8> = typed.bytes().filter(|byte| !matches!(byte, b'-' | b' ')).collect();
        match bare.as_slice() {
            [rest @ .., last] if bare.len() == 10 => Self::of_ten(&digits(rest)?, *last),
            all if all.len() == 13 => Self::of_thirteen(&digits(all)?),
            _ => Err(NotAnIsbn),
        }
    }

    pub const fn number(self) -> i64 {
        self.0
    }

    /// The check of the older number counts to eleven: its ten is an X.
    fn of_ten(nine: &[i64], last: u8) -> Result<Self, NotAnIsbn> {
        let last = if matches!(last, b'X' | b'x') { 10 } else { digits(&[last])?.iter().sum() };
        let sum: i64 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
        if (sum + last) % 11 != 0 {
            return Err(NotAnIsbn);
        }
        let mut all = [9, 7, 8].to_vec();
        all.extend_from_slice(nine);
        all.push((10 - weighted(&all) % 10) % 10);
        Ok(Self(joined(&all)))
    }

    fn of_thirteen(all: &[i64]) -> Result<Self, NotAnIsbn> {
        let of_books = matches!(all, [9, 7, 8 | 9, ..]);
        if of_books && weighted(all) % 10 == 0 { Ok(Self(joined(all))) } else { Err(NotAnIsbn) }
    }
}

fn digits(bytes: &[u8]) -> Result<Vec<i64>, NotAnIsbn> {
    bytes.iter().map(|byte| if byte.is_ascii_digit() { Ok(i64::from(byte - b'0')) } else { Err(NotAnIsbn) }).collect()
}

/// Every second digit counts thrice.
fn weighted(digits: &[i64]) -> i64 {
    digits.iter().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum()
}

fn joined(digits: &[i64]) -> i64 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

/// `9786020332956`: how it stands under the bars.
impl fmt::Display for Isbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:013}", self.0)
    }
}

impl TryFrom<i64> for Isbn {
    type Error = NotAnIsbn;
    fn try_from(number: i64) -> Result<Self, NotAnIsbn> {
        Self::parse(&number.to_string())
    }
}

impl From<Isbn> for i64 {
    fn from(isbn: Isbn) -> i64 {
        isbn.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_book_has_one_number_however_it_is_written() {
        for written in ["978-602-03-3295-6", "9786020332956", " 978 602 03 3295 6", "602-03-3295-0", "6020332950"] {
            assert_eq!(Isbn::parse(written).map(Isbn::number), Ok(9_786_020_332_956), "{written}");
        }
        assert_eq!(Isbn::parse("0-8044-2957-X").map(|isbn| isbn.to_string()).as_deref(), Ok("9780804429573"));
    }

    #[test]
    fn what_is_no_number_of_a_book_is_none() {
        let wrong = ["", "978602033295", "9786020332957", "6020332951", "X020332950", "1234567890123", "9776020332957", "97860203329５6"];
        for typed in wrong {
            assert_eq!(Isbn::parse(typed), Err(NotAnIsbn), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_digit_that_was_mistyped_is_always_found(nine in 0_i64..1_000_000_000, at in 0_usize..13, more in 1_i64..10) {
            let mut all: Vec<i64> = format!("978{nine:09}").bytes().map(|byte| i64::from(byte - b'0')).collect();
            all.push((10 - weighted(&all) % 10) % 10);
            let right: String = all.iter().map(ToString::to_string).collect();
            prop_assert!(Isbn::parse(&right).is_ok());
            all[at] = (all[at] + more) % 10;
            let wrong: String = all.iter().map(ToString::to_string).collect();
            prop_assert_eq!(Isbn::parse(&wrong), Err(NotAnIsbn));
        }
    }
}
