//! The table of products as a file: out, in, and out again with what has to be put right. A whole server with
//! real children behind the fence, asked as a browser without a script asks.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use smart_kampung::domain::PersonName;
use smart_kampung::features::catalogue::acts::{AddProduct, OpenShop};
use smart_kampung::features::catalogue::{Product, Sketch, Wish};
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::sandbox::Sandbox;

use crate::goods;
use crate::support::{self, Browser, Served, Village, cookie_of, does, hat, hidden_fields};

const IMPORT: &str = "/kantor/produk/impor";
const TABLE: &str = "/kantor/produk/tabel";
const WRITE: &str = "/api/catalogue_office/import_products";
const EDIT: &str = "/api/catalogue_office/edit_products";

struct House {
    engine: Engine,
    village: Village,
    _served: Served,
}

impl House {
    /// A shop with two products, not yet seen by anybody.
    async fn new() -> Self {
        let served = support::engine_with_people().await;
        let mut engine = Engine::clone(&served);
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        let village = Village::tamansari(&engine).await;
        let (office, owner) = (village.office, PersonName::parse("Yuni Contoh").expect("a name"));
        let shop = does(&engine, &village.officer, OpenShop { office, owner, wish: Wish::Keep(goods::shop()) }).await;
        for name in ["Sale pisang", "=Keripik; \"pedas\""] {
            let product = Product { name: name.into(), story: "Satu.\nDua.".into(), ..goods::product() };
            does(&engine, &village.officer, AddProduct { office, shop, wish: Wish::Keep(Sketch::of(&product)) }).await;
        }
        Self { engine, village, _served: served }
    }

    async fn browser(&self, name: &str) -> Browser {
        Browser { app: router(&self.engine), cookie: cookie_of(&self.engine, hat(&self.engine, name).await).await }
    }
}

async fn uploads(browser: &Browser, bytes: &[u8]) -> (StatusCode, String, String) {
    uploads_at(browser, IMPORT, bytes).await
}

/// Sends a file; where it leads, or the page that is drawn.
pub async fn uploads_at(browser: &Browser, import: &str, bytes: &[u8]) -> (StatusCode, String, String) {
    let head = "--x\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"produk.xlsx\"\r\n\
                Content-Type: application/octet-stream\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--x--\r\n"].concat();
    let form = Request::post([import, "/berkas"].concat()).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let form = form.header("sec-fetch-site", "same-origin").header(header::HOST, "localhost");
    let (status, to, page) = browser.asks(form.body(Body::from(body)).expect("a request")).await;
    (status, to, String::from_utf8_lossy(&page).replace("<!>", ""))
}

/// The problem at the file's field.
pub fn problem(page: &str) -> &str {
    let rest = page.split("id=\"berkas-error\"").nth(1).unwrap_or_default();
    rest.split("</p>").next().and_then(|text| text.rsplit('>').next()).unwrap_or_default()
}

fn csv(rows: impl IntoIterator<Item = String>) -> Vec<u8> {
    let heads = "Alamat produk;Toko;Nama produk;Jenis produk;Harga;Satuan;Persediaan\n".to_owned();
    std::iter::once(heads).chain(rows).collect::<String>().into_bytes()
}

fn new(name: &str, price: &str) -> String {
    format!(";Dapur Contoh;{name};Makanan ringan;{price};bungkus;Habis\n")
}

/// A packed file of one part that is far larger when it is unpacked, under the name of the first sheet.
fn bomb() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let text = "a".repeat(32_000);
    for row in 0..1_000 {
        for column in 0..60 {
            sheet.write_string(row, column, &text).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a file")
}

#[tokio::test]
async fn what_is_no_table_gets_a_sentence_at_its_field_within_a_moment() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    let rows = |number: usize| csv((0..number).map(|at| new(&format!("Kue {at}"), "gratis")));
    let cells = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let bomb = bomb();
    assert!(bomb.len() < 1 << 20, "packed it is small: {}", bomb.len());
    for (what, bytes, sentence) in [
        ("nothing", Vec::new(), "Tambahkan berkas."),
        ("10,000 rows", rows(10_000), "Bagi menjadi beberapa berkas. Paling banyak 2.000 baris."),
        ("too many bytes", vec![b'a'; 3 << 20], "Berkas terlalu besar. Pilih yang di bawah 2 MB."),
        ("an old XLS", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "Pilih berkas XLSX, atau CSV dalam UTF-8."),
        ("UTF-16", cells("Nama produk\nSale"), "Pilih berkas XLSX, atau CSV dalam UTF-8."),
        ("a cut XLSX", b"PK\x03\x04cut".to_vec(), "Berkas ini tidak dapat dibaca. Simpan lagi sebagai XLSX."),
        ("a bomb", bomb, "Berkas ini tidak dapat dibaca. Simpan lagi sebagai XLSX."),
    ] {
        let begun = Instant::now();
        let (status, to, page) = uploads(&rini, &bytes).await;
        let took = begun.elapsed();
        println!("{what} took {took:?}");
        assert_eq!((status, to.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, ""), "{what}");
        assert!(problem(&page).contains(sentence), "{what}: {}", problem(&page));
        assert!(took < Duration::from_secs(2), "{what} took {took:?}");
    }
}

