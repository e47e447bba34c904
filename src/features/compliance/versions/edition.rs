//! A version of the questions as the regency keeps it: a draft that is edited, then published and never changed
//! again. Pure: a refused change changes nothing.

use std::collections::BTreeMap;

use super::lacks::lacks;
use crate::access::Refusal;
use crate::domain::{Instant, InstrumentId, Version};
use crate::features::compliance::{Aspect, Instrument, Item, ItemIcon, Mark, Provenance, Said};
use crate::forms::{ProblemCode, Problems};

/// Of an item, which item of the version before it carries on. What is not named here is new.
pub type Carries = BTreeMap<String, String>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub id: InstrumentId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    pub state: EditionState,
    /// The code of the version that it was made from: a published one.
    pub base: String,
    /// It may be unfinished while it is a draft.
    pub instrument: Instrument,
    pub carries: Carries,
    /// Who changed it last; nobody wrote the version with which the system comes.
    pub changed: Option<Mark>,
}

/// `Draft -> Published`; there is no way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionState {
    Draft,
    Published { at: Instant },
}

/// What is said of all items together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub name: Said,
    pub note: Said,
    /// In hundredths of all points.
    pub maju: u32,
    pub berkembang: u32,
    pub threshold_note: Said,
}

/// Last parts of addresses beside those of the items.
const PAGES: [&str; 2] = ["banding", "kunjungan"];

/// Letters of an item's code.
const CODE: usize = 30;

impl Edition {
    /// Items of one version.
    pub const MOST: usize = 40;

    /// The version with which the system comes.
    pub fn seeded() -> Self {
        Self {
            id: InstrumentId::from_u128(0),
            version: None,
            state: EditionState::Published { at: Instant::from_micros(0) },
            base: String::new(),
            instrument: Instrument::seeded().clone(),
            carries: Carries::new(),
            changed: None,
        }
    }

    /// A draft with the questions of a published version; each item carries itself on.
    pub fn begun(id: InstrumentId, code: String, base: &Instrument, mark: Mark) -> Self {
        Self {
            id,
            version: None,
            state: EditionState::Draft,
            base: base.code.clone(),
            carries: base.items.iter().map(|item| (item.code.clone(), item.code.clone())).collect(),
            instrument: Instrument { code, ..base.clone() },
            changed: Some(mark),
        }
    }

    pub const fn is_draft(&self) -> bool {
        matches!(self.state, EditionState::Draft)
    }

    pub fn item(&self, code: &str) -> Result<&Item, Refusal> {
        self.instrument.items.iter().find(|item| item.code == code).ok_or(Refusal::NotFound)
    }

    /// # Errors
    /// `Stale` for what somebody has changed, or published, since it was seen.
    fn must_be_seen(&self, seen: Version) -> Result<(), Refusal> {
        if self.is_draft() && self.version == Some(seen) {
            return Ok(());
        }
        Err(self.changed.map_or(Refusal::NotFound, |mark| Refusal::Stale { by: Some(mark.by), at: mark.at }))
    }

    /// # Errors
    /// `Stale`.
    pub fn keep_settings(&mut self, seen: Version, settings: Settings, mark: Mark) -> Result<(), Refusal> {
        self.must_be_seen(seen)?;
        let Settings { name, note, maju, berkembang, threshold_note } = settings;
        self.instrument = Instrument { name, note, maju, berkembang, threshold_note, ..self.instrument.clone() };
        self.changed = Some(mark);
        Ok(())
    }

    /// Puts an item in the place of the one with its code. `from`: the item of `base` that it carries on; no two
    /// items carry the same one on, because a trend that splits says nothing.
    ///
    /// # Errors
    /// `Stale`; `NotFound` for an item that is not there; `Invalid` for a `from` that is none, or another item's.
    pub fn keep_item(&mut self, seen: Version, item: Item, from: Option<String>, base: &Instrument, mark: Mark) -> Result<(), Refusal> {
        self.must_be_seen(seen)?;
        let at = self.instrument.items.iter().position(|known| known.code == item.code).ok_or(Refusal::NotFound)?;
        if let Some(from) = &from {
            let is_there = base.items.iter().any(|known| known.code == *from);
            let is_anothers = self.carries.iter().any(|(other, carried)| carried == from && *other != item.code);
            if !is_there || is_anothers {
                return Err(Refusal::Invalid(Problems::one("asal", ProblemCode::NotAChoice)));
            }
        }
        match from {
            Some(from) => self.carries.insert(item.code.clone(), from),
            None => self.carries.remove(&item.code),
        };
        self.instrument.items[at] = item;
        self.changed = Some(mark);
        Ok(())
    }

