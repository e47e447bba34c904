//! The books of a library as a file (out, in, and out again with what has to be put right), and as they stand on its
//! shelves. A whole server with real children behind the fence, asked as a browser without a script asks.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use smart_kampung::features::library::demo::invent_library;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::sandbox::{Pdf, Sandbox};

use crate::letters::paper::words;
use crate::support::{Browser, Served, cookie_of, engine_with_people, hat, hidden_fields};
use crate::tables::{problem, uploads_at};

mod files;

const IMPORT: &str = "/kantor/pustaka/impor";
const WRITE: &str = "/api/library_office/import_books";

struct House {
    engine: Engine,
    _served: Served,
}

impl House {
    async fn new() -> Self {
        let served = engine_with_people().await;
        let mut engine = Engine::clone(&served);
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        invent_library(&engine.db).await.expect("a library");
        Self { engine, _served: served }
    }

    async fn browser(&self, name: &str) -> Browser {
        Browser { app: router(&self.engine), cookie: cookie_of(&self.engine, hat(&self.engine, name).await).await }
    }
}

fn csv(rows: impl IntoIterator<Item = String>) -> Vec<u8> {
    let heads = "Judul;Tahun terbit;Sasaran usia;Kelas;Jumlah eksemplar\n".to_owned();
    std::iter::once(heads).chain(rows).collect::<String>().into_bytes()
}

fn book(number: usize, age: &str) -> String {
    format!("Buku {number};2024;{age};Cerita anak;\n")
}

#[tokio::test]
async fn ten_thousand_bad_rows_are_answered_within_a_moment() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    for (what, rows, sentence) in [
        ("nothing", Vec::new(), "Tambahkan berkas."),
        ("10,000 rows", csv((0..10_000).map(|at| book(at, "bayi"))), "Bagi menjadi beberapa berkas. Paling banyak 2.000 baris."),
    ] {
        let begun = Instant::now();
        let (status, _, page) = uploads_at(&rini, IMPORT, &rows).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        assert!(problem(&page).contains(sentence), "{what}: {}", problem(&page));
        assert!(begun.elapsed() < Duration::from_secs(2), "{what} took {:?}", begun.elapsed());
    }
    let begun = Instant::now();
    let (status, page, html) = uploads_at(&rini, IMPORT, &csv((0..1_999).map(|at| book(at, "bayi")))).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{html}");
    let html = rini.page(&page).await.replace("<!>", "");
    println!("1,999 bad rows took {:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(2), "1,999 bad rows took {:?}", begun.elapsed());
    assert!(html.contains("1.999 baris perlu diperbaiki") && html.contains("Dan 1.899 lagi.") && html.len() < 200_000, "{}", html.len());
    assert!(!html.contains(WRITE), "nothing can be written");
}

#[tokio::test]
async fn two_bad_rows_of_twenty_are_put_right_and_then_all_of_it_is_written_at_once() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    let twenty = |wrong: [&str; 2]| {
        csv((1..=20).map(move |at| {
            book(
                at,
                if at == 7 {
                    wrong[0]
                } else if at == 12 {
                    wrong[1]
                } else {
                    "Anak"
                },
            )
        }))
    };
    let (_, page, _) = uploads_at(&rini, IMPORT, &twenty(["bayi", ""])).await;
    let html = rini.page(&page).await.replace("<!>", "");
    assert!(html.contains("2 baris perlu diperbaiki") && html.contains("Baris 8, Sasaran usia"), "{html}");
    assert!(html.contains("Pilih salah satu untuk Sasaran usia: Anak, Remaja, Dewasa, Semua umur."));
    let file = html.split("href=\"").find(|rest| rest.contains("/perbaikan.csv")).and_then(|rest| rest.split('"').next()).expect("a file");
    let (status, corrected) = rini.file(file).await;
    let corrected = String::from_utf8(corrected).expect("text");
    assert_eq!((status, corrected.matches("Pilih salah satu untuk Sasaran usia").count()), (StatusCode::OK, 2));
    for name in ["Hadi Santoso", "Sri Lestari"] {
        let other = house.browser(name).await;
        assert_ne!(other.file(file).await.0, StatusCode::OK, "{name}");
        assert_ne!(other.file(&page).await.0, StatusCode::OK, "{name}");
    }
    let right = corrected.replace(";bayi;", ";Anak;").replace(";2024;;Cerita", ";2024;Dewasa;Cerita");
    let (_, page, _) = uploads_at(&rini, IMPORT, right.as_bytes()).await;
    let html = rini.page(&page).await.replace("<!>", "");
    assert!(html.contains("Semua baris benar") && html.contains("Tulis 20 eksemplar") && html.contains("Buku baru, 1 eksemplar"), "{html}");
    let form = hidden_fields(&html, WRITE);
    let begun = Instant::now();
    let (status, to, html) = rini.sends(WRITE, &form).await;
    println!("20 books took {:?}", begun.elapsed());
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/kantor/pustaka/impor?hasil=20"), "{html}");
    assert_eq!(rini.sends(WRITE, &form).await.1, to, "the same press again is the same wish");
    assert!(rini.page(&to).await.contains("20 eksemplar baru tercatat."));
    assert!(rini.page("/kantor/pustaka/buku?cari=buku+20").await.contains("Buku 20"));
}

