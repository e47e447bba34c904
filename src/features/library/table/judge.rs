//! What a file would do to the books of a library. Pure: nothing is written here, and nothing while a single row is
//! wrong.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::columns::{CODE, CopyForm, ISBN, TOTAL};
use super::{column_of, head_of, typed, words};
use crate::domain::{Day, Isbn, Lang, TitleId};
use crate::features::library::label::{self, On};
use crate::features::library::office::{TitleForm, copies_typed};
use crate::features::library::store::{Known, Shelves};
use crate::features::library::{Copy, CopyPlace, Title};
use crate::features::tables::{Fault, MOST_ROWS, Row, beside_the_heads, plain, read};
use crate::forms::{ProblemCode, Problems};
use crate::server::sandbox::SheetRow;
use crate::text::problem_sentence;

/// Labels that a file brings count to here: one number that is mistyped must not use all of them up. Those of copies
/// that are there may be larger.
const MOST_NUMBER: i64 = 99_999;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub titles: Vec<NewTitle>,
    pub copies: Vec<NewCopies>,
    /// Titles that this library has entered, as the file says them.
    pub corrected: Vec<(u32, Known, Title)>,
    /// Copies on another shelf.
    pub moved: Vec<(u32, Copy, String)>,
    pub unchanged: usize,
    /// In the order of the file.
    pub faults: Vec<Fault>,
}

/// A title that no library of the regency has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTitle {
    pub line: u32,
    pub title: Title,
}

/// A row that is one copy, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCopies {
    pub line: u32,
    pub of: Of,
    /// What their label says already.
    pub code: Option<String>,
    pub number: u32,
    pub shelf: String,
    /// As the file calls the title.
    pub called: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Known(TitleId),
    /// The place in [`Judged::titles`].
    New(usize),
}

impl Judged {
    /// Rows in which something is wrong.
    pub fn wrong(&self) -> usize {
        self.faults.iter().map(|fault| fault.line).collect::<HashSet<_>>().len()
    }

    pub fn new_copies(&self) -> usize {
        self.copies.iter().map(|row| row.number as usize).sum()
    }

    /// Whether anything would be written.
    pub fn writes(&self) -> bool {
        !(self.copies.is_empty() && self.corrected.is_empty() && self.moved.is_empty())
    }

    /// The same for the same wish about the same books: what was looked at is what is written.
    pub fn mark(&self) -> String {
        let mut hasher = DefaultHasher::new();
        format!("{self:?}").hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// The numbers of books that stand in a file; what is none is told when it is judged.
pub fn isbns(sheet: &[SheetRow]) -> BTreeSet<Isbn> {
    let rows = read(sheet, column_of).unwrap_or_default();
    rows.iter().filter_map(|row| Isbn::parse(row.cell(ISBN)).ok()).collect()
}

/// `today`: no book is from after the year that follows.
pub fn judge(sheet: &[SheetRow], shelves: &Shelves, today: Day) -> Judged {
    let rows = match read(sheet, column_of) {
        Ok(rows) => rows,
        Err(faults) => return Judged { faults, ..Judged::default() },
    };
    let mut judge = Judge::of(shelves, today);
    for row in &rows {
        let failed: Vec<Fault> = row.failed_formulas().collect();
        let outcome = if failed.is_empty() { judge.row(row) } else { Err(failed) };
        judge.judged.faults.extend(outcome.err().into_iter().flatten());
    }
    let mut judged = judge.judged;
    judged.faults.extend(beside_the_heads(sheet));
    judged.faults.sort_by_key(|fault| fault.line);
    judged
}

/// By what a title is known again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Isbn(Isbn),
    /// Without a number: name, authors and year, at this library.
    Words(String, String, Option<u16>),
}

impl Key {
    fn of(title: &Title) -> Self {
        title.isbn.map_or_else(|| Self::Words(plain(&title.name), plain(&title.authors), title.year), Self::Isbn)
    }
}

struct Judge<'a> {
    shelves: &'a Shelves,
    today: Day,
    copies: HashMap<&'a str, &'a Copy>,
    titles: HashMap<Key, &'a Known>,
    /// The row that each label was in.
    codes: HashMap<String, u32>,
    /// New titles of rows before, by their places.
    new: HashMap<Key, usize>,
    /// What rows before have said of titles that there are.
    said: HashMap<TitleId, (u32, Title)>,
    judged: Judged,
}

