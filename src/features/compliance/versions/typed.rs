//! What a form of a version means: all its problems at once, in the order of the screen. A draft may have gaps; what
//! is there has to be of its kind.

use super::edition::Settings;
use super::fields::{ASPECTS, EVIDENCE, KINDS, NAME, NEW, NOTE, PROVENANCES, SENTENCE, WEIGHT, WHENS, drawings, icons, sample_field};
use crate::features::compliance::{Evidence, FigureName, Item, Said, Wanted, When};
use crate::forms::{Answers, ProblemCode, Problems, read};

/// # Errors
/// What is wrong with them.
pub fn settings(answers: &Answers) -> Result<Settings, Problems> {
    let mut form = Typed::of(answers);
    let (name, note) = (form.said("nama", NAME), form.said("keterangan", NOTE));
    let (maju, berkembang) = (form.number("maju", 1, 100), form.number("berkembang", 1, 100));
    let threshold_note = form.said("batas", NOTE);
    if form.problems.is_empty() && maju <= berkembang {
        form.wrong("maju", ProblemCode::TooSmall { min: i64::from(berkembang) + 1 });
    }
    form.done(Settings { name, note, maju, berkembang, threshold_note })
}

/// An item in the place of `before`, and which item of the base it carries on.
///
/// # Errors
/// What is wrong with it.
pub fn item(answers: &Answers, before: &Item) -> Result<(Item, Option<String>), Problems> {
    let mut form = Typed::of(answers);
    let (name, why) = (form.line_said("nama", NAME), form.said("guna", SENTENCE));
    if name.id.is_empty() && form.problems.of("nama_id").is_none() {
        form.wrong("nama_id", ProblemCode::Missing);
    }
    let icon = form.one_of("ikon", &icons()).unwrap_or(before.icon);
    let aspect = form.one_of("aspek", &ASPECTS).unwrap_or(before.aspect);
    let weight = form.number("bobot", 1, WEIGHT);
    let from = match answers.typed("asal") {
        "" => {
            form.wrong("asal", ProblemCode::MissingChoice);
            None
        }
        NEW => None,
        code => Some(code.to_owned()),
    };
    let activity = form.activity("kegiatan");
    let rubric = ["nilai2", "nilai1", "nilai0"].map(|name| form.said(name, SENTENCE));
    let [met, partly, missing] = rubric;
    let provenance = form.one_of("asal_usul", &PROVENANCES).unwrap_or(before.provenance);
    let source = form.said("sumber", NOTE);
    let evidence: Vec<Wanted> = (1..=EVIDENCE).filter_map(|number| form.wanted(number)).collect();
    let chosen: Vec<_> = drawings().filter(|(drawing, _)| answers.typed(&sample_field(drawing)) == "ya").collect();
    let item = Item {
        code: before.code.clone(),
        icon,
        name,
        why,
        aspect,
        provenance,
        source,
        weight,
        optional: answers.typed("pilihan") == "ya",
        rubric: [missing, partly, met],
        evidence,
        samples: chosen.iter().map(|(drawing, _)| (*drawing).clone()).collect(),
        sample_alts: chosen.iter().map(|(_, alt)| (*alt).clone()).collect(),
        activity,
        lasts: answers.typed("tetap") == "ya",
    };
    form.done((item, from))
}

struct Typed<'a> {
    answers: &'a Answers,
    problems: Problems,
}

impl<'a> Typed<'a> {
    fn of(answers: &'a Answers) -> Self {
        Self { answers, problems: Problems::default() }
    }

    fn wrong(&mut self, field: &str, code: ProblemCode) {
        self.problems.add(field, code);
    }

    fn kept<T: Default>(&mut self, field: &str, read: Result<T, ProblemCode>) -> T {
        read.map_err(|code| self.wrong(field, code)).unwrap_or_default()
    }

    fn said(&mut self, name: &str, max: u32) -> Said {
        let [id, en] = ["_id", "_en"].map(|lang| {
            let field = [name, lang].concat();
            self.kept(&field, read::lines(self.answers.typed(&field), max))
        });
        Said { id, en }
    }

