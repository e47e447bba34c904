//! Labels for books and cards for readers by the sheet, as a PDF: those with the numbers from one to another. Set by the
//! child that sets letters, handed out, and kept nowhere.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::label::{On, label};
use super::store::{self, Known};
use super::{Class, Copy, CopyPlace, Reader, Title};
use crate::access::{Actor, Refusal, Role};
use crate::domain::{Instant, OfficeCode, TitleId};
use crate::features::letters::qr_svg;
use crate::features::offices::gazetteer;
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::db::{Db, OfficeScope};
use crate::server::incident;
use crate::server::sandbox::{LetterJob, LetterRefusal, MOST_PAGES, Sandbox};

/// The drawing of both.
const TEMPLATE: (&str, &str) = ("cetak.typ", include_str!("typst/cetak.typ"));

/// What the sheets are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pieces {
    Labels,
    Cards,
}

impl Pieces {
    /// As it stands in an address.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Labels, Self::Cards].into_iter().find(|one| one.code() == code)
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Labels => "label",
            Self::Cards => "kartu",
        }
    }

    pub const fn words(self) -> &'static str {
        match self {
            Self::Labels => "Label buku",
            Self::Cards => "Kartu pembaca",
        }
    }

    /// On one sheet of A4.
    pub const fn on_a_sheet(self) -> i64 {
        match self {
            Self::Labels => 24,
            Self::Cards => 10,
        }
    }

    /// Ten sheets at once: so many are set in the time that a paper may take.
    pub const fn most(self) -> i64 {
        10 * self.on_a_sheet()
    }
}

/// Numbers of labels or cards, the last one with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    pub first: i64,
    pub last: i64,
}

/// Why no sheets are set of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumbers {
    /// Neither `12` nor `1-48`.
    Unread,
    TooMany,
}

impl Numbers {
    /// # Errors
    /// [`NoNumbers`].
    pub fn parse(typed: &str, pieces: Pieces) -> Result<Self, NoNumbers> {
        let number = |typed: &str| typed.trim().parse::<u32>().ok().filter(|number| *number > 0).map(i64::from).ok_or(NoNumbers::Unread);
        let (first, last) = typed.split_once('-').unwrap_or((typed, typed));
        let numbers = Self { first: number(first)?, last: number(last)? };
        match numbers.last - numbers.first {
            ..0 => Err(NoNumbers::Unread),
            more if more < pieces.most() => Ok(numbers),
            _ => Err(NoNumbers::TooMany),
        }
    }

    /// `1-48`
    pub fn written(self) -> String {
        [&self.first.to_string(), "-", &self.last.to_string()].concat()
    }

    /// What stands on them.
    pub fn labels(self, office: OfficeCode, on: On) -> Vec<String> {
        (self.first..=self.last).map(|number| label(office, on, number)).collect()
    }
}

/// Finished facts of sheets, and what they are called.
pub struct Sheets {
    /// `label-buku-1-48`
    pub name: String,
    facts: Value,
    ident: String,
}

/// What is printed for the office of whoever asks. That somebody looked at a reader with an account is noted.
///
/// # Errors
/// `NotFound` for who keeps no library, for numbers that are none, and where nothing has one of them; `Busy` or `Internal`
/// of the database.
pub async fn sheets(db: &Db, actor: &Actor, pieces: Pieces, typed: &str) -> Result<Sheets, Refusal> {
    if !matches!(actor.role(), Role::Operator | Role::Verifier | Role::Head) {
        return Err(Refusal::NotFound);
    }
    let numbers = Numbers::parse(typed, pieces).map_err(|_| Refusal::NotFound)?;
    let scope = OfficeScope::open(db, actor).await.map_err(|_| Refusal::NotFound)?;
    let office = OfficeCode::try_from(scope.office()).map_err(|_| Refusal::NotFound)?;
    let of_office = gazetteer().full_title(office);
    let each: Vec<Value> = match pieces {
        Pieces::Labels => {
            let copies = store::copies_labelled(&scope, &numbers.labels(office, On::Copy)).await?;
            let copies: Vec<Copy> = copies.into_iter().filter(|copy| !matches!(copy.place, CopyPlace::Gone { .. })).collect();
            drop(scope);
            let titles = store::titles_in(db, &copies.iter().map(|copy| copy.title).collect::<Vec<TitleId>>()).await?;
            let of = |copy: &Copy| titles.iter().find(|known| known.id == copy.title);
            copies.iter().filter_map(|copy| of(copy).map(|known| label_of(copy, known, &of_office))).collect::<Result<_, _>>()?
        }
        Pieces::Cards => {
            let readers = store::readers_with_cards(&scope, &numbers.labels(office, On::Card)).await?;
            drop(scope);
            for (reader, subject) in readers.iter().filter_map(|reader| reader.account.map(|subject| (reader, subject))) {
                let look = Look { subject, purpose: AccessPurpose::Library, object: Object::new("library_reader", reader.id) };
                access_log::log(db, actor, look).await?;
            }
            readers.iter().map(card_of).collect::<Result<_, _>>()?
        }
    };
    if each.is_empty() {
        return Err(Refusal::NotFound);
    }
    let title = [pieces.words(), " ", &numbers.written()].concat();
    let library = ["Pustaka ", &of_office].concat();
    let facts = json!({ "contoh": db.is_practice(), "jenis": pieces.code(), "judul": title, "kantor": library, "lembar": each });
    let name = [pieces.code(), "-", &numbers.written()].concat();
    Ok(Sheets { ident: [&office.number().to_string(), "/", &name].concat(), name, facts })
}

