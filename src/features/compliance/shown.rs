//! What everybody reads of an office's items, once the campaign is public.

use serde::{Deserialize, Serialize};

use super::{Answer, Assessment, Evidence, EvidenceFile, Happened, Score, Stage};
use crate::domain::{BlobId, Day};

/// An item with the value that counts, why, and what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownItem {
    pub item: String,
    pub value: Score,
    pub reason: String,
    /// It was corrected after the publication.
    pub revised: bool,
    pub photos: Vec<ShownPhoto>,
    /// What the office says of it, where it has said that everybody may read it; empty for nothing.
    #[serde(default)]
    pub note: String,
    /// An address that shows it; empty for none.
    #[serde(default)]
    pub link: String,
    /// Pictures that were sent as files; no PDF, which may name people.
    #[serde(default)]
    pub files: Vec<ShownFile>,
}

/// No place and no person: only what is to be seen, and when it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPhoto {
    pub id: BlobId,
    pub file: String,
    pub sizes: [(u32, u32); 3],
    pub colour: String,
    pub taken: Option<Day>,
    /// Results that were kept before this was asked say nothing of it.
    #[serde(default)]
    pub agreed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownFile {
    pub id: BlobId,
    pub file: String,
    pub title: String,
    #[serde(default)]
    pub agreed: bool,
}

/// Of what counts for nothing nothing is shown: it proves nothing. Nor is a picture of which the office has not said that
/// whoever is to be seen on it agrees.
pub fn shown(assessment: &Assessment) -> Vec<ShownItem> {
    assessment.answers.iter().filter_map(shown_item).collect()
}

/// What was kept of a result, for everybody to read: without pictures of which nobody has said that they may be shown.
/// None for what is no result.
pub fn read_shown(content: &str) -> Option<Vec<ShownItem>> {
    let mut all: Vec<ShownItem> = serde_json::from_str(content).ok()?;
    for one in &mut all {
        one.photos.retain(|photo| photo.agreed);
        one.files.retain(|file| file.agreed);
    }
    Some(all)
}

fn shown_item(answer: &Answer) -> Option<ShownItem> {
    let Stage::Accepted { value, reason, .. } = &answer.stage else { return None };
    let proves = *value != Score::Missing;
    let photos = answer.evidence.iter().filter(|photo| proves && photo.agreed);
    let files = answer.files.iter().filter(|file| proves && file.kind.is_public() && file.agreed);
    Some(ShownItem {
        item: answer.item.clone(),
        value: *value,
        reason: reason.clone(),
        revised: matches!(answer.history.last(), Some(event) if matches!(event.what, Happened::Revised { .. })),
        photos: photos.map(shown_photo).collect(),
        note: if proves && answer.note_is_public { answer.note.clone() } else { String::new() },
        link: if proves { answer.link.clone() } else { String::new() },
        files: files.map(shown_file).collect(),
    })
}

fn shown_photo(evidence: &Evidence) -> ShownPhoto {
    let Evidence { id, file, sizes, colour, taken, agreed, .. } = evidence.clone();
    ShownPhoto { id, file, sizes, colour, taken, agreed }
}

fn shown_file(file: &EvidenceFile) -> ShownFile {
    ShownFile { id: file.id, file: file.file.clone(), title: file.title.clone(), agreed: file.agreed }
}