#[tokio::test]
async fn what_goes_out_comes_in_unchanged_as_text_and_as_a_spreadsheet() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    for file in ["/kantor/pustaka/ekspor.csv", "/kantor/pustaka/ekspor.xlsx"] {
        let (status, bytes) = rini.file(file).await;
        assert_eq!(status, StatusCode::OK, "{file}");
        let (_, page, html) = uploads_at(&rini, IMPORT, &bytes).await;
        assert!(!page.is_empty(), "{file}: {html}");
        assert!(rini.page(&page).await.contains("Tidak ada yang berubah"), "{file}");
    }
    let sri = house.browser("Sri Lestari").await;
    let (_, theirs) = sri.file("/kantor/pustaka/ekspor.csv").await;
    assert!(!String::from_utf8_lossy(&theirs).contains("242008-B"), "another office has its own");
}

const COUNT: &str = "/kantor/pustaka/hitung";
const READ: &str = "/api/library_office/count";

#[tokio::test]
async fn labels_are_read_one_after_the_other_by_a_browser_that_runs_no_script() {
    let house = House::new().await;
    let (rini, lina) = (house.browser("Rini Wulandari").await, house.browser("Lina Permata").await);
    let page = rini.page(COUNT).await;
    let (status, to, _) =
        rini.sends("/api/library_office/begin_stocktake", &hidden_fields(&page, "/api/library_office/begin_stocktake")).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, COUNT));
    let page = rini.page(COUNT).await;
    assert!(page.contains("0 dari ") && page.contains("autofocus"), "{page}");
    let (status, _, again) = rini.sends(READ, &[&hidden_fields(&page, READ), "&label=+"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.contains("id=\"label-error\"") && again.contains("autofocus"), "{again}");
    for (label, said) in
        [("b1", "242008-B1 terhitung: "), ("1", "242008-B1 sudah terhitung sebelumnya: "), ("ZZ <9>", "Kode ZZ &lt;9&gt; sudah dicatat")]
    {
        let page = lina.page(COUNT).await;
        let mut body = hidden_fields(&page, READ);
        body.push('&');
        smart_kampung::ui::encode_pair(&mut body, "label", label);
        let (status, to, refused) = lina.sends(READ, &body).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{label}: {refused}");
        let page = lina.page(&to).await.replace("<!>", "");
        assert!(page.contains(said) && page.contains("autofocus"), "{label}: {page}");
    }
    let page = rini.page(COUNT).await;
    assert!(page.contains("1 dari ") && page.contains("Kode yang tidak dikenal"), "both phones see both: {page}");
    let list = rini.page([COUNT, "?daftar=ya"].concat().as_str()).await;
    assert!(list.contains("242008-B2") && !list.contains("242008-B1 ") && !list.contains("242008-B1,"), "{list}");
    let hers = lina.page(COUNT).await;
    let end = "/api/library_office/end_stocktake";
    let (status, to, _) = rini.sends(end, &hidden_fields(&page, end)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let result = rini.page(&to).await;
    assert!(result.contains("Belum ditemukan") && result.contains("Catat satu yang hilang"), "{result}");
    // The other phone has not heard of it.
    let (status, _, told) = lina.sends(READ, &[&hidden_fields(&hers, READ), "&label=2"].concat()).await;
    assert_eq!(status, StatusCode::CONFLICT, "{told}");
    assert!(told.contains("Mulai menghitung") && told.contains("Tidak terhitung: 2"), "{told}");
}

#[tokio::test]
async fn a_second_label_under_the_key_of_the_first_is_refused_and_counted_nowhere() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    let begin = "/api/library_office/begin_stocktake";
    rini.sends(begin, &hidden_fields(&rini.page(COUNT).await, begin)).await;
    let form = hidden_fields(&rini.page(COUNT).await, READ);
    let (status, counted, _) = rini.sends(READ, &[&form, "&label=1"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(rini.sends(READ, &[&form, "&label=1"].concat()).await.1, counted, "the same label again is the same wish");
    // From the same page once more, as after going back: the key is that of the first.
    let (status, _, told) = rini.sends(READ, &[&form, "&label=2"].concat()).await;
    assert_eq!(status, StatusCode::CONFLICT, "{told}");
    assert!(told.contains("sudah kami terima dengan isi yang lain") && told.contains("value=\"2\""), "what was typed stays: {told}");
    assert!(rini.page(COUNT).await.contains("1 dari "));
    assert!(rini.page([COUNT, "?daftar=ya"].concat().as_str()).await.contains("242008-B2"), "it was not seen yet");
    let (status, _, _) = rini.sends(READ, &[&hidden_fields(&told, READ), "&label=2"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(rini.page(COUNT).await.contains("2 dari "));
}

#[tokio::test]
async fn labels_and_cards_come_as_sheets_of_the_own_library() {
    let house = House::new().await;
    let (rini, sri) = (house.browser("Rini Wulandari").await, house.browser("Sri Lestari").await);
    let page = rini.page("/kantor/pustaka/cetak/label?nomor=1-48").await.replace("<!>", "");
    assert!(page.contains("siap dicetak") && page.contains("/kantor/pustaka/cetak/label/1-48.pdf"), "{page}");
    for (numbers, sentence) in
        [("1-241", "Paling banyak 240 nomor sekaligus"), ("48-1", "Tulis dua nomor"), ("900", "Tidak ada label buku")]
    {
        let page = rini.page(&["/kantor/pustaka/cetak/label?nomor=", numbers].concat()).await.replace("<!>", "");
        assert!(page.contains(sentence) && !page.contains(".pdf"), "{numbers}: {page}");
    }
    for (file, code) in [("label/1-48.pdf", "242008-B1"), ("kartu/1-10.pdf", "242008-A1")] {
        let (status, pdf) = rini.file(&["/kantor/pustaka/cetak/", file].concat()).await;
        assert_eq!(status, StatusCode::OK, "{file}: {}", String::from_utf8_lossy(&pdf));
        assert!(pdf.starts_with(b"%PDF-1.7"), "{file}");
        if let Some(folder) = std::env::var_os("KEEP_LETTERS") {
            std::fs::write(std::path::Path::new(&folder).join(file.replace('/', "-")), &pdf).expect("kept");
        }
        let text = words(&Pdf { bytes: pdf, pages: 1 });
        assert!(text.contains(code), "{file}: {text}");
        let (status, theirs) = sri.file(&["/kantor/pustaka/cetak/", file].concat()).await;
        let another = status == StatusCode::NOT_FOUND || !words(&Pdf { bytes: theirs, pages: 1 }).contains("242008");
        assert!(another, "another office has its own: {file}");
    }
    assert_eq!(rini.file("/kantor/pustaka/cetak/label/900.pdf").await.0, StatusCode::NOT_FOUND);
}
