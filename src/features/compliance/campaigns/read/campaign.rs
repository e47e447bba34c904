use super::page_of;
use super::parts::{LANG, LISTS, done, is_in, mark_of, mark_of_office, period, progress, result, said};
use super::people::People;
use super::weighed::visits;
use crate::access::{ActName, Decision, Refusal};
use crate::domain::{CampaignId, OfficeCode};
use crate::features::compliance::campaigns::chart::bars;
use crate::features::compliance::campaigns::figures::{self, Reached, class, count, percent, reached};
use crate::features::compliance::campaigns::views::{CampaignView, ItemLine, KecamatanLine, LateView, OfficeRow, StepView, TabView};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::read::petak;
use crate::features::compliance::review::{Desk, item_page};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Campaign, CampaignState, Class, Instrument, Item, SecondLooks};
use crate::features::offices::{gazetteer, pilot_offices};
use crate::ui::{CountView, Way, encode_pair, way};

/// Offices that a reminder names: a longer address is not followed by every phone.
const NAMED: usize = 40;

/// `/bpm/kampanye/{id}`: how far its offices are, and what comes of it.
///
/// # Errors
/// `NotFound` for a campaign that is none; `Busy` or `Internal` of the database.
pub async fn campaign(desk: &Desk, id: &str, state: &str, hasil: &str) -> Result<CampaignView, Refusal> {
    let id: CampaignId = id.parse().map_err(|_| Refusal::NotFound)?;
    let all = store::campaigns(desk.db()).await?;
    let campaign = all.iter().find(|campaign| campaign.id == id).ok_or(Refusal::NotFound)?;
    let seats = store::seats(desk.db(), id).await?;
    let people = People::of(desk, &seats).await?;
    let list = LISTS.iter().find(|(code, ..)| *code == state).and_then(|(_, list, _)| *list);
    let kecamatan = by_kecamatan(&seats);
    Ok(CampaignView {
        frame: desk.frame(),
        id,
        title: campaign.name.clone(),
        lede: [&period(campaign), ". Instrumen ", &campaign.instrument, ", ", &seats.len().to_string(), " kantor."].concat(),
        mark: mark_of(campaign.state),
        result: done(hasil).map(str::to_owned),
        classes: classes(desk, &seats, id).await?,
        progress: Reached::ALL.into_iter().map(|reached| how_far(&seats, id, reached)).collect(),
        late: late(desk, campaign, &seats),
        orphans: if campaign.must_take_verdicts().is_ok() { people.orphans(&seats) } else { Vec::new() },
        give: people.give(desk, campaign, &seats),
        visits: visits(desk, campaign, &all, &seats).await?,
        chart: bars(&kecamatan),
        kecamatan,
        items: items(campaign, &seats)?,
        reviewers: people.lines(&seats),
        agreement: agreement(&seats),
        step: step(desk, campaign, &seats),
        tabs: tabs(&seats, id, list),
        rows: seats.iter().filter(|seat| is_in(seat, list)).map(|seat| row(seat, &people)).collect(),
    })
}

async fn classes(desk: &Desk, seats: &[Standing], id: CampaignId) -> Result<Vec<CountView>, Refusal> {
    let all = count(seats, |_| true);
    let to = [&page_of(id), "#daftar"].concat();
    let tile = |is: Class| {
        let reached = count(seats, |seat| class(seat) == Some(is));
        CountView {
            to: to.clone(),
            who: None,
            class: Some(is.code().to_owned()),
            figure: reached.to_string(),
            what: is.name().to_owned(),
            more: [&percent(reached, all).to_string(), " % dari ", &all.to_string()].concat(),
        }
    };
    let mut tiles: Vec<CountView> = Class::ALL.into_iter().map(tile).collect();
    let plain = |figure: String, what: &str, more: &str| CountView {
        to: [&page_of(id), "#daftar"].concat(),
        who: Some("grey".to_owned()),
        class: None,
        figure,
        what: what.to_owned(),
        more: more.to_owned(),
    };
    let none = count(seats, |seat| class(seat).is_none());
    tiles.push(plain(none.to_string(), "Belum dinilai", "Semua butirnya belum diputus"));
    let pilot = pilot_offices(desk.db()).await?;
    let theirs: Vec<&Standing> = seats.iter().filter(|seat| pilot.contains(&seat.office)).collect();
    if !theirs.is_empty() {
        let maju = count(theirs.iter().copied(), |seat| class(seat) == Some(Class::Maju));
        tiles.push(plain([&maju.to_string(), " / ", &theirs.len().to_string()].concat(), "Kantor percontohan maju", "Dalam kampanye ini"));
    }
    Ok(tiles)
}

