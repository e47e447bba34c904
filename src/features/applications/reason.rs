use serde::{Deserialize, Serialize};

use crate::domain::BlobId;
use crate::forms::{ProblemCode, read};

/// Why something was returned, refused, sent back or revoked: one of a list, so that it can be
/// counted, and a sentence for the person whom it concerns. There is no "no" without words (product 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub code: ReasonCode,
    /// As the officer wrote it. Personal: sealed with the case.
    pub words: String,
}

/// The list is ours, from what offices send people home for (domain 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// The photo is blurred or too dark.
    Unreadable,
    /// A part of the paper is cut off.
    CutOff,
    /// Another paper was asked for.
    WrongPaper,
    /// The paper is no longer valid.
    Outdated,
    /// Answer and paper say different things.
    Contradicts,
    /// Something is missing in the answer.
    Incomplete,
    /// The applicant is no resident of this village.
    NotResident,
    /// The conditions of the service are not met.
    NotEligible,
    /// The same was applied for already.
    Duplicate,
    /// What was said is not so.
    Untrue,
    Other,
}

impl ReasonCode {
    /// For returning an answer or a photo.
    pub const RETURN: [Self; 7] =
        [Self::Unreadable, Self::CutOff, Self::WrongPaper, Self::Outdated, Self::Contradicts, Self::Incomplete, Self::Other];
    /// For refusing a case, sending a letter back and revoking one.
    pub const REFUSE: [Self; 5] = [Self::NotResident, Self::NotEligible, Self::Duplicate, Self::Untrue, Self::Other];
    pub const ALL: [Self; 11] = [
        Self::Unreadable,
        Self::CutOff,
        Self::WrongPaper,
        Self::Outdated,
        Self::Contradicts,
        Self::Incomplete,
        Self::NotResident,
        Self::NotEligible,
        Self::Duplicate,
        Self::Untrue,
        Self::Other,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::CutOff => "cut_off",
            Self::WrongPaper => "wrong_paper",
            Self::Outdated => "outdated",
            Self::Contradicts => "contradicts",
            Self::Incomplete => "incomplete",
            Self::NotResident => "not_resident",
            Self::NotEligible => "not_eligible",
            Self::Duplicate => "duplicate",
            Self::Untrue => "untrue",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

impl Reason {
    /// Characters of the sentence.
    pub const MOST: u32 = 300;

    /// # Errors
    /// `Missing` without words; `TooLong`, `Unprintable` as any text of several lines.
    pub fn read(code: ReasonCode, typed: &str) -> Result<Self, ProblemCode> {
        let words = read::lines(typed, Self::MOST)?;
        if words.is_empty() { Err(ProblemCode::Missing) } else { Ok(Self { code, words }) }
    }
}

/// One thing that the resident is asked to mend. Only what is returned unlocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    pub target: Target,
    pub reason: Reason,
}

/// What is returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// An answer, by the name of its input (`nama_usaha`, `wilayah.desa`, `lahir`).
    Answer(String),
    /// A photo: the question that asks for it, and which of its photos.
    Photo { field: String, id: BlobId },
    /// A photo that is missing.
    Absent(String),
}
