//! Going through the shelves, on as many phones as there are; and what was nowhere.

use super::Said;
use crate::access::{ActName, Refusal};
use crate::domain::{Lang, StocktakeId, with_dots};
use crate::features::library::label::{self, On};
use crate::features::library::office::Desk;
use crate::features::library::office::desk::Names;
use crate::features::library::office::drawn::{ScanForm, scan_form};
use crate::features::library::office::parts::{choice, choice_field, fact, field, main_button, page, part, press};
use crate::features::library::office::stocktaking::TICK;
use crate::features::library::office::views::{Asked, FormView, PartView, RowView, ShelfView};
use crate::features::library::office::words::{self, COUNTER, STOCKTAKE, stocktake_page};
use crate::features::library::store::{self, PAGE, ShelfPlace};
use crate::features::library::{Copy, CopyPlace, Progress, Stocktake};
use crate::server::db::OfficeScope;
use crate::text::{problem_sentence, refusal_sentence};
use crate::ui::{Redraw, Way, note, use_redraw, way};

/// What the address says of the label that was read last.
#[derive(Clone, Copy, Debug, Default)]
pub struct Read<'a> {
    pub result: &'a str,
    pub label: &'a str,
    /// The shelf list, and from which copy on.
    pub list: bool,
    pub after: &'a str,
}

fn back() -> Way {
    way(COUNTER, "Pustaka")
}

/// `/kantor/pustaka/hitung`
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn stocktake(desk: &Desk, read: Read<'_>) -> Result<ShelfView, Refusal> {
    let again = use_redraw().filter(|redraw| redraw.action.ends_with("/library_office/count"));
    let scope = desk.scope().await?;
    let Some(open) = store::open_stocktake(&scope).await? else {
        let past = store::past_stocktakes(&scope).await?;
        return Ok(begin_page(desk, &past, again.as_ref()));
    };
    let progress = store::progress(&scope, &open).await?;
    if read.list {
        let place = place(&scope, read.after).await?;
        let unseen = store::unseen(&scope, &open, place).await?;
        drop(scope);
        return list_page(desk, &open, progress, &unseen, read.result).await;
    }
    let strays = store::strays(&scope, open.id).await?;
    let copy = store::copy_labelled(&scope, read.label).await.ok();
    drop(scope);
    let mut view = page(desk, Some(back()), "Hitung koleksi");
    match (read.result, &copy) {
        ("dihitung" | "sudah", Some(copy)) => {
            let names = Names::read(desk, &[], &[copy.title], &[]).await?;
            let counted = if read.result == "sudah" { " sudah terhitung sebelumnya: " } else { " terhitung: " };
            view.result = Some([&copy.code, counted, names.title(copy.title), "."].concat());
            view.notes.extend(elsewhere(copy).map(|(title, text)| note("you", "flag", title, text)));
        }
        ("asing", None) if !read.label.is_empty() => {
            let title = ["Kode ", read.label, " sudah dicatat"].concat();
            view.notes.push(note("stop", "alert-circle", title, stray(desk, read.label)));
        }
        _ => {}
    }
    view.parts.push(progress_part(desk, &open, progress));
    if desk.may(ActName::CountCopies) {
        view.parts.push(PartView { drawn: scan(desk, &open, again.as_ref()), ..part("") });
        view.parts.push(PartView { ways: vec![way([STOCKTAKE, "?daftar=ya"].concat(), "Centang dari daftar rak")], ..part("") });
    }
    view.parts.extend(strays_part(desk, &strays));
    if desk.may(ActName::EndStocktake) {
        let mut end = part("");
        end.forms.push(FormView {
            title: "Selesai menghitung".to_owned(),
            says: "Yang belum terlihat didaftar sebagai belum ditemukan. Belum ada yang dicoret.".to_owned(),
            ..press("end_stocktake", "Selesai", &[("_id", open.id.to_string())])
        });
        view.parts.push(end);
    }
    Ok(view)
}

fn begin_page(desk: &Desk, past: &[Stocktake], again: Option<&Redraw>) -> ShelfView {
    let mut view = page(desk, Some(back()), "Hitung koleksi");
    // A colleague has ended it while a label was read here.
    view.notes.extend(again.map(|redraw| {
        let title = ["Tidak terhitung: ", redraw.typed("label").unwrap_or_default()].concat();
        note("you", "flag", title, refusal_sentence(Lang::Id, &redraw.refusal))
    }));
    let mut begin = part("");
    begin.says.push("Hitung semua buku di rak, dengan beberapa HP sekaligus. Buku yang sedang dipinjam tidak perlu dihitung.".to_owned());
    if desk.may(ActName::BeginStocktake) {
        begin.forms.push(FormView { buttons: vec![main_button("Mulai menghitung")], ..press("begin_stocktake", "", &[]) });
    }
    view.parts.push(begin);
    if !past.is_empty() {
        let row = |past: &Stocktake| RowView { way: way(stocktake_page(past.id), desk.when(past.begun_at)), ..RowView::default() };
        view.parts.push(PartView { rows: past.iter().map(row).collect(), ..part("Penghitungan sebelumnya") });
    }
    view
}

