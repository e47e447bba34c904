use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::ui::{MarkView, Way};

/// `/akun/pinjaman`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnLoansView {
    pub title: String,
    pub lede: String,
    pub back: Way,
    /// What the last act has done.
    pub result: Option<String>,
    /// That there is nothing yet, and what to do.
    pub none: Option<[String; 2]>,
    pub find: Way,
    /// Where one's reading clubs are.
    pub clubs: Way,
    /// Each with its heading; none where there is nothing.
    pub waits: (String, Vec<OwnRow>),
    pub have: (String, Vec<OwnRow>),
    pub before: (String, Vec<OwnRow>),
}

/// `/akun/kelompok-baca`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnClubsView {
    pub title: String,
    pub lede: String,
    pub back: Way,
    /// What the last act has done.
    pub result: Option<String>,
    /// All below it, as HTML.
    pub drawn: String,
}

/// A book of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRow {
    pub book: Way,
    pub library: String,
    pub mark: Option<MarkView>,
    pub told: String,
    pub press: Option<PressView>,
}

/// What can be done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PressView {
    /// Part of the office's address.
    pub office: String,
    pub id: String,
    pub button: String,
    pub key: IdemKey,
}
