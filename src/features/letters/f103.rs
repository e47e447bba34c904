//! What form F-1.03 says ("Formulir Pendaftaran Perpindahan Penduduk", Permendagri 109/2019; fields and
//! codes in print order as in OpenSID's f-1.03). It goes with the moving letter to the civil registry,
//! and without a number of the office. Fields 13 to 20 are for foreigners and moves abroad: left empty.

use serde::{Deserialize, Serialize};

use crate::domain::{Day, OfficeCode};
use crate::features::offices::gazetteer;

/// A move as it was applied for, with the form's own codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct F103 {
    /// 1: sixteen digits.
    pub family_card: String,
    /// 2
    pub name: String,
    /// 3: sixteen digits.
    pub nik: String,
    /// 5
    pub from: Place,
    /// 6: 1 within one village, 2 between villages, 3 kecamatan, 4 regencies, 5 provinces.
    pub class: u8,
    /// 7
    pub to: Place,
    /// 8: 1 work, 2 education, 3 safety, 4 health, 5 housing, 6 family, 7 another.
    pub reason: u8,
    /// In words, with 7.
    pub reason_text: Option<String>,
    /// 9: 1 the head alone, 2 the head and all members, 3 the head and some, 4 members without the head.
    pub kind: u8,
    /// 10: 1 they join a KK, 2 they get a new one. `None` where nobody stays, or the KK stays as it is.
    pub staying: Option<u8>,
    /// 11: 1 they join a KK, 2 they get a new one. `None` where they keep theirs.
    pub moving: Option<u8>,
    /// 12
    pub movers: Vec<Mover>,
    /// The planned day.
    pub on: Day,
    /// The resident lets the office to which they move have this. No field of the form: asked beside it.
    #[serde(default)]
    pub consent: bool,
}

impl F103 {
    /// Whether Dukcapil issues a SKPWNI for it: out of the regency alone (domain 2.2).
    pub const fn leaves_the_regency(&self) -> bool {
        matches!(self.class, 4 | 5)
    }

    /// The office that is to take the move in: another one of the regency, and only with the resident's
    /// consent. Whoever moves within a village, or out of the regency, is sent to nobody.
    pub fn destination(&self, from: OfficeCode) -> Option<OfficeCode> {
        let to = self.to.office.filter(|_| self.consent)?.try_into().ok()?;
        gazetteer().by_code(to).map(|office| office.code).filter(|to| *to != from)
    }
}

/// An address, each part as it is written in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Street, hamlet.
    pub address: String,
    /// Three digits.
    pub rt: String,
    /// Three digits.
    pub rw: String,
    pub village: String,
    pub kecamatan: String,
    pub regency: String,
    pub province: String,
    /// Five digits, where it was said.
    pub postcode: Option<String>,
    /// Ten digits of the village, inside the regency.
    pub office: Option<i64>,
}

/// Somebody who moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mover {
    /// Sixteen digits.
    pub nik: String,
    pub name: String,
    /// "Kepala keluarga", "Anak": as on the KK.
    pub relation: String,
}
