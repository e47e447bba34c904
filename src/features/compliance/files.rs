//! A file that proves an answer: a decree, a budget, a list. Unlike a photo nobody asks where and when.

use serde::{Deserialize, Serialize};

use super::{Answer, Event, Happened, Mark};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, BlobId, Instant, Version};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFile {
    pub id: BlobId,
    /// The name of its file at its office. Nobody outside is told it.
    pub file: String,
    /// A PDF as it came, or a picture of which only the pixels are left.
    pub kind: FileKind,
    pub size_bytes: u64,
    /// What the office says that it is: "SK tim Wi-Fi 2026".
    pub title: String,
    pub by: AccountId,
    pub added_at: Instant,
    /// Of a picture, as [`super::Evidence::agreed`].
    #[serde(default)]
    pub agreed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Pdf,
    Picture,
}

impl FileKind {
    pub fn of(media: &str) -> Self {
        if media == Self::Pdf.media() { Self::Pdf } else { Self::Picture }
    }

    /// Before it is looked through: what does not begin as a PDF has to be a picture.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"%PDF") { Self::Pdf } else { Self::Picture }
    }

    pub const fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Picture => "image/jpeg",
        }
    }

    /// What a PDF says of people nobody has looked through: only a picture is for everybody.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Picture)
    }
}

impl EvidenceFile {
    /// Files of one item.
    pub const MOST: usize = 3;
}

impl Answer {
    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office; `Conflict(TooManyPhotos)` with files enough.
    pub fn add_file(&mut self, file: EvidenceFile, mark: Mark) -> Result<(), Refusal> {
        self.must_be_open()?;
        if self.files.len() >= EvidenceFile::MOST {
            return Err(Refusal::Conflict(Code::TooManyPhotos));
        }
        self.files.push(file);
        self.note_down(mark, Happened::FileAdded);
        Ok(())
    }

    /// Takes a photo or a file away.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office; `NotFound` for what is not there.
    pub fn take_away(&mut self, proof: BlobId, mark: Mark) -> Result<(), Refusal> {
        let Some(at) = self.files.iter().position(|file| file.id == proof) else { return self.remove(proof, mark) };
        self.must_be_open()?;
        self.files.remove(at);
        self.note_down(mark, Happened::FileRemoved);
        Ok(())
    }

    /// Who has changed what is typed since a version was seen. Photos and files are in nobody's way: a phone
    /// sends them before the answer that was typed with them, and each is a version.
    pub fn overtaken_since(&self, seen: Version) -> Option<&Event> {
        // Each version is one event: the newer ones stand at the end.
        let newer = usize::try_from(self.version.0.checked_sub(seen.0)?).unwrap_or(usize::MAX).min(self.history.len());
        let proof =
            |what: &Happened| matches!(what, Happened::PhotoAdded | Happened::PhotoRemoved | Happened::FileAdded | Happened::FileRemoved);
        self.history[self.history.len() - newer..].iter().rfind(|event| !proof(&event.what))
    }
}
