//! A title at this library: what it says, its copies, and what can be done; and how one is entered.

use super::Said;
use crate::access::{ActName, Decision, Refusal};
use crate::domain::{Isbn, TitleId};
use crate::features::library::office::desk::LANG;
use crate::features::library::office::parts::{choice, choice_field, field, main_button, page, part, press};
use crate::features::library::office::views::{Asked, FindView, FormView, PartView, RowView, ShelfView, TitleForm};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::office::{Desk, covered};
use crate::features::library::policy::Facts;
use crate::features::library::store::{self, Holding, Known};
use crate::features::library::{BookFile, Copy, CopyPlace, Cover, Gone, cover_picture};
use crate::features::offices::gazetteer;
use crate::forms::Choice;
use crate::ui::{Way, way};

fn list() -> Way {
    way([COUNTER, "/buku"].concat(), "Buku")
}

fn page_of(id: TitleId) -> String {
    [COUNTER, "/buku/", &id.to_string()].concat()
}

/// `/kantor/pustaka/buku/{id}`
///
/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn title(desk: &Desk, id: TitleId, said: Said<'_>) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let known = store::title(&scope, id).await?;
    let copies = store::copies_of(&scope, id).await?;
    let holding = store::holdings_here(&scope, &[id]).await?.pop();
    let elsewhere = store::holdings_elsewhere(&scope, id).await?;
    let (cover, files) = (store::cover_of(&scope, id).await?, store::files_of(&scope, id).await?);
    drop(scope);
    let mut view = page(desk, Some(list()), known.title.name.clone());
    view.result = result(said.result);
    let there = copies.iter().any(|copy| !matches!(copy.place, CopyPlace::Gone { .. }));
    if there {
        view.ways.push(way([&page_of(id), "/label"].concat(), "Cetak label"));
    }
    if may_correct(desk, &known) {
        view.ways.push(way([&page_of(id), "/ubah"].concat(), "Ubah keterangan"));
    }
    let mut list = part("Eksemplar");
    list.says.push([&words::holding(holding.as_ref()), "."].concat());
    list.rows = copies.iter().map(|copy| row(desk, copy)).collect();
    view.parts.push(list);
    view.parts.push(forms(desk, id, &copies, &elsewhere));
    view.parts.push(PartView { facts: words::facts_of(&known.title), ..part("Keterangan") });
    if may_correct(desk, &known) {
        view.parts.push(cover_part(desk, id, cover.as_ref()));
        view.parts.push(files_part(desk, id, &files));
    }
    Ok(view)
}

fn may_correct(desk: &Desk, known: &Known) -> bool {
    desk.decide(ActName::CorrectTitle, Facts::entered(known.entered_by, desk.office().number())) == Decision::Allow
}

/// The library that entered the title shows its cover to all.
fn cover_part(desk: &Desk, id: TitleId, cover: Option<&Cover>) -> PartView {
    let mut view = part("Sampul");
    view.drawn = covered::cover(cover_picture(cover), id, desk.key());
    if cover.is_some() {
        view.forms.push(press("remove_cover", "Hapus foto sampul", &[("_id", id.to_string())]));
    }
    view
}

/// The same for files that everybody may read.
fn files_part(desk: &Desk, id: TitleId, files: &[BookFile]) -> PartView {
    let mut view = part("Berkas untuk dibaca di HP");
    view.rows = files
        .iter()
        .map(|file| RowView {
            way: way(["/baca/", &file.id.to_string()].concat(), ["PDF, ", &file.size_kb().to_string(), " KB"].concat()),
            more: vec![[file.licence.words(LANG), ", ", &file.source].concat()],
            mark: None,
            forms: vec![press("remove_book_file", "Hapus", &[("_id", file.id.to_string())])],
        })
        .collect();
    if files.len() < BookFile::MOST || covered::file_was_refused(id) {
        view.drawn = covered::file(id, desk.key());
    }
    view
}

