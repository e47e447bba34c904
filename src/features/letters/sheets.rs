//! All certificates of a training in one file, for the printer of the office: set by the child from what was signed,
//! handed out, and kept nowhere. Each certificate has its own paper besides.

use super::render::{crest_of, unset};
use super::{Crest, LetterData, certificates_job};
use crate::access::Refusal;
use crate::domain::Instant;
use crate::server::blobs::{Blobs, Named};
use crate::server::incident;
use crate::server::sandbox::Sandbox;

/// What goes through the printer at once.
#[derive(Clone, Debug)]
pub struct CertificateSheets {
    /// Names the training.
    pub ident: String,
    /// In the order of their sheets; at most [`Self::MOST`].
    pub certificates: Vec<LetterData>,
    /// The arms that were frozen with them.
    pub crest: Option<Named>,
}

impl CertificateSheets {
    /// So many, a page each, are set in the time that a paper may take; more go in several files.
    pub const MOST: usize = 40;

    /// # Errors
    /// `NotFound` when there is none; `Busy` while all places of the sandbox are taken; `Internal`.
    pub async fn set(self, sandbox: &Sandbox, blobs: &Blobs, stand_in: Option<&Crest>, at: Instant) -> Result<Vec<u8>, Refusal> {
        if self.certificates.is_empty() {
            return Err(Refusal::NotFound);
        }
        let crest = crest_of(blobs, self.crest, stand_in).await?;
        let job = certificates_job(&self.certificates, crest.as_ref(), self.ident, at);
        let job = job.ok_or_else(|| incident::report("certificates have too long an address for their codes", &"letter"))?;
        Ok(sandbox.render_letter(&job).await.map_err(unset)?.bytes)
    }
}