fn how_far(seats: &[Standing], id: CampaignId, is: Reached) -> CountView {
    let (who, code, more) = match is {
        Reached::Nothing => ("grey", "belum", "Belum satu butir pun"),
        Reached::Answering => ("office", "mengisi", "Masih di kantor"),
        Reached::Waiting => ("you", "menunggu", "Di pemeriksa"),
        Reached::Settled => ("done", "selesai", "Semua butir diputus"),
    };
    CountView {
        to: [&page_of(id), "?keadaan=", code, "#daftar"].concat(),
        who: Some(who.to_owned()),
        class: None,
        figure: count(seats, |seat| reached(seat) == is).to_string(),
        what: said(is).to_owned(),
        more: more.to_owned(),
    }
}

/// Offices that have handed in nothing, and how long they still have.
fn late(desk: &Desk, campaign: &Campaign, seats: &[Standing]) -> Option<LateView> {
    let offices: Vec<Way> = seats.iter().filter(|seat| seat.submitted_at.is_none()).map(to_office).collect();
    if offices.is_empty() {
        return None;
    }
    let left = campaign.closes.number() - desk.today().number();
    let (who, words) = match left {
        ..0 => ("stop", ["lewat ", &(-left).to_string(), " hari"].concat()),
        0 => ("you", "hari ini yang terakhir".to_owned()),
        _ => ("office", [&left.to_string(), " hari lagi"].concat()),
    };
    Some(LateView {
        who: who.to_owned(),
        title: [&offices.len().to_string(), " kantor belum mengajukan apa pun"].concat(),
        text: ["Batas ", &campaign.closes.in_words(LANG), ", ", &words, "."].concat(),
        remind: (campaign.state == CampaignState::Open).then(|| reminder(campaign, &offices)),
        offices,
    })
}

/// No gateway sends for the regency: the message is written here and sent by a press.
fn reminder(campaign: &Campaign, offices: &[Way]) -> Way {
    let named: Vec<&str> = offices.iter().take(NAMED).map(|office| office.words.as_str()).collect();
    let others = match offices.len() - named.len() {
        0 => ".".to_owned(),
        more => [", dan ", &more.to_string(), " kantor lain."].concat(),
    };
    let message = [
        "Pengingat ",
        &campaign.name,
        ": batas pengajuan ",
        &campaign.closes.in_words(LANG),
        ". Belum mengajukan: ",
        &named.join(", "),
        &others,
        " Masuk ke Smart Kampung, lalu buka Kepatuhan.",
    ];
    let mut query = String::new();
    encode_pair(&mut query, "text", &message.concat());
    way(["https://wa.me/?", &query].concat(), "Ingatkan lewat WhatsApp")
}

fn to_office(seat: &Standing) -> Way {
    let slug = gazetteer().by_code(seat.office).map(|office| office.slug).unwrap_or_default();
    way(item_page(slug, "", seat.campaign), gazetteer().full_title(seat.office))
}

fn by_kecamatan(seats: &[Standing]) -> Vec<KecamatanLine> {
    let line = |(name, offices): (&str, Vec<OfficeCode>)| {
        let theirs: Vec<&Standing> = seats.iter().filter(|seat| offices.contains(&seat.office)).collect();
        let of = |is: Option<Class>| count(theirs.iter().copied(), |seat| class(seat) == is);
        let counts = [Some(Class::Maju), Some(Class::Berkembang), Some(Class::Kurang), None].map(of);
        (!theirs.is_empty()).then(|| KecamatanLine { name: name.to_owned(), counts })
    };
    let groups = gazetteer().by_kecamatan().into_iter();
    groups.map(|(name, offices)| (name, offices.iter().map(|office| office.code).collect())).filter_map(line).collect()
}

