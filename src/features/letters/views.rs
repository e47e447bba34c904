use serde::{Deserialize, Serialize};

use super::{Reason, Standing};
use crate::domain::{Day, TimeOfDay};

/// What somebody is told who checks a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckView {
    /// No code was given yet.
    Ask,
    /// No letter has this code. One that was invented and one that was mistyped look the same.
    Unknown {
        checked: CheckedAt,
    },
    Known(Box<CheckedLetter>),
}

/// When it was checked, in the office's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedAt {
    pub on: Day,
    pub at: TimeOfDay,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedLetter {
    pub standing: Standing,
    pub title: String,
    pub number: String,
    /// `S*** A*****`
    pub holder: String,
    pub signer: String,
    /// "Desa Tamansari", "Licin", `tamansari-licin`
    pub office: String,
    pub kecamatan: String,
    pub slug: String,
    pub issued_on: Day,
    pub valid_until: Option<Day>,
    pub reason: Option<Reason>,
    pub ended_on: Option<Day>,
    pub next: Option<NextLetter>,
    /// 64 hexadecimal digits; none until the paper is set.
    pub pdf_sha256: Option<String>,
    /// What a certificate says of its training, as label and value in the visitor's language.
    pub course: Vec<(String, String)>,
    pub checked: CheckedAt,
}

/// The letter that stands in the place of a replaced one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextLetter {
    pub number: String,
    pub on: Day,
    /// Its own code, without spaces: where its page is.
    pub code: Option<String>,
}

/// The letter as a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facsimile {
    /// What stands across the sheet, of a letter that is none.
    pub across: Option<Across>,
    /// Whether the stand-in for arms stands on it, as in a demonstration.
    pub stand_in: bool,
    /// The three lines of the letterhead.
    pub kop: [String; 3],
    pub address: String,
    pub title: String,
    /// None before it is signed.
    pub number: Option<String>,
    pub parts: Vec<FacsimilePart>,
    pub place_and_day: String,
    /// Lines above the signature, its name, and lines below.
    pub post: Vec<String>,
    pub name: String,
    pub below: Vec<String>,
    /// Who signs at the left.
    pub left: Option<(Vec<String>, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FacsimilePart {
    Text(String),
    Rows(Vec<(String, String)>),
    People(Vec<Person>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Across {
    /// Not signed yet.
    Draft,
    /// Of somebody who does not exist.
    Sample,
}

/// A row of the table of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub nik: String,
    pub name: String,
    pub relation: String,
}