fn result(code: &str) -> Option<String> {
    let sentence = match code {
        "baru" => "Buku tercatat. Cetak labelnya, lalu tempelkan pada setiap eksemplar.",
        "ditambah" => "Eksemplar ditambahkan. Cetak labelnya, lalu tempelkan.",
        "diubah" => "Keterangan buku sudah diubah, untuk semua perpustakaan.",
        "dicoret" => "Eksemplar dicoret dari koleksi.",
        "sampul" => "Foto sampul tersimpan, untuk semua perpustakaan.",
        "berkas" => "Berkas tersimpan. Semua orang bisa membacanya.",
        "tanpa-berkas" => "Berkas dihapus.",
        "tanpa-sampul" => "Foto sampul dihapus.",
        "ditemukan" => "Eksemplar ada lagi di koleksi.",
        _ => return None,
    };
    Some(sentence.to_owned())
}

fn row(desk: &Desk, copy: &Copy) -> RowView {
    let gone = matches!(copy.place, CopyPlace::Gone { .. });
    let restore = || press("restore", "Ada lagi", &[("_id", copy.id.to_string())]);
    RowView {
        way: way([COUNTER, "?kode=", &copy.code].concat(), copy.code.clone()),
        more: vec![words::whereabouts(copy)],
        mark: Some(words::place(copy, desk.today())),
        forms: (gone && desk.may(ActName::RestoreCopy)).then(restore).into_iter().collect(),
    }
}

/// More copies, and fewer; and one of another library.
fn forms(desk: &Desk, id: TitleId, copies: &[Copy], elsewhere: &[Holding]) -> PartView {
    let mut view = part("");
    if desk.may(ActName::AddCopies) {
        view.forms.push(FormView {
            title: "Tambah eksemplar".to_owned(),
            fields: words::copies_fields(),
            ..press("add_copies", "Tambah eksemplar", &[("_id", id.to_string())])
        });
    }
    // What waits for a reader is let go first: they are told.
    let can_go = copies.iter().filter(|copy| matches!(copy.place, CopyPlace::Shelf | CopyPlace::Lent { .. } | CopyPlace::Away { .. }));
    let options: Vec<_> = can_go.map(|copy| choice(copy.id.to_string(), copy.code.clone())).collect();
    if desk.may(ActName::LoseCopy) && !options.is_empty() {
        view.forms.push(lose_form(id, options));
    }
    if desk.may(ActName::AskInterloan) && !elsewhere.is_empty() {
        view.forms.push(ask_form(id, elsewhere));
    }
    view
}

/// That one of some copies of a title can no longer be lent.
pub(super) fn lose_form(title: TitleId, copies: Vec<Choice>) -> FormView {
    let reasons = Gone::ALL.map(|why| choice(why.code(), why.words())).into();
    FormView {
        title: "Catat hilang, rusak, atau ditarik".to_owned(),
        fields: vec![
            choice_field("buku", Asked::Many, "Eksemplar", copies, ""),
            choice_field("sebab", Asked::Few, "Keadaan", reasons, ""),
            field("alasan", Asked::Lines, "Alasan", "Contoh: hilang saat banjir. Peminjam tidak membayar apa pun.", ""),
        ],
        ..press("lose", "Catat", &[("_judul", title.to_string())])
    }
}

/// For a reader of this library, at another one that has the title.
fn ask_form(title: TitleId, elsewhere: &[Holding]) -> FormView {
    let lender = |holding: &Holding| {
        let office = gazetteer().by_code(holding.office)?;
        Some(choice(office.slug, [&office.full_title(), ", ", &holding.free.to_string(), " di rak"].concat()))
    };
    FormView {
        title: "Minta dari perpustakaan lain".to_owned(),
        says: "Perpustakaan itu menjawab, lalu mengirim bukunya ke sini.".to_owned(),
        fields: vec![
            field("kartu", Asked::Line, "Kode kartu", "Untuk pembaca siapa.", ""),
            choice_field("dari", Asked::Many, "Perpustakaan", elsewhere.iter().filter_map(lender).collect(), ""),
        ],
        ..press("ask_interloan", "Minta buku", &[("_judul", title.to_string())])
    }
}

