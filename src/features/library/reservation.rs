//! A reader's place in the queue for a title at a library.

use crate::domain::{AccountId, CopyId, Day, Instant, ReaderId, ReservationId, TitleId, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    pub id: ReservationId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    pub title: TitleId,
    pub reader: ReaderId,
    pub account: Option<AccountId>,
    /// Its place: who came first is served first.
    pub made_at: Instant,
    pub turn: Turn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Waiting,
    /// A copy was put aside.
    Ready {
        copy: CopyId,
        until: Day,
    },
    /// It was fetched.
    Served,
    /// Taken back, or nobody came.
    Over,
}

impl Turn {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ready { .. } => "ready",
            Self::Served => "served",
            Self::Over => "over",
        }
    }

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Ready { .. })
    }
}

impl Reservation {
    pub fn be_ready(&mut self, copy: CopyId, until: Day) {
        self.turn = Turn::Ready { copy, until };
    }

    /// The reader has what they waited for.
    pub fn be_served(&mut self) {
        self.turn = Turn::Served;
    }

    /// Gives the place up.
    pub fn give_up(&mut self) {
        self.turn = Turn::Over;
    }
}