/// "312 dari 400"
fn progress_part(desk: &Desk, stocktake: &Stocktake, progress: Progress) -> PartView {
    let all = progress.seen + progress.unseen;
    let mut view = part("");
    view.large = [&with_dots(progress.seen.into()), " dari ", &with_dots(all.into())].concat();
    view.says.push(["Dimulai ", &desk.when(stocktake.begun_at), "."].concat());
    view
}

fn scan(desk: &Desk, stocktake: &Stocktake, again: Option<&Redraw>) -> String {
    let problem = again.map(|redraw| match &redraw.refusal {
        Refusal::Invalid(problems) => problems.of("label").map(|code| problem_sentence(Lang::Id, code, "Kode buku")).unwrap_or_default(),
        other => refusal_sentence(Lang::Id, other),
    });
    scan_form(ScanForm {
        stocktake: stocktake.id.to_string(),
        key: desk.key().to_string(),
        page: STOCKTAKE,
        example: label::label(desk.office(), On::Copy, 12),
        typed: again.and_then(|redraw| redraw.typed("label")).unwrap_or_default().to_owned(),
        problem,
    })
}

/// Why a copy that is on the shelf should not be there.
fn elsewhere(copy: &Copy) -> Option<(&'static str, &'static str)> {
    match copy.place {
        CopyPlace::Lent { .. } => Some(("Tercatat masih dipinjam", "Catat kembalinya di meja pustaka, lalu taruh di rak.")),
        CopyPlace::Gone { .. } => Some(("Tercatat sudah tidak ada", "Sisihkan. Setelah selesai menghitung, catat bahwa bukunya ada lagi.")),
        CopyPlace::Away { .. } => {
            Some(("Tercatat di perpustakaan lain", "Sisihkan. Catat dulu bahwa bukunya sudah tiba, di Antarperpustakaan."))
        }
        CopyPlace::Shelf | CopyPlace::Aside { .. } | CopyPlace::Homebound | CopyPlace::Left => None,
    }
}

/// Why a label is none of this library.
fn stray(desk: &Desk, label: &str) -> String {
    match label::read(label, desk.office(), On::Copy) {
        Ok(_) => "Tidak ada buku dengan kode ini. Sisihkan, dan periksa labelnya.".to_owned(),
        Err(misread) => words::misread(misread, &label::label(desk.office(), On::Copy, 12)),
    }
}

fn strays_part(desk: &Desk, strays: &[String]) -> Option<PartView> {
    let facts = strays.iter().map(|label| (label.clone(), stray(desk, label))).collect();
    (!strays.is_empty()).then(|| PartView { facts, ..part("Kode yang tidak dikenal") })
}

