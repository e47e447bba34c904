//! What the drawings of results are made of.

use crate::features::catalogue::Picture;
use crate::forms::Choice;

/// What is drawn of all offices.
pub struct BoardView {
    pub classes: Vec<ClassView>,
    /// Names of the columns.
    pub heads: [String; 4],
    pub caption: String,
    pub rows: Vec<BoardRow>,
    /// What is said when no row is left, and the way back to all.
    pub nothing: [String; 3],
    pub kecamatan: Pick,
    pub class: Pick,
    pub filter: String,
    /// The map of all offices, finished.
    pub map: String,
    pub map_title: String,
    pub map_hint: String,
    pub data: String,
}

/// One of several, in the address.
pub struct Pick {
    pub label: String,
    pub choices: Vec<Choice>,
    pub chosen: String,
}

/// How many offices are of a class.
#[derive(Clone)]
pub struct ClassView {
    /// `maju`, `none`
    pub code: String,
    pub name: String,
    pub offices: u32,
}

pub struct BoardRow {
    pub office: String,
    pub to: String,
    pub class: String,
    /// "92,31"; a dash where nothing was judged.
    pub value: String,
    /// "11 / 13"
    pub met: String,
}

/// What is drawn of one office.
pub struct ResultView {
    /// "Kelas maju"
    pub class: String,
    pub class_code: String,
    /// "24 dari 26, nilai 92,31"
    pub points: String,
    /// One sign an item: 0, 1, 2 or `-`.
    pub signs: String,
    /// Sentences below the class.
    pub sentences: Vec<String>,
    pub groups: Vec<ResultGroup>,
    pub next_steps: (String, String),
    pub steps: Vec<(String, String)>,
    pub sources: String,
    pub source_lines: Vec<(String, String)>,
    pub earlier_title: String,
    pub earlier_heads: [String; 3],
    pub earlier: Vec<EarlierView>,
    /// Its title, what it is for, and its address.
    pub badge: [String; 3],
}

/// Items of one value, under a heading.
pub struct ResultGroup {
    pub title: String,
    pub items: Vec<ResultItem>,
}

pub struct ResultItem {
    pub icon: String,
    pub name: String,
    pub reason: String,
    /// Who must act, an icon and a word, as marks have them.
    pub mark: [String; 3],
    pub photos: Vec<(Picture, String)>,
}

pub struct EarlierView {
    pub campaign: String,
    pub class: String,
    pub value: String,
}
