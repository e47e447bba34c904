use serde::{Deserialize, Serialize};

use crate::ui::{NoteView, Way};

/// A page about trainings. All below its head is drawn by the server, forms too, so that no phone carries code for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingSheet {
    pub title: String,
    pub description: String,
    /// The whole address of a public page, whatever is asked of it.
    pub address: String,
    /// The village under whose name it stands.
    pub place: String,
    pub back: Option<Way>,
    pub lede: String,
    /// What the last act has done.
    pub result: Option<String>,
    pub note: Option<NoteView>,
    pub drawn: String,
}
