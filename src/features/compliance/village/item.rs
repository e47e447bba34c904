//! From an answer to its page: one item a screen.

use super::desk::{Desk, LANG, Names, Round};
use super::plans::plan_of;
use super::sending::TIMES;
use super::views::{AnswerForm, FactView, FileView, ItemView, ObjectForm, PhotoView, ReuseView, SampleView, UploadForm};
use super::words::{self};
use super::{page_of_item, photo};
use crate::access::{ActName, Refusal};
use crate::domain::AccountId;
use crate::features::catalogue::{Picture, photo_picture};
use crate::features::compliance::{Answer, Event, Evidence, EvidenceFile, Item, LiveFigure, Mark, Said, Score, Wanted, When};
use crate::forms::Choice;
use crate::ui::{NoteView, Way, note, way};

/// `/kantor/kepatuhan/{butir}`
///
/// # Errors
/// `NotFound` for an item that is not asked, and where no campaign is; `Busy` or `Internal` of the database.
pub async fn item(desk: &Desk, code: &str, result: &str) -> Result<ItemView, Refusal> {
    let round = desk.round().await?.ok_or(Refusal::NotFound)?;
    let (number, item, answer) = round.items().find(|(_, item, _)| item.code == code).ok_or(Refusal::NotFound)?;
    let names = desk.names(&everybody(answer)).await?;
    // What lies with the reviewer, or is over, is read by everybody alike.
    let open = answer.is_open() && round.is_open(desk.today());
    let form = (open && desk.may(ActName::KeepAnswer)).then(|| form(item, answer));
    let says = if form.is_some() { Vec::new() } else { said(answer) };
    let figures = desk.figures().await?;
    let removable = open && desk.may(ActName::RemoveEvidence);
    let adds = open && desk.may(ActName::AddEvidence);
    let upload = ["/unggah/kepatuhan/", &item.code].concat();
    let file_upload = [&upload, "/berkas"].concat();
    Ok(ItemView {
        frame: desk.frame(Some(&round)),
        desk: desk.office().to_string(),
        id: round.campaign.id,
        code: item.code.clone(),
        number: ["Butir ", &number.to_string(), " dari ", &round.assessment.answers.len().to_string()].concat(),
        icon: item.icon.drawn_as().to_owned(),
        name: item.name.id.clone(),
        why: item.why.id.clone(),
        mark: words::mark(item, answer),
        result: words::result(result),
        notes: notes(desk, &round, answer, &names),
        answer: form,
        says,
        photos_title: words::photos(item, answer),
        photos: photos(desk, item, &answer.evidence, removable),
        reuse: if adds { reuse(desk, &round, item, answer).await? } else { None },
        files: files(desk, answer, removable),
        wanted: item.evidence.iter().map(|what| wanted(what, &figures)).collect(),
        samples: samples(item),
        upload: UploadForm { action: upload, open: adds && answer.evidence.len() < Evidence::MOST },
        times: times(item),
        file_upload: UploadForm { action: file_upload, open: adds && answer.files.len() < EvidenceFile::MOST },
        plan: plan_of(desk, &round, item, answer, &desk.plans(&round).await?),
        objection: objection(desk, &round, answer),
        history: history(desk, answer, &names),
        ways: ways(&round, number),
        key: desk.key(),
    })
}

