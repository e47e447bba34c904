//! What the server functions about rights and slips share.

use super::acts::PrintSlip;
use super::people::{BPM, place_of};
use super::store::{self, By};
use crate::access::{Refusal, Unit};
use crate::domain::{EnrolmentId, IdemKey, Phone, SlipId};
use crate::features::offices::gazetteer;
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::session::{Budget, Doors, Standing, spend};

/// The unit that somebody means: the office of their hat, or, at the regency, the office or kecamatan that
/// they name, or the regency itself.
///
/// # Errors
/// `NotFound` for a unit that there is not, `Forbidden` for who gives rights nowhere.
pub fn unit_of(standing: &Standing, slug: Option<&str>) -> Result<Unit, Refusal> {
    match standing.actor.unit() {
        Some(own @ Unit::Office(_)) => Ok(own),
        Some(own @ Unit::Regency(_)) if slug == Some(BPM) => Ok(own),
        Some(Unit::Regency(_)) => named(slug.unwrap_or_default()).ok_or(Refusal::NotFound),
        Some(Unit::Kecamatan(_)) | None => Err(Refusal::Forbidden),
    }
}

fn named(slug: &str) -> Option<Unit> {
    let office = gazetteer().by_slug(slug).map(|office| Unit::Office(office.code));
    office.or_else(|| gazetteer().kecamatan_by_slug(slug).map(|kecamatan| Unit::Kecamatan(kecamatan.number)))
}

/// The page of a unit's staff, or that of a code to hand over.
pub fn staff_page(standing: &Standing, unit: Unit, code: Option<EnrolmentId>) -> String {
    let page = match (standing.actor.unit(), place_of(unit)) {
        (Some(Unit::Regency(_)), Some((_, slug))) => ["/bpm/kantor/", &slug].concat(),
        _ => "/kantor/pegawai".to_owned(),
    };
    code.map_or(page.clone(), |code| [page.as_str(), "/kode/", &code.to_string()].concat())
}

/// Prints a slip. If the phone has an account, its owner sees that it was done: a slip opens an account.
///
/// # Errors
/// As `perform`; `TooMany` when one officer prints very many.
pub async fn print_slip(doors: &Doors, standing: Standing, phone: Phone, key: IdemKey) -> Result<SlipId, Refusal> {
    let db = &doors.db;
    spend(doors, Budget::SlipsOfAnOfficer, &standing.account.as_u128().to_be_bytes()).await?;
    let owner = store::read(db, By::Phone(&phone)).await?;
    let slip = db.perform(standing.actor.clone(), key, PrintSlip { phone }).await?;
    if let Some(owner) = owner {
        let look = Look { subject: owner.id, purpose: AccessPurpose::Slip, object: Object::new("slip", slip) };
        access_log::log(db, &standing.actor, look).await?;
    }
    Ok(slip)
}
