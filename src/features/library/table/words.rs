//! What is said of a file of books and of its rows.

use super::columns::{choices, head_of};
use super::judge::{Judged, NewCopies, Of};
use crate::domain::{OfficeCode, with_dots};
use crate::features::library::label::Misread;
use crate::features::library::office::TitleForm;
use crate::features::library::store::Shelves;
use crate::features::library::{Gone, Title};
use crate::features::offices::gazetteer;
use crate::features::tables::{counted, plain};

pub const ONE_COPY: &str = "Baris dengan kode adalah satu eksemplar. Kosongkan jumlahnya.";
pub const NUMBER_TOO_LARGE: &str = "Nomor kode paling besar 99.999. Periksa, atau kosongkan agar diberi kode baru.";
pub const TOO_MANY_COPIES: &str = "Satu berkas menambah paling banyak 2.000 eksemplar. Pindahkan baris ini ke berkas berikutnya.";
pub const OTHER_ISBN: &str = "ISBN tidak diubah lewat berkas. Kembalikan seperti semula.";
pub const NO_TITLE: &str = "Buku dari kode ini tidak ditemukan.";

/// Why what stands in the column of codes is none of this library.
pub fn misread(misread: Misread) -> String {
    match misread {
        Misread::NoLabel => "Ini bukan kode label perpustakaan ini. Kosongkan; eksemplarnya diberi kode baru.".to_owned(),
        Misread::Of(other) => ["Kode ini milik ", &library_of(other), ". Kosongkan; eksemplarnya diberi kode baru."].concat(),
    }
}

fn library_of(office: OfficeCode) -> String {
    match gazetteer().full_title(office) {
        title if title.is_empty() => "perpustakaan di kabupaten lain".to_owned(),
        title => ["perpustakaan ", &title].concat(),
    }
}

pub fn copy_in_a_row_before(line: u32) -> String {
    ["Eksemplar ini sudah ada di baris ", &with_dots(line.into()), ". Hapus salah satunya."].concat()
}

pub fn gone(why: Gone) -> String {
    ["Eksemplar ini tercatat: ", why.words(), ". Hapus barisnya, atau catat dulu bahwa bukunya ada lagi."].concat()
}

pub fn said_otherwise(line: u32) -> String {
    ["Buku ini disebut lain di baris ", &with_dots(line.into()), ". Samakan semua barisnya."].concat()
}

pub fn entered_elsewhere(by: OfficeCode) -> String {
    ["Keterangan buku ini dicatat ", &library_of(by), ", dan hanya dibetulkan di sana. Kembalikan seperti semula."].concat()
}

/// "Pilih salah satu untuk Sasaran usia: Anak, Remaja, Dewasa, Semua umur."
pub fn choose_one(field: &str) -> String {
    let takes: Vec<&str> = choices(field).into_iter().map(|(_, words)| words).collect();
    ["Pilih salah satu untuk ", head_of(field), ": ", &takes.join(", "), "."].concat()
}

/// Programs for tables write a long number as `9,78602E+12`: its last digits are gone.
pub fn wrong_isbn(written: &str) -> String {
    if written.contains(['E', 'e']) && written.contains('+') {
        return "Angkanya dipotong oleh program tabel. Jadikan kolom ini teks, lalu isi lagi ke-13 angkanya.".to_owned();
    }
    match written.chars().filter(|letter| !matches!(letter, '-' | ' ')).count() {
        10 | 13 => "ISBN ini salah ketik: angka terakhirnya tidak cocok.".to_owned(),
        have => ["ISBN punya 13 angka, atau 10 pada buku lama. Yang terisi ", &have.to_string(), "."].concat(),
    }
}

