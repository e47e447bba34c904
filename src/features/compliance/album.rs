//! All evidence photos of the regency by their looks, in memory: who sends one that was used before is not
//! told, their reviewer is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::store;
use crate::access::Refusal;
use crate::domain::{BlobId, CampaignId, Identity, Instant, OfficeCode};
use crate::server::db::Db;
use crate::server::incident;
use crate::server::likeness::{Mark, SharedMarks};

/// What a photo is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoMark {
    pub id: BlobId,
    pub office: OfficeCode,
    pub campaign: CampaignId,
    pub item: String,
    /// Of its bytes as they came, under the key of the regency.
    pub digest: [u8; 16],
    pub likeness: Vec<u8>,
    /// Photos that look like it, and how much, in hundredths.
    pub alike: Vec<(BlobId, u8)>,
}

/// Under which the bytes of a photo are found again over the whole regency, and by nobody without its key.
pub fn digest_of(db: &Db, photo: &[u8]) -> [u8; 16] {
    db.keys().blind_index(db.regency()).of("evidence", &HEXLOWER.encode(&Sha256::digest(photo)))
}

/// At most so many are shown beside a photo.
const SHOWN: usize = 3;

/// Seconds by which a transaction may be committed after the moment that it writes.
const LATE: i64 = 600;

/// Filled from the database as it is asked, so that every server knows the photos of all.
#[derive(Clone, Default)]
pub struct Album {
    marks: SharedMarks,
    /// The last moment of which all is known, in microseconds.
    until: Arc<AtomicI64>,
}

impl Album {
    /// Photos that look like a new one, the likest first.
    ///
    /// # Errors
    /// `Internal` for bytes that are no mark; `Busy` or `Internal` of the database.
    pub async fn alike(&self, db: &Db, likeness: &[u8]) -> Result<Vec<(BlobId, u8)>, Refusal> {
        let new = Mark::from_bytes(likeness).map_err(|error| incident::report("a photo has no mark", &error))?;
        let since = Instant::from_micros(self.until.load(Ordering::Relaxed)).plus_seconds(-LATE);
        let (more, last) = store::likenesses_since(db, since).await?;
        // A mark of an older program is compared with nothing.
        let read = |(id, likeness): (BlobId, Vec<u8>)| Some((id.bits(), Mark::from_bytes(&likeness).ok()?));
        let found = self.marks.alike(more.into_iter().filter_map(read).collect(), new, SHOWN).await;
        let found = found.map_err(|error| incident::report("photos were not compared", &error))?;
        if let Some(last) = last {
            self.until.fetch_max(last.micros(), Ordering::Relaxed);
        }
        Ok(found.into_iter().map(|(id, likeness)| (BlobId::from_bits(id), likeness.percent())).collect())
    }
}
