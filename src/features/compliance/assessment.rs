//! What an office answers in a period, and its state machine. Pure and total: a refused transition changes
//! nothing.

use serde::{Deserialize, Serialize};

use super::{Event, Evidence, EvidenceFile, Happened, Instrument, Outcome, Score, history, sign};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, BlobId, CampaignId, Instant, Version};
use crate::forms::Problems;

/// One office's answers in one campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub campaign: CampaignId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    /// One for each item that is asked, in its order.
    pub answers: Vec<Answer>,
}

/// What an office says of an item, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub item: String,
    /// Grows with every change: whoever writes says which one they saw. Two phones on two items of one office
    /// are in nobody's way.
    pub version: Version,
    /// The office's own value. Nobody else ever writes it.
    pub claim: Option<Score>,
    pub note: String,
    /// Everybody may read the note with the result: the office has said so.
    #[serde(default)]
    pub note_is_public: bool,
    /// An address that shows it; empty for none.
    pub link: String,
    pub evidence: Vec<Evidence>,
    #[serde(default)]
    pub files: Vec<EvidenceFile>,
    pub stage: Stage,
    pub history: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// With the office.
    Draft,
    /// Waits for the reviewer.
    Submitted,
    /// The value counts, whatever the office claims.
    Accepted { value: Score, reason: String, by: AccountId },
    /// Unlocked for the office: something is missing.
    Returned { reason: String, by: AccountId },
    /// The office does not agree with `by`: waits for another reviewer.
    Objected { reason: String, by: AccountId },
}

/// What a reviewer finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Terpenuhi, sebagian or tidak: the value counts.
    Accept(Score),
    /// Perlu bukti.
    Return,
}

/// By whom and when something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub by: AccountId,
    pub at: Instant,
}

/// How far an office is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub asked: u32,
    pub answered: u32,
    /// Items that wait for a reviewer.
    pub waiting: u32,
    pub returned: u32,
    pub accepted: u32,
}

impl Assessment {
    pub fn new(campaign: CampaignId, instrument: &Instrument) -> Self {
        let answers = instrument.asked().map(|item| Answer::new(&item.code)).collect();
        Self { campaign, version: None, answers }
    }

    /// # Errors
    /// `NotFound` for an item that is not asked.
    pub fn answer(&self, item: &str) -> Result<&Answer, Refusal> {
        self.answers.iter().find(|answer| answer.item == item).ok_or(Refusal::NotFound)
    }

    /// # Errors
    /// As [`Self::answer`].
    pub fn answer_mut(&mut self, item: &str) -> Result<&mut Answer, Refusal> {
        self.answers.iter_mut().find(|answer| answer.item == item).ok_or(Refusal::NotFound)
    }

    pub fn progress(&self) -> Progress {
        let count = |of: fn(&Answer) -> bool| u32::try_from(self.answers.iter().filter(|answer| of(answer)).count()).unwrap_or(u32::MAX);
        Progress {
            asked: count(|_| true),
            answered: count(|answer| answer.claim.is_some()),
            waiting: count(Answer::waits),
            returned: count(|answer| matches!(answer.stage, Stage::Returned { .. })),
            accepted: count(|answer| answer.accepted().is_some()),
        }
    }

    pub fn outcome(&self, instrument: &Instrument) -> Outcome {
        instrument.outcome(|code| self.answer(code).ok().and_then(Answer::accepted))
    }

    /// What the office itself thinks it has.
    pub fn claimed(&self, instrument: &Instrument) -> Outcome {
        instrument.outcome(|code| self.answer(code).ok().and_then(|answer| answer.claim))
    }

