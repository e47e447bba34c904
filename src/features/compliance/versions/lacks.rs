//! What keeps a draft from being published: all of it at once, at the fields where it is mended.

use crate::features::compliance::{Evidence, EvidenceFile, Instrument, Item, Said, Wanted};
use crate::forms::ProblemCode;

/// Something that is missing, or contradicts another thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The code of the item; `None` for what is said of all of them.
    pub item: Option<String>,
    /// As the field is called in its form.
    pub field: String,
    pub code: ProblemCode,
}

/// In the order of the screens. Empty for a version that can be published.
pub fn lacks(instrument: &Instrument) -> Vec<Lack> {
    let mut found = Found { item: None, lacks: Vec::new() };
    found.said("nama", &instrument.name);
    found.said("keterangan", &instrument.note);
    if instrument.berkembang == 0 {
        found.add("berkembang", ProblemCode::TooSmall { min: 1 });
    }
    if instrument.maju > 100 {
        found.add("maju", ProblemCode::TooLarge { max: 100 });
    } else if instrument.maju <= instrument.berkembang {
        found.add("maju", ProblemCode::TooSmall { min: i64::from(instrument.berkembang) + 1 });
    }
    found.said("batas", &instrument.threshold_note);
    if instrument.asked().next().is_none() {
        found.add("butir_baru", ProblemCode::Missing);
    }
    for (at, item) in instrument.items.iter().enumerate() {
        found.item = Some(item.code.clone());
        if instrument.items[..at].iter().any(|other| other.code == item.code) {
            found.add("nama_id", ProblemCode::Repeated);
        }
        of_item(&mut found, item);
    }
    found.lacks
}

fn of_item(found: &mut Found, item: &Item) {
    found.said("nama", &item.name);
    found.said("guna", &item.why);
    found.said("sumber", &item.source);
    if item.weight == 0 {
        found.add("bobot", ProblemCode::TooSmall { min: 1 });
    }
    for (points, sentence) in item.rubric.iter().enumerate() {
        found.said(&["nilai", &points.to_string()].concat(), sentence);
    }
    // What is known and not asked needs no proof.
    if item.evidence.is_empty() && !item.optional {
        found.add("bukti1_jenis", ProblemCode::MissingChoice);
    }
    for (wanted, number) in item.evidence.iter().zip(1_usize..) {
        let row = ["bukti", &number.to_string(), "_"].concat();
        if matches!(wanted, Wanted::Photo { count: 0, .. }) {
            found.add(&[&row, "jumlah"].concat(), ProblemCode::TooSmall { min: 1 });
        }
        found.said(&[&row, "isi"].concat(), what(wanted));
    }
    // More photos than an answer takes could never be handed in.
    if item.photos() > Evidence::MOST {
        found.add("bukti1_jumlah", ProblemCode::TooLarge { max: i64::try_from(Evidence::MOST).unwrap_or(i64::MAX) });
    }
    // Nor could more files.
    let mut files = item.evidence.iter().zip(1_usize..).filter(|(wanted, _)| matches!(wanted, Wanted::File { .. }));
    if let Some((_, number)) = files.nth(EvidenceFile::MOST) {
        let max = u32::try_from(EvidenceFile::MOST).unwrap_or(u32::MAX);
        found.add(&["bukti", &number.to_string(), "_jenis"].concat(), ProblemCode::TooMany { max });
    }
}

pub const fn what(wanted: &Wanted) -> &Said {
    match wanted {
        Wanted::Photo { what, .. } | Wanted::File { what } | Wanted::Note { what } | Wanted::Link { what } | Wanted::Live { what, .. } => {
            what
        }
    }
}

struct Found {
    item: Option<String>,
    lacks: Vec<Lack>,
}

impl Found {
    fn add(&mut self, field: &str, code: ProblemCode) {
        self.lacks.push(Lack { item: self.item.clone(), field: field.to_owned(), code });
    }

    /// Both languages are there.
    fn said(&mut self, field: &str, said: &Said) {
        for (text, lang) in [(&said.id, "_id"), (&said.en, "_en")] {
            if text.trim().is_empty() {
                self.add(&[field, lang].concat(), ProblemCode::Missing);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(change: impl FnOnce(&mut Instrument)) -> Vec<(Option<String>, String, ProblemCode)> {
        let mut instrument = Instrument::seeded().clone();
        change(&mut instrument);
        lacks(&instrument).into_iter().map(|lack| (lack.item, lack.field, lack.code)).collect()
    }

    #[test]
    fn the_seeded_version_lacks_nothing() {
        assert_eq!(found(|_| ()), []);
    }

    #[test]
    fn each_gap_is_found_where_it_is_mended() {
        let wifi = || Some("wifi".to_owned());
        let one = |item: Option<String>, field: &str, code| vec![(item, field.to_owned(), code)];
        assert_eq!(found(|all| all.items[0].name.en.clear()), one(wifi(), "nama_en", ProblemCode::Missing));
        assert_eq!(found(|all| all.items[0].rubric[1].id = " ".into()), one(wifi(), "nilai1_id", ProblemCode::Missing));
        assert_eq!(found(|all| all.maju = 60), one(None, "maju", ProblemCode::TooSmall { min: 61 }));
        assert_eq!(found(|all| all.maju = 101), one(None, "maju", ProblemCode::TooLarge { max: 100 }));
        assert_eq!(found(|all| all.items[0].evidence.clear()), one(wifi(), "bukti1_jenis", ProblemCode::MissingChoice));
        assert_eq!(found(|all| all.items[1].code = "wifi".into()), one(wifi(), "nama_id", ProblemCode::Repeated));
        let many = |all: &mut Instrument| {
            if let Some(Wanted::Photo { count, .. }) = all.items[0].evidence.first_mut() {
                *count = 7;
            }
        };
        assert_eq!(found(many), one(wifi(), "bukti1_jumlah", ProblemCode::TooLarge { max: 6 }));
        let files = |all: &mut Instrument| {
            let file = all.items[0].evidence.iter().find(|wanted| matches!(wanted, Wanted::File { .. })).cloned();
            all.items[0].evidence.extend(vec![file.expect("the Wi-Fi asks for a file"); 3]);
        };
        assert_eq!(found(files), one(wifi(), "bukti5_jenis", ProblemCode::TooMany { max: 3 }));
        assert_eq!(found(|all| all.items.clear()), one(None, "butir_baru", ProblemCode::Missing));
    }
}
