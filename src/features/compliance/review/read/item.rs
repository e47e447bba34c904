use super::alike::Alike;
use super::opened::{Names, Opened, next_item};
use super::queue::frame;
use crate::access::{Refusal, Role};
use crate::domain::OfficeCode;
use crate::features::compliance::review::desk::{Desk, LANG};
use crate::features::compliance::review::views::{HappenedView, ItemRow, ItemView, LinkView, NeighbourView, PhotoView, ReviewView};
use crate::features::compliance::review::words::{self, item_page, mark_of_score, queue_page};
use crate::features::compliance::store;
use crate::features::compliance::versions::carried;
use crate::features::compliance::village::{FileView, about_file, file_address, host_of};
use crate::features::compliance::{Answer, Event, Evidence, EvidenceFile, Item, LiveFigure, Score, Stage, note_of_plan};
use crate::features::offices::gazetteer;
use crate::server::sandbox::SIDES;
use crate::ui::{NoteView, Way, note, way};

/// Other villages beside an item.
const NEIGHBOURS: usize = 3;

/// `/bpm/telaah/{slug}/{butir}`: an item with its proofs; without a name the first that waits.
///
/// # Errors
/// `NotFound` for an office in no campaign, or an item that is not asked; `Busy` or `Internal` of the database.
pub async fn item(desk: &Desk, slug: &str, item: Option<&str>, asked: &str, result: &str) -> Result<ReviewView, Refusal> {
    let opened = Opened::of(desk, slug, asked).await?;
    let code = item.unwrap_or_else(|| first(desk, &opened)).to_owned();
    let answer = opened.assessment.answer(&code)?;
    let (at, question) = opened.instrument.asked().enumerate().find(|(_, item)| item.code == code).ok_or(Refusal::NotFound)?;
    let page = item_page(slug, &code, opened.campaign.id);
    let mut people: Vec<_> = answer.history.iter().map(|event| event.by).collect();
    people.push(opened.seat.reviewer);
    let names = Names::of(desk, &people).await?;
    let alike = Alike::of(desk, answer).await?;
    let (photos, again) = (photos(&opened, answer, question, &alike), alike.again());
    let accepted = opened.seat.accepted;
    let asked = u32::try_from(opened.assessment.answers.len()).unwrap_or(u32::MAX);
    Ok(ReviewView {
        frame: frame(desk, &opened.campaign).await?,
        back: back(desk, &opened),
        title: opened.office.full_title(),
        lede: lede(desk, &opened, &names),
        result: words::result(result).map(str::to_owned),
        notes: notes(desk, &opened, &names),
        progress: ([&accepted.to_string(), " dari ", &asked.to_string(), " butir ditelaah"].concat(), accepted, asked),
        items: rows(&opened, &code),
        ways: ways(desk, &opened),
        item: ItemView {
            title: numbered(at, question),
            aspect: words::aspect(question.aspect).to_owned(),
            doubt: doubt(&photos, again.len()),
            photos,
            again,
            figures: figures(desk, &opened, question).await?,
            claim: answer.claim.map(mark_of_score),
            note: answer.note.clone(),
            link: link(answer),
            files: files(desk, &opened, answer),
            plan: plan(desk, &opened, &code).await?,
            rubric: rubric(question),
            source: [words::provenance(question.provenance), " ", question.source.in_lang(LANG)].concat(),
            mark: words::mark_of(answer),
            reason: words::reason_of(answer),
            before: before(desk, &opened, &code).await?,
            neighbours: neighbours(desk, &opened, at).await?,
            form: opened.form(desk, answer, &page),
            history: history(desk, answer, &names),
        },
    })
}

/// What waits for the one who looks, else what waits for anybody, else the first.
fn first<'a>(desk: &Desk, opened: &'a Opened) -> &'a str {
    let answers = &opened.assessment.answers;
    let mine = desk.actor().account().and_then(|me| next_item(&opened.assessment, &opened.seat, me, ""));
    let any = || answers.iter().find(|answer| answer.waits()).or(answers.first()).map(|answer| answer.item.as_str());
    mine.or_else(any).unwrap_or_default()
}

/// "4. Toilet bersih dan sehat"
pub fn numbered(at: usize, item: &Item) -> String {
    [&(at + 1).to_string(), ". ", item.name.in_lang(LANG)].concat()
}

