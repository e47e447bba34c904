use std::cmp::Reverse;

use super::opened::waits_for;
use super::{chosen, is_public};
use crate::access::Refusal;
use crate::domain::{AccountId, Day, OfficeCode};
use crate::features::compliance::review::desk::{Desk, LANG};
use crate::features::compliance::review::views::{HomeView, QueueView, SeatRow};
use crate::features::compliance::review::visits::Candidate;
use crate::features::compliance::review::words::{self, item_page, queue_page};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Campaign, CampaignState, Instrument, Reviewer, days_left};
use crate::features::offices::gazetteer;
use crate::ui::{CountView, Frame, NoteView, Way, count, mark, note, way};

/// `/bpm/telaah`: what waits for the reviewer who looks: the highest risk first, and of one risk what has waited longest.
///
/// # Errors
/// `Forbidden` for who reviews nothing; `NotFound` for a campaign that is none; `Busy` or `Internal` of the
/// database.
pub async fn queue(desk: &Desk, asked: &str, result: &str) -> Result<QueueView, Refusal> {
    let me = desk.reviewer()?;
    let all = store::campaigns(desk.db()).await?;
    let campaign = chosen(&all, asked)?;
    let reviewer = store::home_of(desk.db(), &[me]).await?.first().copied().unwrap_or(Reviewer { account: me, home: None });
    let (mut waiting, mut others, mut items, mut returned) = (Vec::new(), Vec::new(), 0, 0);
    if let Some(campaign) = campaign.filter(|_| reviewer.home.is_some()) {
        let instrument = Instrument::known(&campaign.instrument)?;
        let older: Vec<_> = all.iter().skip_while(|other| other.id != campaign.id).skip(1).map(|other| other.id).collect();
        let known = store::offices_in(desk.db(), &older).await?;
        for seat in store::seats_of_reviewer(desk.db(), campaign.id, me).await? {
            let count = if is_public(campaign) { 0 } else { waiting_for(desk, &seat, me).await? };
            let mine = count > 0 && reviewer.may_review(seat.office);
            let mut row = row(desk, &seat, count, reviewer);
            returned += if seat.reviewer == me { seat.returned } else { 0 };
            if mine {
                items += count;
                let candidate = Candidate::of(&seat, instrument, !known.contains(&seat.office));
                row.marks.extend(words::risk(&candidate));
                waiting.push((candidate.risk(), row));
            } else {
                others.push(row);
            }
        }
    }
    // They come by age, which stays within a risk.
    waiting.sort_by_key(|(risk, _)| Reverse(*risk));
    let waiting: Vec<SeatRow> = waiting.into_iter().map(|(_, row)| row).collect();
    let open: Vec<&Campaign> = all.iter().filter(|other| !is_public(other)).collect();
    let tab = |other: &&Campaign| (way(queue_page(other.id), &other.name), campaign.is_some_and(|campaign| campaign.id == other.id));
    let nothing_waits = waiting.is_empty();
    let has_queue = campaign.filter(|campaign| reviewer.home.is_some() && !is_public(campaign));
    Ok(QueueView {
        frame: desk.counting(items),
        result: words::result(result).map(str::to_owned),
        lede: campaign.map(lede).unwrap_or_default(),
        counts: has_queue.map(|campaign| counts(desk, campaign, items, &waiting, returned)).unwrap_or_default(),
        note: note_of(campaign, reviewer.home, nothing_waits, others.is_empty()),
        tabs: if open.len() > 1 { open.iter().map(tab).collect() } else { Vec::<(Way, bool)>::new() },
        waiting,
        others,
        home: home(desk, reviewer.home),
    })
}

/// The frame of another page of a campaign, with what waits in the queue of the one who looks.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn frame(desk: &Desk, campaign: &Campaign) -> Result<Frame, Refusal> {
    let Ok(me) = desk.reviewer() else { return Ok(desk.frame()) };
    if is_public(campaign) {
        return Ok(desk.frame());
    }
    let homes = store::home_of(desk.db(), &[me]).await?;
    let mut items = 0;
    for seat in store::seats_of_reviewer(desk.db(), campaign.id, me).await? {
        if homes.iter().any(|reviewer| reviewer.may_review(seat.office)) {
            items += waiting_for(desk, &seat, me).await?;
        }
    }
    Ok(desk.counting(items))
}

