use super::{Desk, counts, small};
use crate::access::{Refusal, Role};
use crate::domain::{ApplicationId, Lang, Reference};
use crate::features::applications::Application;
use crate::features::applications::desk::views::{QueueView, TodayView};
use crate::features::applications::store::{self, PAGE, Place, Waiting, Waits};
use crate::features::offices::{profile, what_is_missing};
use crate::ui::{CountView, count};

/// How many cases the front page shows.
const NEXT: usize = 8;

/// The lists, by the code in the address.
const LISTS: [(&str, Waiting); 8] = [
    ("", Waiting::Open),
    ("baru", Waiting::New),
    ("saya", Waiting::Mine),
    ("warga", Waiting::Resident),
    ("tanda-tangan", Waiting::ToSign),
    ("lewat", Waiting::Late),
    ("teruskan", Waiting::ToForward),
    ("siap", Waiting::Ready),
];

/// `/kantor`: how much waits, and what comes first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn today(desk: &Desk<'_>) -> Result<TodayView, Refusal> {
    let scope = desk.scope().await?;
    let waits = desk.waits(&scope).await?;
    let kept = profile(&scope).await?;
    let mut cases = store::queue(&scope, Waiting::Next, desk.me, desk.now.at, None).await?;
    cases.truncate(NEXT);
    drop(scope);
    Ok(TodayView {
        frame: desk.frame(&waits),
        today: desk.now.day.with_weekday(Lang::Id),
        counts: figures(&waits, desk.actor.role() == Role::Head),
        open: small(waits.open()),
        rows: desk.rows(cases).await?,
        missing: what_is_missing(&kept.profile, desk.office.kind),
        key: desk.key(),
    })
}

fn figures(waits: &Waits, signs: bool) -> Vec<CountView> {
    let list = |code: &str| ["/kantor/permohonan?daftar=", code].concat();
    let to_sign = if signs { "/kantor/tanda-tangan".to_owned() } else { list("tanda-tangan") };
    let late = if waits.late > 0 { "stop" } else { "" };
    vec![
        count(list("lewat"), late, small(waits.late), "Lewat janji", "Kerjakan lebih dulu"),
        count(list("baru"), "office", small(waits.new), "Baru masuk", "Belum diambil"),
        count(list("saya"), "office", small(waits.mine), "Saya periksa", "Di tangan Anda"),
        count(list("warga"), "you", small(waits.resident), "Menunggu warga", "Waktu berhenti"),
        count(to_sign, "office", small(waits.to_sign), "Menunggu tanda tangan", "Kepala desa atau lurah"),
        count(list("siap"), "done", small(waits.ready), "Siap diserahkan", "Surat sudah terbit"),
    ]
}

/// `/kantor/permohonan`: one list from a place on, or the case with a reference.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn queue(desk: &Desk<'_>, which: &str, search: &str, seen: &str) -> Result<QueueView, Refusal> {
    let scope = desk.scope().await?;
    let waits = desk.waits(&scope).await?;
    let (code, list) = LISTS.into_iter().find(|(code, _)| *code == which).unwrap_or(LISTS[0]);
    let search = search.trim();
    let cases = if search.is_empty() {
        store::queue(&scope, list, desk.me, desk.now.at, place(seen)).await?
    } else {
        match Reference::parse(search) {
            Ok(reference) => store::by_reference(&scope, reference).await?,
            Err(_) => Vec::new(),
        }
    };
    drop(scope);
    let next = if cases.len() as u64 == PAGE { cases.last().and_then(written) } else { None };
    Ok(QueueView {
        frame: desk.frame(&waits),
        counts: counts(&waits),
        which: code.to_owned(),
        search: search.to_owned(),
        rows: desk.rows(cases).await?,
        next,
        key: desk.key(),
    })
}

/// `1795485600000000.018f…`: where a page ends, as it stands in the address.
fn written(case: &Application) -> Option<String> {
    Some([&case.promise?.due().micros().to_string(), ".", &case.id.to_string()].concat())
}

fn place(seen: &str) -> Option<Place> {
    let (due, id) = seen.split_once('.')?;
    Some((due.parse().ok()?, id.parse::<ApplicationId>().ok()?))
}
