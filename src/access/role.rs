use serde::{Deserialize, Serialize};

use crate::domain::OfficeCode;

/// What a person is in the eyes of the access table. One at a time: changing it is a new sign-in
/// under another hat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    #[serde(rename = "anon")]
    Anonymous,
    #[serde(rename = "warga")]
    Resident,
    /// Takes in and checks cases at the office.
    #[serde(rename = "operator")]
    Operator,
    /// Sekretaris or kepala seksi: the second pair of eyes.
    #[serde(rename = "verifikator")]
    Verifier,
    /// Kepala desa or lurah, or who acts for them.
    #[serde(rename = "kades")]
    Head,
    /// Heads a kecamatan: reads masked notices of moves, and nothing of an office.
    #[serde(rename = "camat")]
    Camat,
    /// Reviews offices for the regency; neither their own village nor its kecamatan.
    #[serde(rename = "bpm")]
    Reviewer,
    /// Keeps offices and staff of the regency; sees no resident's data.
    #[serde(rename = "admin_kab")]
    RegencyAdmin,
}

impl Role {
    pub const ALL: [Self; 8] =
        [Self::Anonymous, Self::Resident, Self::Operator, Self::Verifier, Self::Head, Self::Camat, Self::Reviewer, Self::RegencyAdmin];

    /// The code in the access table and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anonymous => "anon",
            Self::Resident => "warga",
            Self::Operator => "operator",
            Self::Verifier => "verifikator",
            Self::Head => "kades",
            Self::Camat => "camat",
            Self::Reviewer => "bpm",
            Self::RegencyAdmin => "admin_kab",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Works for an office, a kecamatan or the regency, so signs in with password and second factor.
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Anonymous | Self::Resident)
    }

    /// The page to sign in at again, for who was signed in under this hat.
    pub const fn door(self) -> &'static str {
        if self.is_staff() { "/masuk/petugas" } else { "/masuk" }
    }
}

/// Whom a hat acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    Office(OfficeCode),
    /// Six digits, 351024.
    Kecamatan(i64),
    /// Four digits, 3510.
    Regency(i64),
}

impl Unit {
    /// As it is stored: ten, six or four digits.
    pub const fn number(self) -> i64 {
        match self {
            Self::Office(office) => office.number(),
            Self::Kecamatan(number) | Self::Regency(number) => number,
        }
    }

    /// The office, if it is one.
    pub const fn office(self) -> Option<OfficeCode> {
        match self {
            Self::Office(office) => Some(office),
            Self::Kecamatan(_) | Self::Regency(_) => None,
        }
    }

    /// The unit that has so many digits; `None` for a number that is none.
    pub fn from_number(number: i64) -> Option<Self> {
        match number {
            1_100..=9_999 => Some(Self::Regency(number)),
            110_000..=999_999 => Some(Self::Kecamatan(number)),
            _ => OfficeCode::try_from(number).ok().map(Self::Office),
        }
    }
}

impl From<OfficeCode> for Unit {
    fn from(office: OfficeCode) -> Self {
        Self::Office(office)
    }
}
