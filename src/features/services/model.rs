use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ServiceCode;
use crate::forms::Schema;

/// A service of the office, in one language. There is no fee: every service is "Gratis" (domain 2.1),
/// so no file can name one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    pub code: ServiceCode,
    /// Grows when form or rules change; a case keeps the version with which it was sent.
    pub version: u32,
    /// Whether it can be applied for here. The others are shown as "segera".
    pub open: bool,
    /// As it is called officially.
    pub name: String,
    /// One or two words for a tile.
    pub short: String,
    pub category: Category,
    /// Who may apply.
    pub who: String,
    /// What one gets.
    pub gives: String,
    pub papers: Vec<Paper>,
    /// The promise, in minutes of the office's own working hours.
    pub promise_minutes: u32,
    /// How long the letter is valid from its date; none when it lapses on no day of ours.
    pub valid_days: Option<u32>,
    pub signer: Signer,
    /// Whether the holder signs too, at the left (letters 7).
    #[serde(default)]
    pub signed_by_holder: bool,
    /// Whether the papers go on to the civil registry (Dukcapil) once the letter is signed.
    #[serde(default)]
    pub goes_on_to_dukcapil: bool,
    /// Whether its letter says that somebody runs a business, who may want to sell in the market.
    #[serde(default)]
    pub opens_shop: bool,
    /// Of Permendagri 83/2022. A default: each office may set its own per service.
    pub classification: String,
    /// Of the lists before, for offices that still use them.
    pub classification_older: Vec<String>,
    pub legal: Vec<LegalBasis>,
    /// Its way in plain words, for a service that people know otherwise.
    #[serde(default)]
    pub guide: Option<Guide>,
    /// What an invented resident would answer, as typed: the sample of the letter is made of it, with the
    /// applicant of `contoh.json`. An answer here takes the place of the applicant's.
    #[serde(default)]
    pub sample: BTreeMap<String, String>,
    /// Where the facts above come from and how certain they are.
    pub sources: Vec<Source>,
    /// Empty as long as the service is not open.
    #[serde(default)]
    pub form: Schema,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Civil registration.
    Kependudukan,
    /// Low income and health.
    Sosial,
    /// Business.
    Usaha,
    /// Referrals for permits of others.
    Perizinan,
    /// Land and heirs.
    Pertanahan,
    Umum,
}

impl Category {
    pub const ALL: [Self; 6] = [Self::Kependudukan, Self::Sosial, Self::Usaha, Self::Perizinan, Self::Pertanahan, Self::Umum];
}

/// Whose signature makes the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// Kepala desa or lurah.
    Head,
    /// The secretary may sign for the head (a.n.).
    HeadOrSecretary,
    /// The head confirms, the camat strengthens; the camat's part is a setting (domain 11.6).
    HeadAndCamat,
    /// Others sign, the head has seen it ("Mengetahui").
    HeadCountersigns,
}

/// `/layanan/{kode}/cara`: who does what, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    pub title: String,
    pub lede: String,
    pub steps: Vec<GuideStep>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideStep {
    /// The name of an icon.
    pub icon: String,
    /// Who acts.
    pub who: String,
    pub what: String,
    /// A place where nobody has to go.
    #[serde(default)]
    pub skipped: bool,
}

/// What to have at hand before beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    pub name: String,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    pub text: String,
    pub mark: Mark,
    pub source: String,
}

/// How certain a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// Read in the named source.
    V,
    /// A third party quotes the rule.
    S,
    /// General knowledge.
    K,
    /// Unknown.
    U,
    /// Proposed by us.
    P,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The fact: a name of the fields above.
    pub about: String,
    pub mark: Mark,
    pub source: String,
}
