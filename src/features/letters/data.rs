//! All that a letter says. Serialised as it stands here it is the frozen snapshot of a case; as
//! `template_json` it is what templates read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Cosigner, Course, F103, Signer, Token};
use crate::domain::{Day, LetterNumber, OfficeCode, OfficeKind, TimeOfDay};
use crate::features::offices::{self, Face, OfficeProfile, PaperSize};
use crate::server::act::Moment;
use crate::server::clock::local;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterData {
    pub office: Office,
    pub paper: Paper,
    /// "Surat Keterangan Usaha"
    pub title: String,
    pub stage: Stage,
    /// The date of the letter in the office's zone.
    pub on: Day,
    pub valid_until: Option<Day>,
    pub person: Person,
    pub answers: BTreeMap<String, Answer>,
    pub signer: Signer,
    pub cosigner: Option<Cosigner>,
    /// The form that goes with it, for moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annex: Option<F103>,
    /// The training, for a certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Course>,
}

/// The regency and province whose offices these are.
pub const REGENCY: &str = "Banyuwangi";
pub const PROVINCE: &str = "Jawa Timur";

/// The facts of the letterhead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    pub kind: OfficeKind,
    /// "Tamansari"
    pub name: String,
    pub kecamatan: String,
    pub regency: String,
    pub province: String,
    /// One line, with the postcode.
    pub address: String,
    /// Telephone and e-mail in one line; may be empty.
    pub contact: String,
}

/// Settings of the regency: whether a face or a size is prescribed is not known for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub size: PaperSize,
    pub face: Face,
}

/// Number, code and signature come at one moment, or none of them does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Draft,
    Issued {
        number: LetterNumber,
        token: Token,
        /// Where the code is checked: "smartkampung.example".
        host: String,
        seal: Seal,
    },
}

/// How a letter was signed. It decides what the letter says about its signature; no setting does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seal {
    /// In Smart Kampung, without a certificate.
    Electronic { on: Day, at: TimeOfDay },
    /// With a certificate whose signature was verified.
    Certified { on: Day, at: TimeOfDay },
    /// Pen and stamp.
    ByHand,
    /// At the practice office: it looks like a letter and is none.
    Practice { on: Day, at: TimeOfDay },
}

impl Seal {
    /// Of whoever signs now in Smart Kampung.
    pub fn now(cx: &Moment) -> Self {
        let (on, at) = local(cx.now, cx.zone());
        if cx.is_practice() { Self::Practice { on, at } } else { Self::Electronic { on, at } }
    }
}

/// Whom the letter is about, each fact as it is printed. What a letter does not need is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub name: String,
    /// In fours.
    pub nik: String,
    pub family_card: Option<String>,
    /// "Banyuwangi, 5 Juni 1990"
    pub birth: String,
    pub sex: String,
    pub religion: Option<String>,
    pub marital_status: Option<String>,
    pub occupation: String,
    pub nationality: Option<String>,
    pub address: String,
}

impl LetterData {
    /// The office that is to take in whom the letter lets go. See [`F103::destination`].
    pub fn destination(&self, from: OfficeCode) -> Option<OfficeCode> {
        self.annex.as_ref()?.destination(from)
    }

    /// "HADI SANTOSO, Kepala Desa Tamansari"
    pub fn signed_by(&self) -> String {
        [&self.signer.official.name, ", ", &self.signer.head_title(&self.office)].concat()
    }
}

impl Office {
    /// As the office says it of itself.
    pub fn of(office: &offices::Office, profile: &OfficeProfile) -> Self {
        Self {
            kind: office.kind,
            name: office.name.to_owned(),
            kecamatan: office.kecamatan.to_owned(),
            regency: REGENCY.to_owned(),
            province: PROVINCE.to_owned(),
            address: profile.address.clone(),
            contact: profile.contact.clone(),
        }
    }

    /// "Desa Tamansari", "Kelurahan Kampungmandar".
    pub fn full_name(&self) -> String {
        let kind = match self.kind {
            OfficeKind::Desa => "Desa",
            OfficeKind::Kelurahan => "Kelurahan",
        };
        format!("{kind} {}", self.name)
    }
}
