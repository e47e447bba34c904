use serde::{Deserialize, Serialize};

use super::{Audience, Outline, Sessions, State, Topic, Training};
use crate::domain::{Day, OfficeCode, TrainingId};

/// What everybody may know of a training, from the day on which it is announced: neither its link, nor its material,
/// nor its test, nor anybody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: TrainingId,
    pub office: OfficeCode,
    pub slug: String,
    pub state: NoticeState,
    pub told: Told,
    /// Seats that are taken, and how many wait.
    pub seated: u32,
    pub waiting: u32,
}

/// A draft is not announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeState {
    Open,
    Finished,
    Cancelled { reason: String },
}

/// As it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub title: String,
    pub summary: String,
    pub topic: Topic,
    pub audiences: Vec<Audience>,
    pub organiser: String,
    pub speaker: String,
    /// Empty where it is held online alone.
    pub place: String,
    pub online: bool,
    pub sessions: Sessions,
    pub quota: u16,
    pub closes: Day,
    pub with_test: bool,
}

impl Told {
    pub fn of(outline: &Outline) -> Self {
        Self {
            title: outline.title.clone(),
            summary: outline.summary.clone(),
            topic: outline.topic,
            audiences: outline.audiences.clone(),
            organiser: outline.organiser.clone(),
            speaker: outline.speaker.clone(),
            place: outline.venue.place().to_owned(),
            online: outline.venue.link().is_some(),
            sessions: outline.sessions.clone(),
            quota: outline.quota,
            closes: outline.closes,
            with_test: outline.quiz.is_some(),
        }
    }
}

impl NoticeState {
    /// `None`: nobody is told of a draft.
    pub fn of(training: &Training) -> Option<Self> {
        match &training.state {
            State::Draft => None,
            State::Open => Some(Self::Open),
            State::Finished => Some(Self::Finished),
            State::Cancelled { reason } => Some(Self::Cancelled { reason: reason.clone() }),
        }
    }

    pub const fn code(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Finished => "finished",
            Self::Cancelled { .. } => "cancelled",
        }
    }

    /// Why it does not take place.
    pub fn reason(&self) -> &str {
        match self {
            Self::Cancelled { reason } => reason,
            Self::Open | Self::Finished => "",
        }
    }
}
