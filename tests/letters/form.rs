//! How letters lie on the page.

use smart_kampung::features::letters::{Answer, Cosigner, LetterData, Official, PaperSize};

use super::paper::{facts, pages, right_edges, structure, words};
use super::villagers::*;
use super::{draft, on_f4, render};

/// Where text ends: 25 mm from the right edge, in points, and a hair for rounding.
const A4_RIGHT: f64 = 595.28 - 70.87 + 0.5;

#[tokio::test]
async fn letters_of_usual_length_take_one_page() {
    for (name, service, data) in [
        ("sku-lurah", "sku", sku(kampungmandar())),
        ("sku-desa", "sku", sku(tamansari())),
        ("sku-draf", "sku", draft(sku(tamansari()))),
        ("skd-desa", "skd", skd(tamansari())),
        ("skd-lurah", "skd", skd(kampungmandar())),
        ("skd-an", "skd", skd_of_a_newcomer()),
        ("pindah-4", "pindah", pindah(&FAMILY)),
        ("pindah-f4", "pindah", on_f4(pindah(&[("Aisyah Nur Hidayati", "Anak"); 9]))),
    ] {
        assert_eq!(render(name, service, &data).await.pages, 1, "{name}");
    }
}

#[tokio::test]
async fn paper_has_the_size_that_the_office_uses() {
    let f4 = skd(tamansari());
    assert!(facts(&render("skd-desa", "skd", &f4).await).contains("595.276 x 841.89 pts (A4)"));
    let f4 = on_f4(f4);
    assert_eq!(f4.paper.size, PaperSize::F4);
    let facts = facts(&render("skd-f4", "skd", &f4).await);
    assert!(facts.contains("609.449 x 935.433 pts"), "{facts}");
}

/// The signature is never alone on a page, nor parted from the closing sentence or from the code, for any
/// length of what stands above them, with and without somebody who signs at the left.
#[tokio::test]
async fn closing_signature_and_code_never_part() {
    let mut two_pages = 0;
    for length in (0..60).step_by(3) {
        let mut business = sku(tamansari());
        business
            .answers
            .insert("alamat_usaha".into(), Answer::text("Jalan Pantai Boom Gang II Nomor 4, Lingkungan Krajan ".repeat(length / 3)));
        let mut home = skd(tamansari());
        home.answers.insert("keperluan".into(), Answer::text("pendaftaran sekolah anak yang kedua dan ketiga ".repeat(length)));
        for (service, data) in [("sku", business), ("skd", home)] {
            let pages = pages(&render(&format!("{service}-{length}"), service, &data).await);
            let together = [
                "Demikian surat keterangan ini",
                "Kepala Desa Tamansari, ",
                "HADI SANTOSO",
                "Periksa keaslian surat ini",
                "belum tersertifikasi.",
            ];
            let on: Vec<Vec<usize>> =
                together.iter().map(|words| (0..pages.len()).filter(|page| pages[*page].contains(words)).collect()).collect();
            let last = pages.len() - 1;
            for (words, on) in together.iter().zip(on) {
                assert!(on.contains(&last), "{service} {length}: {words:?} is not on the last page: {pages:?}");
            }
            two_pages += usize::from(pages.len() > 1);
        }
    }
    assert!(two_pages > 5, "the test must reach the second page: {two_pages}");
}

#[tokio::test]
async fn a_letter_of_two_pages_says_so_on_both() {
    let pdf = render("pindah-9", "pindah", &pindah(&LARGE_FAMILY)).await;
    let pages = pages(&pdf);
    assert_eq!(pdf.pages, 2);
    assert!(pages[0].contains("Nomor 400.12.2.2/118/429.523.03/2026") && pages[0].contains("Halaman 1 dari 2"), "{}", pages[0]);
    assert!(pages[1].replace(' ', "").starts_with("–2–") && pages[1].contains("Halaman 2 dari 2"), "{}", pages[1]);
    assert!(!pages[1].contains("PEMERINTAH KABUPATEN"), "the letterhead is on the first page only");
    let one = words(&render("pindah-4", "pindah", &pindah(&FAMILY)).await);
    assert!(!one.contains("Halaman"), "{one}");
}

/// Nobody has such a name; whoever types one gets it printed inside the margins.
#[tokio::test]
async fn names_that_are_too_long_stay_on_the_page() {
    let hundred = "W".repeat(100);
    let forty = format!("{0} {0}", "M".repeat(40));
    let mut office = tamansari();
    office.name = "Sumbermulyorejo Kembangsari Wonokertoraharjo Tegaldlimo Selatan".into();
    office.kecamatan = "Kabat Rogojampi Blimbingsari Srono Muncar Cluring Gambiran Tegalsari".into();
    let mut data = LetterData { office, ..pindah(&[(hundred.as_str(), "Kepala keluarga"), (forty.as_str(), "Anak")]) };
    data.person.name = hundred.clone();
    data.person.address = forty.clone();
    data.person.occupation = hundred.clone();
    data.signer.official.name = hundred.clone();
    let mut business = sku(tamansari());
    business.answers.insert("keperluan".into(), Answer::text(hundred.clone()));
    business.answers.insert("bank".into(), Answer::text(forty));
    business.cosigner =
        Some(Cosigner::Camat { kecamatan: "Licin".into(), official: Official { rank: Some(hundred.clone()), ..official(&hundred) } });
    for (name, service, data) in [("pindah-panjang", "pindah", data), ("sku-panjang", "sku", business)] {
        let pdf = render(name, service, &data).await;
        for (edge, word) in right_edges(&pdf) {
            assert!(edge <= A4_RIGHT, "{name}: {word:?} ends at {edge}");
        }
        assert!(words(&pdf).replace(' ', "").matches('W').count() >= 100, "nothing is cut off");
    }
}

/// What a screen reader is told.
#[tokio::test]
async fn a_letter_can_be_read_aloud() {
    let pdf = render("pindah-4", "pindah", &pindah(&FAMILY)).await;
    let facts = facts(&pdf);
    for fact in [
        "Title:           Surat Keterangan Pindah nomor 400.12.2.2/118/429.523.03/2026",
        "Author:          Desa Tamansari",
        "Creator:         Smart Kampung",
        "Tagged:          yes",
        "JavaScript:      no",
        "Encrypted:       no",
    ] {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    let structure = structure(&pdf);
    let tags = |tag: &str| structure.lines().filter(|line| line.split_whitespace().next() == Some(tag)).count();
    assert_eq!((tags("H1"), tags("TH"), tags("THead")), (1, 4, 1), "{structure}");
    let draft = super::paper::facts(&render("skd-draf", "skd", &draft(skd(tamansari()))).await);
    assert!(draft.contains("Surat Keterangan Domisili (draf)"), "{draft}");
    let bytes = String::from_utf8_lossy(&pdf.bytes).into_owned();
    for mark in
        ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>", "/Lang(id-ID)"]
    {
        assert!(bytes.contains(mark) || bytes.contains(&mark.replace("(", " (")), "{mark}");
    }
}
