//! What the pages of campaigns are given: sentences that the server has made.

use serde::{Deserialize, Serialize};

use crate::domain::{CampaignId, IdemKey};
use crate::forms::Choice;
use crate::ui::{CountView, Frame, MarkView, NoteView, Way};

/// `/bpm/kampanye`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignsView {
    pub frame: Frame,
    pub rows: Vec<CampaignRow>,
    /// Who reviews, where they live, and whether they have said so.
    pub reviewers: Vec<(String, String, bool)>,
    /// For who may open one.
    pub open: Option<OpenView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignRow {
    pub way: Way,
    pub period: String,
    pub counts: String,
    pub mark: MarkView,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenView {
    /// Where the second factor is shown first, if it is not fresh.
    pub step_up: Option<String>,
    /// Offices that nobody may review.
    pub nobody: Option<NoteView>,
    pub choices: Vec<Choice>,
    pub groups: Vec<GroupView>,
    /// Published versions of the questions, the newest first.
    pub instruments: Vec<Choice>,
    pub key: IdemKey,
}

/// A kecamatan with its offices: the name of each field, and what the office is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupView {
    pub name: String,
    pub offices: Vec<(String, String)>,
}

/// `/bpm/kampanye/{id}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignView {
    pub frame: Frame,
    pub id: CampaignId,
    pub title: String,
    pub lede: String,
    pub mark: MarkView,
    pub result: Option<String>,
    pub classes: Vec<CountView>,
    pub progress: Vec<CountView>,
    pub late: Option<LateView>,
    pub orphans: Vec<OrphanRow>,
    pub give: Option<GiveView>,
    pub visits: Vec<VisitLine>,
    pub kecamatan: Vec<KecamatanLine>,
    /// The same as bars, finished.
    pub chart: String,
    pub items: Vec<ItemLine>,
    pub reviewers: Vec<ReviewerLine>,
    /// "12 putusan dilihat ulang, 10 tetap sama (83 %)."
    pub agreement: String,
    /// What the administrator does next with it.
    pub step: Option<StepView>,
    pub tabs: Vec<TabView>,
    pub rows: Vec<OfficeRow>,
}

/// Offices that have handed in nothing yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateView {
    pub who: String,
    pub title: String,
    pub text: String,
    pub offices: Vec<Way>,
    /// To WhatsApp with a message that names them, for whoever writes to the group of the operators: while they
    /// may still hand in.
    pub remind: Option<Way>,
}

/// An office without anybody who may review it, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrphanRow {
    pub way: Way,
    pub why: String,
}

/// To give an office to another reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiveView {
    pub step_up: Option<String>,
    pub offices: Vec<Choice>,
    pub reviewers: Vec<Choice>,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitLine {
    pub way: Way,
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KecamatanLine {
    pub name: String,
    /// Maju, berkembang, kurang, not yet judged.
    pub counts: [u32; 4],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemLine {
    pub name: String,
    /// Met, partly, not.
    pub counts: [u32; 3],
    /// "38 %"
    pub share: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewerLine {
    pub name: String,
    pub home: String,
    pub offices: u32,
    pub waiting: u32,
    pub judged: u32,
    /// "80 %, 15 %, 5 %"
    pub shares: String,
    /// How often they find what the office says of itself: "74 %"
    pub own: String,
    /// "10 dari 12": verdicts of which somebody else, or a visit, found the same.
    pub again: String,
}

/// Lock it, or publish it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    pub step_up: Option<String>,
    /// It is locked, so that publishing comes next.
    pub publishes: bool,
    /// Nothing stands in the way.
    pub ready: bool,
    pub says: String,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabView {
    pub way: Way,
    pub count: u32,
    pub here: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRow {
    pub way: Way,
    pub mark: MarkView,
    pub progress: String,
    pub petak: Vec<String>,
    /// "92,31, Maju"; nothing before all is judged.
    pub result: String,
    pub reviewer: String,
}
