//! Which offices of a campaign are proposed for a visit.

use crate::access::Refusal;
use crate::domain::{CampaignId, OfficeCode};
use crate::features::compliance::campaigns::views::VisitLine;
use crate::features::compliance::review::visits::{Candidate, Reason, propose};
use crate::features::compliance::review::{Desk, item_page, why};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Campaign, Instrument};
use crate::features::offices::gazetteer;
use crate::ui::way;

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn visits(desk: &Desk, campaign: &Campaign, all: &[Campaign], seats: &[Standing]) -> Result<Vec<VisitLine>, Refusal> {
    let instrument = Instrument::known(&campaign.instrument)?;
    let older: Vec<CampaignId> = all.iter().skip_while(|other| other.id != campaign.id).skip(1).map(|other| other.id).collect();
    let before = store::offices_in(desk.db(), &older).await?;
    let candidate = |seat: &Standing| Candidate::of(seat, instrument, !before.contains(&seat.office));
    let candidates: Vec<Candidate> = seats.iter().filter(|seat| seat.submitted_at.is_some()).map(candidate).collect();
    Ok(propose(&candidates).into_iter().filter_map(|(office, reasons)| line(campaign.id, office, &reasons)).collect())
}

fn line(campaign: CampaignId, office: OfficeCode, reasons: &[Reason]) -> Option<VisitLine> {
    let office = gazetteer().by_code(office)?;
    let why = why(reasons);
    let why = if why.is_empty() { "tidak ada yang meragukan; dikunjungi sebagai pembanding".to_owned() } else { why };
    Some(VisitLine { way: way(item_page(office.slug, "kunjungan", campaign), office.full_title()), why })
}
