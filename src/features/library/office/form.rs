//! From what was typed to words of the library, or to what is wrong with it. Pure.

use super::views::{ReaderForm, RulesForm, TitleForm};
use crate::domain::{Day, Isbn, PersonName, Weekday};
use crate::features::library::{Age, Class, Gone, Language, Rules, Title};
use crate::forms::{Checks, ProblemCode, Problems, read};

const NAME: u32 = 200;
const PUBLISHER: u32 = 100;
const SUMMARY: u32 = 1_000;
const SHELF: u32 = 40;
const HOURS: u32 = 100;
const NOTE: u32 = 300;
/// Nobody has older books to lend.
const FIRST_YEAR: u16 = 1800;
/// Of one title at once, as the act allows.
const COPIES: i64 = 50;
const CLOSED_DAYS: usize = 60;

/// How many copies there are more, and on which shelf they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    pub number: u32,
    pub shelf: String,
}

/// # Errors
/// All that is wrong.
pub fn copies(number: &str, shelf: &str) -> Result<Copies, Problems> {
    let mut checks = Checks::default();
    let number = checks.field("eksemplar", count(number, 1, COPIES));
    let shelf = checks.field("rak", read::line(shelf, SHELF));
    checks.done(number.zip(shelf), |(number, shelf)| Copies { number, shelf })
}

/// The number of a book, which it need not have.
///
/// # Errors
/// `WrongCode` at `isbn` for one that is none.
pub fn isbn(typed: &str) -> Result<Option<Isbn>, Problems> {
    match typed.trim() {
        "" => Ok(None),
        typed => Isbn::parse(typed).map(Some).map_err(|_| Problems::one("isbn", ProblemCode::WrongCode)),
    }
}

impl TitleForm {
    /// `today`: no book is from after the year that follows.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn check(&self, isbn: Option<Isbn>, today: Day) -> Result<Title, Problems> {
        let mut checks = Checks::default();
        let name = checks.filled("nama_buku", read::line(&self.nama_buku, NAME));
        let authors = checks.field("pengarang", read::line(&self.pengarang, NAME));
        let publisher = checks.field("penerbit", read::line(&self.penerbit, PUBLISHER));
        let year = checks.field("tahun", year(&self.tahun, today));
        let language = checks.field("bahasa", chosen(&self.bahasa, Language::parse));
        let age = checks.field("sasaran", chosen(&self.sasaran, Age::parse));
        let class = checks.field("kelas", chosen(&self.kelas, Class::parse));
        let summary = checks.field("ringkasan", read::lines(&self.ringkasan, SUMMARY));
        let words = name.zip(authors).zip(publisher).zip(summary);
        let choices = year.zip(language).zip(age).zip(class);
        checks.done(words.zip(choices), |((((name, authors), publisher), summary), (((year, language), age), class))| Title {
            name,
            authors,
            publisher,
            year,
            isbn,
            language,
            age,
            class,
            summary,
        })
    }

    pub fn of(title: &Title) -> Self {
        Self {
            nama_buku: title.name.clone(),
            pengarang: title.authors.clone(),
            penerbit: title.publisher.clone(),
            tahun: title.year.map(|year| year.to_string()).unwrap_or_default(),
            bahasa: title.language.code().to_owned(),
            sasaran: title.age.code().to_owned(),
            kelas: title.class.code().to_owned(),
            ringkasan: title.summary.clone(),
        }
    }
}

fn year(typed: &str, today: Day) -> Result<Option<u16>, ProblemCode> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let last = today.year() + 1;
    let year = read::year(typed, FIRST_YEAR, last)?;
    u16::try_from(year).map(Some).map_err(|_| ProblemCode::Year { first: FIRST_YEAR, last })
}

fn chosen<T>(code: &str, parse: fn(&str) -> Option<T>) -> Result<T, ProblemCode> {
    parse(code).ok_or(ProblemCode::MissingChoice)
}

fn count(typed: &str, min: i64, max: i64) -> Result<u32, ProblemCode> {
    if typed.trim().is_empty() {
        return Err(ProblemCode::Missing);
    }
    let number = read::number(typed, min, max)?;
    u32::try_from(number).map_err(|_| ProblemCode::TooLarge { max })
}

