//! What the screens of an office are given. Words about time are the server's: pages know no clock.

mod signing;

use serde::{Deserialize, Serialize};

use crate::access::ActName;
use crate::domain::{ApplicationId, BlobId, IdemKey, Version};
use crate::features::applications::{State, TransferView};
use crate::features::letters::{Facsimile, VoidReason};
use crate::features::offices::{Missing, SettingsView};
use crate::forms::Choice;
use crate::ui::{CountView, Frame};

pub use signing::*;

/// How a promise stands: "Hari ini 14.00", "Lewat 35 menit", "Berhenti".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub words: String,
    pub late: bool,
    /// The resident has something to mend.
    pub paused: bool,
}

/// One line of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueRow {
    pub id: ApplicationId,
    pub seen: Version,
    pub due: Due,
    pub state: State,
    /// Code of the service, and of its icon.
    pub code: String,
    pub service: String,
    /// `S*** A*****`
    pub holder: String,
    /// `…0001`
    pub nik_end: String,
    pub reference: String,
    /// "HP" or "Loket".
    pub channel: String,
    /// Who holds it; empty when nobody does.
    pub officer: String,
    pub can_claim: bool,
    pub mine: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueCounts {
    pub open: u32,
    pub new: u32,
    pub mine: u32,
    pub resident: u32,
    pub to_sign: u32,
    pub late: u32,
    pub to_forward: u32,
    pub ready: u32,
}

/// `/kantor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayView {
    pub frame: Frame,
    /// "Selasa, 24 November 2026"
    pub today: String,
    /// How much waits: of cases, and of what else the office does.
    pub counts: Vec<CountView>,
    pub open: u32,
    pub rows: Vec<QueueRow>,
    pub missing: Vec<Missing>,
    pub key: IdemKey,
}

/// `/kantor/permohonan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueView {
    pub frame: Frame,
    pub counts: QueueCounts,
    /// Code of the list that is shown.
    pub which: String,
    /// What was searched for, as typed.
    pub search: String,
    pub rows: Vec<QueueRow>,
    /// Where the next page begins.
    pub next: Option<String>,
    pub key: IdemKey,
}

/// `/kantor/permohonan/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskCaseView {
    pub frame: Frame,
    pub id: ApplicationId,
    pub seen: Version,
    pub state: State,
    pub service: String,
    pub reference: String,
    /// "Terkirim dari HP, Selasa, 24 November, 09.54."
    pub sent: String,
    /// "Anda memegang permohonan ini sampai 12.05."
    pub hold: String,
    pub due: Option<Due>,
    pub groups: Vec<AnswerGroup>,
    pub photos: Vec<PhotoLine>,
    /// Photos that are asked for and are not there.
    pub absent: Vec<AbsentLine>,
    /// What waits for the resident.
    pub returned: Vec<ReturnedLine>,
    pub history: Vec<HistoryLine>,
    /// Cases under the same NIK or KK, for whoever sees the answers.
    pub same_card: Vec<SameCardLine>,
    pub letter: Option<Facsimile>,
    /// Why there is no letter to be seen yet.
    pub no_letter: String,
    pub missing: Vec<Missing>,
    pub issued: Option<IssuedLine>,
    pub transfer: Option<TransferView>,
    pub skpwni: Option<SkpwniLine>,
    /// NIK and KK are shown, until when.
    pub revealed: String,
    pub reveal_reasons: Vec<Choice>,
    pub return_reasons: Vec<Choice>,
    pub refuse_reasons: Vec<Choice>,
    pub revoke_reasons: Vec<Choice>,
    pub can: Vec<ActName>,
    pub stepped_up: bool,
    pub key: IdemKey,
}

/// Another case of the same person or household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SameCardLine {
    pub id: ApplicationId,
    pub service: String,
    pub reference: String,
    pub state: State,
    /// "NIK sama" or "KK sama".
    pub why: String,
}

/// The answers of one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerGroup {
    pub title: String,
    pub lines: Vec<AnswerLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerLine {
    /// Name of the input: what a return names.
    pub path: String,
    pub label: String,
    pub value: String,
    /// A number that is masked until it is asked for.
    pub masked: bool,
    /// Not worked out from others: it can be returned.
    pub typed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoLine {
    pub field: String,
    pub label: String,
    pub id: BlobId,
    pub thumbnail: BlobId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsentLine {
    pub field: String,
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedLine {
    pub label: String,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    pub icon: String,
    /// "Diambil Rini Wulandari"
    pub what: String,
    pub at: String,
    /// Reason or note.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedLine {
    pub number: String,
    pub on: String,
    /// "PDF, 84 KB"; empty while the paper is being set.
    pub pdf: String,
    /// Whether the form that goes with it is set.
    pub annex: bool,
}

/// What came back from Dukcapil, as it was last recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkpwniLine {
    pub number: String,
    /// "27 November 2026"
    pub dated: String,
    /// "hari ini 09.54"
    pub recorded: String,
}

/// A month of the book: `2026-11`, "November 2026".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookMonth {
    pub code: String,
    pub name: String,
}

/// `/kantor/register`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterView {
    pub frame: Frame,
    pub office: String,
    pub kecamatan: String,
    pub month: BookMonth,
    pub before: BookMonth,
    pub after: BookMonth,
    pub letters: u32,
    pub rows: Vec<RegisterRow>,
    pub next: Option<String>,
    pub printed: String,
    pub services: Vec<Choice>,
    pub void_reasons: Vec<Choice>,
    pub can_cross_out: bool,
    pub stepped_up: bool,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterRow {
    pub sequence: i64,
    pub on: String,
    pub number: String,
    pub title: String,
    pub holder: String,
    pub signer: String,
    pub outcome: Outcome,
}

/// How a line of the book ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Stands,
    HandedOver,
    Revoked,
    Replaced,
    Void(Option<VoidReason>),
}

/// `/kantor/pengaturan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSettingsView {
    pub frame: Frame,
    pub settings: SettingsView,
    pub key: IdemKey,
}

/// `/kantor/permohonan/{id}/slip`: what the counter prints for who has no phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipView {
    /// Whether the stand-in for arms stands on it, as in a demonstration.
    pub stand_in: bool,
    pub office: String,
    pub kecamatan: String,
    pub service: String,
    pub reference: String,
    pub sent: String,
    pub due: String,
    /// Where its number can be tracked: "smartkampung.example/lacak".
    pub tracker: String,
    pub printed: String,
}
