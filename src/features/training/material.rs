//! Files for those who take part in a training.

use crate::access::{Code, Refusal};
use crate::domain::{BlobId, Lang, TrainingId};

use super::{State, Training};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    pub id: BlobId,
    pub training: TrainingId,
    /// Under which its bytes are kept.
    pub name: String,
    /// A PDF as it came, or a picture that was cleaned.
    pub is_pdf: bool,
    pub size_bytes: i64,
    /// What the office says that it is.
    pub title: String,
}

impl Material {
    /// Files of one training.
    pub const MOST: usize = 10;
    pub const PDF: &str = "application/pdf";
    pub const PICTURE: &str = "image/jpeg";

    pub const fn media(&self) -> &'static str {
        if self.is_pdf { Self::PDF } else { Self::PICTURE }
    }

    /// "PDF, 340 KB"
    pub fn kind(&self, lang: Lang) -> String {
        let what = match (self.is_pdf, lang) {
            (true, _) => "PDF",
            (false, Lang::Id) => "Gambar",
            (false, Lang::En) => "Picture",
        };
        format!("{what}, {} KB", ((self.size_bytes + 1_023) / 1_024).max(1))
    }
}

/// Whether another file can be added.
///
/// # Errors
/// `Conflict`: it was cancelled, or there are as many as may be.
pub fn takes_material(training: &Training, there: usize) -> Result<(), Refusal> {
    match training.state {
        State::Cancelled { .. } => Err(Refusal::Conflict(Code::TrainingOver)),
        _ if there >= Material::MOST => Err(Refusal::Conflict(Code::TooManyFiles)),
        _ => Ok(()),
    }
}
