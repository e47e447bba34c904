//! What the regency's screens of a review are given: sentences that the server has made.

use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::features::compliance::village::FileView;
use crate::forms::Choice;
use crate::ui::{CountView, Frame, MarkView, NoteView, Way};

/// `/bpm/telaah`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueView {
    pub frame: Frame,
    pub result: Option<String>,
    pub lede: String,
    pub counts: Vec<CountView>,
    pub note: Option<NoteView>,
    /// The campaigns that are not over, where there are several: way, whether it is this one.
    pub tabs: Vec<(Way, bool)>,
    /// Offices of which something waits for the one who looks.
    pub waiting: Vec<SeatRow>,
    pub others: Vec<SeatRow>,
    pub home: HomeView,
}

/// An office in a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRow {
    pub way: Way,
    /// "3 butir menunggu, sejak 2 hari"
    pub waits: String,
    pub progress: String,
    /// One sign an item.
    pub petak: Vec<String>,
    pub marks: Vec<MarkView>,
}

/// Where a reviewer lives, and the form that says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    /// "Tamansari (Kec. Licin)"
    pub declared: Option<String>,
    pub code: String,
    pub choices: Vec<Choice>,
    pub key: IdemKey,
}

/// `/bpm/telaah/{slug}` and `/bpm/telaah/{slug}/{butir}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    pub frame: Frame,
    pub back: Way,
    pub title: String,
    pub lede: String,
    pub result: Option<String>,
    pub notes: Vec<NoteView>,
    /// "6 dari 13 butir ditelaah", and the two numbers.
    pub progress: (String, u32, u32),
    pub items: Vec<ItemRow>,
    pub item: ItemView,
    pub ways: Vec<Way>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRow {
    pub way: Way,
    pub mark: MarkView,
    pub here: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// "4. Toilet bersih dan sehat"
    pub title: String,
    pub aspect: String,
    pub photos: Vec<PhotoView>,
    /// Of other answers, of which the very file was sent here and not taken.
    pub again: Vec<AlikeView>,
    /// What the system itself says: when it was noted, and what.
    pub figures: Vec<(String, String)>,
    /// What the office itself says; nothing where it has not answered.
    pub claim: Option<MarkView>,
    pub note: String,
    pub link: Option<LinkView>,
    pub files: Vec<FileView>,
    pub doubt: Option<NoteView>,
    /// What the office undertakes about it.
    pub plan: Option<NoteView>,
    /// Points, and what they mean.
    pub rubric: Vec<(String, String)>,
    pub source: String,
    /// Where it stands, and the words of whoever decided last.
    pub mark: MarkView,
    pub reason: String,
    /// The period before, and what was accepted then.
    pub before: Option<(String, String)>,
    pub neighbours: Vec<NeighbourView>,
    pub form: Option<VerdictForm>,
    pub history: Vec<HappenedView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoView {
    pub src: String,
    /// The largest there is.
    pub whole: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub lines: Vec<String>,
    pub doubts: Vec<String>,
    pub alike: Vec<AlikeView>,
}

/// An address that the office gives: where it leads is said before anybody follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    pub to: String,
    pub host: String,
}

/// A photo that was evidence before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlikeView {
    /// "Mirip dengan foto Desa Kemiren (Kec. Glagah), Toilet bersih, Semester 1 (93 %)"
    pub words: String,
    pub src: String,
    pub whole: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeighbourView {
    pub name: String,
    pub mark: MarkView,
}

/// What can be done with an item now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VerdictForm {
    Judge(FormView),
    Undo(FormView),
    Revise(FormView),
    /// Correct it after showing the second factor at this address.
    ShowFactor(String, FormView),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormView {
    pub hidden: Vec<(String, String)>,
    pub key: IdemKey,
    pub choices: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HappenedView {
    /// "24 November 2026, 09.00, Gede Artawan"
    pub when: String,
    pub what: String,
    pub reason: String,
}

/// `/bpm/telaah/{slug}/kunjungan`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitView {
    pub frame: Frame,
    /// Something may be filled in.
    pub open: bool,
    pub back: Way,
    pub title: String,
    pub lede: String,
    pub result: Option<String>,
    pub note: Option<NoteView>,
    pub rows: Vec<VisitRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitRow {
    pub item: String,
    pub title: String,
    pub mark: MarkView,
    /// Nothing where nothing was accepted yet.
    pub form: Option<FormView>,
}
