//! What the server functions about rights and slips share.

use super::acts::PrintSlip;
use super::store::{self, By};
use crate::access::{Refusal, Unit};
use crate::domain::{EnrolmentId, IdemKey, OfficeCode, Phone, SlipId};
use crate::features::offices::gazetteer;
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::session::{Budget, Doors, Standing, spend};

/// The office that somebody means: that of their hat, or, at the regency, the one they name.
///
/// # Errors
/// `NotFound` for an office that there is not, `Forbidden` for who acts for none.
pub fn office_of(standing: &Standing, slug: Option<&str>) -> Result<OfficeCode, Refusal> {
    match standing.actor.unit() {
        Some(Unit::Office(own)) => Ok(own),
        Some(Unit::Regency(_)) => gazetteer().by_slug(slug.unwrap_or_default()).map(|office| office.code).ok_or(Refusal::NotFound),
        _ => Err(Refusal::Forbidden),
    }
}

/// The page of an office's staff, or that of a code to hand over.
pub fn staff_page(standing: &Standing, office: OfficeCode, code: Option<EnrolmentId>) -> String {
    let page = match (standing.actor.unit(), gazetteer().by_code(office)) {
        (Some(Unit::Regency(_)), Some(office)) => ["/bpm/kantor/", office.slug].concat(),
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
