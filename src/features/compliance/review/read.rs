//! From campaigns and answers to what the regency's screens of a review are given.

mod alike;
mod item;
mod opened;
mod queue;
mod visit;

pub use item::item;
pub use opened::{next_item, waits_for};
pub use queue::{petak, queue, tally};
pub use visit::visit;

use crate::access::Refusal;
use crate::domain::CampaignId;
use crate::features::compliance::{Campaign, CampaignState};

/// The campaign of an address; without one the newest that is not public, else the newest.
///
/// # Errors
/// `NotFound` for an address that names none of these.
fn chosen<'a>(campaigns: &'a [Campaign], asked: &str) -> Result<Option<&'a Campaign>, Refusal> {
    if asked.is_empty() {
        return Ok(campaigns.iter().find(|campaign| !is_public(campaign)).or(campaigns.first()));
    }
    let id: CampaignId = asked.parse().map_err(|_| Refusal::NotFound)?;
    campaigns.iter().find(|campaign| campaign.id == id).map(Some).ok_or(Refusal::NotFound)
}

const fn is_public(campaign: &Campaign) -> bool {
    matches!(campaign.state, CampaignState::Published { .. })
}
