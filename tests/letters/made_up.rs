//! A service that is two data files, and no line of Rust of its own, up to its paper.

use smart_kampung::domain::Lang;
use smart_kampung::features::applications::sample_letter;
use smart_kampung::features::letters::{Crest, LetterData, Template, letter_job};
use smart_kampung::features::services::Catalogue;

use super::paper::lines;
use super::sandbox;
use super::villagers::{ISSUED_AT, day, issued, tamansari};

const SERVICE: &str = include_str!("../../src/features/services/tests/coba.json");

const WORDS: &str = r#"[
  {"rincian": [
    {"label": "Nama lengkap", "nilai": "{orang.nama:kapital}", "tebal": true},
    {"label": "Hubungan", "nilai": "{hubungan}"},
    {"label": "Wali", "nilai": "{wali}"}
  ]},
  {"lanjut": "adalah {hubungan:kecil} dalam keluarganya[ bersama {wali}]."},
  {"alinea": "Surat ini hanya untuk coba-coba."}
]"#;

#[tokio::test]
async fn a_service_of_data_alone_gives_a_letter() {
    let catalogue = Catalogue::read(&[("coba", SERVICE)]);
    let service = &catalogue.all(Lang::Id)[0];
    let stage = issued(&tamansari(), "400", 118, day(25, 11, 2026));
    let data = LetterData { stage, ..sample_letter(service).expect("a letter") };
    let template = Template::worded("coba.json", WORDS);
    let job = letter_job(&data, template, Some(&Crest::stand_in()), "letter 1".into(), ISSUED_AT).expect("a job");
    let pdf = sandbox().render_letter(&job).await.expect("a letter");
    let said = lines(&pdf);
    for expected in [
        "SURAT COBA",
        "Nomor: 400/118/",
        "Nama lengkap : SITI CONTOH",
        "Hubungan : Kepala keluarga",
        "adalah kepala keluarga dalam keluarganya.",
        "Surat ini hanya untuk coba-coba.",
        "Pemegang surat,",
        "Demikian surat keterangan ini",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(!said.contains("Wali"), "what was not asked has no row: {said}");
    assert_eq!(pdf.pages, 1);
}