impl<'a> Judge<'a> {
    fn of(shelves: &'a Shelves, today: Day) -> Self {
        // Of two that are the same in words the older one counts, whichever order they came in.
        let mut known: Vec<&Known> = shelves.titles.values().collect();
        known.sort_by_key(|known| std::cmp::Reverse(known.id));
        Self {
            shelves,
            today,
            copies: shelves.copies.iter().map(|copy| (copy.code.as_str(), copy)).collect(),
            titles: known.into_iter().map(|known| (Key::of(&known.title), known)).collect(),
            codes: HashMap::new(),
            new: HashMap::new(),
            said: HashMap::new(),
            judged: Judged::default(),
        }
    }

    fn row(&mut self, row: &Row) -> Result<(), Vec<Fault>> {
        let Some(code) = self.code(row)? else { return self.new_copies(row, None) };
        if let Some(before) = self.codes.insert(code.clone(), row.line) {
            return Err(fault(row, CODE, words::copy_in_a_row_before(before)));
        }
        if !["", "1"].contains(&row.cell(TOTAL)) {
            return Err(fault(row, TOTAL, words::ONE_COPY));
        }
        match self.copies.get(code.as_str()).copied() {
            Some(copy) => self.known_copy(row, copy),
            None => self.new_copies(row, Some(code)),
        }
    }

    /// What the label says, if the row has one.
    fn code(&self, row: &Row) -> Result<Option<String>, Vec<Fault>> {
        let written = row.cell(CODE);
        if written.is_empty() {
            return Ok(None);
        }
        let code = label::read(written, self.shelves.office, On::Copy).map_err(|misread| fault(row, CODE, words::misread(misread)))?;
        match label::number_of(&code, On::Copy) {
            Some(number) if number <= MOST_NUMBER || self.copies.contains_key(code.as_str()) => Ok(Some(code)),
            _ => Err(fault(row, CODE, words::NUMBER_TOO_LARGE)),
        }
    }

    fn known_copy(&mut self, row: &Row, copy: &Copy) -> Result<(), Vec<Fault>> {
        let known = self.shelves.title(copy).ok_or_else(|| fault(row, CODE, words::NO_TITLE))?;
        if let CopyPlace::Gone { why, .. } = copy.place {
            return Err(fault(row, CODE, words::gone(why)));
        }
        let form = row.over(&CopyForm::of(copy, &known.title), typed);
        let title = self.title(row, &row.over(&TitleForm::of(&known.title), typed), known.title.isbn);
        let shelf = copies_typed("1", &form.rak).map(|copies| copies.shelf).map_err(|problems| faults(row, &problems));
        let isbn = self
            .isbn(row, &form.isbn)
            .and_then(|isbn| if isbn == known.title.isbn { Ok(()) } else { Err(fault(row, ISBN, words::OTHER_ISBN)) });
        let (title, (shelf, ())) = both(title, both(shelf, isbn))?;
        self.correct(row, known, &title)?;
        if shelf != copy.shelf {
            self.judged.moved.push((row.line, copy.clone(), shelf));
        } else if title == known.title {
            self.judged.unchanged += 1;
        }
        Ok(())
    }

    /// What the row says of a title that there is: all rows of it say the same.
    fn correct(&mut self, row: &Row, known: &Known, title: &Title) -> Result<(), Vec<Fault>> {
        match self.said.get(&known.id) {
            Some((_, said)) if said == title => return Ok(()),
            Some((line, said)) => return Err(fault(row, differing(said, title), words::said_otherwise(*line))),
            None => {}
        }
        if *title != known.title {
            if known.entered_by != self.shelves.office {
                return Err(fault(row, differing(&known.title, title), words::entered_elsewhere(known.entered_by)));
            }
            self.judged.corrected.push((row.line, known.clone(), title.clone()));
        }
        self.said.insert(known.id, (row.line, title.clone()));
        Ok(())
    }