fn everybody(answer: &Answer) -> Vec<AccountId> {
    let mut all: Vec<AccountId> = answer.history.iter().map(|event| event.by).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn notes(desk: &Desk, round: &Round, answer: &Answer, names: &Names) -> Vec<NoteView> {
    let verdict = words::verdict(answer, names, |at| desk.when(at));
    let closed = (answer.is_open() && !round.is_open(desk.today()))
        .then(|| note("grey", "lock", "Jawaban tidak bisa diubah lagi", "Masa mengisi sudah selesai."));
    verdict.into_iter().chain(closed).collect()
}

fn form(item: &Item, answer: &Answer) -> AnswerForm {
    // The best first, as the drawing of the programme has it.
    let scores = || Score::ALL.into_iter().rev();
    let code = |score: Score| score.points().to_string();
    let option = |score| Choice { code: code(score), label: words::value(score).to_owned(), of: None };
    AnswerForm {
        seen: answer.version,
        claim: answer.claim.map(code).unwrap_or_default(),
        note: answer.note.clone(),
        note_is_public: answer.note_is_public,
        link: answer.link.clone(),
        options: scores().map(option).collect(),
        more: scores().map(|score| item.rubric[score as usize].in_lang(LANG).to_owned()).collect(),
    }
}

fn said(answer: &Answer) -> Vec<FactView> {
    let value = answer.claim.map_or("Belum diisi", words::value);
    let facts = [("Nilai menurut kantor Anda", value), ("Catatan", answer.note.as_str()), ("Tautan", answer.link.as_str())];
    let fact = |(what, said): &(&str, &str)| FactView { what: (*what).to_owned(), said: (*said).to_owned() };
    facts.iter().filter(|(_, said)| !said.is_empty()).map(fact).collect()
}

/// What was accepted in the last period and lasts.
async fn reuse(desk: &Desk, round: &Round, item: &Item, answer: &Answer) -> Result<Option<ReuseView>, Refusal> {
    let Some(before) = desk.before(round).await? else { return Ok(None) };
    let lasting = before.lasting(round.instrument, item, answer);
    if lasting.is_empty() {
        return Ok(None);
    }
    let says =
        ["Sudah diterima pada ", &before.campaign.name, ". Lihat dulu di tempatnya: bila masih sama, tidak perlu foto baru."].concat();
    let note = lasting.note.map(|(note, _)| note).unwrap_or_default();
    Ok(Some(ReuseView { says, photos: photos(desk, item, &lasting.photos, false), note }))
}

fn photos(desk: &Desk, item: &Item, all: &[Evidence], removable: bool) -> Vec<PhotoView> {
    let Some(slug) = photo::slug_of(desk.office()) else { return Vec::new() };
    let folder = ["/m/kepatuhan/", slug, "/"].concat();
    let view = |(evidence, number): (&Evidence, usize)| PhotoView {
        id: evidence.id.to_string(),
        picture: picture(&folder, evidence, ["Foto ", &number.to_string(), ": ", &item.name.id].concat()),
        taken: evidence.taken.map_or_else(|| "Tanggal tidak diketahui".to_owned(), |day| day.in_words(LANG)),
        more: words::about(evidence),
        removable,
    };
    all.iter().zip(1..).map(view).collect()
}

fn files(desk: &Desk, answer: &Answer, removable: bool) -> Vec<FileView> {
    let Some(slug) = photo::slug_of(desk.office()) else { return Vec::new() };
    let view = |file: &EvidenceFile| FileView {
        id: file.id.to_string(),
        to: photo::file_address(slug, file),
        title: file.title.clone(),
        about: words::about_file(file, desk.day(file.added_at)),
        removable,
    };
    answer.files.iter().map(view).collect()
}

fn picture(folder: &str, evidence: &Evidence, alt: String) -> Picture {
    photo_picture(folder, &photo::shown(evidence, alt))
}

/// What the system counts by itself is told beside what it is for.
fn wanted(wanted: &Wanted, figures: &[LiveFigure]) -> (String, FactView) {
    let (icon, kind, what) = words::wanted(wanted);
    let figure = match wanted {
        Wanted::Live { figure, .. } => figures.iter().find(|known| known.name == *figure).map(LiveFigure::in_words),
        _ => None,
    };
    let said = figure.map_or_else(|| what.to_owned(), |figure| [what, ". ", &figure].concat());
    (icon.to_owned(), FactView { what: kind, said })
}

/// By the item's own list alone: of what it does not tell apart nobody is asked.
fn times(item: &Item) -> Vec<Choice> {
    if !item.tells_day_from_night() {
        return Vec::new();
    }
    let choice = |(code, when): (&str, When)| Choice {
        code: code.to_owned(),
        label: words::time_of_day(when).map(|time| ["Foto ", time].concat()).unwrap_or_default(),
        of: None,
    };
    TIMES.map(choice).to_vec()
}

fn samples(item: &Item) -> Vec<SampleView> {
    let sample =
        |(name, alt): (&String, &Said)| SampleView { src: ["/gambar/bukti/", name, ".svg"].concat(), alt: alt.in_lang(LANG).to_owned() };
    item.samples.iter().zip(&item.sample_alts).map(sample).collect()
}

/// Where the head may disagree, and it would be heard.
fn objection(desk: &Desk, round: &Round, answer: &Answer) -> Option<ObjectForm> {
    let mark = Mark { by: desk.actor().account()?, at: desk.now() };
    let heard = round.campaign.must_take_verdicts().is_ok() && answer.clone().object(String::new(), mark).is_ok();
    (heard && desk.may(ActName::ObjectToVerdict)).then_some(ObjectForm { seen: answer.version })
}

fn history(desk: &Desk, answer: &Answer, names: &Names) -> Vec<FactView> {
    let line = |event: &Event| FactView {
        what: words::happened(&event.what),
        said: [names.of(event.by, "Petugas"), ", ", &desk.when(event.at)].concat(),
    };
    answer.history.iter().rev().map(line).collect()
}

/// To the items before and after it.
fn ways(round: &Round, number: usize) -> Vec<Way> {
    let beside = round.items().filter(|(other, ..)| other.abs_diff(number) == 1);
    let named =
        |(other, item, _): (usize, &Item, &Answer)| way(page_of_item(&item.code), [&other.to_string(), ". ", &item.name.id].concat());
    beside.map(named).collect()
}
