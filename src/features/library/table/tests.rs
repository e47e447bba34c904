//! What goes out comes in again as it was; what is wrong is found in its row.

use std::collections::HashMap;

use proptest::prelude::*;

use super::columns::{OUTSIDE, columns, head_of};
use super::export::table;
use super::judge::{Judged, Of, judge};
use super::words;
use crate::domain::{CopyId, Day, Isbn, LoanId, OfficeCode, TitleId, Version};
use crate::features::library::office::TitleForm;
use crate::features::library::store::{Known, Shelves};
use crate::features::library::{Copy, CopyPlace, Gone, Title};
use crate::features::tables::{SheetKind, read_csv, remarked};
use crate::server::sandbox::{SheetLimits, SheetRow, read_cells};

const ISBN: &str = "9786020332956";

fn office(code: i64) -> OfficeCode {
    OfficeCode::try_from(code).expect("an office")
}

fn here() -> OfficeCode {
    office(3_510_242_008)
}

fn today() -> Day {
    Day::new(2026, 11, 29).expect("a day")
}

fn form(name: &str) -> TitleForm {
    TitleForm {
        nama_buku: name.into(),
        pengarang: "Dewi Larasati".into(),
        tahun: "2024".into(),
        bahasa: "id".into(),
        sasaran: "anak".into(),
        kelas: "cerita-anak".into(),
        ..TitleForm::default()
    }
}

fn title(name: &str, isbn: Option<&str>) -> Title {
    form(name).check(isbn.map(|isbn| Isbn::parse(isbn).expect("a number")), today()).expect("a title")
}

/// A library with these titles, each with two copies, entered by `by`.
fn shelves(titles: Vec<Title>, by: OfficeCode) -> Shelves {
    let (mut copies, mut known) = (Vec::new(), HashMap::new());
    for (number, title) in (1_u128..).zip(titles) {
        let id = TitleId::from_u128(number);
        for more in 0..2 {
            copies.push(Copy {
                id: CopyId::from_u128(100 * number + more),
                version: Some(Version::FIRST),
                title: id,
                code: format!("242008-B{}", 2 * number - 1 + more),
                shelf: "Rak 1".into(),
                place: CopyPlace::Shelf,
                guest: None,
            });
        }
        known.insert(id, Known { id, version: Version(3), title, entered_by: by });
    }
    Shelves { office: here(), copies, titles: known }
}

/// The cells of a file, read as they are on the server.
fn cells(kind: SheetKind, rows: &[Vec<String>]) -> Vec<SheetRow> {
    let limits = SheetLimits { rows: 2_001, columns: 64, text_bytes: 4 << 20 };
    let file = kind.write(rows, OUTSIDE).expect("a file");
    match kind {
        SheetKind::Csv => read_csv(std::str::from_utf8(&file).expect("text"), limits.rows),
        SheetKind::Xlsx => read_cells(&file, limits).expect("a spreadsheet"),
    }
}

/// What becomes of the rows of an export after a change.
fn judged(shelves: &Shelves, change: impl Fn(&mut Vec<Vec<String>>)) -> Judged {
    let mut rows = table(shelves);
    change(&mut rows);
    judge(&cells(SheetKind::Csv, &rows), shelves, today())
}

fn column(name: &str) -> usize {
    columns().position(|column| column.name == name).expect("a column")
}

fn said(judged: &Judged) -> Vec<(u32, &str, &str)> {
    judged.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.sentence.as_str())).collect()
}

/// A row without a code.
fn new(rows: &mut Vec<Vec<String>>, cells: &[(&str, &str)]) {
    let mut row = vec![String::new(); columns().count()];
    let usual = [("sasaran", "Anak"), ("kelas", "Cerita anak")];
    for (name, cell) in usual.iter().chain(cells) {
        row[column(name)] = (*cell).to_owned();
    }
    rows.push(row);
}

