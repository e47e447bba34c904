//! What the office's screens of a review are given: sentences that the server has made.

use serde::{Deserialize, Serialize};

use super::plans::{ExampleRow, PlanRow, PlanView};
use crate::domain::{CampaignId, IdemKey, Version};
use crate::features::catalogue::Picture;
use crate::forms::Choice;
use crate::ui::{Frame, MarkView, NoteView, Way};

/// `/kantor/kepatuhan`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverviewView {
    pub frame: Frame,
    pub desk: String,
    /// What the last act has done.
    pub result: Option<String>,
    /// The newest in which the office answers.
    pub campaign: Option<CampaignView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignView {
    pub name: String,
    /// "sampai Sabtu 12 Desember 2026, 13 hari lagi"
    pub until: String,
    pub note: NoteView,
    /// What each item has, for the 13 squares: `2`, `1`, `0`, or `-` for nothing yet.
    pub squares: Vec<String>,
    /// The same in words, for everybody.
    pub counted: String,
    /// What it comes to.
    pub comes_to: String,
    pub rows: Vec<ItemRow>,
    /// That the time is nearly over, for who still has something to do.
    pub reminder: Option<NoteView>,
    pub plans: Vec<PlanRow>,
    pub examples: Vec<ExampleRow>,
    /// How much of the evidence the system's own records fill.
    pub records: String,
    /// For the head, while something can be handed in.
    pub submit: Option<SubmitForm>,
    /// The office may still change something: only then is anything kept for places without a signal.
    pub open: bool,
    /// Who hands it in, for everybody else.
    pub who_submits: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRow {
    pub code: String,
    pub icon: String,
    pub to: String,
    pub name: String,
    /// Each kind of evidence that is asked for: its place on the page, and "Bukti foto: 3 dari 4".
    pub proofs: Vec<(String, String)>,
    pub mark: MarkView,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmitForm {
    pub id: CampaignId,
    pub key: IdemKey,
    pub consequence: String,
    /// What may be missing, and what it is called: each is a place of the page.
    pub fields: Vec<(String, String)>,
}

/// `/kantor/kepatuhan/{butir}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    pub frame: Frame,
    /// The office, as what waits on a phone says for which one it waits.
    pub desk: String,
    pub id: CampaignId,
    pub code: String,
    /// "Butir 4 dari 13"
    pub number: String,
    pub icon: String,
    pub name: String,
    pub why: String,
    pub mark: MarkView,
    pub result: Option<String>,
    pub notes: Vec<NoteView>,
    /// For who may change it now; for everybody else what it says.
    pub answer: Option<AnswerForm>,
    pub says: Vec<FactView>,
    /// "Bukti foto: 3 dari 4"
    pub photos_title: String,
    pub photos: Vec<PhotoView>,
    /// What was accepted in the last period and may serve once more.
    pub reuse: Option<ReuseView>,
    pub files: Vec<FileView>,
    /// What proves it, each with what it is.
    pub wanted: Vec<(String, FactView)>,
    pub samples: Vec<SampleView>,
    pub upload: UploadForm,
    /// Where the item tells them apart: was a photo taken by day or by night?
    pub times: Vec<Choice>,
    pub file_upload: UploadForm,
    /// What is undertaken about it, once something is to be done.
    pub plan: Option<PlanView>,
    pub objection: Option<ObjectForm>,
    /// What happened, and when and through whom; the newest first.
    pub history: Vec<FactView>,
    pub ways: Vec<Way>,
    pub key: IdemKey,
}

/// Something and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactView {
    pub what: String,
    pub said: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerForm {
    pub seen: Version,
    /// The code of the value chosen before; empty for none.
    pub claim: String,
    pub note: String,
    pub note_is_public: bool,
    pub link: String,
    pub options: Vec<Choice>,
    /// What each of them means.
    pub more: Vec<String>,
}

/// An answer as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerTyped {
    /// `0`, `1` or `2`.
    pub nilai: String,
    pub catatan: String,
    /// `ya`: everybody may read the note.
    pub umum: String,
    pub tautan: String,
    /// The office at which it was typed: it may have waited on a phone.
    #[serde(rename = "_kantor")]
    pub kantor: String,
    /// `lanjut`: the next item is opened afterwards.
    pub lakukan: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoView {
    pub id: String,
    pub picture: Picture,
    /// "24 November 2026"
    pub taken: String,
    /// What else is known of it.
    pub more: Vec<String>,
    pub removable: bool,
}

/// What the last period still has to give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReuseView {
    /// What is there, and what to do first.
    pub says: String,
    pub photos: Vec<PhotoView>,
    /// The note of then; empty for none.
    pub note: String,
}

/// A file that proves an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    pub id: String,
    pub to: String,
    pub title: String,
    /// "PDF, 84 KB, 24 November 2026"
    pub about: String,
    pub removable: bool,
}

/// A drawing of what good evidence looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleView {
    pub src: String,
    pub alt: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadForm {
    pub action: String,
    /// Something may be sent now. What was refused is drawn all the same, with what was typed.
    pub open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectForm {
    pub seen: Version,
}