/// Where a list goes on behind the copy in the address.
async fn place(scope: &OfficeScope<'_>, after: &str) -> Result<Option<ShelfPlace>, Refusal> {
    let Ok(id) = after.parse() else { return Ok(None) };
    match store::copy(scope, id).await {
        Ok(last) => Ok(Some((last.shelf, last.code))),
        Err(Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn list_page(desk: &Desk, stocktake: &Stocktake, progress: Progress, unseen: &[Copy], result: &str) -> Result<ShelfView, Refusal> {
    let mut view = page(desk, Some(way(STOCKTAKE, "Hitung koleksi")), "Centang dari daftar rak");
    view.result = result.parse::<i64>().ok().map(|number| [&with_dots(number), " eksemplar terhitung."].concat());
    view.parts.push(progress_part(desk, stocktake, progress));
    let mut list = part("Belum terlihat");
    if unseen.is_empty() {
        list.says.push("Semua sudah terlihat sampai di sini.".to_owned());
    } else if desk.may(ActName::CountCopies) {
        let titles: Vec<_> = unseen.iter().map(|copy| copy.title).collect();
        let names = Names::read(desk, &[], &titles, &[]).await?;
        let tick = |copy: &Copy| field(&[TICK, &copy.id.to_string()].concat(), Asked::Tick, &on_shelf(copy, &names), "", "");
        list.forms.push(FormView {
            fields: unseen.iter().map(tick).collect(),
            buttons: vec![main_button("Hitung yang dicentang")],
            ..press("count_ticked", "", &[("_id", stocktake.id.to_string())])
        });
    }
    view.parts.push(list);
    view.next = next(unseen).map(|last| [STOCKTAKE, "?daftar=ya&setelah=", &last].concat());
    Ok(view)
}

fn next(page: &[Copy]) -> Option<String> {
    page.last().filter(|_| page.len() as u64 == PAGE).map(|last| last.id.to_string())
}

/// "Kura-kura Kecil, 242008-B12, Rak 1"
fn on_shelf(copy: &Copy, names: &Names) -> String {
    let shelf = if copy.shelf.is_empty() { String::new() } else { [", ", &copy.shelf].concat() };
    [names.title(copy.title), ", ", &copy.code, &shelf].concat()
}

/// `/kantor/pustaka/hitung/{id}`: what was nowhere, and what was somewhere else.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn stocktake_result(desk: &Desk, id: StocktakeId, said: Said<'_>, after: &str) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let stocktake = store::stocktake(&scope, id).await?;
    let progress = store::progress(&scope, &stocktake).await?;
    let place = place(&scope, after).await?;
    let unseen = store::unseen(&scope, &stocktake, place).await?;
    let (elsewhere, all_elsewhere) = store::seen_elsewhere(&scope, &stocktake).await?;
    let strays = store::strays(&scope, id).await?;
    drop(scope);
    let titles: Vec<_> = unseen.iter().chain(&elsewhere).map(|copy| copy.title).collect();
    let names = Names::read(desk, &[], &titles, &[]).await?;
    let mut view = page(desk, Some(way(STOCKTAKE, "Hitung koleksi")), "Hasil penghitungan");
    view.result = result(said.result);
    let mut sum = part("");
    sum.facts = vec![fact("Dimulai", desk.when(stocktake.begun_at))];
    sum.facts.push(match stocktake.ended_at {
        Some(at) => fact("Selesai", desk.when(at)),
        None => fact("Keadaan", "Masih berjalan"),
    });
    sum.facts.push(fact("Terlihat", [&with_dots(progress.seen.into()), " eksemplar"].concat()));
    sum.facts.push(fact("Belum ditemukan", [&with_dots(progress.unseen.into()), " eksemplar"].concat()));
    view.parts.push(sum);
    view.parts.push(missing_part(desk, &stocktake, &unseen, &names));
    view.parts.extend(elsewhere_part(desk, &stocktake, (&elsewhere, all_elsewhere), &names));
    view.parts.extend(strays_part(desk, &strays));
    view.next = next(&unseen).map(|last| [&stocktake_page(id), "?setelah=", &last].concat());
    Ok(view)
}

fn result(code: &str) -> Option<String> {
    let sentence = match code {
        "selesai" => "Penghitungan selesai.",
        "dicoret" => "Eksemplar dicatat hilang.",
        "ditemukan" => "Eksemplar ada lagi di koleksi.",
        _ => return None,
    };
    Some(sentence.to_owned())
}

fn missing_part(desk: &Desk, stocktake: &Stocktake, unseen: &[Copy], names: &Names) -> PartView {
    let row = |copy: &Copy| RowView {
        way: way([COUNTER, "?kode=", &copy.code].concat(), on_shelf(copy, names)),
        mark: Some(words::place(copy, desk.today())),
        ..RowView::default()
    };
    let mut view = part("Belum ditemukan");
    view.rows = unseen.iter().map(row).collect();
    if unseen.is_empty() {
        view.says.push("Semua buku terlihat.".to_owned());
    } else if stocktake.ended_at.is_some() && desk.may(ActName::LoseCopy) {
        // What waits for a reader is let go first: they are told.
        let on_shelves = unseen.iter().filter(|copy| copy.place == CopyPlace::Shelf);
        let options = on_shelves.map(|copy| choice(copy.id.to_string(), on_shelf(copy, names))).collect();
        view.forms.push(FormView {
            title: "Catat satu yang hilang".to_owned(),
            fields: vec![
                choice_field("buku", Asked::Many, "Eksemplar", options, ""),
                field("alasan", Asked::Lines, "Alasan", "Contoh: tidak ada di rak mana pun saat dihitung.", ""),
            ],
            ..press("lose_missing", "Catat hilang", &[("_id", stocktake.id.to_string())])
        });
    }
    view
}

/// The first of those that were seen, and how many there are: what is settled makes room for the others.
fn elsewhere_part(desk: &Desk, stocktake: &Stocktake, (seen, all): (&[Copy], u32), names: &Names) -> Option<PartView> {
    let row = |copy: &Copy| {
        let gone = matches!(copy.place, CopyPlace::Gone { .. });
        let hidden = [("_id", copy.id.to_string()), ("_hitung", stocktake.id.to_string())];
        let restore = || press("restore", "Ada lagi", &hidden);
        RowView {
            way: way([COUNTER, "?kode=", &copy.code].concat(), on_shelf(copy, names)),
            more: vec![words::whereabouts(copy)],
            mark: Some(words::place(copy, desk.today())),
            forms: (gone && desk.may(ActName::RestoreCopy)).then(restore).into_iter().collect(),
        }
    };
    let more = (all as usize > seen.len())
        .then(|| ["Yang pertama dari ", &with_dots(all.into()), " eksemplar. Sisanya tampil setelah yang ini dibereskan."].concat());
    let rows = seen.iter().map(row).collect();
    (!seen.is_empty()).then(|| PartView { says: more.into_iter().collect(), rows, ..part("Terlihat, tetapi tercatat lain") })
}
