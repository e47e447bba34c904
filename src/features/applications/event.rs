use serde::{Deserialize, Serialize};

use super::{Reason, Returned};
use crate::access::Role;
use crate::domain::{AccountId, Instant};

/// Something that happened to a case: a line of its timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub kind: EventKind,
    pub at: Instant,
    pub by: Option<AccountId>,
    pub role: Role,
    /// Sealed where it is stored.
    pub words: EventWords,
}

/// What was said with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventWords {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Returned>,
    /// An officer's note, or a number that Dukcapil gave: of its register, of the SKPWNI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    Started,
    Submitted,
    Claimed,
    FixRequested,
    Repaired,
    Rejected,
    Approved,
    SentBack,
    Issued,
    Forwarded,
    HandedOver,
    Withdrawn,
    Closed,
    Revoked,
    /// A note among officers. The resident does not see it.
    Noted,
    /// The office to which the resident moves has taken them in,
    TransferAccepted,
    /// or does not.
    TransferDeclined,
    /// That office takes no part, so nothing was sent to it.
    TransferClosed,
    /// The resident has taken back the consent to send it.
    ConsentWithdrawn,
    /// Dukcapil has issued the moving letter of the state (SKPWNI).
    SkpwniReceived,
}

impl EventKind {
    const ALL: [Self; 20] = [
        Self::Started,
        Self::Submitted,
        Self::Claimed,
        Self::FixRequested,
        Self::Repaired,
        Self::Rejected,
        Self::Approved,
        Self::SentBack,
        Self::Issued,
        Self::Forwarded,
        Self::HandedOver,
        Self::Withdrawn,
        Self::Closed,
        Self::Revoked,
        Self::Noted,
        Self::TransferAccepted,
        Self::TransferDeclined,
        Self::TransferClosed,
        Self::ConsentWithdrawn,
        Self::SkpwniReceived,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Submitted => "submitted",
            Self::Claimed => "claimed",
            Self::FixRequested => "fix_requested",
            Self::Repaired => "repaired",
            Self::Rejected => "rejected",
            Self::Approved => "approved",
            Self::SentBack => "sent_back",
            Self::Issued => "issued",
            Self::Forwarded => "forwarded",
            Self::HandedOver => "handed_over",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
            Self::Revoked => "revoked",
            Self::Noted => "noted",
            Self::TransferAccepted => "transfer_accepted",
            Self::TransferDeclined => "transfer_declined",
            Self::TransferClosed => "transfer_closed",
            Self::ConsentWithdrawn => "consent_withdrawn",
            Self::SkpwniReceived => "skpwni_received",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether the resident sees it. Notes are the office's own, and a draft's beginning is no news.
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::Noted | Self::Started)
    }
}

impl EventWords {
    pub fn is_empty(&self) -> bool {
        self.reason.is_none() && self.returned.is_empty() && self.note.is_none()
    }

    pub fn reason(reason: Reason) -> Self {
        Self { reason: Some(reason), ..Self::default() }
    }

    pub fn returned(returned: Vec<Returned>) -> Self {
        Self { returned, ..Self::default() }
    }

    pub fn note(note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..Self::default() }
    }
}
