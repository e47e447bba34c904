//! What differs between a version and the one that it was made from: field by field, in the words of the forms.

use super::edition::Edition;
use super::fields::{self, in_words};
use super::views::FieldGroup;
use crate::features::compliance::{Instrument, Item};

/// A field that says something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub what: String,
    pub old: String,
    pub new: String,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    New,
    Changed(Vec<Line>),
    /// No item of the new version carries it on.
    Dropped,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What is said of all items, and their order.
    pub whole: Vec<Line>,
    /// Items that are not as they were: their names, and what became of them. Those that are, are left out.
    pub items: Vec<(String, Fate)>,
    /// The most points there are: before, now.
    pub points: (u32, u32),
}

pub fn compare(base: &Instrument, edition: &Edition) -> Compared {
    let new = &edition.instrument;
    let mut whole = lines(&fields::of_settings(base), &fields::of_settings(new));
    whole.extend(order(base, edition));
    let of = |code: &str| base.items.iter().find(|item| item.code == code);
    let mut items = Vec::new();
    for item in &new.items {
        let before = edition.carries.get(&item.code).and_then(|from| of(from));
        match before.map(|before| lines(&drawn(edition, before), &drawn(edition, item))) {
            None => items.push((item.name.id.clone(), Fate::New)),
            Some(lines) if !lines.is_empty() => items.push((item.name.id.clone(), Fate::Changed(lines))),
            Some(_) => {}
        }
    }
    for item in &base.items {
        let is_carried = new.items.iter().any(|new| edition.carries.get(&new.code) == Some(&item.code));
        if !is_carried {
            items.push((item.name.id.clone(), Fate::Dropped));
        }
    }
    Compared { whole, items, points: (base.most_points(), new.most_points()) }
}

impl Compared {
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.items.is_empty()
    }
}

/// Which item it carries on is no word of an item: it is what the two are compared by.
fn drawn(edition: &Edition, item: &Item) -> Vec<FieldGroup> {
    let mut groups = fields::of_item(edition, item, Vec::new());
    for group in &mut groups {
        group.fields.retain(|field| field.name != "asal");
    }
    groups
}

fn lines(old: &[FieldGroup], new: &[FieldGroup]) -> Vec<Line> {
    let groups = old.iter().zip(new).flat_map(|(old, new)| old.fields.iter().zip(&new.fields).map(|pair| (new.title.as_str(), pair)));
    let differ = groups.filter(|(_, (old, new))| old.value != new.value);
    let line = |(title, (old, new)): (&str, (_, &super::views::FieldView))| {
        // Rows of evidence have fields of the same names.
        let what = if title.starts_with("Bukti ") { [title, ": ", &new.label].concat() } else { new.label.clone() };
        Line { what, old: in_words(old), new: in_words(new) }
    };
    differ.map(line).collect()
}

/// Items that both have, where they stand in another order.
fn order(base: &Instrument, edition: &Edition) -> Option<Line> {
    let place = |code: &str| base.items.iter().position(|item| item.code == code);
    let kept = edition.instrument.items.iter().filter_map(|item| Some((place(edition.carries.get(&item.code)?)?, item.name.id.as_str())));
    let now: Vec<(usize, &str)> = kept.collect();
    let mut before = now.clone();
    before.sort_unstable();
    let names = |items: &[(usize, &str)]| items.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    (now != before).then(|| Line { what: "Urutan butir".to_owned(), old: names(&before), new: names(&now) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AccountId, Instant, InstrumentId, Version};
    use crate::features::compliance::{Mark, Said};

    const MARK: Mark = Mark { by: AccountId::from_u128(1), at: Instant::from_micros(7) };

    fn draft() -> Edition {
        let begun = Edition::begun(InstrumentId::from_u128(1), "2027-14".into(), Instrument::seeded(), MARK);
        Edition { version: Some(Version::FIRST), ..begun }
    }

    fn name_of(code: &str) -> String {
        Instrument::seeded().items.iter().find(|item| item.code == code).expect("an item").name.id.clone()
    }

    #[test]
    fn a_draft_that_nobody_has_changed_differs_in_nothing() {
        assert!(compare(Instrument::seeded(), &draft()).is_empty());
    }

    #[test]
    fn what_was_changed_added_dropped_and_renamed_is_said_once() {
        let (mut draft, seeded) = (draft(), Instrument::seeded());
        draft.instrument.maju = 85;
        draft.drop_item(Version::FIRST, "laktasi", MARK).expect("it is dropped");
        draft.add_item(Version::FIRST, "Air minum".into(), MARK).expect("it is added");
        let mut toilet = draft.item("toilet").expect("an item").clone();
        toilet.name = Said { id: "Toilet yang bersih".into(), en: toilet.name.en };
        toilet.weight = 3;
        draft.keep_item(Version::FIRST, toilet, Some("toilet".into()), seeded, MARK).expect("it is kept");
        let found = compare(seeded, &draft);
        let line = |what: &str, old: &str, new: &str| Line { what: what.into(), old: old.into(), new: new.into() };
        assert_eq!(found.whole, [line("Batas kelas maju", "80", "85")]);
        let changed = Fate::Changed(vec![line("Nama butir", &name_of("toilet"), "Toilet yang bersih"), line("Bobot", "1", "3")]);
        let expected =
            [("Toilet yang bersih".to_owned(), changed), ("Air minum".to_owned(), Fate::New), (name_of("laktasi"), Fate::Dropped)];
        assert_eq!(found.items, expected);
        assert_eq!(found.points, (26, 30), "one less, one more, one three times");
    }

    #[test]
    fn only_an_order_that_is_another_is_one() {
        let mut draft = draft();
        draft.place_item(Version::FIRST, "toilet", 0, MARK).expect("it moves");
        let [line] = &compare(Instrument::seeded(), &draft).whole[..] else { panic!("one line") };
        assert_eq!(line.what, "Urutan butir");
        draft.drop_item(Version::FIRST, "toilet", MARK).expect("it is dropped");
        assert_eq!(compare(Instrument::seeded(), &draft).whole, [], "the others stand as they stood");
    }
}