/// What becomes of a file, all in all: who must act, an icon, and two sentences.
pub fn verdict(judged: &Judged) -> (&'static str, &'static str, String, &'static str) {
    if !judged.faults.is_empty() {
        let wrong = [&counted(judged.wrong()), " baris perlu diperbaiki"].concat();
        return ("stop", "alert-circle", wrong, "Belum ada yang ditulis. Perbaiki barisnya di berkas, lalu unggah lagi.");
    }
    if judged.writes() {
        let right = "Semua baris benar".to_owned();
        // The same file a second time would be as many books again.
        let again = judged.titles.is_empty() && judged.new_copies() > 0;
        let next = if again {
            "Belum ada yang ditulis. Semua judulnya sudah tercatat: tulis hanya bila eksemplarnya memang baru."
        } else {
            "Belum ada yang ditulis. Periksa perubahannya, lalu tulis."
        };
        return ("you", "send", right, next);
    }
    if judged.unchanged == 0 {
        return (
            "you",
            "alert-circle",
            "Tidak ada buku di berkas ini".to_owned(),
            "Isi satu baris untuk tiap buku, di bawah nama kolomnya.",
        );
    }
    ("grey", "info-circle", "Tidak ada yang berubah".to_owned(), "Isi berkas ini sama dengan yang tercatat.")
}

/// "Tulis 12 eksemplar dan 3 perubahan"
pub fn write(judged: &Judged) -> String {
    let changes = judged.corrected.len() + judged.moved.len();
    let copies = [&counted(judged.new_copies()), " eksemplar"].concat();
    let changed = [&counted(changes), " perubahan"].concat();
    match (judged.new_copies(), changes) {
        (_, 0) => ["Tulis ", &copies].concat(),
        (0, _) => ["Tulis ", &changed].concat(),
        _ => ["Tulis ", &copies, " dan ", &changed].concat(),
    }
}

/// What was written, from the number that stands in the address.
pub fn written(number: &str) -> Option<String> {
    let number: usize = number.parse().ok()?;
    let copies = [&counted(number), " eksemplar baru tercatat. Cetak labelnya di halaman buku, lalu tempelkan."].concat();
    Some(if number == 0 { "Perubahan tercatat.".to_owned() } else { copies })
}

/// "Buku baru, 2 eksemplar", "1 eksemplar lagi dari buku yang sudah tercatat: Kura-kura Kecil"
pub fn added(row: &NewCopies, shelves: &Shelves) -> String {
    let copies = [&counted(row.number as usize), " eksemplar"].concat();
    match row.of {
        Of::New(_) => ["Buku baru, ", &copies].concat(),
        Of::Known(id) => {
            let name = shelves.titles.get(&id).map_or("", |known| known.title.name.as_str());
            let here = shelves.copies.iter().any(|copy| copy.title == id);
            let known = if here { " lagi dari buku yang sudah ada di sini" } else { " dari buku yang sudah tercatat di kabupaten" };
            let otherwise = if plain(name) == plain(&row.called) { String::new() } else { [": ", name].concat() };
            [&copies, known, &otherwise].concat()
        }
    }
}

/// "Tahun terbit: 2023 → 2024"
pub fn changes(before: &Title, after: &Title) -> String {
    let (before, after) = (TitleForm::of(before), TitleForm::of(after));
    let (before, after) = (serde_json::to_value(before).unwrap_or_default(), serde_json::to_value(after).unwrap_or_default());
    let said = |form: &serde_json::Value, name: &str| {
        let code = form.get(name).and_then(|text| text.as_str()).unwrap_or_default();
        let words = choices(name).into_iter().find(|(known, _)| *known == code).map_or(code, |(_, words)| words);
        if words.is_empty() { "–".to_owned() } else { words.to_owned() }
    };
    let fields = super::columns().filter(|column| after.get(column.name).is_some() && before.get(column.name) != after.get(column.name));
    let lines: Vec<String> =
        fields.map(|column| [column.head, ": ", &said(&before, column.name), " → ", &said(&after, column.name)].concat()).collect();
    lines.join("; ")
}

/// "Rak: Rak 1 → Rak 2"
pub fn moved(before: &str, after: &str) -> String {
    let said = |shelf: &str| if shelf.is_empty() { "–".to_owned() } else { shelf.to_owned() };
    ["Rak: ", &said(before), " → ", &said(after)].concat()
}