/// To the queue for who has one, else to the campaign.
pub fn back(desk: &Desk, opened: &Opened) -> Way {
    if desk.actor().role() == Role::Reviewer {
        way(queue_page(opened.campaign.id), "Telaah")
    } else {
        way(["/bpm/kampanye/", &opened.campaign.id.to_string()].concat(), &opened.campaign.name)
    }
}

fn lede(desk: &Desk, opened: &Opened, names: &Names) -> String {
    let submitted = match opened.seat.submitted_at {
        Some(at) => ["Diajukan ", &desk.day(at).in_words(LANG), "."].concat(),
        None => "Belum pernah diajukan.".to_owned(),
    };
    let (campaign, reviewer) = (&opened.campaign, names.name(opened.seat.reviewer));
    [&campaign.name, ", instrumen ", &campaign.instrument, ". ", &submitted, " Pemeriksa: ", reviewer, "."].concat()
}

fn notes(desk: &Desk, opened: &Opened, names: &Names) -> Vec<NoteView> {
    if desk.actor().role() != Role::Reviewer {
        return Vec::new();
    }
    let facts = opened.facts;
    let said = match (facts.assigned, opened.at_home, facts.from_elsewhere) {
        (false, ..) => {
            let text = ["Kantor ini ditelaah ", names.name(opened.seat.reviewer), ". Anda hanya membacanya."].concat();
            note("grey", "eye", "Bukan bagian Anda", text)
        }
        (true, false, _) => note("you", "map-pin", "Isi dulu desa tempat tinggal Anda", "Tidak ada yang menelaah kecamatannya sendiri."),
        (true, true, false) => {
            let text = "Kantor ini di kecamatan tempat tinggal Anda. Administrator kabupaten memberikannya kepada pemeriksa lain.";
            note("stop", "alert-triangle", "Kantor ini tidak Anda telaah", text)
        }
        (true, true, true) => return Vec::new(),
    };
    vec![said]
}

fn rows(opened: &Opened, here: &str) -> Vec<ItemRow> {
    let row = |(at, (item, answer)): (usize, (&Item, &Answer))| ItemRow {
        way: way(item_page(opened.office.slug, &item.code, opened.campaign.id), numbered(at, item)),
        mark: words::mark_of(answer),
        here: item.code == here,
    };
    opened.instrument.asked().zip(&opened.assessment.answers).enumerate().map(row).collect()
}

fn ways(desk: &Desk, opened: &Opened) -> Vec<Way> {
    let can = opened.visits(desk);
    let visit = can.then(|| way(item_page(opened.office.slug, "kunjungan", opened.campaign.id), "Isi hasil kunjungan"));
    visit.into_iter().collect()
}

fn photos(opened: &Opened, answer: &Answer, item: &Item, alike: &Alike) -> Vec<PhotoView> {
    let all = answer.evidence.len().to_string();
    let photo = |(at, photo): (usize, &Evidence)| {
        let file = |side: u32| ["/m/kepatuhan/", opened.office.slug, "/", &photo.id.to_string(), "/", &side.to_string(), ".webp"].concat();
        let (width, height) = photo.sizes[1];
        PhotoView {
            src: file(SIDES[1]),
            whole: file(SIDES[2]),
            width,
            height,
            alt: ["Foto ", &(at + 1).to_string(), " dari ", &all, ": ", item.name.in_lang(LANG)].concat(),
            lines: words::of_photo(photo),
            doubts: photo.doubts.iter().map(|doubt| words::doubt(*doubt).to_owned()).collect(),
            alike: alike.views(photo.id),
        }
    };
    answer.evidence.iter().enumerate().map(photo).collect()
}

fn link(answer: &Answer) -> Option<LinkView> {
    host_of(&answer.link).map(|host| LinkView { to: answer.link.clone(), host: host.to_owned() })
}

fn files(desk: &Desk, opened: &Opened, answer: &Answer) -> Vec<FileView> {
    let view = |file: &EvidenceFile| FileView {
        id: file.id.to_string(),
        to: file_address(opened.office.slug, file),
        title: file.title.clone(),
        about: about_file(file, desk.day(file.added_at)),
        removable: false,
    };
    answer.files.iter().map(view).collect()
}

