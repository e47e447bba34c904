//! The columns of the table of books: those of SLiMS under Indonesian heads. A file of SLiMS itself is read too.

use serde::{Deserialize, Serialize};

use crate::domain::Lang;
use crate::features::library::office::TitleForm;
use crate::features::library::{Age, Class, Copy, Language, Title};
use crate::features::tables::{Column, LEFT_OUT, Outside, column_under, plain};

/// An office speaks Indonesian.
const LANG: Lang = Lang::Id;

/// The copy; its field in [`CopyForm`], and those of a title in [`TitleForm`], are the names of the columns.
pub const CODE: &str = "kode";
pub const TOTAL: &str = "eksemplar";
pub const SHELF: &str = "rak";
pub const ISBN: &str = "isbn";

/// Name, head, the head that SLiMS gives it, and what belongs into it.
const COLUMNS: [(&str, &str, &str, &str); 12] = [
    (CODE, "Kode eksemplar", "item_code", "Kosongkan untuk eksemplar baru. Jangan diubah untuk yang sudah ada."),
    (TOTAL, "Jumlah eksemplar", "total", "Hanya untuk eksemplar baru tanpa kode: 1 sampai 50. Kosong berarti 1."),
    (ISBN, "ISBN", "isbn_issn", "Boleh kosong. Buku yang ISBN-nya sudah tercatat di kabupaten tidak dicatat dua kali."),
    ("nama_buku", "Judul", "title", "Wajib untuk buku baru."),
    ("pengarang", "Pengarang", "author", "Boleh kosong. Beberapa nama dipisah koma."),
    ("penerbit", "Penerbit", "publisher", "Boleh kosong."),
    ("tahun", "Tahun terbit", "publish_year", "Boleh kosong. Contoh: 2024"),
    ("bahasa", "Bahasa", "language", ""),
    ("sasaran", "Sasaran usia", "age", ""),
    ("kelas", "Kelas", "classification", ""),
    ("ringkasan", "Ringkasan", "notes", "Boleh kosong."),
    (SHELF, "Rak", "location", "Boleh kosong. Contoh: Rak 2, anak"),
];

/// Other heads under which SLiMS writes the same.
const ALIASES: [(&str, &str); 7] = [
    ("pengarang", "sor"),
    ("pengarang", "authors"),
    ("penerbit", "publisher_name"),
    ("tahun", "year"),
    ("bahasa", "language_name"),
    (SHELF, "location_name"),
    (SHELF, "call_number"),
];

/// What SLiMS writes besides, and no library here keeps.
const OF_SLIMS: [&str; 10] =
    ["biblio_id", "gmd_name", "edition", "collation", "series_title", "series", "place_name", "image", "topics", "coll_type_name"];

/// All that an export has, in its order.
pub fn columns() -> impl Iterator<Item = Column> {
    COLUMNS.into_iter().map(|(name, head, _, hint)| Column { name, head, hint })
}

/// The same with the name that SLiMS has for it, and what belongs into it.
pub fn explained() -> impl Iterator<Item = (String, String)> {
    COLUMNS.into_iter().map(|(name, head, slims, hint)| {
        let choices = choices(name).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(", ");
        let dewey = if name == "kelas" { ". Nomor Dewey juga boleh, misalnya 813.6." } else { "" };
        ([head, " (", slims, ")"].concat(), [hint, &choices, dewey].concat())
    })
}

/// The column under a head, as somebody or SLiMS may have written it.
pub fn column_of(head: &str) -> Option<Column> {
    let slims = COLUMNS.into_iter().map(|(name, _, head, hint)| Column { name, head, hint });
    let others = ALIASES.into_iter().map(|(name, head)| Column { name, head, hint: "" });
    let left_out = OF_SLIMS.into_iter().map(|head| Column { name: LEFT_OUT, head, hint: "" });
    let found = column_under(head, columns().chain(slims).chain(others).chain(left_out))?;
    // Whatever it is called in the file, it is named as it is here.
    Some(columns().find(|column| column.name == found.name).unwrap_or(found))
}

/// The head of a column, for whoever has to find it.
pub fn head_of(name: &str) -> &'static str {
    columns().find(|column| column.name == name).map_or("", |column| column.head)
}

/// What a spreadsheet is told of the cells. An ISBN is a text: as a number it would lose its last digits.
pub const OUTSIDE: Outside =
    Outside { name: "Buku", figures: |head| column_of(head).is_some_and(|column| [TOTAL, "tahun"].contains(&column.name)) };