#[tokio::test]
async fn of_a_file_of_bad_rows_the_first_are_shown_and_all_are_in_the_file_to_put_right() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    let begun = Instant::now();
    let (status, page, html) = uploads(&rini, &csv((0..2_000).map(|at| new(&format!("Kue {at}"), "gratis")))).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{html}");
    let html = rini.page(&page).await.replace("<!>", "");
    let took = begun.elapsed();
    println!("2,000 bad rows took {took:?}");
    assert!(took < Duration::from_secs(2), "2,000 bad rows took {took:?}");
    assert!(html.contains("2.000 baris perlu diperbaiki") && html.contains("Dan 1.900 lagi.") && html.len() < 200_000, "{}", html.len());
    assert!(!html.contains("Ajukan"), "nothing can be written");
    let file = html.split("href=\"").find(|rest| rest.contains("/perbaikan.csv")).and_then(|rest| rest.split('"').next()).expect("a file");
    let (status, corrected) = rini.file(file).await;
    let corrected = String::from_utf8(corrected).expect("text");
    assert_eq!((status, corrected.matches("Isi jumlah rupiah dengan angka").count()), (StatusCode::OK, 2_000));
    assert_eq!(rini.file(&file.replace(".csv", ".xlsx")).await.0, StatusCode::NOT_FOUND, "it came as another kind");
    for name in ["Hadi Santoso", "Sri Lestari"] {
        let other = house.browser(name).await;
        assert_ne!(other.file(file).await.0, StatusCode::OK, "{name}");
        assert_ne!(other.file(&page).await.0, StatusCode::OK, "{name}");
    }
}

#[tokio::test]
async fn two_bad_rows_are_put_right_and_then_all_of_it_is_proposed_at_once() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    let (_, page, _) = uploads(&rini, &csv([new("Kue jahe", "9.000"), new("Kue kelapa", "0"), new("", "7.500")])).await;
    let html = rini.page(&page).await.replace("<!>", "");
    assert!(html.contains("2 baris perlu diperbaiki") && html.contains("Isi paling sedikit Rp100.") && html.contains("Isi nama produk."));
    let file = html.split("href=\"").find(|rest| rest.contains("/perbaikan.csv")).and_then(|rest| rest.split('"').next()).expect("a file");
    let corrected = String::from_utf8(rini.file(file).await.1).expect("text");
    assert!(corrected.contains("Keterangan") && corrected.contains("Harga: Isi paling sedikit Rp100."), "{corrected}");
    let right =
        corrected.replace(";0;", ";8000;").replace(";;Makanan", ";Kue wijen;Makanan").replace("Dapur Contoh;;", "Dapur Contoh;Kue wijen;");
    let (_, page, _) = uploads(&rini, right.as_bytes()).await;
    let html = rini.page(&page).await.replace("<!>", "");
    assert!(
        html.contains("Semua baris benar") && html.contains("Ajukan 3 produk") && html.contains("Produk baru di Dapur Contoh"),
        "{html}"
    );
    let form = hidden_fields(&html, WRITE);
    let (status, to, html) = rini.sends(WRITE, &form).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/kantor/produk/impor?hasil=3"), "{html}");
    assert_eq!(rini.sends(WRITE, &form).await.1, to, "the same press again is the same wish");
    assert!(rini.page(&to).await.contains("3 produk diajukan. Petugas lain yang menyetujuinya."));
    let list = rini.page("/kantor/produk").await;
    assert!(["Kue jahe", "Kue kelapa", "Kue wijen"].iter().all(|name| list.contains(name)), "and waits");
}

