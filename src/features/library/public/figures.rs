//! What the drawings of the catalogue are made of.

use crate::features::catalogue::Picture;
use crate::ui::{FinderFigure, MarkView, NoneFigure, Way};

pub struct CatalogueFigure {
    /// When the library of the village is open, and what it allows; nothing for the whole regency.
    pub hours: Vec<String>,
    pub finder: FinderFigure,
    pub books: Vec<BookCard>,
    pub next: Option<Way>,
    /// What is said where there is nothing.
    pub none: NoneFigure,
    pub all: Option<Way>,
    /// The reading club of the village.
    pub club: Option<ClubFigure>,
}

pub struct ClubFigure {
    pub heading: &'static str,
    /// The next one first.
    pub meetings: Vec<ClubMeeting>,
    /// For who reads for themselves.
    pub join: Option<Way>,
}

pub struct ClubMeeting {
    pub book: String,
    pub when: String,
    pub place: String,
    pub mark: Option<MarkView>,
}

pub struct BookCard {
    pub cover: Picture,
    pub to: String,
    pub name: String,
    pub authors: String,
    pub age: String,
    pub free: MarkView,
    /// In how many libraries, or how many copies.
    pub stands: String,
}

pub struct TitleFigure {
    pub read_here: &'static str,
    /// The file, and its licence and source.
    pub files: Vec<(Way, String)>,
    /// None where there is no photo: a page of one book needs no drawing of one.
    pub cover: Option<Picture>,
    pub about: String,
    pub summary: String,
    pub facts: Vec<(String, String)>,
    pub where_it_is: String,
    /// To whom is not signed in.
    pub hint: Option<String>,
    pub places: Vec<PlaceFigure>,
    pub nowhere: [String; 2],
    /// The same for search engines.
    pub data: String,
    /// Where else the library that was chosen may send it.
    pub fetch: Option<FetchFigure>,
}

/// A form that asks for the same page, with the library at which a reader wants to fetch it.
pub struct FetchFigure {
    pub heading: String,
    pub hint: String,
    pub label: String,
    /// The page itself.
    pub to: String,
    /// Part of the address of the library that would send it.
    pub from: String,
    /// Part of the address of each office, and its name.
    pub choices: Vec<(String, String)>,
    pub chosen: String,
    pub button: String,
}

/// A library that has it.
pub struct PlaceFigure {
    /// "Desa Tamansari (Kec. Licin)"
    pub name: String,
    pub told: String,
    pub order: Option<Way>,
    pub page: Way,
}
