//! From campaigns to what their pages are given.

mod campaign;
mod list;
mod parts;
mod people;
mod weighed;

pub use campaign::campaign;
pub use list::campaigns;

use crate::domain::CampaignId;
use crate::features::offices::Office;

/// Which offices a campaign is for, as the form says it.
pub const PILOT: &str = "percontohan";
pub const ALL: &str = "semua";
pub const PICKED: &str = "pilihan";

/// The box that is ticked for an office.
pub fn field_of(office: &Office) -> String {
    ["kantor_", office.slug].concat()
}

pub fn page_of(id: CampaignId) -> String {
    ["/bpm/kampanye/", &id.to_string()].concat()
}