/// What may stand in a column that takes no other words, with its code.
pub fn choices(name: &str) -> Vec<(&'static str, &'static str)> {
    match name {
        "bahasa" => Language::ALL.iter().map(|one| (one.code(), one.words(LANG))).collect(),
        "sasaran" => Age::ALL.iter().map(|one| (one.code(), one.words(LANG))).collect(),
        "kelas" => Class::ALL.iter().map(|one| (one.code(), one.words(LANG))).collect(),
        _ => Vec::new(),
    }
}

/// What a cell says, as the form takes it; whatever is no choice stays as it was written.
pub fn typed(name: &str, cell: &str) -> String {
    let written = plain(cell);
    let short = |words: &str| plain(words).strip_prefix("bahasa ").is_some_and(|rest| rest == written);
    let chosen = choices(name).into_iter().find(|(code, words)| written == *code || written == plain(words) || short(words));
    match (chosen, name) {
        (Some((code, _)), _) => code.to_owned(),
        (None, "kelas") => dewey(&written).map_or_else(|| cell.to_owned(), |class| class.code().to_owned()),
        (None, "pengarang") => people(cell),
        _ => cell.to_owned(),
    }
}

/// The main class of a number: `813.6` is literature, `2X4` (of the Islamic extension) religion.
fn dewey(written: &str) -> Option<Class> {
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '.';
    let number = written.strip_prefix("2x").map_or(written, |_| "200");
    let number = number.split_whitespace().next()?;
    let main = number.get(..1).filter(|_| number.len() >= 3 && number.chars().all(is_number))?;
    Class::parse(&[main, "00"].concat())
}

/// SLiMS writes `<Dewi Larasati><Budi>`.
fn people(cell: &str) -> String {
    let names: Vec<&str> = cell.trim().split(['<', '>']).map(str::trim).filter(|name| !name.is_empty()).collect();
    if cell.trim().starts_with('<') { names.join(", ") } else { cell.to_owned() }
}

/// What a row says of the copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CopyForm {
    pub kode: String,
    pub eksemplar: String,
    pub isbn: String,
    pub rak: String,
}

impl CopyForm {
    pub fn of(copy: &Copy, title: &Title) -> Self {
        let isbn = title.isbn.map(|isbn| isbn.to_string()).unwrap_or_default();
        Self { kode: copy.code.clone(), eksemplar: String::new(), isbn, rak: copy.shelf.clone() }
    }
}

/// A copy and its title as a row of an export.
pub fn cells_of(copy: &Copy, title: &Title) -> Vec<String> {
    let (copy, title) = (serde_json::to_value(CopyForm::of(copy, title)), serde_json::to_value(TitleForm::of(title)));
    let (copy, title) = (copy.unwrap_or_default(), title.unwrap_or_default());
    let said = |name: &str| copy.get(name).or_else(|| title.get(name)).and_then(|text| text.as_str()).unwrap_or_default().to_owned();
    let in_words = |name: &'static str| {
        let code = said(name);
        choices(name).into_iter().find(|(known, _)| *known == code).map_or(code, |(_, words)| words.to_owned())
    };
    columns().map(|column| in_words(column.name)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_column_is_found_by_its_head_and_by_that_of_slims_and_by_no_other() {
        for (name, head, slims, _) in COLUMNS {
            for written in [head, slims, name, &head.to_uppercase()] {
                assert_eq!(column_of(written).map(|column| (column.name, column.head)), Some((name, head)), "{written}");
            }
        }
        assert_eq!(column_of("sor").map(|column| column.name), Some("pengarang"));
        assert_eq!(column_of("gmd_name").map(|column| column.name), Some(LEFT_OUT));
        assert_eq!((column_of(""), column_of("Warna")), (None, None));
        let heads: BTreeSet<&str> = COLUMNS.iter().flat_map(|(_, head, slims, _)| [*head, *slims]).collect();
        assert_eq!(heads.len(), 2 * COLUMNS.len(), "no head twice");
    }

    #[test]
    fn what_is_chosen_is_read_by_word_by_code_and_as_slims_has_it() {
        for (name, cell, code) in [
            ("bahasa", "Bahasa Indonesia", "id"),
            ("bahasa", " indonesia", "id"),
            ("bahasa", "osing", "osing"),
            ("sasaran", "SEMUA  umur", "semua"),
            ("kelas", "Cerita anak", "cerita-anak"),
            ("kelas", "800", "800"),
            ("kelas", "813.6", "800"),
            ("kelas", "899.221 3 SAR l", "800"),
            ("kelas", "2X4.1", "200"),
            ("kelas", "81", "81"),
            ("kelas", "R 030", "R 030"),
            ("pengarang", "<Dewi Larasati><Budi>", "Dewi Larasati, Budi"),
            ("pengarang", "Dewi < Budi", "Dewi < Budi"),
        ] {
            assert_eq!(typed(name, cell), code, "{name}: {cell}");
        }
    }
}