    /// What keeps the office from submitting: each open item without a value, and each kind of evidence
    /// that its list asks for and that is not there.
    ///
    /// # Errors
    /// `Invalid`: the item's code is the field of its value, [`super::Proof::field`] that of a kind.
    pub fn complete(&self, instrument: &Instrument) -> Result<(), Refusal> {
        let mut problems = Problems::default();
        for (item, answer) in instrument.asked().zip(&self.answers).filter(|(_, answer)| answer.is_open()) {
            for (field, code) in answer.problems(item) {
                problems.add(field, code);
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
    }

    /// Hands everything that is open to the reviewer.
    ///
    /// # Errors
    /// `Invalid` while an open item is incomplete; `Conflict(NothingReturned)` when nothing is open.
    pub fn submit(&mut self, instrument: &Instrument, mark: Mark) -> Result<(), Refusal> {
        if !self.answers.iter().any(Answer::is_open) {
            return Err(Refusal::Conflict(Code::NothingReturned));
        }
        self.complete(instrument)?;
        for answer in self.answers.iter_mut().filter(|answer| answer.is_open()) {
            answer.stage = Stage::Submitted;
            answer.note_down(mark, Happened::Submitted);
        }
        Ok(())
    }

    /// Whether a reviewer has had it before.
    pub fn was_submitted(&self) -> bool {
        self.answers.iter().any(Answer::was_submitted)
    }

    /// Every answer has a value that counts.
    pub fn is_settled(&self) -> bool {
        self.answers.iter().all(|answer| answer.accepted().is_some())
    }
}

impl Answer {
    fn new(item: &str) -> Self {
        Self {
            item: item.to_owned(),
            version: Version::FIRST,
            claim: None,
            note: String::new(),
            note_is_public: false,
            link: String::new(),
            evidence: Vec::new(),
            files: Vec::new(),
            stage: Stage::Draft,
            history: Vec::new(),
        }
    }

    /// With the office, which may change it.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Draft | Stage::Returned { .. })
    }

    /// With a reviewer.
    pub const fn waits(&self) -> bool {
        matches!(self.stage, Stage::Submitted | Stage::Objected { .. })
    }

    pub fn was_submitted(&self) -> bool {
        self.history.iter().any(|event| event.what == Happened::Submitted)
    }

    pub const fn accepted(&self) -> Option<Score> {
        match self.stage {
            Stage::Accepted { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The officer's answer.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office.
    pub fn keep(&mut self, claim: Score, note: String, link: String, mark: Mark) -> Result<(), Refusal> {
        self.must_be_open()?;
        (self.claim, self.note, self.link) = (Some(claim), note, link);
        self.note_down(mark, Happened::Answered(claim));
        Ok(())
    }

    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office; `Conflict(TooManyPhotos)`.
    pub fn add(&mut self, evidence: Evidence, mark: Mark) -> Result<(), Refusal> {
        self.must_be_open()?;
        if self.evidence.len() >= Evidence::MOST {
            return Err(Refusal::Conflict(Code::TooManyPhotos));
        }
        self.evidence.push(evidence);
        self.note_down(mark, Happened::PhotoAdded);
        Ok(())
    }

    /// The file of another photo was sent as a new one.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office.
    pub fn refuse_photo(&mut self, of: BlobId, mark: Mark) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.note_down(mark, Happened::PhotoAgain(of));
        Ok(())
    }

    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office; `NotFound` for a photo that is not there.
    pub fn remove(&mut self, photo: BlobId, mark: Mark) -> Result<(), Refusal> {
        self.must_be_open()?;
        let at = self.evidence.iter().position(|evidence| evidence.id == photo).ok_or(Refusal::NotFound)?;
        self.evidence.remove(at);
        self.note_down(mark, Happened::PhotoRemoved);
        Ok(())
    }

    /// What a reviewer finds of an answer that waits. Of an objection another reviewer than the first.
    ///
    /// # Errors
    /// `Conflict(ItemNotWaiting)`; `Forbidden` for the reviewer to whom the office has objected.
    pub fn judge(&mut self, verdict: Verdict, reason: String, mark: Mark) -> Result<(), Refusal> {
        match self.stage {
            Stage::Objected { by, .. } if by == mark.by => return Err(Refusal::Forbidden),
            Stage::Submitted | Stage::Objected { .. } => {}
            _ => return Err(Refusal::Conflict(Code::ItemNotWaiting)),
        }
        match verdict {
            Verdict::Accept(value) => {
                self.stage = Stage::Accepted { value, reason: reason.clone(), by: mark.by };
                self.note_down(mark, Happened::Accepted { value, reason });
            }
            Verdict::Return => {
                self.stage = Stage::Returned { reason: reason.clone(), by: mark.by };
                self.note_down(mark, Happened::Returned(reason));
            }
        }
        Ok(())
    }

    /// Takes the last verdict back, or what was found on a visit: the answer stands where it stood before. Once the
    /// office has begun to mend a returned item, it is the office's.
    ///
    /// # Errors
    /// `Forbidden` for who has not found it; `Conflict(ItemNotWaiting)` when there is nothing to take back.
    pub fn undo(&mut self, mark: Mark) -> Result<(), Refusal> {
        let (Stage::Accepted { by, .. } | Stage::Returned { by, .. }) = self.stage else {
            return Err(Refusal::Conflict(Code::ItemNotWaiting));
        };
        if by != mark.by {
            return Err(Refusal::Forbidden);
        }
        self.stage = history::undone(&self.history).ok_or(Refusal::Conflict(Code::ItemNotWaiting))?;
        self.note_down(mark, Happened::Undone);
        Ok(())
    }

    /// The office does not agree: with a return, or with a value below its own.
    ///
    /// # Errors
    /// `Conflict(NotReturned)` where there is nothing to disagree with.
    pub fn object(&mut self, reason: String, mark: Mark) -> Result<(), Refusal> {
        let by = match self.stage {
            Stage::Returned { by, .. } => by,
            Stage::Accepted { value, by, .. } if self.claim > Some(value) => by,
            _ => return Err(Refusal::Conflict(Code::NotReturned)),
        };
        // Each reviewer's word can be doubted once; the second one's stands.
        if self.history.iter().any(|event| matches!(event.what, Happened::Objected(_))) {
            return Err(Refusal::Conflict(Code::NotReturned));
        }
        self.stage = Stage::Objected { reason: reason.clone(), by };
        self.note_down(mark, Happened::Objected(reason));
        Ok(())
    }

    /// What a reviewer has seen at the office itself: it stands above what was accepted at the desk.
    ///
    /// # Errors
    /// `Conflict(ItemNotWaiting)` before anything was accepted.
    pub fn visit(&mut self, value: Score, reason: String, mark: Mark) -> Result<(), Refusal> {
        self.accept_anew(value, &reason, mark)?;
        self.note_down(mark, Happened::Visited { value, reason });
        Ok(())
    }

    /// A correction of what was published; the publication itself counts it.
    ///
    /// # Errors
    /// `Conflict(ItemNotWaiting)` before anything was accepted.
    pub fn revise(&mut self, value: Score, reason: String, mark: Mark) -> Result<(), Refusal> {
        self.accept_anew(value, &reason, mark)?;
        self.note_down(mark, Happened::Revised { value, reason });
        Ok(())
    }

    fn accept_anew(&mut self, value: Score, reason: &str, mark: Mark) -> Result<(), Refusal> {
        if self.accepted().is_none() {
            return Err(Refusal::Conflict(Code::ItemNotWaiting));
        }
        self.stage = Stage::Accepted { value, reason: reason.to_owned(), by: mark.by };
        Ok(())
    }

    pub(super) fn must_be_open(&self) -> Result<(), Refusal> {
        if self.is_open() { Ok(()) } else { Err(Refusal::Conflict(Code::NotEditable)) }
    }

    pub(super) fn note_down(&mut self, mark: Mark, what: Happened) {
        self.version = self.version.next();
        self.history.push(Event { at: mark.at, by: mark.by, what });
    }
}

/// One sign an item: the value that counts, or `-` for none.
pub fn verdicts(assessment: &Assessment) -> String {
    assessment.answers.iter().map(|answer| sign(answer.accepted())).collect()
}