#[tokio::test]
async fn what_was_changed_meanwhile_is_marked_and_the_second_press_is_meant() {
    let house = House::new().await;
    let (rini, joko) = (house.browser("Rini Wulandari").await, house.browser("Joko Prasetyo").await);
    let (_, export) = rini.file("/kantor/produk/ekspor.csv").await;
    let export = String::from_utf8(export).expect("text").replace(";18000;", ";21000;");
    let (_, page, _) = uploads(&rini, export.as_bytes()).await;
    let html = rini.page(&page).await;
    let form = hidden_fields(&html, WRITE);
    let table = joko.page(TABLE).await;
    let fields = typed(&table, "nama", "Sale pisang", "Sale pisang baru");
    assert_eq!(joko.sends(EDIT, &fields).await.1, "/kantor/produk/tabel?hasil=1");
    let (status, _, html) = rini.sends(WRITE, &form).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(html.replace("<!>", "").contains("Baru saja diubah orang lain: baris 2"), "{html}");
    let (status, to, _) = rini.sends(WRITE, &hidden_fields(&html, WRITE)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/kantor/produk/impor?hasil=2"));
}

/// The fields of the table as a browser sends them, with another text in one cell.
fn typed(page: &str, column: &str, before: &str, after: &str) -> String {
    let mut body = hidden_fields(page, EDIT);
    let form = page.split(&format!("action=\"{EDIT}\"")).nth(1).and_then(|rest| rest.split("</form>").next()).expect("a table");
    let of = |tag: &str, name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    for input in form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
        let (Some(name), false) = (of(input, "name"), input.contains("type=\"hidden\"")) else { continue };
        let value = of(input, "value").unwrap_or_default().replace("&quot;", "\"").replace("&amp;", "&");
        let value = if name.starts_with(column) && value == before { after.to_owned() } else { value };
        body.push('&');
        smart_kampung::ui::encode_pair(&mut body, &name, &value);
    }
    for select in form.split("<select").skip(1) {
        let chosen = select.split("<option").find(|option| option.contains(" selected")).and_then(|option| of(option, "value"));
        body.push('&');
        smart_kampung::ui::encode_pair(&mut body, &of(select, "name").expect("a name"), &chosen.unwrap_or_default());
    }
    body
}

#[tokio::test]
async fn a_wrong_cell_of_the_table_is_told_so_and_nothing_typed_is_lost() {
    let house = House::new().await;
    let (rini, joko) = (house.browser("Rini Wulandari").await, house.browser("Joko Prasetyo").await);
    let page = rini.page(TABLE).await;
    let wrong = typed(&page, "harga", "18.000", "18.5");
    let (status, _, html) = rini.sends(EDIT, &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("value=\"18.5\"") && html.matches("Isi jumlah rupiah dengan angka").count() >= 2, "at the cell and above");
    let mine = typed(&page, "nama", "Sale pisang", "Sale saya");
    assert_eq!(
        joko.sends(EDIT, &typed(&joko.page(TABLE).await, "nama", "Sale pisang", "Sale Joko")).await.1,
        "/kantor/produk/tabel?hasil=1"
    );
    let (status, _, html) = rini.sends(EDIT, &mine).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(html.matches("Baru saja diubah orang lain").count(), 1, "one row");
    let html = html.replace("<!>", "");
    assert!(html.contains("value=\"Sale saya\"") && html.contains("<b>Sale Joko</b>"), "what was typed, and what is stored");
    assert_eq!(rini.sends(EDIT, &typed(&html, "nama", "-", "-")).await.1, "/kantor/produk/tabel?hasil=1", "pressed again, it is meant");
}

#[tokio::test]
async fn what_goes_out_comes_in_unchanged_as_text_and_as_a_spreadsheet() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    for file in ["/kantor/produk/ekspor.csv", "/kantor/produk/ekspor.xlsx"] {
        let (status, bytes) = rini.file(file).await;
        assert_eq!(status, StatusCode::OK, "{file}");
        let (_, page, html) = uploads(&rini, &bytes).await;
        assert!(!page.is_empty(), "{file}: {html}");
        assert!(rini.page(&page).await.contains("Tidak ada yang berubah"), "{file}");
    }
    let (_, csv) = rini.file("/kantor/produk/ekspor.csv").await;
    assert!(String::from_utf8_lossy(&csv).contains(";\"'=Keripik; \"\"pedas\"\"\";"), "no formula for a spreadsheet");
    let sri = house.browser("Sri Lestari").await;
    let (_, theirs) = sri.file("/kantor/produk/ekspor.csv").await;
    assert!(!String::from_utf8_lossy(&theirs).contains("Keripik"), "another office has its own");
    assert_eq!(house.village.office.number(), 3_510_242_008);
}