    /// Adds an item at the end, which carries none on. Gives its code, made of its name.
    ///
    /// # Errors
    /// `Stale`; `Invalid` when there are as many as there may be.
    pub fn add_item(&mut self, seen: Version, name: String, mark: Mark) -> Result<String, Refusal> {
        self.must_be_seen(seen)?;
        if self.instrument.items.len() >= Self::MOST {
            let max = u32::try_from(Self::MOST).unwrap_or(u32::MAX);
            return Err(Refusal::Invalid(Problems::one("butir_baru", ProblemCode::TooMany { max })));
        }
        let code = self.free_code(&name);
        let nothing = || Said { id: String::new(), en: String::new() };
        self.instrument.items.push(Item {
            code: code.clone(),
            icon: ItemIcon::Common,
            name: Said { id: name, en: String::new() },
            why: nothing(),
            aspect: Aspect::PublicService,
            provenance: Provenance::Ours,
            source: nothing(),
            weight: 1,
            optional: false,
            rubric: [nothing(), nothing(), nothing()],
            evidence: Vec::new(),
            samples: Vec::new(),
            sample_alts: Vec::new(),
            activity: None,
            lasts: false,
        });
        self.changed = Some(mark);
        Ok(code)
    }

    fn free_code(&self, name: &str) -> String {
        let letters: String = name.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
        let mut code: String = letters.split_ascii_whitespace().collect::<Vec<_>>().join("_").chars().take(CODE).collect();
        if code.is_empty() {
            code.push_str("butir");
        }
        let taken = |code: &String| PAGES.contains(&code.as_str()) || self.instrument.items.iter().any(|item| item.code == *code);
        let numbered = (2..).map(|number: u32| [&code, "_", &number.to_string()].concat());
        std::iter::once(code.clone()).chain(numbered).find(|code| !taken(code)).unwrap_or_default()
    }

    /// Moves an item to a place, counted from 0.
    ///
    /// # Errors
    /// `Stale`; `NotFound` for an item or a place that there is not.
    pub fn place_item(&mut self, seen: Version, code: &str, to: usize, mark: Mark) -> Result<(), Refusal> {
        self.must_be_seen(seen)?;
        let items = &mut self.instrument.items;
        let at = items.iter().position(|item| item.code == code).filter(|_| to < items.len()).ok_or(Refusal::NotFound)?;
        let item = items.remove(at);
        items.insert(to, item);
        self.changed = Some(mark);
        Ok(())
    }

    /// # Errors
    /// `Stale`; `NotFound` for an item that is not there.
    pub fn drop_item(&mut self, seen: Version, code: &str, mark: Mark) -> Result<(), Refusal> {
        self.must_be_seen(seen)?;
        self.item(code)?;
        self.instrument.items.retain(|item| item.code != code);
        self.carries.remove(code);
        self.changed = Some(mark);
        Ok(())
    }

