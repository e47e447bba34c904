//! What the drawings of results are made of.

use crate::features::catalogue::Picture;
use crate::forms::Choice;
use crate::ui::Way;

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
    pub day: DayPick,
    pub filter: String,
    /// Offices that were not judged stand in the table, too.
    pub all: bool,
    /// How many of them there are, and the way to them, or to the table without them.
    pub not_judged: Option<(String, Way)>,
    /// The map of all offices, finished.
    pub map: String,
    pub map_title: String,
    pub map_hint: String,
    /// What the open data are called, and their addresses: CSV, JSON.
    pub data: (String, [String; 2]),
}

/// One of several, in the address.
pub struct Pick {
    pub label: String,
    pub choices: Vec<Choice>,
    pub chosen: String,
}

/// The day that is shown, in the address.
pub struct DayPick {
    pub label: String,
    pub hint: String,
    /// "2026-03-01"; empty for now.
    pub value: String,
    /// To the present state, where another one is shown.
    pub now: Option<String>,
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
    /// An item, what it takes, and what the office undertakes.
    pub steps: Vec<(String, String, Option<String>)>,
    pub sources: String,
    pub source_lines: Vec<(String, String)>,
    pub earlier_title: String,
    pub earlier_heads: [String; 3],
    pub earlier: Vec<EarlierView>,
    pub trend: Option<TrendView>,
    pub badge: Badge,
}

/// For pages of others.
pub struct Badge {
    pub title: String,
    pub hint: String,
    /// Its address here, and the whole of it.
    pub here: String,
    pub whole: String,
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
    /// What the office itself says.
    pub note: Option<String>,
    /// An address elsewhere: what is said of it, and where it leads.
    pub link: Option<(String, String)>,
    /// Pictures that were sent as files, in the same order.
    pub files: Vec<(String, String)>,
}

/// Items over several periods: the first head is theirs.
pub struct TrendView {
    pub title: String,
    pub hint: String,
    pub heads: Vec<String>,
    pub rows: Vec<TrendRow>,
}

pub struct TrendRow {
    pub item: String,
    pub cells: Vec<String>,
}

pub struct EarlierView {
    pub campaign: String,
    pub class: String,
    pub value: String,
}
