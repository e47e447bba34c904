use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::wire;
use crate::domain::Instant;

/// All that a letter is made of. Nothing else reaches the child, so the same job gives the same bytes
/// on another day, in another zone and folder.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterJob {
    /// The template to begin with, a name in `files`.
    pub main: String,
    /// Templates, `data.json` and pictures, by the names that templates call them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Names this letter and no other; becomes the document's identity.
    pub ident: String,
    /// The moment that the document gives as its own, and "today" for its template.
    pub at: Instant,
    /// The most pages it may have: of a letter [`MOST_PAGES`].
    pub most_pages: u32,
}

/// A finished letter: PDF/A-2a and PDF/UA-1.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: u32,
}

/// Names and sizes only: what a letter says must not end in a log.
impl fmt::Debug for LetterJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LetterJob({} of {} files)", self.main, self.files.len())
    }
}

impl fmt::Debug for Pdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pdf({} pages, {} bytes)", self.pages, self.bytes.len())
    }
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LetterRefusal {
    /// The template has a mistake. The message is for its editor and may quote answers: it never
    /// goes to the log.
    Template(String),
    /// An answer has a character that the letter's face does not have.
    Unprintable,
    /// More than it may have.
    TooManyPages { pages: u32 },
    /// Too much memory or time.
    TooHeavy,
    /// All places were taken for a long time.
    Busy,
    /// No child could work; `doctor` says why.
    Broken,
}

/// The longest honest letter, a list of forty heirs, has three.
pub const MOST_PAGES: u32 = 20;
pub(super) const MOST_ANSWER_BYTES: u64 = 8 << 20;
const MOST_JOB_BYTES: usize = 8 << 20;

/// The first piece of the message to the child; the files follow in the order of their names.
#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    pub main: String,
    pub names: Vec<String>,
    pub ident: String,
    pub at: Instant,
    pub most_pages: u32,
}

pub(super) fn head(job: &LetterJob) -> Result<Vec<u8>, LetterRefusal> {
    if job.files.values().map(Vec::len).sum::<usize>() > MOST_JOB_BYTES {
        return Err(LetterRefusal::TooHeavy);
    }
    let names = job.files.keys().cloned().collect();
    let head = Head { main: job.main.clone(), names, ident: job.ident.clone(), at: job.at, most_pages: job.most_pages };
    serde_json::to_vec(&head).map_err(|_| LetterRefusal::Broken)
}

pub(super) fn read(answer: &[u8]) -> Result<Pdf, LetterRefusal> {
    let pieces = wire::unpack(answer).ok_or(LetterRefusal::Broken)?;
    let (first, files) = pieces.split_first().ok_or(LetterRefusal::Broken)?;
    let pages = serde_json::from_slice::<Result<u32, LetterRefusal>>(first).map_err(|_| LetterRefusal::Broken)??;
    match files {
        [pdf] if pdf.starts_with(b"%PDF-1.7") => Ok(Pdf { bytes: pdf.to_vec(), pages }),
        _ => Err(LetterRefusal::Broken),
    }
}
