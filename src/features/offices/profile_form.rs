use serde::{Deserialize, Serialize};

use super::{Acting, Books, Face, OfficeProfile, Official, PaperSize};
use crate::domain::{Day, NumberFacts, NumberPattern, Pin};
use crate::forms::{Checks, ProblemCode, Problems, read};

/// The settings of an office as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileForm {
    #[serde(default)]
    pub alamat: String,
    #[serde(default)]
    pub kontak: String,
    #[serde(default)]
    pub titik: String,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub kertas: String,
    #[serde(default)]
    pub huruf: String,
    #[serde(default)]
    pub pola: String,
    #[serde(default)]
    pub buku: String,
    #[serde(default)]
    pub kepala_sebutan: String,
    #[serde(default)]
    pub kepala_nama: String,
    #[serde(default)]
    pub kepala_pangkat: String,
    #[serde(default)]
    pub kepala_nip: String,
    #[serde(default)]
    pub sekretaris_nama: String,
    #[serde(default)]
    pub sekretaris_pangkat: String,
    #[serde(default)]
    pub sekretaris_nip: String,
}

/// Fits the letterhead on one line at its size (measured for 170 mm).
const ADDRESS: u32 = 110;
const CONTACT: u32 = 80;
/// A unit code is short; the number's line holds 60 characters in all.
const UNIT: u32 = 20;
const RANK: u32 = 60;
const NIP: u32 = 18;

impl ProfileForm {
    pub fn of(profile: &OfficeProfile) -> Self {
        let (head, secretary) = (profile.head.as_ref(), profile.secretary.as_ref());
        let name = |official: Option<&Official>| official.map(|official| official.name.clone()).unwrap_or_default();
        let rank = |official: Option<&Official>| official.and_then(|official| official.rank.clone()).unwrap_or_default();
        let nip = |official: Option<&Official>| official.and_then(|official| official.nip.clone()).unwrap_or_default();
        Self {
            alamat: profile.address.clone(),
            kontak: profile.contact.clone(),
            titik: profile.pin.map(Pin::in_writing).unwrap_or_default(),
            unit: profile.unit_code.clone().unwrap_or_default(),
            kertas: profile.paper.code().to_owned(),
            huruf: profile.face.code().to_owned(),
            pola: profile.pattern.clone().into(),
            buku: profile.books.code().to_owned(),
            kepala_sebutan: profile.acting.map(Acting::code).unwrap_or_default().to_owned(),
            kepala_nama: name(head),
            kepala_pangkat: rank(head),
            kepala_nip: nip(head),
            sekretaris_nama: name(secretary),
            sekretaris_pangkat: rank(secretary),
            sekretaris_nip: nip(secretary),
        }
    }

    /// The profile as typed. Everything may be left open but the choices and the pattern: an office
    /// fills in what it knows, and is told what is missing. The crest is not asked here.
    ///
    /// # Errors
    /// All problems, in the order of the page.
    pub fn check(&self) -> Result<OfficeProfile, Problems> {
        let mut checks = Checks::default();
        let address = checks.field("alamat", read::line(&self.alamat, ADDRESS));
        let contact = checks.field("kontak", read::line(&self.kontak, CONTACT));
        let pin = checks.field("titik", pin(&self.titik));
        let acting = checks.field("kepala_sebutan", acting(&self.kepala_sebutan));
        let head = official(
            &mut checks,
            ["kepala_nama", "kepala_pangkat", "kepala_nip"],
            [&self.kepala_nama, &self.kepala_pangkat, &self.kepala_nip],
        );
        let secretary = official(
            &mut checks,
            ["sekretaris_nama", "sekretaris_pangkat", "sekretaris_nip"],
            [&self.sekretaris_nama, &self.sekretaris_pangkat, &self.sekretaris_nip],
        );
        let unit = checks.field("unit", read::line(&self.unit, UNIT));
        let pattern = checks.field("pola", pattern(&self.pola, unit.as_deref().unwrap_or_default()));
        let books = checks.field("buku", chosen(Books::from_code(&self.buku)));
        let shared = books == Some(Books::PerService) && pattern.as_ref().is_some_and(|pattern| !pattern.names_the_kind());
        let pattern = if shared { checks.field("pola", Err(ProblemCode::PatternWithoutCode)) } else { pattern };
        let paper = checks.field("kertas", chosen(PaperSize::from_code(&self.kertas)));
        let face = checks.field("huruf", chosen(Face::from_code(&self.huruf)));
        let words = (|| Some((address?, contact?, pin?, acting?, head?, secretary?, unit?, pattern?, books?, paper?, face?)))();
        checks.done(words, |(address, contact, pin, acting, head, secretary, unit, pattern, books, paper, face)| OfficeProfile {
            address,
            contact,
            pin,
            unit_code: some(unit),
            paper,
            face,
            pattern,
            books,
            acting,
            head,
            secretary,
            crest: None,
        })
    }
}

fn chosen<T>(choice: Option<T>) -> Result<T, ProblemCode> {
    choice.ok_or(ProblemCode::NotAChoice)
}

