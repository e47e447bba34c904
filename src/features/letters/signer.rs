//! The lines of the signature block, as offices write them (letters.md, section 4).

use serde::{Deserialize, Serialize};

use super::Office;
use crate::domain::OfficeKind;
use crate::features::offices::{Acting, Official};

/// Who signs, and in whose name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The head holds the post for a while only; the opening sentence says the same.
    pub acting: Option<Acting>,
    /// Somebody else signs for the head.
    pub delegation: Option<Delegation>,
    pub official: Official,
}

/// Posts are settings of the office: "Sekretaris Desa", "Kepala Seksi Pelayanan".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delegation {
    /// a.n.
    OnBehalf { post: String },
    /// a.n. and u.b.: one step farther down.
    Under { secretary: String, post: String },
}

/// Who signs at the left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cosigner {
    /// The person whom the letter is about.
    Holder { name: String },
    /// Only where the letter needs the kecamatan.
    Camat { kecamatan: String, official: Official },
}

impl Signer {
    /// Who states what the letter says: "Kepala Desa Tamansari", also when another hand signs.
    pub fn head_title(&self, office: &Office) -> String {
        let post = match office.kind {
            OfficeKind::Desa => "Kepala Desa",
            OfficeKind::Kelurahan => "Lurah",
        };
        format!("{}{post} {}", self.acting.map_or("", Acting::prefix), office.name)
    }

    /// Above the signature; the last line ends with the comma.
    pub fn title_lines(&self, office: &Office) -> Vec<String> {
        let head = self.head_title(office);
        let mut lines = match &self.delegation {
            None => vec![head],
            Some(Delegation::OnBehalf { post }) => vec![format!("a.n. {head}"), post.clone()],
            Some(Delegation::Under { secretary, post }) => vec![format!("a.n. {head}"), secretary.clone(), "u.b.".into(), post.clone()],
        };
        if let Some(last) = lines.last_mut() {
            last.push(',');
        }
        lines
    }
}

impl Official {
    /// Under the name.
    pub fn lines(&self) -> Vec<String> {
        let nip = self.nip.as_deref().and_then(grouped_nip).map(|nip| format!("NIP {nip}"));
        let staff = self.staff_number.as_ref().map(|(label, number)| format!("{label} {number}"));
        self.rank.clone().into_iter().chain(nip).chain(staff).collect()
    }

    /// The names of civil servants are underlined, those of elected heads are not.
    pub fn is_civil_servant(&self) -> bool {
        self.nip.as_deref().and_then(grouped_nip).is_some()
    }
}

impl Cosigner {
    pub fn title_lines(&self) -> Vec<String> {
        match self {
            Self::Holder { .. } => vec!["Pemegang surat,".into()],
            Self::Camat { kecamatan, .. } => vec!["Mengetahui,".into(), format!("Camat {kecamatan},")],
        }
    }

    pub fn official(&self) -> Official {
        match self {
            Self::Holder { name } => Official { name: name.to_uppercase(), rank: None, nip: None, staff_number: None },
            Self::Camat { official, .. } => official.clone(),
        }
    }
}

/// 8, 6, 1 and 3 digits: day of birth, month of appointment, sex, serial.
fn grouped_nip(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let real = digits.len() == 18 && digits.bytes().all(|digit| digit.is_ascii_digit());
    real.then(|| [&digits[..8], &digits[8..14], &digits[14..15], &digits[15..]].join(" "))
}

#[cfg(test)]
#[path = "signer_tests.rs"]
mod tests;
