//! The questions of a review as data: what is asked, how it is judged, what proves it, and where each
//! item comes from. A version that was published never changes, so an answer always finds its question.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{ItemIcon, versions};
use crate::access::Refusal;
use crate::domain::Lang;

/// One version of the questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// `2016-13`
    pub code: String,
    pub name: Said,
    /// What is known of where it comes from.
    pub note: Said,
    /// From which value on, in hundredths of all points, an office is of the class.
    pub maju: u32,
    pub berkembang: u32,
    pub threshold_note: Said,
    pub items: Vec<Item>,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub id: String,
    pub en: String,
}

impl Said {
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub code: String,
    pub icon: ItemIcon,
    pub name: Said,
    /// What residents have of it.
    pub why: Said,
    pub aspect: Aspect,
    pub provenance: Provenance,
    /// The same in a sentence.
    pub source: Said,
    pub weight: u32,
    /// Known, and not asked.
    pub optional: bool,
    /// What 0, 1 and 2 points mean.
    pub rubric: [Said; 3],
    pub evidence: Vec<Wanted>,
    /// Drawings of what good evidence looks like, and what is to be seen on each.
    pub samples: Vec<String>,
    pub sample_alts: Vec<Said>,
    /// Under which activity of a village budget it is paid.
    pub activity: Option<String>,
    /// It was built, and stands: what was accepted in the last period proves it once more, if the office has seen it.
    #[serde(default)]
    pub lasts: bool,
}

/// The seven aspects of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    PublicService,
    EconomicEmpowerment,
    Health,
    EducationCulture,
    HumanCapacity,
    PovertyReduction,
    LegalInformation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// The programme's announcement names it.
    Announced,
    /// It stands in a list that the press printed in 2019.
    #[serde(rename = "list_2019")]
    List2019,
    Ours,
}

/// What proves an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Wanted {
    Photo { count: u32, when: When, what: Said },
    File { what: Said },
    Note { what: Said },
    Link { what: Said },
    Live { figure: FigureName, what: Said },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    #[default]
    Any,
    Day,
    Night,
}

/// What the system itself can say of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureName {
    LettersOnline,
    ActiveOfficer,
    PagePublished,
    ServicesPublished,
    Loans,
    TitlesRecorded,
    ComplaintsInTime,
    ProductsPublished,
}

const SEEDED: &str = include_str!("data/2016-13.json");

impl Instrument {
    /// The version with which the system comes. A test reads it, so it can be read.
    pub fn seeded() -> &'static Self {
        static INSTRUMENT: OnceLock<Instrument> = OnceLock::new();
        INSTRUMENT.get_or_init(|| Self::parse(SEEDED).unwrap_or_else(|why| unreachable!("the seeded instrument: {why}")))
    }

    /// A version that was published, from memory: whoever reads a campaign from the database has learned its
    /// version, too.
    ///
    /// # Errors
    /// `NotFound` for a code that no version has.
    pub fn known(code: &str) -> Result<&'static Self, Refusal> {
        versions::known(code).map(|known| &known.instrument).ok_or(Refusal::NotFound)
    }

    /// # Errors
    /// What is wrong with it, for whoever writes one.
    pub fn parse(text: &str) -> Result<Self, String> {
        let instrument: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        instrument.check().map(|()| instrument)
    }

    fn check(&self) -> Result<(), String> {
        if self.berkembang == 0 || self.maju <= self.berkembang || self.maju > 100 {
            return Err("the thresholds are in no order".to_owned());
        }
        if self.asked().next().is_none() {
            return Err("nothing is asked".to_owned());
        }
        for (at, item) in self.items.iter().enumerate() {
            if self.items[..at].iter().any(|other| other.code == item.code) {
                return Err(["asked twice: ", &item.code].concat());
            }
            if item.weight == 0 || item.samples.len() != item.sample_alts.len() {
                return Err(["no weight, or drawings that nobody describes: ", &item.code].concat());
            }
        }
        Ok(())
    }

    /// What is asked, in order.
    pub fn asked(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| !item.optional)
    }

    pub fn item(&self, code: &str) -> Option<&Item> {
        self.asked().find(|item| item.code == code)
    }

    pub fn most_points(&self) -> u32 {
        self.asked().map(|item| 2 * item.weight).sum()
    }
}

impl Item {
    /// How many photos there have to be.
    pub fn photos(&self) -> usize {
        let count = |wanted: &Wanted| if let Wanted::Photo { count, .. } = wanted { *count as usize } else { 0 };
        self.evidence.iter().map(count).sum()
    }

    pub fn figures(&self) -> impl Iterator<Item = FigureName> {
        self.evidence.iter().filter_map(|wanted| if let Wanted::Live { figure, .. } = wanted { Some(*figure) } else { None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirteen_items_are_asked_and_a_fourteenth_is_known() {
        let seeded = Instrument::seeded();
        assert_eq!((seeded.asked().count(), seeded.items.len()), (13, 14));
        assert_eq!(seeded.most_points(), 26);
        let announced = seeded.asked().filter(|item| item.provenance == Provenance::Announced).count();
        assert_eq!(announced, 4, "the announcement names four");
        assert!(seeded.item("satgas_kemiskinan").is_none(), "what is optional is not asked");
        let longest = seeded.items.iter().map(|item| item.name.id.chars().count()).max();
        assert!(longest <= Some(48), "a name fills more than a line of a phone: {longest:?}");
    }

    #[test]
    fn an_instrument_that_contradicts_itself_is_none() {
        let broken = |change: fn(&mut Instrument)| {
            let mut instrument = Instrument::seeded().clone();
            change(&mut instrument);
            Instrument::parse(&serde_json::to_string(&instrument).expect("JSON")).is_err()
        };
        assert!(!broken(|_| ()));
        assert!(broken(|instrument| instrument.maju = instrument.berkembang));
        assert!(broken(|instrument| instrument.items.retain(|item| item.optional)));
        assert!(broken(|instrument| instrument.items[1].code = instrument.items[0].code.clone()));
        assert!(broken(|instrument| instrument.items[0].weight = 0));
        assert!(broken(|instrument| instrument.items[0].sample_alts.clear()));
    }
}
