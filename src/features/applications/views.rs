//! What the screens of a resident are given.

use serde::{Deserialize, Serialize};

use super::{EventKind, State, TransferState};
use crate::domain::{ApplicationId, Day, IdemKey, Reference, Version, WallTime};
use crate::features::documents::PhotoQuestion;
use crate::features::letters::Facsimile;
use crate::forms::{Choice, FormView, ProblemCode};

/// `/permohonan/baru/{kode}`: at which office, and is there a draft already?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeginView {
    pub code: String,
    pub service: String,
    pub open: bool,
    pub offices: Vec<Choice>,
    /// Where the last case went.
    pub office: String,
    pub draft: Option<DraftLink>,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLink {
    pub id: ApplicationId,
    pub office: String,
    /// Path of the step at which it is taken up.
    pub path: String,
    pub saved: WallTime,
}

/// `/permohonan/baru/{kode}/{langkah}`: a step, or the look at the whole before sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FillView {
    Step(Box<StepPageView>),
    Check(Box<CheckView>),
}

/// Where in the form a page stands; the look at the whole is the last step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub id: ApplicationId,
    pub code: String,
    pub service: String,
    pub office: String,
    /// From 1.
    pub at: u32,
    pub of: u32,
    pub saved: WallTime,
    /// Path of the step before; of the service for the first.
    pub back: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepPageView {
    pub place: Place,
    pub name: String,
    pub title: String,
    pub intro: Option<String>,
    pub form: FormView,
    pub photos: Vec<PhotoQuestion>,
    /// Title of the next step; none before the look at the whole.
    pub next: Option<String>,
}

/// An answer that is returned, and what the officer says about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnView {
    /// The label of what is returned.
    pub label: String,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    pub place: Place,
    pub version: Version,
    pub groups: Vec<CheckGroup>,
    /// What keeps the form from being sent.
    pub gaps: Vec<Gap>,
    /// When it would be done if it were sent now.
    pub promised: WallTime,
    pub key: IdemKey,
}

/// The answers of one step, as a person reads them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckGroup {
    pub title: String,
    /// Path of the step that changes them.
    pub path: String,
    pub lines: Vec<CheckLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckLine {
    pub label: String,
    pub value: String,
    /// How many photos; nothing for an ordinary question.
    pub photos: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub path: String,
    pub label: String,
    pub code: ProblemCode,
}

/// `/permohonan`: one's own cases, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesView {
    pub cases: Vec<CaseRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    pub path: String,
    pub code: String,
    pub service: String,
    pub office: String,
    pub state: State,
    pub reference: Option<Reference>,
    pub since: WallTime,
    pub returned: u32,
}

/// `/permohonan/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    pub id: ApplicationId,
    pub version: Version,
    pub service: String,
    pub office: String,
    pub reference: Option<Reference>,
    pub state: State,
    pub promise: Option<PromiseView>,
    pub timeline: Vec<TimelineRow>,
    pub repair: Option<RepairView>,
    pub letter: bool,
    /// The form that goes with the letter.
    pub annex: bool,
    pub transfer: Option<TransferView>,
    /// While nothing has left: to take back that it may.
    pub consent: Option<ConsentView>,
    /// Its papers go on to Dukcapil.
    pub goes_on: bool,
    pub skpwni: Option<SkpwniView>,
    /// The path of a draft's step.
    pub draft: Option<String>,
    pub can_withdraw: bool,
    pub can_discard: bool,
    /// The letter lets its holder open a shop in the market.
    pub opens_shop: bool,
}

/// Where a move to another office stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferView {
    pub state: TransferState,
    /// The destination: "Desa Genteng Wetan (Kec. Genteng)".
    pub office: String,
    /// Why it is declined.
    pub reason: Option<String>,
}

/// A consent that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentView {
    /// Who would have the data: "Desa Genteng Wetan (Kec. Genteng)".
    pub office: String,
    pub key: IdemKey,
}

/// What Dukcapil has issued for a move out of the regency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkpwniView {
    pub number: String,
    pub dated: Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseView {
    pub due: WallTime,
    /// Working minutes that are left while it stands still.
    pub paused_with: Option<u32>,
    pub late: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineRow {
    pub kind: EventKind,
    pub at: WallTime,
    /// The reason of a refusal, the number of Dukcapil.
    pub words: Option<String>,
}

/// What is to be mended: photos with their rows, answers with their questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepairView {
    pub photos: Vec<PhotoQuestion>,
    pub answers: Vec<ReturnView>,
    pub form: FormView,
}

/// `/lacak`, `/lacak/{ref}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackerView {
    /// As typed.
    pub typed: String,
    pub found: Found,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// Nothing was asked yet.
    Unasked,
    /// The check character says that one was misread.
    Typo,
    Nothing,
    Case {
        reference: Reference,
        state: State,
        since: WallTime,
        submitted: WallTime,
        promised: WallTime,
    },
}

/// `/layanan/{kode}/contoh`: what a letter looks like before one asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleView {
    pub code: String,
    pub name: String,
    pub letter: Facsimile,
}
