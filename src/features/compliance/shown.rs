//! What everybody reads of an office's items, once the campaign is public.

use serde::{Deserialize, Serialize};

use super::{Answer, Assessment, Evidence, Happened, Score, Stage};
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
}

/// No place and no person: only what is to be seen, and when it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPhoto {
    pub id: BlobId,
    pub file: String,
    pub sizes: [(u32, u32); 3],
    pub colour: String,
    pub taken: Option<Day>,
}

/// Of what counts for nothing no photo is shown: it proves nothing.
pub fn shown(assessment: &Assessment) -> Vec<ShownItem> {
    assessment.answers.iter().filter_map(shown_item).collect()
}

fn shown_item(answer: &Answer) -> Option<ShownItem> {
    let Stage::Accepted { value, reason, .. } = &answer.stage else { return None };
    let photos = if *value == Score::Missing { &[][..] } else { &answer.evidence[..] };
    Some(ShownItem {
        item: answer.item.clone(),
        value: *value,
        reason: reason.clone(),
        revised: matches!(answer.history.last(), Some(event) if matches!(event.what, Happened::Revised { .. })),
        photos: photos.iter().map(shown_photo).collect(),
    })
}

fn shown_photo(evidence: &Evidence) -> ShownPhoto {
    let Evidence { id, file, sizes, colour, taken, .. } = evidence.clone();
    ShownPhoto { id, file, sizes, colour, taken }
}
