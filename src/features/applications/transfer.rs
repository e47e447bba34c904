use serde::{Deserialize, Serialize};

/// Where the move of somebody to another office stands (security 12, "Transfer"). Both offices keep it:
/// the one that lets them go, and the one that is to take them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// The destination has not answered.
    Incoming,
    Accepted,
    Declined,
    /// The letter was revoked before there was an answer.
    Cancelled,
    /// Nothing was sent: the destination takes no part. Known to the office that lets them go alone.
    Closed,
    /// Nothing was sent: the resident has taken the consent back. Known to that office alone, too.
    Withdrawn,
}

impl TransferState {
    pub const ALL: [Self; 6] = [Self::Incoming, Self::Accepted, Self::Declined, Self::Cancelled, Self::Closed, Self::Withdrawn];

    /// As it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Data of the resident has left their office, or is about to.
    pub const fn has_left(self) -> bool {
        !matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// Who must move, as colour and mark say it: after a "no" it is the office that was left,
    /// and what was not sent is carried by the resident.
    pub const fn who(self) -> &'static str {
        match self {
            Self::Incoming => "office",
            Self::Accepted => "done",
            Self::Declined => "stop",
            Self::Cancelled => "grey",
            Self::Closed => "you",
            Self::Withdrawn => "grey",
        }
    }

    /// The name of its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Incoming => "clock",
            Self::Accepted => "completed",
            Self::Declined => "rejected",
            Self::Cancelled => "revoked",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }
}