    fn line_said(&mut self, name: &str, max: u32) -> Said {
        let [id, en] = ["_id", "_en"].map(|lang| {
            let field = [name, lang].concat();
            self.kept(&field, read::line(self.answers.typed(&field), max))
        });
        Said { id, en }
    }

    fn number(&mut self, field: &str, min: i64, max: i64) -> u32 {
        let typed = self.answers.typed(field);
        let number = if typed.trim().is_empty() { Err(ProblemCode::Missing) } else { read::number(typed, min, max) };
        u32::try_from(self.kept(field, number)).unwrap_or_default()
    }

    fn one_of<T: Copy>(&mut self, field: &str, table: &[(&str, T, &str)]) -> Option<T> {
        let typed = self.answers.typed(field);
        let found = table.iter().find(|(code, ..)| *code == typed).map(|(_, value, _)| *value);
        if found.is_none() {
            self.wrong(field, if typed.is_empty() { ProblemCode::MissingChoice } else { ProblemCode::NotAChoice });
        }
        found
    }

    /// "02.06.91", whatever parts its digits; nothing where it is empty.
    fn activity(&mut self, field: &str) -> Option<String> {
        const DIGITS: usize = 6;
        let typed = self.answers.typed(field);
        if typed.trim().is_empty() {
            return None;
        }
        let digits: Vec<char> = typed.chars().filter(char::is_ascii_digit).collect();
        if typed.chars().any(|letter| !letter.is_ascii_digit() && !matches!(letter, '.' | ' ')) {
            self.wrong(field, ProblemCode::NotDigits);
        } else if digits.len() != DIGITS {
            let have = u32::try_from(digits.len()).unwrap_or(u32::MAX);
            self.wrong(field, ProblemCode::Digits { need: DIGITS as u32, have });
        }
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        Some(pairs.join("."))
    }

    /// A row of evidence; nothing where no kind is chosen.
    fn wanted(&mut self, number: usize) -> Option<Wanted> {
        let name = |part: &str| ["bukti", &number.to_string(), "_", part].concat();
        let (kind, of_kind) = (self.answers.typed(&name("jenis")).to_owned(), name("jenis"));
        if kind.is_empty() {
            return None;
        }
        if !KINDS.iter().any(|(code, _)| *code == kind) {
            self.wrong(&of_kind, ProblemCode::NotAChoice);
            return None;
        }
        let (count, when, figure) = match kind.as_str() {
            "photo" => {
                let count = self.number(&name("jumlah"), 1, i64::try_from(Evidence::MOST).unwrap_or(i64::MAX));
                (count, self.one_of(&name("waktu"), &WHENS).unwrap_or(When::Any), None)
            }
            "live" => (0, When::Any, self.figure(&name("angka"))),
            _ => (0, When::Any, None),
        };
        let what = self.said(&name("isi"), SENTENCE);
        match kind.as_str() {
            "photo" => Some(Wanted::Photo { count, when, what }),
            "file" => Some(Wanted::File { what }),
            "note" => Some(Wanted::Note { what }),
            "link" => Some(Wanted::Link { what }),
            _ => Some(Wanted::Live { figure: figure?, what }),
        }
    }

    fn figure(&mut self, field: &str) -> Option<FigureName> {
        let typed = self.answers.typed(field);
        let found = FigureName::ALL.into_iter().find(|figure| figure.code() == typed);
        if found.is_none() {
            self.wrong(field, if typed.is_empty() { ProblemCode::MissingChoice } else { ProblemCode::NotAChoice });
        }
        found
    }