    fn new_copies(&mut self, row: &Row, code: Option<String>) -> Result<(), Vec<Fault>> {
        let form = row.over(&CopyForm::default(), typed);
        let total = if form.eksemplar.trim().is_empty() { "1" } else { &form.eksemplar };
        let copies = copies_typed(total, &form.rak).map_err(|problems| faults(row, &problems));
        // Indonesian stands in the form of a new book, too.
        let typed = row.over(&TitleForm::default(), typed);
        let bahasa = if typed.bahasa.trim().is_empty() { "id".to_owned() } else { typed.bahasa.clone() };
        let title = self.isbn(row, &form.isbn).and_then(|isbn| self.title_of_new(row, &TitleForm { bahasa, ..typed.clone() }, isbn));
        let (copies, of) = both(copies, title)?;
        if self.judged.new_copies() + copies.number as usize > MOST_ROWS {
            return Err(fault(row, TOTAL, words::TOO_MANY_COPIES));
        }
        let called = typed.nama_buku.trim().to_owned();
        self.judged.copies.push(NewCopies { line: row.line, of, code, number: copies.number, shelf: copies.shelf, called });
        Ok(())
    }

    /// A title that the regency knows by its number is joined, whatever else the row says of it.
    fn title_of_new(&mut self, row: &Row, form: &TitleForm, isbn: Option<Isbn>) -> Result<Of, Vec<Fault>> {
        if let Some(known) = isbn.and_then(|isbn| self.titles.get(&Key::Isbn(isbn))) {
            return Ok(Of::Known(known.id));
        }
        let title = self.title(row, form, isbn)?;
        let key = Key::of(&title);
        if let Some(known) = self.titles.get(&key) {
            return Ok(Of::Known(known.id));
        }
        if let Some(place) = self.new.get(&key) {
            let first = &self.judged.titles[*place];
            return match first.title == title {
                true => Ok(Of::New(*place)),
                false => Err(fault(row, differing(&first.title, &title), words::said_otherwise(first.line))),
            };
        }
        let place = self.judged.titles.len();
        self.judged.titles.push(NewTitle { line: row.line, title });
        self.new.insert(key, place);
        Ok(Of::New(place))
    }

    fn isbn(&self, row: &Row, written: &str) -> Result<Option<Isbn>, Vec<Fault>> {
        let written = written.trim();
        if written.is_empty() {
            return Ok(None);
        }
        Isbn::parse(written).map(Some).map_err(|_| fault(row, ISBN, words::wrong_isbn(written)))
    }

    fn title(&self, row: &Row, form: &TitleForm, isbn: Option<Isbn>) -> Result<Title, Vec<Fault>> {
        form.check(isbn, self.today).map_err(|problems| faults(row, &problems))
    }
}

/// What both rows say, or all that is wrong with either.
fn both<A, B>(one: Result<A, Vec<Fault>>, other: Result<B, Vec<Fault>>) -> Result<(A, B), Vec<Fault>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}

/// The first column in which two titles differ.
fn differing(one: &Title, other: &Title) -> &'static str {
    let (one, other) = (TitleForm::of(one), TitleForm::of(other));
    let fields = [
        ("nama_buku", one.nama_buku == other.nama_buku),
        ("pengarang", one.pengarang == other.pengarang),
        ("penerbit", one.penerbit == other.penerbit),
        ("tahun", one.tahun == other.tahun),
        ("bahasa", one.bahasa == other.bahasa),
        ("sasaran", one.sasaran == other.sasaran),
        ("kelas", one.kelas == other.kelas),
    ];
    fields.into_iter().find(|(_, same)| !same).map_or("ringkasan", |(name, _)| name)
}

/// At the column with this name.
fn fault(row: &Row, name: &str, sentence: impl Into<String>) -> Vec<Fault> {
    vec![Fault::at(row.line, head_of(name), sentence)]
}

fn faults(row: &Row, problems: &Problems) -> Vec<Fault> {
    let sentence = |field: &str, code| match code {
        ProblemCode::MissingChoice | ProblemCode::NotAChoice => words::choose_one(field),
        code => problem_sentence(Lang::Id, code, head_of(field)),
    };
    problems.iter().map(|problem| Fault::at(row.line, head_of(&problem.field), sentence(&problem.field, problem.code))).collect()
}
