use serde::{Deserialize, Serialize};

/// Where a case stands (security 12). Who may move it on: `policy.rs`; how: `model.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not sent yet; saved step by step.
    Draft,
    /// Sent, waiting for an officer.
    Submitted,
    /// In one officer's hands; waiting again when the lease is over.
    InReview,
    /// Something was returned to the resident. The promise stands still.
    NeedsFix,
    AwaitingSignature,
    Rejected,
    Issued,
    /// Gone on to Dukcapil or another office.
    Forwarded,
    Completed,
    Withdrawn,
    /// Thrown away by its owner, or lapsed. What was typed is gone.
    Closed,
    Revoked,
}

impl State {
    pub const ALL: [Self; 12] = [
        Self::Draft,
        Self::Submitted,
        Self::InReview,
        Self::NeedsFix,
        Self::AwaitingSignature,
        Self::Rejected,
        Self::Issued,
        Self::Forwarded,
        Self::Completed,
        Self::Withdrawn,
        Self::Closed,
        Self::Revoked,
    ];

    /// As it is stored, and the name of its icon.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::InReview => "in_review",
            Self::NeedsFix => "needs_fix",
            Self::AwaitingSignature => "awaiting_signature",
            Self::Rejected => "rejected",
            Self::Issued => "issued",
            Self::Forwarded => "forwarded",
            Self::Completed => "completed",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
            Self::Revoked => "revoked",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Its owner may type and add photos.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::NeedsFix)
    }

    /// Nothing leaves it.
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Rejected | Self::Withdrawn | Self::Closed | Self::Revoked)
    }

    /// Neither finished nor given up: it counts among a resident's open cases.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Submitted | Self::InReview | Self::NeedsFix | Self::AwaitingSignature)
    }

    /// Somebody has taken it in: it has a reference.
    pub const fn is_sent(self) -> bool {
        !matches!(self, Self::Draft | Self::Closed)
    }

    /// A letter came of it, valid or not.
    pub const fn has_letter(self) -> bool {
        matches!(self, Self::Issued | Self::Forwarded | Self::Completed | Self::Revoked)
    }

    /// Who must move, as colour and mark say it (product 3, "words for a case").
    pub const fn who(self) -> &'static str {
        match self {
            Self::NeedsFix => "you",
            Self::Submitted | Self::InReview | Self::AwaitingSignature | Self::Forwarded => "office",
            Self::Issued | Self::Completed => "done",
            Self::Rejected | Self::Revoked => "stop",
            Self::Draft | Self::Withdrawn | Self::Closed => "grey",
        }
    }
}

/// How a case came to the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By its owner, on a phone or a computer.
    Phone,
    /// Taken in by an officer for somebody at the counter.
    Counter,
}

impl Channel {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Counter => "counter",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Phone, Self::Counter].into_iter().find(|channel| channel.code() == code)
    }
}

/// How an officer made sure of who applies, recorded at approval (product 9, "identity").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentitySeen {
    /// The KTP itself, at the counter.
    KtpAtCounter,
    /// The photo of the KTP against the family card.
    PhotoAgainstKk,
}

impl IdentitySeen {
    pub const fn code(self) -> &'static str {
        match self {
            Self::KtpAtCounter => "ktp_at_counter",
            Self::PhotoAgainstKk => "photo_against_kk",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::KtpAtCounter, Self::PhotoAgainstKk].into_iter().find(|seen| seen.code() == code)
    }
}
