//! What the screens of the office of destination are given.

use serde::{Deserialize, Serialize};

use crate::access::ActName;
use crate::domain::{IdemKey, LetterId, Version};
use crate::features::applications::TransferState;
use crate::forms::Choice;
use crate::ui::Frame;

/// `/kantor/pindah-masuk`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransfersView {
    pub frame: Frame,
    /// Code of the list that is shown.
    pub which: String,
    pub waiting: u32,
    pub all: u32,
    pub rows: Vec<TransferRow>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// One line of the list: nobody in clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferRow {
    pub id: LetterId,
    pub state: TransferState,
    pub letter_revoked: bool,
    /// The office that they leave: "Desa Tamansari (Kec. Licin)".
    pub origin: String,
    /// `S*** A*****`: the first of those who move; what is said instead once that was forgotten.
    pub holder: String,
    /// `…0001`; a stroke once it was forgotten, like what follows.
    pub nik_end: String,
    /// How many.
    pub people: String,
    /// The planned day.
    pub planned: String,
}

/// `/kantor/pindah-masuk/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordView {
    pub frame: Frame,
    pub id: LetterId,
    pub seen: Version,
    pub state: TransferState,
    pub letter_revoked: bool,
    pub origin: String,
    /// Of the letter. Empty once it was forgotten, like what follows.
    pub number: String,
    pub issued_on: String,
    pub planned: String,
    pub from: String,
    pub to: String,
    pub movers: Vec<MoverLine>,
    /// "hari ini 09.54"
    pub came: String,
    /// "oleh Rini Wulandari, hari ini 09.54"; empty before there is an answer.
    pub decided: String,
    /// Why it is declined: as the officer wrote it, and once that was forgotten by the word of the list.
    pub reason: String,
    pub reasons: Vec<Choice>,
    pub can: Vec<ActName>,
    pub key: IdemKey,
}

/// Somebody who moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoverLine {
    pub name: String,
    /// Masked.
    pub nik: String,
    pub relation: String,
}
