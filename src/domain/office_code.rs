use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The Kemendagri code of a desa or kelurahan without its dots: 35.10.24.2008 is `3510242008`.
/// It names the office, and with it the tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct OfficeCode(i64);

/// A desa elects its head, a kelurahan is a part of the kecamatan with an appointed lurah.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    Desa,
    Kelurahan,
}

impl OfficeCode {
    /// As a number, the way it is stored.
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The first six digits, 351024.
    pub const fn kecamatan(self) -> i64 {
        self.0 / 10_000
    }

    /// The first four digits, 3510.
    pub const fn regency(self) -> i64 {
        self.0 / 1_000_000
    }
}

/// Not ten digits whose last four say desa (2…) or kelurahan (1…).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOfficeCode;

impl fmt::Display for NotAnOfficeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the code of a desa or kelurahan")
    }
}

impl TryFrom<i64> for OfficeCode {
    type Error = NotAnOfficeCode;

    fn try_from(number: i64) -> Result<Self, NotAnOfficeCode> {
        let village = number % 10_000 / 1_000;
        let right = (1_100_000_000..=9_999_999_999).contains(&number) && (village == 1 || village == 2);
        if right { Ok(Self(number)) } else { Err(NotAnOfficeCode) }
    }
}

impl From<OfficeCode> for i64 {
    fn from(code: OfficeCode) -> i64 {
        code.0
    }
}

impl FromStr for OfficeCode {
    type Err = NotAnOfficeCode;

    /// Reads `3510242008` and `35.10.24.2008`.
    fn from_str(text: &str) -> Result<Self, NotAnOfficeCode> {
        let bare: String = text.chars().filter(|c| *c != '.').collect();
        bare.parse::<i64>().map_err(|_| NotAnOfficeCode)?.try_into()
    }
}

impl fmt::Display for OfficeCode {
    /// With dots: `35.10.24.2008`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0;
        write!(f, "{}.{:02}.{:02}.{:04}", number / 100_000_000, number / 1_000_000 % 100, number / 10_000 % 100, number % 10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_with_and_without_dots() {
        let tamansari: OfficeCode = "35.10.24.2008".parse().expect("a code");
        assert_eq!("3510242008".parse(), Ok(tamansari));
        assert_eq!(tamansari.to_string(), "35.10.24.2008");
        assert_eq!((tamansari.kecamatan(), tamansari.regency()), (351_024, 3510));
    }

    #[test]
    fn a_kecamatan_a_word_and_a_hamlet_are_no_offices() {
        for wrong in ["351024", "desa", "", "35.10.24.3008", "351024200800"] {
            assert_eq!(wrong.parse::<OfficeCode>(), Err(NotAnOfficeCode), "{wrong}");
        }
    }
}
