use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{LetterData, Template, template};
use crate::domain::{BlobId, Day};

/// A letter as it was approved: every word of it, and the wording of the template that sets them.
/// What is signed is this and nothing else; its hash is what the head has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenLetter {
    /// Code of the service, and so of the template: `sku`.
    pub service: String,
    /// SHA-256 of the template, in hexadecimal digits.
    pub template: String,
    pub crest: Option<BlobId>,
    pub data: LetterData,
}

/// The template was changed, or is gone, since the letter was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherTemplate;

impl FrozenLetter {
    /// `None` for a service without a template.
    pub fn of(service: &str, crest: Option<BlobId>, data: LetterData) -> Option<Self> {
        let template = template(service)?;
        Some(Self { service: service.to_owned(), template: hex(&template.hash()), crest, data })
    }

    /// The JSON and its SHA-256. The order of fields is that of the types and maps are sorted, so equal
    /// letters give equal bytes.
    ///
    /// # Panics
    /// Never: a letter is JSON.
    pub fn bytes(&self) -> (Vec<u8>, [u8; 32]) {
        let bytes = serde_json::to_vec(self).expect("a letter is JSON");
        let hash = Sha256::digest(&bytes).into();
        (bytes, hash)
    }

    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The template with which it was approved.
    ///
    /// # Errors
    /// [`OtherTemplate`]: an upgrade came between. It is approved again rather than signed unread.
    pub fn template(&self) -> Result<Template, OtherTemplate> {
        template(&self.service).filter(|template| hex(&template.hash()) == self.template).ok_or(OtherTemplate)
    }

    /// The same letter dated on another day; how long it is valid stays.
    #[must_use]
    pub fn dated(mut self, on: Day) -> Self {
        let moved = on.number() - self.data.on.number();
        self.data.on = on;
        self.data.valid_until = self.data.valid_until.map(|last| last.plus_days(moved));
        self
    }
}

/// Hexadecimal digits, as a hash is shown.
pub fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

/// A hash as it was shown; `None` for what is none.
pub fn unhex(digits: &str) -> Option<[u8; 32]> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok()?.try_into().ok()
}
