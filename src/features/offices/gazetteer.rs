//! The official list of offices, compiled in. Names: cahyadsn/wilayah (MIT), postcodes:
//! cahyadsn/wilayah_kodepos (MIT); the notices are in `docs/licences.md`. What an office fills in
//! about itself (address, officials, hours) is a record, not part of this list.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::domain::{OfficeCode, OfficeKind};
use crate::forms::Choice;

const LIST: &str = include_str!("data/offices.csv");

/// One office of the official list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    pub code: OfficeCode,
    pub kind: OfficeKind,
    /// Without "Desa" or "Kelurahan": three names occur twice in the regency.
    pub name: &'static str,
    pub kecamatan: &'static str,
    /// The address `/d/{slug}`; carries the kecamatan where the name is not unique.
    pub slug: &'static str,
    pub postcode: &'static str,
    /// The middle of its area: latitude and longitude in millionths of a degree.
    pub middle: (i32, i32),
    /// Spellings of 2016 and before. For search only: one of them is another office's name today.
    pub older_spellings: &'static str,
    /// Known to be one of the 41 of the pilot. The others are chosen by an administrator.
    pub known_pilot: bool,
}

pub struct Gazetteer {
    offices: Vec<Office>,
}

/// The list, read once.
pub fn gazetteer() -> &'static Gazetteer {
    static READ: OnceLock<Gazetteer> = OnceLock::new();
    READ.get_or_init(|| Gazetteer { offices: LIST.lines().skip(1).filter_map(read_line).collect() })
}

fn read_line(line: &'static str) -> Option<Office> {
    let column: Vec<&str> = line.split(',').collect();
    let [_, code, kecamatan, kind, name, slug, postcode, latitude, longitude, older_spellings, pilot] = column[..] else { return None };
    Some(Office {
        code: code.parse().ok()?,
        kind: if kind == "kelurahan" { OfficeKind::Kelurahan } else { OfficeKind::Desa },
        name,
        kecamatan,
        slug,
        postcode,
        middle: (millionths(latitude)?, millionths(longitude)?),
        older_spellings,
        known_pilot: !pilot.is_empty(),
    })
}

/// `-8.49837` of a degree.
fn millionths(degrees: &str) -> Option<i32> {
    let (whole, part) = degrees.split_once('.')?;
    let digits: String = part.chars().chain(std::iter::repeat('0')).take(6).collect();
    [whole, &digits].concat().parse().ok()
}

impl Office {
    /// `Desa Tamansari`, `Kelurahan Kampungmandar`.
    pub fn title(&self) -> String {
        let kind = match self.kind {
            OfficeKind::Desa => "Desa ",
            OfficeKind::Kelurahan => "Kelurahan ",
        };
        [kind, self.name].concat()
    }

    /// `Desa Tamansari (Kec. Licin)`
    pub fn full_title(&self) -> String {
        [&self.title(), " (Kec. ", self.kecamatan, ")"].concat()
    }

    /// `Tamansari (Kec. Licin)`: names repeat, so the kecamatan always stands with it.
    pub fn full_name(&self) -> String {
        [self.name, " (Kec. ", self.kecamatan, ")"].concat()
    }
}

impl Gazetteer {
    pub fn all(&self) -> &[Office] {
        &self.offices
    }

    pub fn by_code(&self, code: OfficeCode) -> Option<&Office> {
        self.offices.iter().find(|office| office.code == code)
    }

    /// `Desa Tamansari (Kec. Licin)`; nothing for a code that is not in the list.
    pub fn full_title(&self, code: OfficeCode) -> String {
        self.by_code(code).map(Office::full_title).unwrap_or_default()
    }

    pub fn by_slug(&self, slug: &str) -> Option<&Office> {
        self.offices.iter().find(|office| office.slug == slug)
    }

    /// The offices that share a name, asked for by the bare name as a slug: `tamansari`.
    pub fn namesakes(&self, slug: &str) -> Vec<&Office> {
        let bare = |office: &&Office| slug_of(office.name) == slug;
        self.offices.iter().filter(bare).collect()
    }

    /// Offices whose name, older spelling or kecamatan contains the text; names that begin with it first.
    pub fn search(&self, text: &str) -> Vec<&Office> {
        let wanted = fold(text);
        let has = |words: &str| fold(words).contains(&wanted);
        let hit = |office: &&Office| has(office.name) || has(office.kecamatan) || has(office.older_spellings);
        let mut found: Vec<&Office> = self.offices.iter().filter(hit).collect();
        found.sort_by_key(|office| (!fold(office.name).starts_with(&wanted), !has(office.name), office.name));
        found
    }

    /// All of them by name, to choose from: names repeat, so the kecamatan stands with each.
    pub fn choices(&self) -> Vec<Choice> {
        let choice = |office: &Office| Choice { code: office.code.number().to_string(), label: office.full_name(), of: None };
        let mut choices: Vec<Choice> = self.offices.iter().map(choice).collect();
        choices.sort_by(|one, other| one.label.cmp(&other.label));
        choices
    }

    pub fn by_kecamatan(&self) -> BTreeMap<&'static str, Vec<&Office>> {
        let mut groups: BTreeMap<&'static str, Vec<&Office>> = BTreeMap::new();
        for office in &self.offices {
            groups.entry(office.kecamatan).or_default().push(office);
        }
        groups
    }
}

/// Letters and digits in lower case: "Kampung Ujung" and "kampungujung" are the same.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn slug_of(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_217_offices_in_25_kecamatan_189_of_them_desa() {
        let all = gazetteer().all();
        let desa = all.iter().filter(|office| office.kind == OfficeKind::Desa).count();
        assert_eq!((all.len(), desa, all.len() - desa), (217, 189, 28));
        assert_eq!(gazetteer().by_kecamatan().len(), 25);
        assert_eq!(LIST.lines().count(), 218, "a line was not understood");
    }

    #[test]
    fn no_two_offices_share_an_address() {
        let slugs: HashSet<_> = gazetteer().all().iter().map(|office| office.slug).collect();
        assert_eq!(slugs.len(), 217);
    }

    #[test]
    fn three_names_are_asked_back_and_their_bare_slug_is_no_office() {
        for name in ["tamansari", "karangrejo", "watukebo"] {
            assert_eq!(gazetteer().namesakes(name).len(), 2, "{name}");
            assert_eq!(gazetteer().by_slug(name), None, "{name}");
        }
    }

    #[test]
    fn only_the_known_offices_of_the_pilot_are_marked() {
        assert_eq!(gazetteer().all().iter().filter(|office| office.known_pilot).count(), 19);
    }

    #[test]
    fn an_office_is_found_by_its_name_its_kecamatan_and_its_older_spelling() {
        let names = |text: &str| gazetteer().search(text).iter().map(|office| office.slug).collect::<Vec<_>>();
        assert_eq!(names("TAMANSARI")[..2], ["tamansari-tegalsari", "tamansari-licin"]);
        assert!(names("licin").len() >= 8);
        assert_eq!(names("Bangorejo").first(), gazetteer().search("bangorejo").first().map(|office| &office.slug));
        assert!(names("<script>").is_empty());
    }
}
