//! From a file that was looked through to what its page is given.

use super::columns::explained;
use super::doors::{IMPORT, looked_through, may_import};
use super::judge::Judged;
use super::{NewCopies, Of, words};
use crate::access::Refusal;
use crate::features::library::office::{
    Asked, ButtonView, COUNTER, Desk, FieldView, FormView, PartView, ShelfView, fact, page, part, press,
};
use crate::features::library::store::Shelves;
use crate::features::tables::{FILE, Fault, SheetKind, counted, kept, more};
use crate::server::session;
use crate::ui::{note, way};

/// Rows of a list that a person reads; the rest is in the file.
const SHOWN: usize = 100;

/// `/kantor/pustaka/impor`; `file` was brought in before.
///
/// # Errors
/// `Forbidden` for who may not import; `NotFound` for a file that is not there; `Busy` or `Internal`.
pub async fn import_page(desk: &Desk, file: &str, result: &str) -> Result<ShelfView, Refusal> {
    let office = may_import(desk.actor())?;
    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), "Impor buku");
    view.result = words::written(result);
    if !file.is_empty() {
        let sheet = kept(&session::engine()?.blobs, office, file).await?;
        let (judged, shelves) = looked_through(desk.db(), desk.actor(), &sheet).await?;
        let (who, icon, title, text) = words::verdict(&judged);
        view.notes.push(note(who, icon, title, text));
        view.parts.extend(draft(file, sheet.kind, &judged, &shelves));
    }
    view.parts.push(upload());
    view.parts.push(PartView { facts: explained().collect(), ..part("Isi tiap kolom") });
    Ok(view)
}

/// What the file would do; nothing of it is done yet.
fn draft(file: &str, kind: SheetKind, judged: &Judged, shelves: &Shelves) -> Vec<PartView> {
    let mut sum = part("Hasil pemeriksaan");
    let counts = [
        ("Judul baru", judged.titles.len()),
        ("Eksemplar baru", judged.new_copies()),
        ("Perubahan", judged.corrected.len() + judged.moved.len()),
        ("Tetap", judged.unchanged),
        ("Perlu diperbaiki", judged.wrong()),
    ];
    sum.facts = counts.map(|(what, number)| fact(what, counted(number))).to_vec();
    let right = judged.faults.is_empty();
    if !right {
        let corrected = [IMPORT, "/", file, "/perbaikan.", kind.extension()].concat();
        sum.ways.push(way(corrected, "Unduh berkas yang perlu diperbaiki"));
    }
    if right && judged.writes() {
        let button = ButtonView { label: words::write(judged), other: false, main: true };
        let hidden = [("_berkas", file.to_owned()), ("_seen", judged.mark())];
        sum.forms.push(FormView { buttons: vec![button], ..press("import", "", &hidden) });
    }
    let mut parts = vec![sum];
    if !right {
        let wrong = judged.faults.iter().take(SHOWN).map(|fault| (place(fault), fault.sentence.clone())).collect();
        parts.push(listed("Baris yang perlu diperbaiki", wrong, judged.faults.len()));
    }
    let written = written(judged, shelves);
    if !written.is_empty() {
        let number = written.len();
        let shown = written.into_iter().take(SHOWN).map(|(line, name, what)| (at(line), [&name, ": ", &what].concat())).collect();
        parts.push(listed("Yang akan ditulis", shown, number));
    }
    parts
}

fn listed(title: &str, facts: Vec<(String, String)>, all: usize) -> PartView {
    PartView { facts, says: more(all.saturating_sub(SHOWN)).into_iter().collect(), ..part(title) }
}

/// "Baris 12"
fn at(line: u32) -> String {
    ["Baris ", &counted(line as usize)].concat()
}

/// "Baris 12, Tahun terbit"
fn place(fault: &Fault) -> String {
    if fault.column.is_empty() { at(fault.line) } else { [&at(fault.line), ", ", &fault.column].concat() }
}

/// What would be written, in the order of the file.
fn written(judged: &Judged, shelves: &Shelves) -> Vec<(u32, String, String)> {
    let name = |row: &NewCopies| match row.of {
        Of::New(place) => judged.titles.get(place).map(|new| new.title.name.clone()).unwrap_or_default(),
        Of::Known(_) if !row.called.is_empty() => row.called.clone(),
        Of::Known(id) => shelves.titles.get(&id).map(|known| known.title.name.clone()).unwrap_or_default(),
    };
    let added = judged.copies.iter().map(|row| (row.line, name(row), words::added(row, shelves)));
    let corrected =
        judged.corrected.iter().map(|(line, known, title)| (*line, known.title.name.clone(), words::changes(&known.title, title)));
    let moved = judged.moved.iter().map(|(line, copy, shelf)| (*line, copy.code.clone(), words::moved(&copy.shelf, shelf)));
    let mut all: Vec<_> = added.chain(corrected).chain(moved).collect();
    all.sort_by_key(|(line, ..)| *line);
    all
}

fn upload() -> PartView {
    let file = FieldView {
        name: FILE.to_owned(),
        asked: Asked::File,
        label: "Berkas".to_owned(),
        hint: Some("XLSX, atau CSV dalam UTF-8. Paling banyak 2 MB dan 2.000 baris.".to_owned()),
        options: Vec::new(),
        value: String::new(),
    };
    let button = ButtonView { label: "Periksa berkas".to_owned(), other: false, main: true };
    let mut view = part("Unggah berkas");
    view.says = vec![
        "Berkas diperiksa dulu, baris demi baris: satu baris, satu buku. Belum ada yang ditulis.".to_owned(),
        "Paling mudah: unduh buku yang sudah ada, tambah atau ubah barisnya, lalu unggah lagi. Berkas dari SLiMS juga dibaca.".to_owned(),
    ];
    view.forms.push(FormView { act: "upload".to_owned(), fields: vec![file], buttons: vec![button], ..FormView::default() });
    view.ways =
        vec![way("/kantor/pustaka/ekspor.xlsx", "Unduh semua buku (XLSX)"), way("/kantor/pustaka/ekspor.csv", "Unduh semua buku (CSV)")];
    view
}