fn pin(typed: &str) -> Result<Option<Pin>, ProblemCode> {
    if typed.trim().is_empty() { Ok(None) } else { Pin::parse(typed).map(Some).ok_or(ProblemCode::NotAPin) }
}

fn acting(code: &str) -> Result<Option<Acting>, ProblemCode> {
    if code.is_empty() { Ok(None) } else { chosen(Acting::from_code(code)).map(Some) }
}

/// An official with a name, nobody when all three are empty; rank or number alone want their name.
fn official(checks: &mut Checks, names: [&str; 3], typed: [&str; 3]) -> Option<Option<Official>> {
    let [name, rank, nip] = typed;
    let nobody = typed.iter().all(|text| text.trim().is_empty());
    let name = if nobody { Some(None) } else { checks.field(names[0], read::name(name)).map(Some) };
    let rank = checks.field(names[1], read::line(rank, RANK));
    let nip = checks.field(names[2], nip_digits(nip));
    let (name, rank, nip) = (name?, rank?, nip?);
    Some(name.map(|name| Official { name: name.into(), rank: some(rank), nip, staff_number: None }))
}

fn nip_digits(typed: &str) -> Result<Option<String>, ProblemCode> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let have = u32::try_from(digits.chars().count()).unwrap_or(u32::MAX);
    match have {
        0 => Ok(None),
        _ if !digits.bytes().all(|digit| digit.is_ascii_digit()) => Err(ProblemCode::NotDigits),
        NIP => Ok(Some(digits)),
        _ => Err(ProblemCode::Digits { need: NIP, have }),
    }
}

/// A pattern that can write the longest number there may be, so that writing one later cannot fail.
fn pattern(typed: &str, unit: &str) -> Result<NumberPattern, ProblemCode> {
    let pattern = NumberPattern::parse(typed.trim()).map_err(|_| ProblemCode::NotAPattern)?;
    let longest = NumberFacts {
        code: "400.12.2.2.1",
        sequence: OfficeProfile::HIGHEST_NUMBER,
        inserted: Some('a'),
        unit: Some(unit).filter(|unit| !unit.is_empty()),
        village_code: "35.10.24.2008",
        on: Day::new(2026, 8, 1).unwrap_or(Day::FIRST),
    };
    pattern.write(longest).map_err(|_| ProblemCode::TooLong { max: NumberPattern::LONGEST as u32 })?;
    Ok(pattern)
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::OfficeKind;

    fn filled() -> ProfileForm {
        let proposed = OfficeProfile::proposed(OfficeKind::Desa);
        ProfileForm { alamat: "Jl. Raya Tamansari 1, 68454".into(), kepala_nama: "HADI SANTOSO".into(), ..ProfileForm::of(&proposed) }
    }

    fn problems(form: ProfileForm) -> Vec<(String, ProblemCode)> {
        form.check().err().map_or_else(Vec::new, |all| all.iter().map(|problem| (problem.field.clone(), problem.code)).collect())
    }

    #[test]
    fn a_pattern_that_would_write_two_letters_the_same_number_is_refused() {
        for pola in ["{kode}/{tahun}", "{kode}/{urut}", "{urut}/{tahun}/{x}", "{urut/{tahun}", ""] {
            assert_eq!(problems(ProfileForm { pola: pola.into(), ..filled() }), [("pola".to_owned(), ProblemCode::NotAPattern)], "{pola}");
        }
    }

    #[test]
    fn books_of_their_own_need_a_pattern_that_tells_them_apart() {
        let books = |pola: &str| ProfileForm { buku: "layanan".into(), pola: pola.into(), ..filled() };
        assert_eq!(problems(books("{urut:3}/{unit}/{tahun}")), [("pola".to_owned(), ProblemCode::PatternWithoutCode)]);
        assert_eq!(problems(books("{kode}/{urut:3}/{tahun}")), []);
    }

    #[test]
    fn a_pattern_whose_highest_number_would_not_fit_is_refused_when_it_is_saved() {
        let pola = "{kode}/{kode}/{urut:6}/{unit}/{kode_desa}/{tahun}".to_owned();
        assert_eq!(problems(ProfileForm { pola, ..filled() }), [("pola".to_owned(), ProblemCode::TooLong { max: 60 })]);
    }

    #[test]
    fn a_nip_has_18_digits_and_belongs_to_a_name() {
        let wrong = ProfileForm { kepala_nama: String::new(), kepala_nip: "19780412 200312 1".into(), ..filled() };
        let codes =
            [("kepala_nama".to_owned(), ProblemCode::Missing), ("kepala_nip".to_owned(), ProblemCode::Digits { need: 18, have: 15 })];
        assert_eq!(problems(wrong), codes);
    }

    #[test]
    fn what_was_kept_is_shown_as_it_was_typed() {
        let form =
            ProfileForm { kepala_sebutan: "plt".into(), kepala_nip: "197804122003121004".into(), unit: "429.523.03".into(), ..filled() };
        assert_eq!(ProfileForm::of(&form.check().expect("a profile")), form);
    }
}