    fn done<T>(self, read: T) -> Result<T, Problems> {
        if self.problems.is_empty() { Ok(read) } else { Err(self.problems) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AccountId, Instant, InstrumentId};
    use crate::features::compliance::versions::{Edition, fields};
    use crate::features::compliance::{Instrument, ItemIcon, Mark};

    fn draft() -> Edition {
        let mark = Mark { by: AccountId::from_u128(1), at: Instant::from_micros(7) };
        Edition::begun(InstrumentId::from_u128(1), "2027-14".into(), Instrument::seeded(), mark)
    }

    /// What the form of an item sends as it is drawn, with some fields changed.
    fn sent(item: &Item, change: &[(&str, &str)]) -> Answers {
        let groups = fields::of_item(&draft(), item, Vec::new());
        let drawn = groups.into_iter().flat_map(|group| group.fields).map(|field| (field.name, field.value));
        let mut answers = Answers::from_pairs(drawn).expect("no field twice");
        for (name, value) in change {
            answers.put(*name, *value);
        }
        answers
    }

    #[test]
    fn a_form_that_is_sent_as_it_was_drawn_changes_nothing() {
        for known in &Instrument::seeded().items {
            assert_eq!(item(&sent(known, &[]), known), Ok((known.clone(), Some(known.code.clone()))), "{}", known.code);
        }
        let seeded = Instrument::seeded();
        let drawn = fields::of_settings(seeded).into_iter().flat_map(|group| group.fields).map(|field| (field.name, field.value));
        let kept = settings(&Answers::from_pairs(drawn).expect("no field twice")).expect("settings");
        assert_eq!((kept.name, kept.note, kept.maju, kept.berkembang), (seeded.name.clone(), seeded.note.clone(), 80, 60));
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let wifi = &Instrument::seeded().items[0];
        let found = |change: &[(&str, &str)]| match item(&sent(wifi, change), wifi) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
        };
        let one = |field: &str, code| vec![(field.to_owned(), code)];
        let long = ["ab "; 20].concat();
        assert_eq!(found(&[("nama_id", &long)]), one("nama_id", ProblemCode::TooLong { max: 48 }));
        assert_eq!(found(&[("nama_id", " ")]), one("nama_id", ProblemCode::Missing));
        assert_eq!(found(&[("nama_en", "")]), [], "a draft may have gaps");
        assert_eq!(found(&[("bobot", "0")]), one("bobot", ProblemCode::TooSmall { min: 1 }));
        assert_eq!(found(&[("aspek", "istana")]), one("aspek", ProblemCode::NotAChoice));
        assert_eq!(found(&[("ikon", "clipboard-check")]), one("ikon", ProblemCode::NotAChoice), "a name of the sprite is none of the list");
        assert_eq!(found(&[("ikon", "")]), one("ikon", ProblemCode::MissingChoice));
        assert_eq!(found(&[("asal", "")]), one("asal", ProblemCode::MissingChoice));
        assert_eq!(found(&[("kegiatan", "02.06")]), one("kegiatan", ProblemCode::Digits { need: 6, have: 4 }));
        assert_eq!(found(&[("bukti1_jumlah", "7")]), one("bukti1_jumlah", ProblemCode::TooLarge { max: 6 }));
        assert_eq!(found(&[("bukti3_jenis", "live")]), one("bukti3_angka", ProblemCode::MissingChoice));
        assert_eq!(found(&[("bukti3_jenis", "radio")]), one("bukti3_jenis", ProblemCode::NotAChoice));
    }

    #[test]
    fn an_icon_is_chosen_from_the_list() {
        let wifi = &Instrument::seeded().items[0];
        for (code, icon, ..) in ItemIcon::ALL {
            assert_eq!(item(&sent(wifi, &[("ikon", code)]), wifi).map(|(item, _)| item.icon), Ok(icon));
        }
    }

    #[test]
    fn thresholds_stand_in_their_order() {
        let typed = |maju: &str, berkembang: &str| {
            let answers = [("maju", maju), ("berkembang", berkembang)].map(|(name, value)| (name.to_owned(), value.to_owned()));
            settings(&Answers::from_pairs(answers).expect("no field twice")).err().and_then(|problems| problems.of("maju"))
        };
        assert_eq!(typed("60", "60"), Some(ProblemCode::TooSmall { min: 61 }));
        assert_eq!(typed("101", "60"), Some(ProblemCode::TooLarge { max: 100 }));
        assert_eq!(typed("75", "50"), None);
    }
}