fn any_title() -> impl Strategy<Value = Title> {
    let text = "['=+@\t;,\"<a-z é“\n-]{1,12}";
    let words = (text, text, text, text);
    let choices = (0_usize..7, 0_usize..4, 0_usize..11, prop::option::of(1_800_u32..2_027));
    (words, choices).prop_filter_map("no form takes it", |((name, people, publisher, summary), (language, age, class, year))| {
        use crate::features::library::{Age, Class, Language};
        let form = TitleForm {
            nama_buku: name,
            pengarang: people,
            penerbit: publisher,
            ringkasan: summary,
            tahun: year.map(|year| year.to_string()).unwrap_or_default(),
            bahasa: Language::ALL[language].code().into(),
            sasaran: Age::ALL[age].code().into(),
            kelas: Class::ALL[class].code().into(),
        };
        // Names of people in angles are those of SLiMS.
        form.check(None, today()).ok().filter(|title| !title.authors.starts_with('<'))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_taken_out_and_is_brought_in_again_changes_nothing(titles in prop::collection::vec(any_title(), 1..6), elsewhere: bool) {
        let shelves = shelves(titles, if elsewhere { office(3_510_082_002) } else { here() });
        for kind in SheetKind::ALL {
            let judged = judge(&cells(kind, &table(&shelves)), &shelves, today());
            prop_assert_eq!(said(&judged), []);
            prop_assert_eq!((judged.writes(), judged.unchanged), (false, shelves.copies.len()), "{:?}", kind);
        }
    }

    #[test]
    fn whatever_stands_in_the_cells_is_answered(rows in prop::collection::vec(prop::collection::vec(".{0,8}", 0..14), 0..8)) {
        let rows: Vec<SheetRow> = (2..).zip(rows).map(|(line, cells)| SheetRow { line, cells }).collect();
        let shelves = shelves(vec![title("Kura-kura", None)], here());
        let heads = SheetRow { line: 1, cells: table(&shelves)[0].clone() };
        _ = judge(&std::iter::once(heads).chain(rows.clone()).collect::<Vec<_>>(), &shelves, today());
        _ = judge(&rows, &shelves, today());
    }
}

#[test]
fn each_wrong_cell_is_named_with_its_line_and_what_to_do() {
    let shelves = shelves(vec![title("Kura-kura", Some(ISBN))], here());
    for (name, text, sentence) in [
        ("kode", "B001-lama", "Ini bukan kode label perpustakaan ini. Kosongkan; eksemplarnya diberi kode baru."),
        ("kode", "082002-B1", "Kode ini milik perpustakaan Desa Wonosobo (Kec. Srono). Kosongkan; eksemplarnya diberi kode baru."),
        ("kode", "242008-B100000", words::NUMBER_TOO_LARGE),
        ("eksemplar", "2", words::ONE_COPY),
        ("isbn", "9786020332957", "ISBN ini salah ketik: angka terakhirnya tidak cocok."),
        ("isbn", "9,78602E+12", "Angkanya dipotong oleh program tabel. Jadikan kolom ini teks, lalu isi lagi ke-13 angkanya."),
        ("isbn", "978", "ISBN punya 13 angka, atau 10 pada buku lama. Yang terisi 3."),
        ("isbn", "", words::OTHER_ISBN),
        ("nama_buku", "", "Isi judul."),
        ("nama_buku", "#REF!", crate::features::tables::FORMULA),
        ("tahun", "24", "Isi tahun dengan empat angka, 1800 sampai 2027."),
        ("bahasa", "Klingon", words::choose_one("bahasa").as_str()),
        ("kelas", "81", words::choose_one("kelas").as_str()),
    ] {
        let judged = judged(&shelves, |rows| rows[1][column(name)] = text.into());
        let found = said(&judged);
        assert_eq!((found[0].0, found[0].1), (2, head_of(name)), "{text}: {found:?}");
        if ["kode", "isbn", "eksemplar"].contains(&name) || sentence.starts_with("Pilih") || name == "nama_buku" {
            assert_eq!(found[0].2, sentence, "{text}");
        }
        assert_eq!((judged.wrong(), judged.writes()), (1, false), "{text}");
    }
    let wrong = judged(&shelves, |rows| new(rows, &[("eksemplar", "51"), ("sasaran", ""), ("isbn", "1")]));
    let columns: Vec<&str> = said(&wrong).into_iter().map(|(line, column, _)| if line == 4 { column } else { "" }).collect();
    assert_eq!(columns, ["Jumlah eksemplar", "ISBN"], "what is typed wrong is said at once");
}

#[test]
fn a_copy_twice_in_a_file_or_gone_from_the_shelf_is_wrong() {
    let mut library = shelves(vec![title("Kura-kura", None)], here());
    let twice = judged(&library, |rows| rows.push(rows[1].clone()));
    assert_eq!(said(&twice), [(4, "Kode eksemplar", "Eksemplar ini sudah ada di baris 2. Hapus salah satunya.")]);
    let rows = table(&library);
    library.copies[0].place = CopyPlace::Gone { why: Gone::Lost, note: "Banjir.".into() };
    library.copies[1].place = CopyPlace::Lent { loan: LoanId::from_u128(1), due: today() };
    let gone = judge(&cells(SheetKind::Csv, &rows), &library, today());
    assert_eq!(said(&gone).len(), 1, "a copy that is lent is no other one: {gone:?}");
    assert_eq!(table(&library).len(), 2, "what is gone does not go out");
}

#[test]
fn a_label_behind_the_last_that_a_file_may_bring_is_taken_where_its_copy_stands() {
    let mut library = shelves(vec![title("Kura-kura", None)], here());
    library.copies[1].code = "242008-B100000".into();
    let judged = judged(&library, |_| {});
    assert_eq!((said(&judged), judged.unchanged), (vec![], 2));
}

#[test]
fn a_file_adds_so_many_copies_and_what_is_more_belongs_in_the_next() {
    let library = shelves(Vec::new(), here());
    let judged = judged(&library, |rows| {
        for _ in 0..41 {
            new(rows, &[("nama_buku", "Kue"), ("eksemplar", "50")]);
        }
    });
    assert_eq!(said(&judged), [(42, "Jumlah eksemplar", words::TOO_MANY_COPIES)]);
    assert_eq!(judged.new_copies(), 2_000);
}

#[test]
fn a_title_that_the_regency_knows_is_joined_and_one_without_a_number_by_its_words() {
    let library = shelves(vec![title("Kura-kura", Some(ISBN)), title("Dapur Osing", None)], office(3_510_082_002));
    let judged = judged(&library, |rows| {
        new(rows, &[("isbn", "978-602-03-3295-6"), ("sasaran", "entah")]);
        new(rows, &[("nama_buku", "dapur  osing"), ("pengarang", "Dewi Larasati"), ("tahun", "2024"), ("eksemplar", "3")]);
        new(rows, &[("nama_buku", "Dapur Osing"), ("pengarang", "Dewi Larasati"), ("tahun", "2025")]);
        new(rows, &[("nama_buku", "Dapur Osing"), ("pengarang", "Dewi Larasati"), ("tahun", "2025"), ("rak", "Rak 2")]);
    });
    assert_eq!(said(&judged), []);
    let of: Vec<_> = judged.copies.iter().map(|row| (row.of, row.number)).collect();
    let known = |number| Of::Known(TitleId::from_u128(number));
    assert_eq!(of, [(known(1), 1), (known(2), 3), (Of::New(0), 1), (Of::New(0), 1)], "another year is another book");
    assert_eq!((judged.titles.len(), judged.new_copies()), (1, 6));
}

#[test]
fn rows_of_one_title_say_the_same_of_it() {
    let library = shelves(vec![title("Kura-kura", None)], here());
    let differ = judged(&library, |rows| rows[2][column("penerbit")] = "Pustaka Blambangan".into());
    assert_eq!(said(&differ), [(3, "Penerbit", "Buku ini disebut lain di baris 2. Samakan semua barisnya.")]);
    let both = judged(&library, |rows| (1..=2).for_each(|row| rows[row][column("penerbit")] = "Pustaka Blambangan".into()));
    assert_eq!((said(&both), both.corrected.len(), both.unchanged), (vec![], 1, 0));
    let new_ones = judged(&library, |rows| {
        new(rows, &[("nama_buku", "Kue"), ("penerbit", "A")]);
        new(rows, &[("nama_buku", "Kue"), ("penerbit", "B")]);
    });
    assert_eq!(said(&new_ones), [(5, "Penerbit", "Buku ini disebut lain di baris 4. Samakan semua barisnya.")]);
}

#[test]
fn a_title_of_another_library_is_corrected_there_and_a_shelf_is_ones_own() {
    let library = shelves(vec![title("Kura-kura", None)], office(3_510_082_002));
    let words = judged(&library, |rows| rows[1][column("tahun")] = "2023".into());
    assert!(said(&words)[0].2.contains("Desa Wonosobo"), "{words:?}");
    let shelf = judged(&library, |rows| rows[1][column("rak")] = "Rak 2".into());
    assert_eq!((said(&shelf), shelf.moved.len(), shelf.unchanged), (vec![], 1, 1));
}

#[test]
fn a_file_of_slims_is_read_as_it_is() {
    let library = shelves(Vec::new(), here());
    let text = "title,gmd_name,isbn_issn,publisher_name,publish_year,collation,language_name,classification,sor,age\r\n\
                \"Laut, dan Ikan\",Text,602-03-3295-0,Gramedia,2019,\"200 p.\",Indonesia,899.221,Dewi Larasati,Dewasa\r\n";
    let judged = judge(&read_csv(text, 10), &library, today());
    assert_eq!(said(&judged), []);
    let title = &judged.titles[0].title;
    assert_eq!((title.name.as_str(), title.authors.as_str(), title.publisher.as_str()), ("Laut, dan Ikan", "Dewi Larasati", "Gramedia"));
    assert_eq!((title.isbn, title.class.code(), title.language.code()), (Isbn::parse(ISBN).ok(), "800", "id"));
}

#[test]
fn the_file_to_put_right_has_a_reason_in_each_wrong_row_and_is_taken_once_it_is_right() {
    let library = shelves(vec![title("=Kura-kura; \"kecil\"", None)], here());
    for kind in SheetKind::ALL {
        let mut rows = table(&library);
        new(&mut rows, &[("nama_buku", "Kue"), ("sasaran", "orang")]);
        let came = cells(kind, &rows);
        let corrected = remarked(&came, &judge(&came, &library, today()).faults);
        let remark = corrected[0].len() - 1;
        assert_eq!((corrected[0][remark].as_str(), corrected[1][remark].as_str()), ("Keterangan", ""));
        assert!(corrected[3][remark].starts_with("Sasaran usia: Pilih salah satu"), "{corrected:?}");
        let mut again = cells(kind, &corrected);
        again[3].cells[column("sasaran")] = "Anak".into();
        let judged = judge(&again, &library, today());
        assert_eq!((said(&judged), judged.new_copies(), judged.unchanged), (vec![], 1, 2));
    }
}

#[test]
fn another_wish_has_another_mark() {
    let library = shelves(vec![title("Kura-kura", None)], here());
    let one = judged(&library, |rows| new(rows, &[("nama_buku", "Kue")]));
    let same = judged(&library, |rows| new(rows, &[("nama_buku", "Kue")]));
    let other = judged(&library, |rows| new(rows, &[("nama_buku", "Kue"), ("eksemplar", "2")]));
    assert_eq!(one.mark(), same.mark());
    assert_ne!(one.mark(), other.mark());
}
