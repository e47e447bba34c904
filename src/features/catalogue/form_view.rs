//! A form of the market as a page is given it: what is asked, in the language of who fills it in. Where the
//! form stands and what it sends is the page's own business.

use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::forms::Choice;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingForm {
    /// What the form says besides: which listing, as it was seen.
    pub hidden: Vec<(String, String)>,
    pub parts: Vec<PartView>,
    pub key: IdemKey,
    /// The words of the two buttons.
    pub keep: String,
    pub propose: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartView {
    pub title: String,
    /// Nobody has to fill it in, and nobody has yet.
    pub folded: bool,
    pub fields: Vec<FieldView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    pub name: String,
    pub kind: AskedAs,
    pub label: String,
    pub hint: Option<String>,
    pub options: Vec<Choice>,
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedAs {
    Line,
    Lines,
    Digits,
    Rupiah,
    Phone,
    Time,
    Tick,
    Choice,
}