/// A reader as the form has them; the guardian is a card still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: PersonName,
    /// Of a child.
    pub guardian: Option<String>,
    pub active: bool,
}

impl ReaderForm {
    /// # Errors
    /// All that is wrong.
    pub fn check(&self) -> Result<Named, Problems> {
        let mut checks = Checks::default();
        let name = checks.field("nama", read::name(&self.nama));
        let child = checks.field("jenis", chosen(&self.jenis, |code| ["dewasa", "anak"].iter().position(|one| *one == code)));
        let wali = self.wali.trim();
        let guardian = match child {
            Some(1) if wali.is_empty() => checks.field("wali", Err(ProblemCode::Missing)),
            Some(1) => Some(Some(wali.to_owned())),
            // What was typed for a child does not bind an adult.
            _ => Some(None),
        };
        checks.done(name.zip(guardian), |(name, guardian)| Named { name, guardian, active: self.aktif == "ya" })
    }
}

impl RulesForm {
    /// # Errors
    /// All that is wrong.
    pub fn check(&self) -> Result<Rules, Problems> {
        let mut checks = Checks::default();
        let copies = checks.field("pinjam", count(&self.pinjam, 1, 20));
        let days = checks.field("hari", count(&self.hari, 1, 60));
        let renewals = checks.field("perpanjang", count(&self.perpanjang, 0, 5));
        let aside = checks.field("sisih", count(&self.sisih, 1, 14));
        let open_on: Vec<Weekday> =
            Weekday::ALL.into_iter().zip(self.days()).filter(|(_, tick)| *tick == "ya").map(|(day, _)| day).collect();
        let open_on = checks.field("buka_senin", if open_on.is_empty() { Err(ProblemCode::MissingChoice) } else { Ok(open_on) });
        let closed = checks.field("tutup", closed_days(&self.tutup));
        let hours = checks.filled("jam", read::line(&self.jam, HOURS));
        let numbers = copies.zip(days).zip(renewals.zip(aside));
        checks.done(numbers.zip(open_on.zip(closed).zip(hours)), |(((copies, days), (renewals, aside)), ((open_on, closed), hours))| {
            Rules { version: None, copies, days, renewals, aside, open_on, closed, hours }
        })
    }
}

/// In their order, each once.
fn closed_days(typed: &str) -> Result<Vec<Day>, ProblemCode> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut days: Vec<Day> = lines.map(|line| Day::parse(line).ok_or(ProblemCode::NotADay)).collect::<Result<_, _>>()?;
    days.sort_unstable();
    days.dedup();
    if days.len() > CLOSED_DAYS {
        return Err(ProblemCode::TooMany { max: u32::try_from(CLOSED_DAYS).unwrap_or(u32::MAX) });
    }
    Ok(days)
}

/// Why a copy is no longer there, in a word of the list and in a sentence.
///
/// # Errors
/// All that is wrong.
pub fn loss(why: &str, note: &str) -> Result<(Gone, String), Problems> {
    let mut checks = Checks::default();
    let why = checks.field("sebab", chosen(why, |code| Gone::ALL.into_iter().find(|one| one.code() == code)));
    let note = checks.filled("alasan", read::lines(note, NOTE));
    checks.done(why.zip(note), |both| both)
}