impl Sheets {
    /// # Errors
    /// `Busy` while all places of the sandbox are taken; `Internal`.
    pub async fn set(self, sandbox: &Sandbox, at: Instant) -> Result<Vec<u8>, Refusal> {
        let mut files = BTreeMap::from([(TEMPLATE.0.to_owned(), TEMPLATE.1.as_bytes().to_vec())]);
        files.insert("data.json".to_owned(), self.facts.to_string().into_bytes());
        let job = LetterJob { main: TEMPLATE.0.to_owned(), files, ident: self.ident, at, most_pages: MOST_PAGES };
        let pdf = sandbox.render_letter(&job).await.map_err(|refusal| match refusal {
            LetterRefusal::Busy => Refusal::Busy,
            other => incident::report("labels or cards could not be set", &kind_of(&other)),
        })?;
        Ok(pdf.bytes)
    }
}

/// Never what stands on them.
const fn kind_of(refusal: &LetterRefusal) -> &'static str {
    match refusal {
        LetterRefusal::Template(_) => "the template has a mistake",
        LetterRefusal::Unprintable => "a character has no glyph",
        LetterRefusal::TooManyPages { .. } | LetterRefusal::TooHeavy => "too heavy",
        LetterRefusal::Busy | LetterRefusal::Broken => "no child could do it",
    }
}

fn label_of(copy: &Copy, known: &Known, office: &str) -> Result<Value, Refusal> {
    let lines = [known.title.name.as_str(), &known.title.authors, office];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Ok(json!({ "kode": copy.code, "qr": qr(&copy.code)?, "punggung": spine(&known.title), "baris": lines }))
}

fn card_of(reader: &Reader) -> Result<Value, Refusal> {
    let child = reader.guardian().map(|_| "Anak, meminjam lewat wali");
    let lines: Vec<&str> = [reader.name.as_str()].into_iter().chain(child).collect();
    Ok(json!({ "kode": reader.card, "qr": qr(&reader.card)?, "baris": lines }))
}

fn qr(code: &str) -> Result<String, Refusal> {
    qr_svg(code).ok_or_else(|| incident::report("a label is longer than a QR code", &"library"))
}

/// What stands on the back of a book, as libraries have it: its class, three letters of its first author's last name,
/// and the first of its title.
pub fn spine(title: &Title) -> Vec<String> {
    let class = match title.class {
        Class::ChildrensStories => "CA",
        class => class.code(),
    };
    let first = title.authors.split(',').next().unwrap_or_default();
    let letters = |word: &str, most: usize| word.chars().filter(|letter| letter.is_alphanumeric()).take(most).collect::<String>();
    let author = letters(first.split_whitespace().last().unwrap_or_default(), 3).to_uppercase();
    [class.to_owned(), author, letters(&title.name, 1).to_lowercase()].into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::library::{Age, Language};

    #[test]
    fn numbers_are_read_as_people_write_them_and_never_too_many() {
        let read = |typed| Numbers::parse(typed, Pieces::Cards).map(|numbers| (numbers.first, numbers.last));
        assert_eq!(read("12"), Ok((12, 12)));
        assert_eq!(read(" 1 - 100 "), Ok((1, 100)));
        for wrong in ["", "0", "5-3", "a-b", "1-", "-3", "1-2-3", "1.5"] {
            assert_eq!(read(wrong), Err(NoNumbers::Unread), "{wrong}");
        }
        assert_eq!(read("1-101"), Err(NoNumbers::TooMany));
        assert!(Numbers::parse("1-240", Pieces::Labels).is_ok() && Numbers::parse("1-241", Pieces::Labels).is_err());
    }

    #[test]
    fn the_back_of_a_book_says_its_class_its_author_and_its_title() {
        let title = |name: &str, authors: &str, class| Title {
            name: name.into(),
            authors: authors.into(),
            publisher: String::new(),
            year: None,
            isbn: None,
            language: Language::Indonesian,
            age: Age::Children,
            class,
            summary: String::new(),
        };
        assert_eq!(spine(&title("Kura-kura Kecil", "Dewi Larasati, Budi", Class::ChildrensStories)), ["CA", "LAR", "k"]);
        assert_eq!(spine(&title("\"100 Resep\"", "", Class::Technology)), ["600", "1"]);
        assert_eq!(spine(&title("Siapa?", "Li", Class::Literature)), ["800", "LI", "s"]);
    }
}