/// What fails most often first: partly, or not at all.
fn items(campaign: &Campaign, seats: &[Standing]) -> Result<Vec<ItemLine>, Refusal> {
    let instrument = Instrument::known(&campaign.instrument)?;
    let counts = figures::of_items(seats, instrument.asked().count());
    let share = |[missing, partly, met]: [u32; 3]| percent(missing + partly, missing + partly + met);
    let mut items: Vec<_> = instrument.asked().zip(counts).filter(|(_, counts)| counts.iter().sum::<u32>() > 0).collect();
    items.sort_by_key(|(_, counts)| std::cmp::Reverse(share(*counts)));
    let line = |(item, counts @ [missing, partly, met]): (&Item, [u32; 3])| ItemLine {
        name: item.name.in_lang(LANG).to_owned(),
        counts: [met, partly, missing],
        share: [&share(counts).to_string(), " %"].concat(),
    };
    Ok(items.into_iter().map(line).collect())
}

/// How often a second look finds the same.
fn agreement(seats: &[Standing]) -> String {
    let SecondLooks { looked, same } = figures::looks(seats);
    if looked == 0 {
        return "Belum ada putusan yang dilihat ulang lewat keberatan, kunjungan, atau perbaikan.".to_owned();
    }
    let share = percent(same, looked).to_string();
    [
        &looked.to_string(),
        " putusan dilihat ulang lewat keberatan, kunjungan, atau perbaikan. ",
        &same.to_string(),
        " tetap sama (",
        &share,
        " %).",
    ]
    .concat()
}

/// What comes next, for who may do it.
fn step(desk: &Desk, campaign: &Campaign, seats: &[Standing]) -> Option<StepView> {
    let waiting: u32 = seats.iter().map(|seat| seat.waiting).sum();
    let (act, publishes, says) = match campaign.state {
        CampaignState::Open => (
            ActName::LockCampaign,
            false,
            "Setelah dikunci, kantor tidak mengubah isian lagi. Pemeriksa menyelesaikan yang menunggu.".to_owned(),
        ),
        CampaignState::Locked if waiting > 0 => {
            let says =
                ["Masih ada ", &waiting.to_string(), " butir yang menunggu pemeriksa. Hasil terbit setelah semuanya diputus."].concat();
            (ActName::PublishCampaign, true, says)
        }
        CampaignState::Locked => (
            ActName::PublishCampaign,
            true,
            "Setelah terbit, semua orang membaca hasil setiap kantor. Ini tidak bisa dibatalkan.".to_owned(),
        ),
        CampaignState::Published { .. } => return None,
    };
    let may = desk.decide(act, Facts::default());
    (may != Decision::Deny).then(|| StepView {
        step_up: (may == Decision::StepUp).then(|| desk.with_factor(&page_of(campaign.id))),
        publishes,
        ready: !publishes || waiting == 0,
        says,
        key: desk.key(),
    })
}

fn tabs(seats: &[Standing], id: CampaignId, here: Option<Reached>) -> Vec<TabView> {
    let tab = |(code, list, words): (&str, Option<Reached>, &str)| {
        let query = if code.is_empty() { String::new() } else { ["?keadaan=", code].concat() };
        TabView {
            way: way([&page_of(id), &query, "#daftar"].concat(), words),
            count: count(seats, |seat| is_in(seat, list)),
            here: list == here,
        }
    };
    LISTS.into_iter().map(tab).collect()
}

fn row(seat: &Standing, people: &People) -> OfficeRow {
    OfficeRow {
        way: to_office(seat),
        mark: mark_of_office(reached(seat)),
        progress: progress(seat),
        petak: petak(&seat.verdicts),
        result: result(seat),
        reviewer: people.name(seat.reviewer).to_owned(),
    }
}
