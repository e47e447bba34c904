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
use crate::server::likeness::{Likeness, Mark, SharedMarks};

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

/// A photo that another one looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlikePhoto {
    pub id: BlobId,
    /// How much, in hundredths.
    pub percent: u8,
    /// Of another office or period.
    pub elsewhere: bool,
}

/// At most so many are shown beside a photo.
const SHOWN: usize = 3;

/// Far more than there are of one place. Memory still knows photos that were taken away: whoever sends and
/// removes the same picture again and again does not crowd out the one that it was taken from.
const LOOKED_AT: usize = 1_000;

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
    /// Photos that look like a new one of an office and a period, and are evidence still: those of others first,
    /// then the likest.
    ///
    /// # Errors
    /// `Internal` for bytes that are no mark; `Busy` or `Internal` of the database.
    pub async fn alike(&self, db: &Db, likeness: &[u8], (office, campaign): (OfficeCode, CampaignId)) -> Result<Vec<AlikePhoto>, Refusal> {
        let new = Mark::from_bytes(likeness).map_err(|error| incident::report("a photo has no mark", &error))?;
        let since = Instant::from_micros(self.until.load(Ordering::Relaxed)).plus_seconds(-LATE);
        let (more, last) = store::likenesses_since(db, since).await?;
        // A mark of an older program is compared with nothing.
        let read = |(id, likeness): (BlobId, Vec<u8>)| Some((id.bits(), Mark::from_bytes(&likeness).ok()?));
        let found = self.marks.alike(more.into_iter().filter_map(read).collect(), new, LOOKED_AT).await;
        let found = found.map_err(|error| incident::report("photos were not compared", &error))?;
        if let Some(last) = last {
            self.until.fetch_max(last.micros(), Ordering::Relaxed);
        }
        let ids: Vec<BlobId> = found.iter().map(|(id, _)| BlobId::from_bits(*id)).collect();
        let living = store::marks(db, &ids).await?;
        let alike = |(id, likeness): (u128, Likeness)| {
            let mark = living.iter().find(|mark| mark.id.bits() == id)?;
            let elsewhere = mark.office != office || mark.campaign != campaign;
            Some(AlikePhoto { id: mark.id, percent: likeness.percent(), elsewhere })
        };
        let mut alike: Vec<AlikePhoto> = found.into_iter().filter_map(alike).collect();
        alike.sort_by_key(|photo| std::cmp::Reverse((photo.elsewhere, photo.percent)));
        alike.truncate(SHOWN);
        Ok(alike)
    }
}
