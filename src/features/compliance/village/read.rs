//! From an office's answers to the list of the 13 items.

use super::desk::{Desk, Round};
use super::plans::{examples, open_plans};
use super::views::{CampaignView, ItemRow, OverviewView, SubmitForm};
use super::words::{self};
use super::{page_of_item, photo};
use crate::access::{ActName, Refusal};
use crate::features::compliance::{Answer, Asked, CampaignState, Item, Lasting, Progress, Records, Score, Wanted};
use crate::ui::{NoteView, note, way};

/// `/kantor/kepatuhan`
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn overview(desk: &Desk, result: &str) -> Result<OverviewView, Refusal> {
    let round = desk.round().await?;
    let campaign = match &round {
        Some(round) => Some(campaign(desk, round).await?),
        None => None,
    };
    let (frame, desk) = (desk.frame(round.as_ref()), desk.office().to_string());
    Ok(OverviewView { frame, desk, result: words::result(result), campaign })
}

async fn campaign(desk: &Desk, round: &Round) -> Result<CampaignView, Refusal> {
    let names = desk.names(&[round.standing.reviewer]).await?;
    let reviewer = names.of(round.standing.reviewer, "pemeriksa");
    let settled = round.assessment.is_settled();
    let outcome = if settled { round.assessment.outcome(round.instrument) } else { round.assessment.claimed(round.instrument) };
    let counts = |answer: &Answer| if settled { answer.accepted() } else { answer.claim };
    let values: Vec<Option<Score>> = round.assessment.answers.iter().map(counts).collect();
    let value_of = |code: &str| round.assessment.answers.iter().find(|answer| answer.item == code).and_then(counts);
    let with_office = round.is_open(desk.today()) && round.assessment.answers.iter().any(Answer::is_open);
    let hands_in = desk.may(ActName::SubmitAssessment);
    let (figures, before) = (desk.figures().await?, desk.before(round).await?);
    let lasts = |(_, item, answer): (usize, &Item, &Answer)| match &before {
        Some(before) if with_office => before.lasting(round.instrument, item, answer),
        _ => Lasting::default(),
    };
    let lasting: Vec<Lasting> = round.items().map(lasts).collect();
    let counted = |wanted: &Wanted| matches!(wanted, Wanted::Live { figure, .. } if figures.iter().any(|known| known.name == *figure && known.value.is_some()));
    let records = round.items().zip(&lasting).map(|((_, item, answer), lasting)| Records::of(item, answer, lasting, counted));
    let records = records.fold(Records::default(), Records::and);
    Ok(CampaignView {
        name: round.campaign.name.clone(),
        until: if settled { words::was_until(round.campaign.closes) } else { words::until(round.campaign.closes, desk.today()) },
        note: standing(desk, round, reviewer),
        squares: values.iter().map(|value| value.map_or_else(|| "-".to_owned(), |value| value.points().to_string())).collect(),
        counted: words::counted(&values),
        comes_to: words::comes_to(round.instrument, &outcome, value_of, settled),
        reminder: with_office.then(|| reminder(desk, round)).flatten(),
        plans: open_plans(desk, round, &desk.plans(round).await?),
        examples: examples(desk, round, &values).await?,
        rows: round.items().zip(&lasting).map(|((_, item, answer), lasting)| row(item, answer, lasting)).collect(),
        records: words::records(records),
        submit: (with_office && hands_in).then(|| submit(desk, round)),
        open: with_office,
        who_submits: if with_office && !hands_in { [desk.head(), " yang mengajukan."].concat() } else { String::new() },
    })
}

/// Before the first time alone: what comes back may be mended until the campaign is locked.
fn reminder(desk: &Desk, round: &Round) -> Option<NoteView> {
    let lacking = round.items().filter(|(_, item, answer)| answer.is_open() && !answer.is_complete(item)).count();
    let answers = !round.assessment.was_submitted();
    answers.then(|| words::reminder(round.campaign.closes, desk.today(), lacking)).flatten()
}

fn row(item: &Item, answer: &Answer, lasting: &Lasting) -> ItemRow {
    let proof = |asked: &Asked| (asked.proof.field(&item.code), words::has(asked));
    let again = words::again(lasting).map(|again| ([&item.code, "-lalu"].concat(), again));
    ItemRow {
        code: item.code.clone(),
        icon: item.icon.drawn_as().to_owned(),
        to: page_of_item(&item.code),
        name: item.name.id.clone(),
        proofs: answer.asked(item).iter().map(proof).chain(again).collect(),
        mark: words::mark(item, answer),
    }
}

/// Where all of it stands, and who moves next.
fn standing(desk: &Desk, round: &Round, reviewer: &str) -> NoteView {
    let Progress { asked, waiting, returned, accepted, .. } = round.assessment.progress();
    let items = |count: u32, words: &str| [&count.to_string(), " butir ", words].concat();
    match round.campaign.state {
        CampaignState::Published { .. } => {
            let mut note = note("done", "circle-check", "Hasil sudah diumumkan", "Semua orang dapat membacanya.");
            note.way = photo::slug_of(desk.office()).map(|slug| way(["/kepatuhan/", slug].concat(), "Lihat halaman hasil"));
            note
        }
        CampaignState::Locked => {
            let left = if waiting > 0 { items(waiting, "masih diperiksa.") } else { "Hasilnya menunggu diumumkan.".to_owned() };
            note("grey", "lock", "Jawaban sudah dikunci", ["Kantor tidak bisa mengubahnya lagi. ", &left].concat())
        }
        CampaignState::Open if !round.is_open(desk.today()) => {
            note("stop", "alert-triangle", "Waktu mengisi sudah habis", "Jawaban tidak sempat diajukan. Hubungi BPM Pemdes.")
        }
        CampaignState::Open if returned > 0 => {
            let text = ["Perbaiki, lalu ajukan lagi. Pemeriksa: ", reviewer, "."].concat();
            note("you", "needs_evidence", items(returned, "perlu bukti"), text)
        }
        CampaignState::Open if waiting > 0 => {
            note("office", "clock", items(waiting, "menunggu pemeriksa"), ["Pemeriksa: ", reviewer, "."].concat())
        }
        CampaignState::Open if accepted == asked => {
            note("done", "circle-check", "Semua butir sudah diperiksa", "Hasilnya diumumkan setelah masa penilaian selesai.")
        }
        CampaignState::Open => {
            let text = ["Isi semua butir, lalu ", &desk.head().to_lowercase(), " mengajukannya. Pemeriksa: ", reviewer, "."].concat();
            note("you", "pencil", "Belum diajukan", text)
        }
    }
}

fn submit(desk: &Desk, round: &Round) -> SubmitForm {
    let called = |(number, item, answer): (usize, &Item, &Answer)| {
        let name = [" butir ", &number.to_string(), ", ", &item.name.id].concat();
        let proof = |asked: &Asked| (asked.proof.field(&item.code), [words::proof(asked.proof), &name].concat());
        let value = (item.code.clone(), ["nilai", &name].concat());
        std::iter::once(value).chain(answer.asked(item).iter().map(proof)).collect::<Vec<_>>()
    };
    SubmitForm {
        id: round.campaign.id,
        key: desk.key(),
        consequence: "Setelah diajukan, jawaban tidak bisa diubah sampai pemeriksa mengembalikannya.".to_owned(),
        fields: round.items().flat_map(called).collect(),
    }
}
