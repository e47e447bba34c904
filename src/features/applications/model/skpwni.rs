use crate::domain::{BlobId, Day, Instant};

/// The moving letter of the state (*Surat Keterangan Pindah WNI*), which Dukcapil issues for a move out of
/// the regency. The office notes it when it comes back, and hands on its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skpwni {
    /// As Dukcapil wrote it: no form of it was confirmed (domain 11).
    pub number: String,
    pub dated: Day,
    /// A PDF, or a photo of the paper.
    pub file: BlobId,
    pub at: Instant,
}
