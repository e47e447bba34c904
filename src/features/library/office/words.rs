//! What the screens of a library's desk say.

use super::desk::{LANG, Names};
use super::parts::{choice, choice_field, field};
use super::views::{Asked, FieldView, ReaderForm, TitleForm};
use crate::domain::{Day, OfficeCode, StocktakeId};
use crate::features::library::label::Misread;
use crate::features::library::store::Holding;
use crate::features::library::{Age, Class, Copy, CopyPlace, Language, Reader, Title};
use crate::features::offices::gazetteer;
use crate::ui::{MarkView, mark};

/// Where the desk is.
pub const COUNTER: &str = "/kantor/pustaka";

/// Where the shelves are gone through.
pub const STOCKTAKE: &str = "/kantor/pustaka/hitung";

/// Where copies go from library to library.
pub const INTERLOANS: &str = "/kantor/pustaka/antar";

/// Where the reading club is kept.
pub const CLUB: &str = "/kantor/pustaka/kelompok";

pub fn stocktake_page(id: StocktakeId) -> String {
    [STOCKTAKE, "/", &id.to_string()].concat()
}

/// The circulation desk with a copy on it, after an act: the address carries a word of a list, never a sentence.
pub fn counter_at(code: &str, result: &str) -> String {
    [COUNTER, "?kode=", code, "&hasil=", result].concat()
}

/// "Senin, 7 Desember 2026"
pub fn on(day: Day) -> String {
    day.with_weekday(LANG)
}

/// "terlambat 3 hari"
pub fn late(days: i32) -> String {
    ["terlambat ", &days.to_string(), " hari"].concat()
}

/// Of a copy that came back. No library takes a fine.
pub fn returned(days_late: i32) -> String {
    match days_late {
        ..=0 => "Sudah kembali, tepat waktu.".to_owned(),
        days => ["Sudah kembali, ", &late(days), ". Tidak ada denda."].concat(),
    }
}

/// Why a label that was typed is none of this library.
pub fn misread(misread: Misread, on: &str) -> String {
    match misread {
        Misread::NoLabel => ["Isi kode seperti pada label, misalnya ", on, "."].concat(),
        Misread::Of(other) => of_another(other),
    }
}

fn of_another(other: OfficeCode) -> String {
    match gazetteer().full_title(other) {
        title if title.is_empty() => "Kode ini milik perpustakaan di kabupaten lain.".to_owned(),
        title => ["Buku ini milik perpustakaan ", &title, ". Kembalikan ke sana."].concat(),
    }
}

/// Where a copy is, in a mark.
pub fn place(copy: &Copy, today: Day) -> MarkView {
    match &copy.place {
        CopyPlace::Shelf => mark("done", "check", "Di rak"),
        CopyPlace::Aside { until, .. } if *until < today => mark("stop", "clock", "Lewat batas"),
        CopyPlace::Aside { .. } => mark("you", "flag", "Disisihkan"),
        CopyPlace::Lent { due, .. } if *due < today => mark("stop", "clock", late(today.number() - due.number())),
        CopyPlace::Lent { .. } => mark("office", "arrow-right", "Dipinjam"),
        CopyPlace::Away { .. } => mark("office", "arrow-right", "Di perpustakaan lain"),
        CopyPlace::Homebound => mark("you", "flag", "Kirim pulang"),
        CopyPlace::Left => mark("grey", "arrow-right", "Sudah dikirim pulang"),
        CopyPlace::Gone { why, .. } => mark("grey", "x", why.words()),
    }
}

/// Where a copy is, in a sentence.
pub fn whereabouts(copy: &Copy) -> String {
    match &copy.place {
        CopyPlace::Shelf if copy.shelf.is_empty() => "Ada di rak.".to_owned(),
        CopyPlace::Shelf => ["Ada di ", &copy.shelf, "."].concat(),
        CopyPlace::Aside { until, .. } => ["Disisihkan sampai ", &on(*until), "."].concat(),
        CopyPlace::Lent { due, .. } => ["Dipinjam, kembali paling lambat ", &on(*due), "."].concat(),
        CopyPlace::Away { .. } => "Di perpustakaan lain, atau dalam perjalanan.".to_owned(),
        CopyPlace::Homebound => "Menunggu dikirim pulang.".to_owned(),
        CopyPlace::Left => "Sudah dikirim pulang.".to_owned(),
        CopyPlace::Gone { why, note } => [why.words(), ": ", note].concat(),
    }
}

