use super::parts::{mark_of, period};
use super::{ALL, PICKED, PILOT, field_of, page_of};
use crate::access::{ActName, Decision, Refusal};
use crate::domain::{AccountId, Instant, OfficeCode};
use crate::features::accounts;
use crate::features::compliance::campaigns::figures::{Reached, count, reached};
use crate::features::compliance::campaigns::views::{CampaignRow, CampaignsView, GroupView, OpenView};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::Desk;
use crate::features::compliance::store;
use crate::features::compliance::versions::Edition;
use crate::features::compliance::{Campaign, Reviewer};
use crate::features::offices::{Office, gazetteer, pilot_offices};
use crate::forms::Choice;
use crate::ui::{NoteView, note, way};

/// `/bpm/kampanye`
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn campaigns(desk: &Desk) -> Result<CampaignsView, Refusal> {
    let mut rows = Vec::new();
    for campaign in store::campaigns(desk.db()).await? {
        rows.push(row(desk, &campaign).await?);
    }
    let names = accounts::reviewers(desk.db()).await?;
    let people: Vec<AccountId> = names.iter().map(|(account, _)| *account).collect();
    let reviewers = store::home_of(desk.db(), &people).await?;
    let moves = store::moves(desk.db(), &people).await?;
    let lives = |((_, name), reviewer): (&(AccountId, String), &Reviewer)| {
        (name.clone(), [home(reviewer), moved(desk, reviewer, &moves)].concat(), reviewer.home.is_some())
    };
    Ok(CampaignsView {
        frame: desk.frame(),
        rows,
        reviewers: names.iter().zip(&reviewers).map(lives).collect(),
        open: open(desk, &reviewers).await?,
    })
}

async fn row(desk: &Desk, campaign: &Campaign) -> Result<CampaignRow, Refusal> {
    let seats = store::seats(desk.db(), campaign.id).await?;
    let said = |(is, words): (Reached, &str)| match count(&seats, |seat| reached(seat) == is) {
        0 => None,
        count => Some([&count.to_string(), words].concat()),
    };
    let kinds = [
        (Reached::Settled, " selesai"),
        (Reached::Waiting, " menunggu"),
        (Reached::Answering, " mengisi"),
        (Reached::Nothing, " belum mengisi"),
    ];
    let kinds: Vec<String> = kinds.into_iter().filter_map(said).collect();
    Ok(CampaignRow {
        way: way(page_of(campaign.id), &campaign.name),
        period: period(campaign),
        counts: [&seats.len().to_string(), " kantor: ", &kinds.join(", ")].concat(),
        mark: mark_of(campaign.state),
    })
}

/// "Kec. Giri", or that nobody knows.
pub fn home(reviewer: &Reviewer) -> String {
    let kecamatan = reviewer.home.and_then(|home| gazetteer().by_code(home)).map(|office| office.kecamatan);
    kecamatan.map_or_else(|| "belum mengisi desa tempat tinggal".to_owned(), |name| ["Kec. ", name].concat())
}

/// ". Sebelumnya Kec. Licin sampai 24 November 2026, Kec. Giri sampai ..": every change that the reviewer has made.
fn moved(desk: &Desk, reviewer: &Reviewer, moves: &[(AccountId, OfficeCode, Instant)]) -> String {
    let theirs: Vec<_> = moves.iter().filter(|(account, ..)| *account == reviewer.account).collect();
    let left = theirs.windows(2).filter_map(|pair| {
        let [(_, from, _), (.., at)] = pair else { return None };
        let lived = home(&Reviewer { account: reviewer.account, home: Some(*from) });
        Some([&lived, " sampai ", &desk.when(*at)].concat())
    });
    let left = left.collect::<Vec<_>>().join(", ");
    if left.is_empty() { left } else { [". Sebelumnya ", &left].concat() }
}

async fn open(desk: &Desk, reviewers: &[Reviewer]) -> Result<Option<OpenView>, Refusal> {
    let may = desk.decide(ActName::OpenCampaign, Facts::default());
    if may == Decision::Deny {
        return Ok(None);
    }
    let pilot = pilot_offices(desk.db()).await?.len().to_string();
    let all = gazetteer().all().len().to_string();
    let choices = [
        (PILOT, [&pilot, " kantor percontohan"].concat()),
        (ALL, [&all, " kantor"].concat()),
        (PICKED, "Kantor pilihan di bawah".to_owned()),
    ];
    let group = |(kecamatan, offices): (&str, Vec<&Office>)| GroupView {
        name: ["Kec. ", kecamatan].concat(),
        offices: offices.into_iter().map(|office| (field_of(office), office.title())).collect(),
    };
    Ok(Some(OpenView {
        step_up: (may == Decision::StepUp).then(|| desk.with_factor("/bpm/kampanye")),
        nobody: nobody(reviewers),
        choices: choices.into_iter().map(|(code, label)| Choice { code: code.to_owned(), label, of: None }).collect(),
        groups: gazetteer().by_kecamatan().into_iter().map(group).collect(),
        instruments: instruments(desk).await?,
        key: desk.key(),
    }))
}

async fn instruments(desk: &Desk) -> Result<Vec<Choice>, Refusal> {
    let published = store::editions(desk.db()).await?.into_iter().filter(|edition| !edition.is_draft());
    let choice = |edition: Edition| {
        let label = [&edition.instrument.code, ": ", &edition.instrument.name.id].concat();
        Choice { code: edition.instrument.code, label, of: None }
    };
    Ok(published.map(choice).collect())
}

/// The offices for which no reviewer from another kecamatan is known: with them no campaign opens.
fn nobody(reviewers: &[Reviewer]) -> Option<NoteView> {
    let nobody_for = |office: &&Office| !reviewers.iter().any(|reviewer| reviewer.may_review(office.code));
    let offices: Vec<String> = gazetteer().all().iter().filter(nobody_for).map(|office| office.full_name()).collect();
    if offices.is_empty() {
        return None;
    }
    let text = if offices.len() == gazetteer().all().len() {
        "Belum ada pemeriksa yang mengisi desa tempat tinggalnya. Kampanye baru bisa dibuka setelah itu.".to_owned()
    } else {
        ["Kampanye dengan kantor ini belum bisa dibuka: ", &offices.join(", "), "."].concat()
    };
    Some(note("stop", "alert-triangle", "Ada kantor tanpa pemeriksa dari kecamatan lain", text))
}
