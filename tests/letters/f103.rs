//! Form F-1.03, which goes with a letter of moving.

use smart_kampung::features::letters::{LetterData, Place};
use smart_kampung::server::sandbox::Pdf;

use super::paper::{facts, keep, lines, pages, right_edges, structure};
use super::villagers::*;
use super::{on_f4, sandbox};

async fn render(name: &str, data: &LetterData) -> Pdf {
    let job = f103_job_of(data);
    let pdf = sandbox().render_letter(&job).await.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    keep(name, &pdf, &job);
    pdf
}

/// Words without spaces: boxes hold one digit each.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// All that stands on the form, field by field in print order.
fn fields(data: &LetterData) -> Vec<String> {
    let form = f103(data);
    let code = |code: u8, labels: &[&str]| format!("{code} {}", options(labels));
    let optional = |code: Option<u8>| code.map(|code| format!("{code} ")).unwrap_or_default() + "1. Numpang KK 2. Membuat KK baru";
    let mut all = vec![
        "Formulir Pendaftaran Perpindahan Penduduk".to_owned(),
        "Diisi pemohon. Data penduduk dan wilayah diambil dari permohonan, angka dalam kotak adalah pilihan.".to_owned(),
        "F-1.03 Data pemohon".to_owned(),
        format!("1 Nomor Kartu Keluarga {}", form.family_card),
        format!("2 Nama lengkap pemohon {}", form.name.to_uppercase()),
        format!("3 NIK {}", form.nik),
        ["4 Jenis permohonan ", &code(2, &REQUESTS)].concat(),
        ["5 Alamat asal ", &address(&form.from)].concat(),
        "Data kepindahan".to_owned(),
        ["6 Klasifikasi kepindahan ", &code(form.class, &CLASSES)].concat(),
        ["7 Alamat tujuan ", &address(&form.to)].concat(),
        ["8 Alasan pindah ", &code(form.reason, &REASONS), " ", form.reason_text.as_deref().unwrap_or_default()].concat(),
        ["9 Jenis kepindahan ", &code(form.kind, &KINDS)].concat(),
        ["10 KK bagi yang tidak pindah ", &optional(form.staying)].concat(),
        ["11 KK bagi yang pindah ", &optional(form.moving)].concat(),
        "12. Anggota keluarga yang pindah No. NIK Nama lengkap Hubungan (SHDK)".to_owned(),
    ];
    let mover = |(at, mover): (usize, &smart_kampung::features::letters::Mover)| {
        format!("{} {} {} {}", at + 1, mover.nik, mover.name.to_uppercase(), mover.relation)
    };
    all.extend(form.movers.iter().enumerate().map(mover));
    all.extend((form.movers.len() + 1..=7).map(|empty| empty.to_string()));
    all.push(
        "13–20. Orang asing dan pindah ke luar negeri Tidak diisi: pemohon warga negara Indonesia dan pindah di dalam negeri.".to_owned(),
    );
    all.push(format!("Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten {},", data.office.regency));
    all.push(format!("{}, 25 November 2026 Pemohon, {}", data.office.name, form.name.to_uppercase()));
    all.push("Diisi lewat Smart Kampung. Lembar pemohon, tanpa nomor surat.".to_owned());
    all
}

const REQUESTS: [&str; 5] =
    ["Surat Keterangan Kependudukan", "Surat Keterangan Pindah", "SKPLN", "SKTT", "Bagi orang asing tinggal terbatas"];
const CLASSES: [&str; 5] = ["Dalam satu desa/kelurahan", "Antardesa/kelurahan", "Antarkecamatan", "Antarkabupaten/kota", "Antarprovinsi"];
const REASONS: [&str; 7] = ["Pekerjaan", "Pendidikan", "Keamanan", "Kesehatan", "Perumahan", "Keluarga", "Lainnya"];
const KINDS: [&str; 4] =
    ["Kepala keluarga", "Kepala keluarga dan seluruh anggota", "Kepala keluarga dan sebagian anggota", "Anggota keluarga"];

fn options(labels: &[&str]) -> String {
    labels.iter().enumerate().map(|(at, label)| format!("{}. {label} ", at + 1)).collect()
}

fn address(place: &Place) -> String {
    let Place { address, rt, rw, village, kecamatan, regency, province, .. } = place;
    let postcode = place.postcode.as_deref().unwrap_or_default();
    format!(
        "{address} RT {rt} RW {rw} Kode pos {postcode} Desa/Kelurahan {village} Kecamatan {kecamatan} Kabupaten/Kota {regency} Provinsi {province}"
    )
}

/// A move with an answer in every field that may be empty, and one with none.
fn with_everything() -> LetterData {
    let mut data = pindah(&FAMILY);
    if let Some(form) = &mut data.annex {
        (form.class, form.reason, form.kind) = (5, 7, 3);
        (form.staying, form.moving) = (Some(2), Some(1));
        form.reason_text = Some("Menikah dengan penduduk di sana".into());
        (form.to.regency, form.to.province) = ("Buleleng".into(), "Bali".into());
    }
    data
}

fn with_nothing() -> LetterData {
    let mut data = pindah(&[("Sumiyati", "Orang tua")]);
    if let Some(form) = &mut data.annex {
        (form.class, form.kind) = (1, 4);
        (form.staying, form.moving) = (None, None);
        (form.to.rt, form.to.rw, form.to.postcode) = (String::new(), String::new(), None);
    }
    data
}

#[tokio::test]
async fn every_field_of_the_form_stands_on_it_in_print_order() {
    for (name, data) in [("f103-4", pindah(&FAMILY)), ("f103-semua", with_everything()), ("f103-kosong", with_nothing())] {
        let said = bare(&lines(&render(name, &data).await));
        let mut rest = said.as_str();
        for field in fields(&data) {
            rest = rest.strip_prefix(&bare(&field)).unwrap_or_else(|| panic!("{name}: {field:?} is not next in {rest}"));
        }
        assert_eq!(rest, "", "{name}: nothing else stands on it");
    }
}

