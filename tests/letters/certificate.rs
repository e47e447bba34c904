//! Certificates of trainings: one sheet each, however long the name and the title are, and all of a training at once.

use smart_kampung::domain::TimeOfDay;
use smart_kampung::features::letters::{Answer, CertificateSheets, Course, Crest, LetterData, Person, Seal, Stage, certificates_job};

use super::paper::{facts, keep, lines, pages, right_edges};
use super::villagers::{ISSUED_AT, day, issued, kampungmandar, lurah, skd, tamansari};
use super::{render, sandbox};

const LONG_NAME: &str = "Raden Ajeng Dr. Hj. Wahyuningtyas Kusumawardhani Prameswari Sastrodiningrat, S.Pd., M.Pd., Ph.D., M.M.";
const LONG_TITLE: &str = "Pemasaran Daring untuk Usaha Mikro: Foto Produk, Tulisan yang Menjual, Harga yang Benar, dan Melayani Pembeli Lewat WhatsApp sampai Barang Tiba";

fn certificate(name: &str, title: &str) -> LetterData {
    let data = skd(tamansari());
    LetterData {
        stage: issued(&tamansari(), "400.3", 7, day(25, 11, 2026)),
        title: "Sertifikat Pelatihan".into(),
        valid_until: None,
        person: Person { name: name.into(), ..Person::default() },
        answers: std::collections::BTreeMap::<String, Answer>::new(),
        course: Some(Course {
            title: title.into(),
            place: "Balai Desa Tamansari".into(),
            from: day(12, 11, 2026),
            until: day(14, 11, 2026),
            minutes: 540,
        }),
        ..data
    }
}

fn long() -> LetterData {
    let data = certificate(LONG_NAME, LONG_TITLE);
    let course = data.course.clone().map(|course| Course {
        place: "Ruang Serbaguna Kantor Kelurahan Kampungmandar, Jalan Pantai Boom Nomor 7".into(),
        until: day(14, 1, 2027),
        ..course
    });
    LetterData { office: kampungmandar(), signer: lurah(), course, ..data }
}

#[tokio::test]
async fn a_certificate_says_who_what_when_and_where_it_is_checked() {
    let pdf = render("sertifikat", "sertifikat", &certificate("Siti Aminah", "Foto produk dengan ponsel")).await;
    let said = lines(&pdf);
    for expected in [
        "DESA TAMANSARI",
        "SERTIFIKAT PELATIHAN",
        "Nomor: 400.3/007/429.523.03/2026",
        "Siti Aminah",
        "yang telah mengikuti seluruh pertemuan pelatihan",
        "Foto produk dengan ponsel",
        "12–14 November 2026, di Balai Desa Tamansari, selama 9 jam",
        "7KQ2 M9XH T4B6 WZC3",
        "RDN8 VFYJ 5E",
        "Kepala Desa Tamansari,",
        "25 November 2026, 10.32 WIB",
        "HADI SANTOSO",
        "tangan ini belum tersertifikasi.",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert_eq!(pdf.pages, 1);
    assert!(facts(&pdf).contains("841.89 x 595.27"), "A4 across: {}", facts(&pdf));
}

#[tokio::test]
async fn the_longest_name_and_title_stay_on_their_sheet() {
    let word = "W".repeat(40);
    let words = [&word, " ", &word].concat();
    for (file, data) in [("sertifikat-panjang", long()), ("sertifikat-kata", certificate(&words, &words))] {
        let pdf = render(file, "sertifikat", &data).await;
        assert_eq!(pdf.pages, 1, "{file}");
        let beyond: Vec<_> = right_edges(&pdf).into_iter().filter(|(edge, _)| *edge > 812.0).collect();
        assert_eq!(beyond, [], "{file}");
    }
}

#[tokio::test]
async fn what_a_name_holds_prints_literally() {
    let pdf = render("sertifikat-tanda", "sertifikat", &certificate("#panic(\"x\") $a$ *b*", "\\ #import \"/etc/passwd\"")).await;
    let said = lines(&pdf);
    assert!(said.contains("#panic(\"x\") $a$ *b*") && said.contains("\\ #import \"/etc/passwd\""), "{said}");
}

#[tokio::test]
async fn one_of_the_practice_office_says_that_it_is_none() {
    let mut data = certificate("Siti Contoh", "Foto produk dengan ponsel");
    if let Stage::Issued { seal, .. } = &mut data.stage {
        let at = TimeOfDay::new(10, 32).expect("a time");
        *seal = Seal::Practice { on: day(25, 11, 2026), at };
    }
    let said = lines(&render("sertifikat-latihan", "sertifikat", &data).await);
    for says in ["CONTOH", "Dibuat di kantor latihan", "Contoh tanda tangan"] {
        assert!(said.contains(says), "{says}: {said}");
    }
    assert!(!said.contains("tandatangani secara elektronik"), "{said}");
}

#[tokio::test]
async fn all_of_a_training_come_in_one_file_in_their_order() {
    let names: Vec<String> = (0..CertificateSheets::MOST as u8)
        .map(|at| format!("Peserta {}{}", char::from(b'A' + at / 26), char::from(b'A' + at % 26)))
        .collect();
    let all: Vec<LetterData> = names.iter().map(|name| certificate(name, "Foto produk dengan ponsel")).collect();
    let job = certificates_job(&all, Some(&Crest::stand_in()), "pelatihan 1".into(), ISSUED_AT).expect("a job");
    let pdf = sandbox().render_letter(&job).await.expect("sheets");
    keep("sertifikat-semua", &pdf, &job);
    assert_eq!((pdf.pages, job.most_pages), (40, 40), "as many as go in one file, and no page more");
    for (page, name) in pages(&pdf).iter().zip(&names) {
        assert!(page.contains(name.as_str()), "{name}: {page}");
    }
}
