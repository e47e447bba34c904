//! A letter on paper before anybody has signed it, for whoever asks: set by the child with DRAF across
//! it, handed out, and kept nowhere.

use super::render::{crest_of, unset};
use super::{Crest, LetterData, Stage, letter_job, template};
use crate::access::Refusal;
use crate::domain::{ApplicationId, Instant};
use crate::server::blobs::{Blobs, Named};
use crate::server::incident;
use crate::server::sandbox::Sandbox;

/// What the letter of a case would say now.
#[derive(Clone, Debug)]
pub struct DraftLetter {
    pub case: ApplicationId,
    /// Code of the service.
    pub service: String,
    pub data: LetterData,
    /// The arms that the office has chosen.
    pub crest: Option<Named>,
}

impl DraftLetter {
    /// # Errors
    /// `NotFound` for what has a number already, and for a service without a letter; `Busy` while all
    /// places of the sandbox are taken; `Internal`.
    pub async fn set(self, sandbox: &Sandbox, blobs: &Blobs, stand_in: Option<&Crest>, at: Instant) -> Result<Vec<u8>, Refusal> {
        if self.data.stage != Stage::Draft {
            return Err(Refusal::NotFound);
        }
        let template = template(&self.service).ok_or(Refusal::NotFound)?;
        let crest = crest_of(blobs, self.crest, stand_in).await?;
        let job = letter_job(&self.data, template, crest.as_ref(), self.case.to_string(), at);
        let job = job.ok_or_else(|| incident::report("a draft has no words", &"letter"))?;
        Ok(sandbox.render_letter(&job).await.map_err(unset)?.bytes)
    }
}