/// The number, the code and whoever signed are the letter's.
#[tokio::test]
async fn the_form_has_nothing_of_the_letter_but_place_and_day() {
    let data = pindah(&FAMILY);
    let said = lines(&render("f103-4", &data).await);
    for other in ["400.12.2.2", "7KQ2", "smartkampung.example", "HADI SANTOSO"] {
        assert!(!said.contains(other), "{other}: {said}");
    }
    let files: Vec<String> = f103_job_of(&data).files.into_keys().collect();
    assert_eq!(files, ["data.json", "f103.typ", "kata.typ"]);
    let without = LetterData { annex: None, ..data };
    assert_eq!(smart_kampung::features::letters::f103_job(&without, "x".into(), ISSUED_AT), None);
}

#[tokio::test]
async fn markup_in_a_name_prints_literally() {
    let markup = "#panic(\"x\") *a* $x$ \\u{41} <b>";
    let mut data = pindah(&[(markup, markup)]);
    if let Some(form) = &mut data.annex {
        form.name = markup.into();
        form.from.address = markup.into();
        form.reason_text = Some(markup.into());
    }
    let said = bare(&lines(&render("f103-markup", &data).await));
    assert_eq!(said.matches(&bare(markup)).count(), 3, "address, reason and relation: {said}");
    assert_eq!(said.matches(&bare(markup).to_uppercase()).count(), 3, "field 2, field 12 and the signature: {said}");
}

#[tokio::test]
async fn up_to_nine_people_fit_one_page_of_either_size() {
    for (name, members) in [("f103-1", &LARGE_FAMILY[..1]), ("f103-4", &FAMILY[..]), ("f103-9", &LARGE_FAMILY[..])] {
        let data = pindah(members);
        let a4 = render(name, &data).await;
        assert!(facts(&a4).contains("595.276 x 841.89 pts (A4)"));
        let f4 = render(&[name, "-f4"].concat(), &on_f4(data)).await;
        assert!(facts(&f4).contains("609.449 x 935.433 pts"));
        assert_eq!((a4.pages, f4.pages), (1, 1), "{name}");
    }
}

/// A signature alone on a page could be put under any form.
#[tokio::test]
async fn on_a_second_page_the_table_goes_on_with_its_head_and_the_signatures_follow_it() {
    let mut two_pages = 0;
    for number in 7..=24 {
        let members: Vec<(&str, &str)> = LARGE_FAMILY.into_iter().cycle().take(number).collect();
        for (size, data) in [("a4", pindah(&members)), ("f4", on_f4(pindah(&members)))] {
            let pages = pages(&render(&format!("f103-{size}-{number}"), &data).await);
            let last = pages.last().expect("a page");
            assert!(last.contains("Pemohon,") && last.contains("tanpa nomor surat."), "{size} {number}: {last}");
            let people = bare(last).matches("351016450690").count();
            assert!(people >= 2 && last.contains("Hubungan (SHDK)"), "{size} {number}: {last}");
            let all: usize = pages.iter().map(|page| bare(page).matches("351016450690").count()).sum();
            assert_eq!(
                all,
                1 + number,
                "{size}: the applicant in field 3, and in field 12 nobody is missing and nobody stands there twice"
            );
            if pages.len() > 1 {
                two_pages += 1;
                assert!(last.contains("F-1.03, nomor KK 3510241203180004, halaman 2 dari 2"), "{size} {number}: {last}");
            }
        }
    }
    assert!(two_pages > 10, "the test must reach the second page: {two_pages}");
}

/// Nobody has such a name; whoever types one gets it printed inside the margins.
#[tokio::test]
async fn names_that_are_too_long_stay_on_the_form() {
    let hundred = "W".repeat(100);
    let mut data = pindah(&[(hundred.as_str(), "Kepala keluarga")]);
    if let Some(form) = &mut data.annex {
        form.name = hundred.clone();
        form.from.address = hundred.clone();
        form.to.village = hundred.clone();
        form.reason_text = Some(hundred);
    }
    let pdf = render("f103-panjang", &data).await;
    for (edge, word) in right_edges(&pdf) {
        assert!(edge <= 595.28 - 46.77 + 0.5, "{word:?} ends at {edge}");
    }
    assert_eq!(lines(&pdf).matches('W').count(), 602, "nothing is cut off: six words, and RW twice");
}

/// What a screen reader is told.
#[tokio::test]
async fn the_form_can_be_read_aloud() {
    let pdf = render("f103-4", &pindah(&FAMILY)).await;
    let facts = facts(&pdf);
    for fact in [
        "Title:           Formulir F-1.03 Pendaftaran Perpindahan Penduduk",
        "Author:          Desa Tamansari",
        "Creator:         Smart Kampung",
        "Tagged:          yes",
    ] {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    let structure = structure(&pdf);
    let tags = |tag: &str| structure.lines().filter(|line| line.split_whitespace().next() == Some(tag)).count();
    assert_eq!((tags("H1"), tags("H2"), tags("TH"), tags("Table")), (1, 4, 4, 1), "{structure}");
    let bytes = String::from_utf8_lossy(&pdf.bytes).into_owned();
    for mark in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"] {
        assert!(bytes.contains(mark), "{mark}");
    }
}

#[tokio::test]
async fn one_form_set_twice_is_equal_bytes() {
    let data = pindah(&LARGE_FAMILY);
    assert_eq!(render("f103-9", &data).await.bytes, render("f103-9", &data).await.bytes);
}
