use serde::{Deserialize, Serialize};

use super::{Acting, Official};
use crate::domain::{BlobId, Day, LetterNumber, NumberFacts, NumberPattern, OfficeCode, OfficeKind, Pin};

/// What an office says about itself on its letters, and how it numbers them. Whether a face or a size
/// of paper is prescribed is not known for certain (letters 1), so both are settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeProfile {
    /// One line for the letterhead, with the postcode. Empty until the office fills it in.
    pub address: String,
    /// Telephone and e-mail in one line; may stay empty.
    pub contact: String,
    /// Where it stands: photos that prove something are measured from here.
    pub pin: Option<Pin>,
    /// The office's own code in letter numbers, 429.523.03. Without one the Kemendagri code stands there.
    pub unit_code: Option<String>,
    pub paper: PaperSize,
    pub face: Face,
    pub pattern: NumberPattern,
    pub books: Books,
    pub acting: Option<Acting>,
    /// Kepala desa or lurah.
    pub head: Option<Official>,
    pub secretary: Option<Official>,
    /// The arms on the letterhead. Without one there are none: only a demonstration shows a stand-in.
    pub crest: Option<BlobId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    A4,
    /// Folio, 215 by 330 mm.
    F4,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    Serif,
    Sans,
}

/// Which letters share a book, and with it a row of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Books {
    /// One agenda for everything that leaves the office.
    One,
    /// A book for each kind of letter.
    PerService,
}

/// What a letter cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    Address,
    HeadName,
    /// A lurah is a civil servant, whose number stands under the name (letters 4).
    HeadNip,
    HeadRank,
}

/// The book of an office with one.
pub const AGENDA: &str = "agenda";

/// What the office still has to fill in before a letter can be issued, in the order of the settings
/// page. Nothing is assumed in its place: a letter with an invented address is worse than none.
pub fn what_is_missing(profile: &OfficeProfile, kind: OfficeKind) -> Vec<Missing> {
    let civil_servant = kind == OfficeKind::Kelurahan;
    let head = profile.head.as_ref();
    [
        (Missing::Address, profile.address.is_empty()),
        (Missing::HeadName, head.is_none()),
        (Missing::HeadRank, civil_servant && head.is_some_and(|head| head.rank.is_none())),
        (Missing::HeadNip, civil_servant && head.is_some_and(|head| head.nip.is_none())),
    ]
    .into_iter()
    .filter_map(|(what, missing)| missing.then_some(what))
    .collect()
}

impl OfficeProfile {
    /// No office writes more letters in a year.
    pub const HIGHEST_NUMBER: u32 = 99_999;

    /// Before the office has said anything: what the rules of letters propose.
    pub fn proposed(kind: OfficeKind) -> Self {
        Self {
            address: String::new(),
            pin: None,
            contact: String::new(),
            unit_code: None,
            paper: PaperSize::A4,
            // Permendagri 1/2023 asks Arial of a part of the kecamatan; it does not bind a desa (letters 1, [S]).
            face: if kind == OfficeKind::Desa { Face::Serif } else { Face::Sans },
            pattern: NumberPattern::default(),
            books: Books::One,
            acting: None,
            head: None,
            secretary: None,
            crest: None,
        }
    }

    /// The number of a letter of that classification; `None` when the pattern makes one that is too long.
    pub fn number(&self, office: OfficeCode, classification: &str, sequence: u32, on: Day) -> Option<LetterNumber> {
        let village_code = office.to_string();
        let unit = self.unit_code.as_deref();
        let facts = NumberFacts { code: classification, sequence, inserted: None, unit, village_code: &village_code, on };
        self.pattern.write(facts).ok()
    }

    /// Whether letters are entered in a book of that name: the common one, or one named like a service.
    pub fn has_book(&self, register: &str) -> bool {
        let common = register == AGENDA;
        let like_a_service = register.len() <= 16 && register.bytes().all(|letter| letter.is_ascii_lowercase());
        match self.books {
            Books::One => common,
            Books::PerService => like_a_service && !common,
        }
    }

    /// The book that numbers a letter of this service.
    pub fn book(&self, service: &str) -> String {
        match self.books {
            Books::One => AGENDA.to_owned(),
            Books::PerService => service.to_owned(),
        }
    }
}

impl PaperSize {
    pub const fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::F4 => "f4",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::A4, Self::F4].into_iter().find(|size| size.code() == code)
    }
}

impl Face {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::Sans => "sans",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Serif, Self::Sans].into_iter().find(|face| face.code() == code)
    }
}

impl Books {
    pub const fn code(self) -> &'static str {
        match self {
            Self::One => "satu",
            Self::PerService => "layanan",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::One, Self::PerService].into_iter().find(|books| books.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn official(name: &str) -> Official {
        Official { name: name.to_owned(), rank: None, nip: None, staff_number: None }
    }

    #[test]
    fn an_office_that_has_said_nothing_lacks_address_and_head() {
        for kind in [OfficeKind::Desa, OfficeKind::Kelurahan] {
            let profile = OfficeProfile::proposed(kind);
            assert_eq!(what_is_missing(&profile, kind), [Missing::Address, Missing::HeadName]);
        }
    }

    #[test]
    fn a_lurah_needs_rank_and_number_and_an_elected_head_does_not() {
        let filled = |kind| {
            let address = "Jl. Raya Tamansari 1, 68454".to_owned();
            OfficeProfile { address, head: Some(official("HADI SANTOSO")), ..OfficeProfile::proposed(kind) }
        };
        assert_eq!(what_is_missing(&filled(OfficeKind::Desa), OfficeKind::Desa), []);
        assert_eq!(what_is_missing(&filled(OfficeKind::Kelurahan), OfficeKind::Kelurahan), [Missing::HeadRank, Missing::HeadNip]);
    }

    #[test]
    fn a_desa_writes_in_serif_and_a_kelurahan_without() {
        assert_eq!(OfficeProfile::proposed(OfficeKind::Desa).face, Face::Serif);
        assert_eq!(OfficeProfile::proposed(OfficeKind::Kelurahan).face, Face::Sans);
    }
}