/// `again`: how many photos came whose very file was used before.
fn doubt(photos: &[PhotoView], again: usize) -> Option<NoteView> {
    if again > 0 {
        let text = [&again.to_string(), " berkas foto dari tempat lain dikirim untuk butir ini dan ditolak."].concat();
        return Some(note("stop", "alert-triangle", "Foto yang pernah dipakai", text));
    }
    if photos.is_empty() {
        return None;
    }
    let doubtful = photos.iter().filter(|photo| !(photo.doubts.is_empty() && photo.alike.is_empty())).count();
    let all = photos.len();
    Some(if doubtful == 0 {
        note(
            "done",
            "shield-check",
            "Tidak ada keraguan dari tanggal, tempat, dan kemiripan",
            [
                &all.to_string(),
                " foto dari masa penilaian ini; tidak ditemukan yang mirip. Jamnya tidak dicatat: lihat siang atau malamnya.",
            ]
            .concat(),
        )
    } else {
        let text = [&doubtful.to_string(), " dari ", &all.to_string(), " foto perlu dilihat lebih teliti."].concat();
        note("you", "alert-triangle", "Ada foto yang diragukan", text)
    })
}

/// What the office undertakes about the item: in this campaign, else what is open from one before.
async fn plan(desk: &Desk, opened: &Opened, item: &str) -> Result<Option<NoteView>, Refusal> {
    let plans = store::plans_of(&desk.scope().await?, opened.office.code, item).await?;
    let own = plans.iter().find(|plan| plan.campaign == opened.campaign.id);
    let told = own.or_else(|| plans.iter().find(|plan| plan.is_open()));
    Ok(told.map(|plan| note_of_plan(plan, opened.office.kind, desk.today())))
}

/// What the system itself says, as it was noted last.
async fn figures(desk: &Desk, opened: &Opened, item: &Item) -> Result<Vec<(String, String)>, Refusal> {
    let wanted: Vec<_> = item.figures().collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let known = store::figures(desk.db(), opened.office.code, desk.today()).await?;
    let line = |figure: &LiveFigure| (["Dicatat ", &figure.on.in_words(LANG)].concat(), figure.in_words());
    Ok(known.iter().filter(|figure| wanted.contains(&figure.name)).map(line).collect())
}

fn rubric(item: &Item) -> Vec<(String, String)> {
    let line = |score: Score| (score.points().to_string(), item.rubric[score as usize].in_lang(LANG).to_owned());
    Score::ALL.into_iter().rev().map(line).collect()
}

/// What was accepted in the office's period before.
async fn before(desk: &Desk, opened: &Opened, item: &str) -> Result<Option<(String, String)>, Refusal> {
    let Some(older) = &opened.before else { return Ok(None) };
    let scope = desk.scope().await?;
    let given = store::assessment_of(&scope, older.id, opened.office.code).await?;
    // Under the name that it had then.
    let item = carried(&opened.campaign.instrument, item, &older.instrument);
    let answer = given.as_ref().zip(item).and_then(|(given, item)| given.answer(&item).ok());
    let Some(answer) = answer else { return Ok(None) };
    Ok(match &answer.stage {
        Stage::Accepted { value, reason, .. } => {
            let said = [words::score_word(*value), " (", &value.points().to_string(), ")"].concat();
            let said = if reason.is_empty() { said } else { [&said, ": ", reason].concat() };
            Some((older.name.clone(), said))
        }
        _ => None,
    })
}

/// Offices of the same kecamatan of which this item is accepted.
async fn neighbours(desk: &Desk, opened: &Opened, at: usize) -> Result<Vec<NeighbourView>, Refusal> {
    let seats = store::seats(desk.db(), opened.campaign.id).await?;
    let here = opened.office.code;
    let near = |office: OfficeCode| office != here && office.kecamatan() == here.kecamatan();
    let seen = |seat: &store::Standing| {
        let value = Score::parse(&seat.verdicts.chars().nth(at)?.to_string())?;
        Some(NeighbourView { name: gazetteer().full_title(seat.office), mark: mark_of_score(value) })
    };
    Ok(seats.iter().filter(|seat| near(seat.office)).filter_map(seen).take(NEIGHBOURS).collect())
}

fn history(desk: &Desk, answer: &Answer, names: &Names) -> Vec<HappenedView> {
    let line =
        |event: &Event| HappenedView { when: [&desk.when(event.at), ", ", names.name(event.by)].concat(), ..words::happened(&event.what) };
    answer.history.iter().rev().map(line).collect()
}
