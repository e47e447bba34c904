//! Which offices of a campaign are proposed for a visit: the one reading of all answers.

use crate::access::Refusal;
use crate::domain::{CampaignId, OfficeCode};
use crate::features::compliance::campaigns::views::VisitLine;
use crate::features::compliance::review::visits::{Candidate, Reason, propose};
use crate::features::compliance::review::{Desk, item_page};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Answer, Assessment, Campaign, Instrument, Score};
use crate::features::offices::gazetteer;
use crate::ui::way;

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn visits(desk: &Desk, campaign: &Campaign, all: &[Campaign], seats: &[Standing]) -> Result<Vec<VisitLine>, Refusal> {
    let instrument = Instrument::known(&campaign.instrument)?;
    let older: Vec<CampaignId> = all.iter().skip_while(|other| other.id != campaign.id).skip(1).map(|other| other.id).collect();
    let before = store::offices_in(&desk.db, &older).await?;
    let given = store::assessments_in(&desk.scope().await?, campaign.id).await?;
    let handed_in = |office: OfficeCode| seats.iter().any(|seat| seat.office == office && seat.submitted_at.is_some());
    let candidate = |(office, assessment): &(OfficeCode, Assessment)| Candidate {
        office: *office,
        claimed: claimed(assessment, instrument),
        accepted: assessment.outcome(instrument).points,
        all_met: assessment.answers.iter().all(|answer| answer.claim == Some(Score::Met)),
        first: !before.contains(office),
        doubts: doubtful(assessment),
    };
    let candidates: Vec<Candidate> = given.iter().filter(|(office, _)| handed_in(*office)).map(candidate).collect();
    Ok(propose(&candidates).into_iter().filter_map(|(office, reasons)| line(campaign.id, office, &reasons)).collect())
}

/// The office's own points for what a reviewer has accepted.
fn claimed(assessment: &Assessment, instrument: &Instrument) -> u32 {
    let judged = |answer: &Answer| answer.accepted().and(answer.claim);
    instrument.outcome(|code| assessment.answer(code).ok().and_then(judged)).points
}

fn doubtful(assessment: &Assessment) -> u32 {
    let photos = assessment.answers.iter().flat_map(|answer| &answer.evidence);
    let doubted = photos.filter(|photo| !photo.doubts.is_empty());
    u32::try_from(doubted.count()).unwrap_or(u32::MAX)
}

fn line(campaign: CampaignId, office: OfficeCode, reasons: &[Reason]) -> Option<VisitLine> {
    let office = gazetteer().by_code(office)?;
    let said = |reason: &Reason| match reason {
        Reason::Differs(points) => ["beda ", &points.to_string(), " poin antara nilai kantor dan putusan"].concat(),
        Reason::AllMet => "menilai semua butirnya terpenuhi".to_owned(),
        Reason::First => "kampanye pertamanya".to_owned(),
        Reason::Doubts(photos) => [&photos.to_string(), " foto diragukan"].concat(),
    };
    let why: Vec<String> = reasons.iter().map(said).collect();
    let why = if why.is_empty() { "tidak ada yang meragukan; dikunjungi sebagai pembanding".to_owned() } else { why.join(", ") };
    Some(VisitLine { way: way(item_page(office.slug, "kunjungan", campaign), office.full_title()), why })
}