    /// # Errors
    /// `Stale`; `Invalid` while something is missing, or contradicts itself.
    pub fn publish(&mut self, seen: Version, mark: Mark) -> Result<(), Refusal> {
        self.must_be_seen(seen)?;
        let found = lacks(&self.instrument);
        if !found.is_empty() {
            let mut problems = Problems::default();
            for lack in found {
                problems.add(lack.field, lack.code);
            }
            return Err(Refusal::Invalid(problems));
        }
        self.state = EditionState::Published { at: mark.at };
        self.changed = Some(mark);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AccountId;

    const MARK: Mark = Mark { by: AccountId::from_u128(1), at: Instant::from_micros(7) };
    const SEEN: Version = Version::FIRST;

    fn draft() -> Edition {
        let begun = Edition::begun(InstrumentId::from_u128(1), "2027-14".into(), Instrument::seeded(), MARK);
        Edition { version: Some(SEEN), ..begun }
    }

    fn codes(edition: &Edition) -> Vec<&str> {
        edition.instrument.items.iter().map(|item| item.code.as_str()).collect()
    }

    #[test]
    fn a_draft_begins_as_the_version_it_was_made_from_and_carries_each_item_on() {
        let draft = draft();
        assert_eq!((draft.instrument.code.as_str(), draft.base.as_str()), ("2027-14", "2016-13"));
        assert_eq!(draft.instrument.items, Instrument::seeded().items);
        assert!(draft.carries.iter().all(|(item, from)| item == from) && draft.carries.len() == 14);
    }

    #[test]
    fn items_are_added_moved_and_dropped_under_codes_of_their_own() {
        let mut draft = draft();
        assert_eq!(draft.add_item(SEEN, "Air minum: gratis!".into(), MARK).as_deref(), Ok("air_minum_gratis"));
        assert_eq!(draft.add_item(SEEN, "Wifi".into(), MARK).as_deref(), Ok("wifi_2"), "the code is another item's");
        assert_eq!(draft.add_item(SEEN, "Banding".into(), MARK).as_deref(), Ok("banding_2"), "a page has this name");
        assert_eq!(draft.add_item(SEEN, "???".into(), MARK).as_deref(), Ok("butir"));
        assert!(!draft.carries.contains_key("wifi_2"), "it is new");
        draft.place_item(SEEN, "butir", 0, MARK).expect("it moves");
        assert_eq!((codes(&draft)[0], codes(&draft)[1]), ("butir", "wifi"));
        assert_eq!(draft.place_item(SEEN, "butir", 99, MARK), Err(Refusal::NotFound));
        draft.drop_item(SEEN, "wifi", MARK).expect("it is dropped");
        assert!(!codes(&draft).contains(&"wifi") && !draft.carries.contains_key("wifi"));
        assert_eq!(draft.drop_item(SEEN, "wifi", MARK), Err(Refusal::NotFound));
    }

    #[test]
    fn no_two_items_carry_the_same_one_on() {
        let (mut draft, seeded) = (draft(), Instrument::seeded());
        let toilet = draft.item("toilet").expect("an item").clone();
        let wrong = Err(Refusal::Invalid(Problems::one("asal", ProblemCode::NotAChoice)));
        assert_eq!(draft.keep_item(SEEN, toilet.clone(), Some("wifi".into()), seeded, MARK), wrong, "wifi is carried on by itself");
        assert_eq!(draft.keep_item(SEEN, toilet.clone(), Some("istana".into()), seeded, MARK), wrong);
        draft.drop_item(SEEN, "wifi", MARK).expect("it is dropped");
        assert_eq!(draft.keep_item(SEEN, toilet.clone(), Some("wifi".into()), seeded, MARK), Ok(()), "nobody carries it on now");
        assert_eq!(draft.keep_item(SEEN, toilet, None, seeded, MARK), Ok(()));
        assert!(!draft.carries.contains_key("toilet"));
    }

    #[test]
    fn what_was_changed_or_published_since_it_was_seen_is_not_changed() {
        let mut draft = draft();
        let stale = Err(Refusal::Stale { by: Some(MARK.by), at: MARK.at });
        assert_eq!(draft.drop_item(SEEN.next(), "wifi", MARK), stale);
        draft.publish(SEEN, MARK).expect("it is complete");
        let before = draft.clone();
        assert_eq!(draft.drop_item(SEEN, "wifi", MARK), stale);
        assert_eq!(draft.publish(SEEN, MARK), stale);
        assert_eq!(draft.add_item(SEEN, "Lagi".into(), MARK).map(drop), stale);
        assert_eq!(draft, before);
    }

    #[test]
    fn what_is_not_complete_is_not_published() {
        let mut draft = draft();
        draft.add_item(SEEN, "Air minum".into(), MARK).expect("it is added");
        assert!(matches!(draft.publish(SEEN, MARK), Err(Refusal::Invalid(_))));
        assert!(draft.is_draft());
    }
}
