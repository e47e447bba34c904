use std::fmt;

use super::card_number::{self, CardNumberFault};

/// The number of a Kartu Keluarga: like a NIK, with the date on which the card was given. That this
/// date never carries the 40 of women is general knowledge only (domain 4, mark K), so a number with
/// it is not refused: a resident must not be locked out by our guess.
///
/// Restricted like [`super::Nik`], with the same closed doors.
#[derive(Clone, PartialEq, Eq)]
pub struct KkNumber(String);

impl KkNumber {
    /// # Errors
    /// As for a NIK.
    pub fn parse(typed: &str) -> Result<Self, CardNumberFault> {
        card_number::parse(typed).map(Self)
    }

    /// `3510 1601 0185 0001`, in clear. Whoever calls this is responsible for where it ends.
    pub(crate) fn grouped(&self) -> String {
        card_number::grouped(&self.0)
    }

    /// `**** **** **** 0001`
    pub fn masked(&self) -> String {
        card_number::masked(&self.0)
    }
}

impl fmt::Debug for KkNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KkNumber(")?;
        f.write_str(&self.0[..4])?;
        f.write_str("************)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_card_number_follows_the_rules_of_the_nik() {
        assert_eq!(KkNumber::parse("3510160101100"), Err(CardNumberFault::Length { have: 13 }));
        assert_eq!(KkNumber::parse("3510163201100001"), Err(CardNumberFault::Date));
        assert_eq!(KkNumber::parse("3510160101100000"), Err(CardNumberFault::Serial));
        let number = KkNumber::parse("3510.1601.0110.0001").expect("a number");
        assert_eq!(number.grouped(), "3510 1601 0110 0001");
    }

    #[test]
    fn a_family_card_number_in_a_log_or_a_list_is_masked() {
        let number = KkNumber::parse("3510160101100001").expect("a number");
        assert_eq!(format!("{number:?}"), "KkNumber(3510************)");
        assert_eq!(number.masked(), "**** **** **** 0001");
    }
}