/// Why a copy is not sent to another library.
///
/// # Errors
/// All that is wrong.
pub fn reason(typed: &str) -> Result<String, Problems> {
    let mut checks = Checks::default();
    let reason = checks.filled("alasan", read::lines(typed, NOTE));
    checks.done(reason, |reason| reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(problems: &Problems) -> Vec<&str> {
        problems.iter().map(|problem| problem.field.as_str()).collect()
    }

    fn today() -> Day {
        Day::new(2026, 11, 29).expect("a day")
    }

    fn turtle() -> TitleForm {
        TitleForm {
            nama_buku: "Kura-kura Kecil".into(),
            bahasa: "id".into(),
            sasaran: "anak".into(),
            kelas: "cerita-anak".into(),
            ..TitleForm::default()
        }
    }

    #[test]
    fn everything_that_is_wrong_with_a_title_is_said_at_once() {
        let problems = TitleForm { tahun: "26".into(), ..TitleForm::default() }.check(None, today()).unwrap_err();
        assert_eq!(fields(&problems), ["nama_buku", "tahun", "bahasa", "sasaran", "kelas"]);
        let next = TitleForm { tahun: "2028".into(), ..turtle() }.check(None, today()).unwrap_err();
        assert_eq!(next.of("tahun"), Some(ProblemCode::Year { first: 1800, last: 2027 }));
        let title = TitleForm { tahun: "2027".into(), ..turtle() }.check(None, today()).unwrap();
        assert_eq!((title.year, title.class, TitleForm::of(&title).tahun.as_str()), (Some(2027), Class::ChildrensStories, "2027"));
        assert_eq!(turtle().check(None, today()).unwrap().year, None, "a year may be unknown");
    }

    #[test]
    fn a_number_may_be_empty_and_is_never_a_wrong_one() {
        assert_eq!(isbn(" "), Ok(None));
        assert_eq!(isbn("978-979-3062-79-2"), Ok(Isbn::parse("9789793062792").ok()));
        assert_eq!(isbn("9789793062793"), Err(Problems::one("isbn", ProblemCode::WrongCode)), "the last digit tells");
    }

    #[test]
    fn copies_are_counted_from_one_to_fifty() {
        for (typed, code) in [
            ("", ProblemCode::Missing),
            ("dua", ProblemCode::NotANumber),
            ("0", ProblemCode::TooSmall { min: 1 }),
            ("51", ProblemCode::TooLarge { max: 50 }),
        ] {
            assert_eq!(copies(typed, "Rak 1"), Err(Problems::one("eksemplar", code)), "{typed}");
        }
        assert_eq!(copies("2", ""), Ok(Copies { number: 2, shelf: String::new() }), "a shelf may be unknown");
    }

    #[test]
    fn a_child_has_a_guardian_and_an_adult_needs_none() {
        let form = |jenis: &str, wali: &str| ReaderForm {
            nama: "Siti Aminah".into(),
            jenis: jenis.into(),
            wali: wali.into(),
            aktif: String::new(),
        };
        assert_eq!(fields(&ReaderForm::default().check().unwrap_err()), ["nama", "jenis"]);
        assert_eq!(form("anak", " ").check(), Err(Problems::one("wali", ProblemCode::Missing)));
        assert_eq!(form("anak", " 3 ").check().map(|named| named.guardian), Ok(Some("3".into())));
        assert_eq!(form("dewasa", "3").check().map(|named| (named.guardian, named.active)), Ok((None, false)));
    }

    #[test]
    fn rules_have_sensible_limits() {
        let usual = RulesForm {
            pinjam: "2".into(),
            hari: "7".into(),
            perpanjang: "0".into(),
            sisih: "3".into(),
            buka_senin: "ya".into(),
            buka_sabtu: "ya".into(),
            tutup: "25-12-2026\n\n24 Desember 2026\n25/12/2026".into(),
            jam: "08.00-15.00 WIB".into(),
            ..RulesForm::default()
        };
        assert_eq!(fields(&RulesForm::default().check().unwrap_err()), ["pinjam", "hari", "perpanjang", "sisih", "buka_senin", "jam"]);
        let wrong = RulesForm {
            pinjam: "21".into(),
            hari: "61".into(),
            perpanjang: "6".into(),
            sisih: "15".into(),
            tutup: "besok".into(),
            ..usual.clone()
        };
        assert_eq!(fields(&wrong.check().unwrap_err()), ["pinjam", "hari", "perpanjang", "sisih", "tutup"]);
        let rules = usual.check().unwrap();
        assert_eq!(rules.open_on, [Weekday::Monday, Weekday::Saturday]);
        assert_eq!(rules.closed, [Day::new(2026, 12, 24).unwrap(), Day::new(2026, 12, 25).unwrap()]);
        assert_eq!((rules.copies, rules.days, rules.renewals, rules.aside), (2, 7, 0, 3));
    }

    #[test]
    fn whoever_strikes_a_copy_out_says_why() {
        assert_eq!(fields(&loss("dimakan", " ").unwrap_err()), ["sebab", "alasan"]);
        assert_eq!(loss("rusak", "Halaman lepas."), Ok((Gone::Damaged, "Halaman lepas.".into())));
    }
}
