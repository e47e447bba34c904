//! A photo or a file of an item, for who may look at it.

use crate::access::{Actor, Refusal, Unit};
use crate::domain::{BlobId, OfficeCode};
use crate::features::catalogue::Photo;
use crate::features::compliance::{Answer, Evidence, EvidenceFile, Instrument, ShownFile, ShownPhoto, store};
use crate::features::offices::gazetteer;
use crate::server::db::{Db, OfficeScope, RegencyScope};

/// What an office is called in addresses.
pub fn slug_of(office: OfficeCode) -> Option<&'static str> {
    gazetteer().by_code(office).map(|office| office.slug)
}

fn office_at(slug: &str) -> Result<OfficeCode, Refusal> {
    gazetteer().by_slug(slug).map(|office| office.code).ok_or(Refusal::NotFound)
}

/// In the words of the market, which knows how a photo is shown in its sizes.
pub fn shown(evidence: &Evidence, alt: String) -> Photo {
    Photo { id: evidence.id, file: evidence.file.clone(), alt, sizes: evidence.sizes, colour: evidence.colour.clone() }
}

/// Where a file of the office at `slug` is given to whom it is for.
pub fn file_address(slug: &str, file: &EvidenceFile) -> String {
    ["/m/kepatuhan/", slug, "/berkas/", &file.id.to_string()].concat()
}

/// A photo of the office at `slug`, for its staff, for the regency, and for the camat of its kecamatan.
///
/// # Errors
/// `NotFound` for everybody else, and for a photo that none of its last two campaigns has.
pub async fn photo_within(db: &Db, actor: &Actor, slug: &str, id: BlobId) -> Result<(OfficeCode, Evidence), Refusal> {
    within(db, actor, slug, |answer| answer.evidence.into_iter().find(|evidence| evidence.id == id)).await
}

/// The same for a file.
///
/// # Errors
/// As [`photo_within`].
pub async fn file_within(db: &Db, actor: &Actor, slug: &str, id: BlobId) -> Result<(OfficeCode, EvidenceFile), Refusal> {
    within(db, actor, slug, |answer| answer.files.into_iter().find(|file| file.id == id)).await
}

async fn within<T>(db: &Db, actor: &Actor, slug: &str, find: impl Fn(Answer) -> Option<T>) -> Result<(OfficeCode, T), Refusal> {
    let office = office_at(slug)?;
    for campaign in store::campaign_of_office(db, office).await? {
        let answered = match actor.unit() {
            Some(Unit::Office(own)) if own == office => {
                let instrument = Instrument::known(&campaign.instrument)?;
                Some(store::assessment(&*OfficeScope::open(db, actor).await?, campaign.id, instrument).await?)
            }
            Some(Unit::Kecamatan(_) | Unit::Regency(_)) => {
                store::assessment_of(&RegencyScope::open(db, actor).await?, campaign.id, office).await?
            }
            _ => return Err(Refusal::NotFound),
        };
        if let Some(found) = answered.into_iter().flat_map(|answered| answered.answers).find_map(&find) {
            return Ok((office, found));
        }
    }
    Err(Refusal::NotFound)
}

/// The same for everybody: of a result that is public, and of what was accepted with a point at least.
///
/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn public_photo(db: &Db, slug: &str, id: BlobId) -> Result<(OfficeCode, ShownPhoto), Refusal> {
    let office = office_at(slug)?;
    for (campaign, _) in store::public_seats_of_office(db, office).await? {
        let shown = store::public_result(db, campaign.id, office).await?;
        if let Some(photo) = shown.into_iter().flat_map(|item| item.photos).find(|photo| photo.id == id) {
            return Ok((office, photo));
        }
    }
    Err(Refusal::NotFound)
}

/// A picture that was sent as a file: a PDF is for nobody outside.
///
/// # Errors
/// As [`public_photo`].
pub async fn public_file(db: &Db, slug: &str, id: BlobId) -> Result<(OfficeCode, ShownFile), Refusal> {
    let office = office_at(slug)?;
    for (campaign, _) in store::public_seats_of_office(db, office).await? {
        let shown = store::public_result(db, campaign.id, office).await?;
        if let Some(file) = shown.into_iter().flat_map(|item| item.files).find(|file| file.id == id) {
            return Ok((office, file));
        }
    }
    Err(Refusal::NotFound)
}
