use leptos::prelude::use_context;
use sha2::{Digest, Sha256};

/// What a form said besides its key, in 32 bytes. All zeros for a wish that came without a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wording([u8; 32]);

impl Wording {
    /// Of fields and their texts, in the order of the form.
    pub fn of(words: impl Iterator<Item = (String, String)>) -> Self {
        let mut digest = Sha256::new();
        for text in words.flat_map(|(name, text)| [name, text]) {
            // With its length before it, so that no two lists of texts run into the same bytes.
            digest.update((text.len() as u64).to_le_bytes());
            digest.update(text);
        }
        Self(digest.finalize().into())
    }

    /// What the request says that is being answered.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_default()
    }

    pub(super) const LENGTH: usize = 32;

    pub(super) fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}
