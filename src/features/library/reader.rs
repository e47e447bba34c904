//! Who borrows at a library.

use crate::domain::{AccountId, PersonName, ReaderId, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub id: ReaderId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    /// What the card says. No two readers of a library have the same.
    pub card: String,
    pub name: PersonName,
    pub who: Who,
    /// Whose loans these are at home: a child's are its guardian's.
    pub account: Option<AccountId>,
    /// Whoever moved away or gave the card back borrows nothing more.
    pub active: bool,
    /// By what the desk tells them from another of the same name: "RT 02". Empty for most.
    pub about: String,
}

/// A child borrows through a guardian, so there is no child without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Adult,
    ChildOf(ReaderId),
}

impl Reader {
    pub const fn guardian(&self) -> Option<ReaderId> {
        match self.who {
            Who::Adult => None,
            Who::ChildOf(guardian) => Some(guardian),
        }
    }
}