/// "3 eksemplar, 1 di rak, 2 menunggu"
pub fn holding(holding: Option<&Holding>) -> String {
    let Some(holding) = holding.filter(|holding| holding.copies > 0) else { return "Tidak ada eksemplar".to_owned() };
    let mut said = [&holding.copies.to_string(), " eksemplar, ", &holding.free.to_string(), " di rak"].concat();
    if holding.waiting > 0 {
        said.push_str(", ");
        said.push_str(&holding.waiting.to_string());
        said.push_str(" menunggu");
    }
    said
}

/// "Dewi Larasati, Pustaka Blambangan, 2024"
pub fn imprint(title: &Title) -> String {
    let year = title.year.map(|year| year.to_string()).unwrap_or_default();
    let known: Vec<&str> = [title.authors.as_str(), &title.publisher, &year].into_iter().filter(|part| !part.is_empty()).collect();
    known.join(", ")
}

pub fn facts_of(title: &Title) -> Vec<(String, String)> {
    let isbn = title.isbn.map_or_else(|| "tanpa ISBN".to_owned(), |isbn| isbn.to_string());
    let all = [
        ("Pengarang", title.authors.clone()),
        ("Penerbit", title.publisher.clone()),
        ("Tahun", title.year.map(|year| year.to_string()).unwrap_or_default()),
        ("ISBN", isbn),
        ("Bahasa", title.language.words(LANG).to_owned()),
        ("Untuk", title.age.words(LANG).to_owned()),
        ("Kelas", title.class.words(LANG).to_owned()),
        ("Ringkasan", title.summary.clone()),
    ];
    all.into_iter().filter(|(_, said)| !said.is_empty()).map(|(what, said)| (what.to_owned(), said)).collect()
}

/// "Dewasa, kartu 242008-A1"; a child with its guardian.
pub fn reader(reader: &Reader, names: &Names) -> String {
    let who = reader.guardian().map_or_else(|| "Dewasa".to_owned(), |guardian| ["Anak, wali ", names.name(guardian)].concat());
    [&who, ", kartu ", &reader.card, &told(reader)].concat()
}

/// "Kartu 242008-A1, RT 02"
pub fn card(reader: &Reader) -> String {
    ["Kartu ", &reader.card, &told(reader)].concat()
}

/// ", RT 02", behind a card; nothing for most.
pub fn told(reader: &Reader) -> String {
    if reader.about.is_empty() { String::new() } else { [", ", &reader.about].concat() }
}

pub fn title_fields(form: &TitleForm) -> Vec<FieldView> {
    let languages = Language::ALL.iter().map(|one| choice(one.code(), one.words(LANG))).collect();
    let ages = Age::ALL.iter().map(|one| choice(one.code(), one.words(LANG))).collect();
    let classes = Class::ALL.iter().map(|one| choice(one.code(), one.words(LANG))).collect();
    vec![
        field("nama_buku", Asked::Line, "Judul", "", &form.nama_buku),
        field("pengarang", Asked::Line, "Pengarang", "Boleh kosong. Beberapa nama dipisah koma.", &form.pengarang),
        field("penerbit", Asked::Line, "Penerbit", "Boleh kosong.", &form.penerbit),
        field("tahun", Asked::Digits, "Tahun terbit", "Boleh kosong. Contoh: 2024", &form.tahun),
        choice_field("bahasa", Asked::Many, "Bahasa", languages, &form.bahasa),
        choice_field("sasaran", Asked::Few, "Sasaran usia", ages, &form.sasaran),
        choice_field("kelas", Asked::Many, "Kelas", classes, &form.kelas),
        field("ringkasan", Asked::Lines, "Ringkasan", "Boleh kosong. Dua atau tiga kalimat tentang isinya.", &form.ringkasan),
    ]
}

pub fn copies_fields() -> Vec<FieldView> {
    vec![
        field("eksemplar", Asked::Digits, "Jumlah eksemplar", "Paling banyak 50 sekaligus.", "1"),
        field("rak", Asked::Line, "Rak", "Boleh kosong. Contoh: Rak 2, anak", ""),
    ]
}

pub fn reader_fields(form: &ReaderForm) -> Vec<FieldView> {
    let kinds = vec![choice("dewasa", "Dewasa"), choice("anak", "Anak, meminjam lewat wali")];
    vec![
        field("nama", Asked::Line, "Nama", "Sesuai KTP atau akta.", &form.nama),
        choice_field("jenis", Asked::Few, "Pembaca", kinds, &form.jenis),
        field("wali", Asked::Line, "Kode kartu wali", "Hanya untuk anak. Wali punya kartunya sendiri di perpustakaan ini.", &form.wali),
    ]
}
