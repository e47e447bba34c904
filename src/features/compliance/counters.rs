//! How much waits in the review, for the first pages of offices and regency.

use super::campaigns::figures::{asked, count as offices};
use super::campaigns::read::page_of;
use super::store::{self, Standing};
use super::village::URGENT;
use super::{Campaign, CampaignState};
use crate::access::Refusal;
use crate::domain::{Day, Lang, OfficeCode};
use crate::server::db::Db;
use crate::ui::{CountView, count};

const OF_OFFICE: &str = "/kantor/kepatuhan";

/// What an office has to do in its newest campaign, and how many items have come back; nothing once all is with
/// the reviewer, or closed.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn counts_of_office(db: &Db, office: OfficeCode, today: Day) -> Result<(Vec<CountView>, u32), Refusal> {
    Ok(match store::newest_seat(db, office).await? {
        Some((campaign, seat)) if campaign.state == CampaignState::Open => (of_office(&campaign, &seat, today), seat.returned),
        _ => (Vec::new(), 0),
    })
}

fn of_office(campaign: &Campaign, seat: &Standing, today: Day) -> Vec<CountView> {
    let (handed_in, open) = (seat.submitted_at.is_some(), asked(seat).saturating_sub(seat.answered));
    let mut counts = Vec::new();
    if !handed_in {
        let more = if open == 0 {
            "Periksa buktinya, lalu ajukan".to_owned()
        } else {
            ["Dari ", &asked(seat).to_string(), " butir kepatuhan"].concat()
        };
        counts.push(count(OF_OFFICE, "you", open, "Butir belum dijawab", more));
    }
    if seat.returned > 0 {
        counts.push(count(OF_OFFICE, "you", seat.returned, "Butir dikembalikan", "Perlu bukti lagi"));
    }
    if !counts.is_empty() {
        counts.push(days_left(OF_OFFICE.to_owned(), campaign, today, handed_in));
    }
    counts
}

/// The campaign that is under way; nothing between two of them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn counts_of_regency(db: &Db, today: Day) -> Result<Vec<CountView>, Refusal> {
    let all = store::campaigns(db).await?;
    let under_way = all.iter().find(|campaign| !matches!(campaign.state, CampaignState::Published { .. }));
    let Some(campaign) = under_way else { return Ok(Vec::new()) };
    let seats = store::seats(db, campaign.id).await?;
    let waiting = seats.iter().map(|seat| seat.waiting).sum();
    let late = offices(&seats, |seat| seat.submitted_at.is_none());
    let to = page_of(campaign.id);
    let more = ["Dari ", &seats.len().to_string(), " kantor"].concat();
    let mut counts = vec![
        count([&to, "?keadaan=menunggu#daftar"].concat(), "office", waiting, "Butir menunggu pemeriksa", &campaign.name),
        count([&to, "#daftar"].concat(), "office", late, "Kantor belum mengajukan", more),
    ];
    if campaign.state == CampaignState::Open {
        counts.push(days_left(to, campaign, today, false));
    }
    Ok(counts)
}

/// How long offices may still hand in. `mends`: for who has done so, and mends until the campaign is locked.
pub fn days_left(to: String, campaign: &Campaign, today: Day, mends: bool) -> CountView {
    let left = campaign.closes.number() - today.number();
    let last = campaign.closes.in_words(Lang::Id);
    let more = match left {
        ..0 if mends => "Perbaikan masih diterima".to_owned(),
        ..0 => ["Lewat sejak ", &last].concat(),
        0 => "Hari ini hari terakhir".to_owned(),
        1.. => ["Sampai ", &last].concat(),
    };
    let who = if left <= URGENT { "stop" } else { "office" };
    count(to, who, u32::try_from(left).unwrap_or(0), "Hari lagi mengajukan", more)
}