/// `/kantor/pustaka/buku/baru`: first the number, by which another library may have entered it already.
///
/// # Errors
/// `Forbidden` for who may not enter one; `Busy` or `Internal` of the database.
pub async fn new_title(desk: &Desk, typed: &str, without: bool) -> Result<ShelfView, Refusal> {
    desk.decide(ActName::AddTitle, Facts::default()).permit()?;
    let typed = typed.trim();
    let mut view = page(desk, Some(list()), "Tambah buku");
    if without {
        view.parts.push(entry(None));
        return Ok(view);
    }
    let read = Isbn::parse(typed);
    view.find = Some(FindView {
        to: [COUNTER, "/buku/baru"].concat(),
        name: "isbn".to_owned(),
        label: "ISBN".to_owned(),
        hint: "Angka di bawah garis-garis pada sampul belakang: 13 angka, atau 10 pada buku lama.".to_owned(),
        typed: typed.to_owned(),
        problem: (!typed.is_empty() && read.is_err()).then(|| wrong_isbn(typed)),
        button: "Lanjut".to_owned(),
    });
    match read {
        Err(_) => view.ways.push(way([COUNTER, "/buku/baru?tanpa=ya"].concat(), "Buku ini tanpa ISBN")),
        Ok(isbn) => match store::title_with_isbn(desk.db(), isbn).await? {
            Some(known) => view.parts.push(known_part(&known)),
            None => view.parts.push(entry(Some(isbn))),
        },
    }
    Ok(view)
}

fn wrong_isbn(typed: &str) -> String {
    let digits = typed.chars().filter(|letter| !matches!(letter, '-' | ' ')).count();
    match digits {
        10 | 13 => "ISBN ini salah ketik: angka terakhirnya tidak cocok. Periksa lagi angka di sampul belakang.".to_owned(),
        have => ["ISBN punya 13 angka, atau 10 pada buku lama. Yang terisi ", &have.to_string(), "."].concat(),
    }
}

fn known_part(known: &Known) -> PartView {
    let mut view = part(known.title.name.clone());
    view.says.push("Buku ini sudah tercatat di kabupaten. Isi jumlah eksemplar di perpustakaan ini.".to_owned());
    view.facts = words::facts_of(&known.title);
    view.forms.push(FormView {
        fields: words::copies_fields(),
        buttons: vec![main_button("Tambah eksemplar")],
        ..press("add_copies", "", &[("_id", known.id.to_string())])
    });
    view
}

fn entry(isbn: Option<Isbn>) -> PartView {
    let mut view = part("Buku baru");
    let number = isbn.map(|isbn| isbn.to_string()).unwrap_or_default();
    view.says.push(match isbn {
        Some(isbn) => ["ISBN ", &isbn.to_string(), " belum tercatat di kabupaten. Lengkapi keterangannya."].concat(),
        None => "Buku tanpa ISBN. Periksa dulu di daftar apakah sudah tercatat.".to_owned(),
    });
    let mut fields = words::title_fields(&TitleForm { bahasa: "id".to_owned(), ..TitleForm::default() });
    fields.extend(words::copies_fields());
    view.forms.push(FormView { fields, buttons: vec![main_button("Simpan buku")], ..press("add_title", "", &[("isbn", number)]) });
    view
}

/// `/kantor/pustaka/buku/{id}/ubah`: the library that entered a title corrects it for all, and the number that it has.
///
/// # Errors
/// `NotFound`; `Forbidden` for another library; `Busy` or `Internal` of the database.
pub async fn correction(desk: &Desk, id: TitleId) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let known = store::title(&scope, id).await?;
    drop(scope);
    desk.decide(ActName::CorrectTitle, Facts::entered(known.entered_by, desk.office().number())).permit()?;
    let mut view = page(desk, Some(way(page_of(id), known.title.name.clone())), "Ubah keterangan");
    let mut form = part("");
    form.says.push("Perubahan berlaku di semua perpustakaan yang punya buku ini.".to_owned());
    let hint = "Angka di bawah garis-garis pada sampul belakang. Boleh kosong, kalau bukunya tidak punya.";
    let number = known.title.isbn.map(|isbn| isbn.to_string()).unwrap_or_default();
    let mut fields = words::title_fields(&TitleForm::of(&known.title));
    fields.push(field("isbn", Asked::Line, "ISBN", hint, number));
    form.forms.push(FormView {
        fields,
        buttons: vec![main_button("Simpan perubahan")],
        ..press("correct", "", &[("_id", id.to_string()), ("_seen", known.version.0.to_string())])
    });
    view.parts.push(form);
    Ok(view)
}
