use serde::{Deserialize, Serialize};

use super::{Due, PhotoLine};
use crate::domain::{ApplicationId, IdemKey, Version};
use crate::features::letters::Facsimile;
use crate::features::offices::Missing;
use crate::forms::Choice;
use crate::ui::Frame;

/// `/kantor/tanda-tangan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignView {
    pub frame: Frame,
    /// Letters that wait, those that were agreed to among them.
    pub all: u32,
    pub agreed: u32,
    pub now: Option<Box<SignLetter>>,
    /// What was agreed to, for the last step: as many as are signed at one press.
    pub to_sign: Vec<SignLine>,
    pub missing: Vec<Missing>,
    /// What the last signing has done; nothing before.
    pub done: Option<Signed>,
    pub may_sign: bool,
    /// The second factor was shown just now.
    pub stepped_up: bool,
    pub return_reasons: Vec<Choice>,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignLetter {
    pub id: ApplicationId,
    pub seen: Version,
    /// Place among those that wait, from 1.
    pub at: u32,
    pub service: String,
    pub due: Due,
    /// "Diperiksa Rini Wulandari, 09.30"
    pub checked: String,
    pub letter: Facsimile,
    /// 64 hexadecimal digits of what is shown.
    pub hash: String,
    pub photos: Vec<PhotoLine>,
    /// Not for whoever checked it: a letter passes two people.
    pub may_agree: bool,
}

/// One letter of the last question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignLine {
    pub id: ApplicationId,
    /// 64 hexadecimal digits of what was agreed to.
    pub hash: String,
    pub service: String,
    pub holder: String,
}

/// How many letters one press has signed, how many were signed before it, and how many were not signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    pub now: u32,
    pub before: u32,
    pub refused: u32,
}
