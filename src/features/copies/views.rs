//! What the page of a camat is given.

use serde::{Deserialize, Serialize};

use crate::ui::Frame;

/// `/kecamatan`: a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiesView {
    pub frame: Frame,
    /// "Licin"
    pub kecamatan: String,
    pub month: MonthLink,
    pub before: MonthLink,
    pub after: MonthLink,
    /// The month in which we are, and the one before it.
    pub now: MonthLink,
    pub last: MonthLink,
    pub rows: Vec<CopyRow>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// "24 November 2026"
    pub today: String,
}

/// A month: `2026-11`, "November 2026", and how many letters it has where that is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthLink {
    pub code: String,
    pub name: String,
    pub count: u32,
}

/// One line: nobody in clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyRow {
    /// In the month, from 1.
    pub number: u32,
    pub on: String,
    /// `S*** A*****`
    pub holder: String,
    pub people: u32,
    /// "Antarkecamatan"
    pub class: String,
    pub origin: String,
    pub destination: String,
    pub revoked: bool,
}