fn counts(desk: &Desk, campaign: &Campaign, items: u32, waiting: &[SeatRow], returned: u32) -> Vec<CountView> {
    let here = queue_page(campaign.id);
    let first = waiting.first().map_or_else(|| here.clone(), |row| row.way.to.clone());
    let offices = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
    let mut counts = vec![
        count(first, "you", items, "Butir menunggu Anda", "Risiko tinggi lebih dulu, lalu yang paling lama"),
        count(here.clone(), "you", offices, "Kantor menunggu Anda", "Dalam kampanye ini"),
        count(here.clone(), "office", returned, "Butir dikembalikan", "Menunggu bukti dari kantor"),
    ];
    if campaign.state == CampaignState::Open {
        counts.push(days_left(here, campaign, desk.today(), false));
    }
    counts
}

fn lede(campaign: &Campaign) -> String {
    let state = match campaign.state {
        CampaignState::Open => ["Kantor mengisi sampai ", &campaign.closes.in_words(LANG), "."].concat(),
        CampaignState::Locked => "Kantor tidak mengubah isian lagi. Selesaikan yang menunggu.".to_owned(),
        CampaignState::Published { .. } => "Hasilnya sudah terbit.".to_owned(),
    };
    [&campaign.name, ". ", &state].concat()
}

fn note_of(campaign: Option<&Campaign>, home: Option<OfficeCode>, nothing_waits: bool, no_seats: bool) -> Option<NoteView> {
    match (campaign, home) {
        (None, _) => {
            Some(note("grey", "info-circle", "Belum ada kampanye", "Kantor muncul di sini setelah administrator membuka kampanye."))
        }
        (Some(_), None) => None,
        (Some(_), Some(_)) if nothing_waits && no_seats => {
            Some(note("grey", "info-circle", "Belum ada kantor untuk Anda", "Dalam kampanye ini belum ada kantor yang Anda telaah."))
        }
        (Some(_), Some(_)) => nothing_waits.then(|| {
            note(
                "done",
                "circle-check",
                "Tidak ada yang menunggu Anda",
                "Isian baru muncul di sini: risiko tinggi lebih dulu, lalu yang paling lama.",
            )
        }),
    }
}

fn home(desk: &Desk, home: Option<OfficeCode>) -> HomeView {
    HomeView {
        declared: home.and_then(|home| gazetteer().by_code(home)).map(|office| office.full_name()),
        code: home.map(|home| home.number().to_string()).unwrap_or_default(),
        choices: gazetteer().choices(),
        key: desk.key(),
    }
}

/// How many items of an office wait for this person. Only where an objection was heard do the answers
/// themselves have to be looked at.
async fn waiting_for(desk: &Desk, seat: &Standing, me: AccountId) -> Result<u32, Refusal> {
    if seat.waiting == 0 || seat.second.is_none() {
        return Ok(seat.waiting);
    }
    let answers = store::assessment_of(&desk.scope().await?, seat.campaign, seat.office).await?;
    let count = answers.map_or(0, |answers| answers.answers.iter().filter(|answer| waits_for(answer, seat, me)).count());
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

fn row(desk: &Desk, seat: &Standing, count: u32, reviewer: Reviewer) -> SeatRow {
    let office = gazetteer().by_code(seat.office);
    let slug = office.map(|office| office.slug).unwrap_or_default();
    let mut marks = Vec::new();
    if seat.reviewer != reviewer.account {
        marks.push(mark("office", "flag", "Hanya keberatan"));
    }
    if !reviewer.may_review(seat.office) {
        marks.push(mark("stop", "alert-triangle", "Kecamatan Anda sendiri: tidak Anda telaah"));
    }
    SeatRow {
        way: way(item_page(slug, "", seat.campaign), gazetteer().full_title(seat.office)),
        waits: waits(count, seat.waits_since.map(|since| desk.day(since)), desk.today()),
        progress: tally(&seat.verdicts),
        petak: petak(&seat.verdicts),
        marks,
    }
}

fn waits(count: u32, since: Option<Day>, today: Day) -> String {
    match (count, since) {
        (0, _) => "Tidak ada yang menunggu Anda".to_owned(),
        (count, Some(since)) if since < today => [&count.to_string(), " butir menunggu ", &words::how_long(since, today)].concat(),
        (count, _) => [&count.to_string(), " butir menunggu sejak hari ini"].concat(),
    }
}

pub fn petak(verdicts: &str) -> Vec<String> {
    verdicts.chars().map(String::from).collect()
}

/// "5 terpenuhi, 1 sebagian, 7 belum ditelaah"
pub fn tally(verdicts: &str) -> String {
    let kinds = [('2', " terpenuhi"), ('1', " sebagian"), ('0', " tidak"), ('-', " belum ditelaah")];
    let count = |(sign, words): (char, &str)| match verdicts.matches(sign).count() {
        0 => None,
        count => Some([&count.to_string(), words].concat()),
    };
    kinds.into_iter().filter_map(count).collect::<Vec<_>>().join(", ")
}
