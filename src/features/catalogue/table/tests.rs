//! What goes out comes in again as it was; what is wrong is found in its row.

use proptest::prelude::*;

use super::columns::OUTSIDE;
use super::export::table;
use super::judge::{Judged, judge};
use super::words;
use crate::domain::{Instant, ListingId, Version};
use crate::features::catalogue::store::{Stand, Stock};
use crate::features::catalogue::testing::sale_pisang;
use crate::features::catalogue::{InShop, Listing, Pending, Product, ProductForm, Sketch, Stage, Standing};
use crate::features::tables::{FORMULA, MOST_ROWS, SheetKind, read_csv, remarked};
use crate::server::sandbox::{SheetLimits, SheetRow, read_cells};
use crate::server::slug::slug;

const LIMITS: SheetLimits = SheetLimits { rows: MOST_ROWS + 1, columns: 64, text_bytes: 4 << 20 };

fn shop(number: u128, name: &str) -> Stand {
    let id = ListingId::from_u128(number);
    Stand { id, slug: slug(name, id), name: name.into(), owner: None, open: true, public: true }
}

fn listing(number: u128, shop: ListingId, product: Product) -> Listing<Product> {
    let id = ListingId::from_u128(number);
    Listing {
        id,
        version: Some(Version(3)),
        slug: slug(&product.name, id),
        owner: None,
        created_at: Instant::from_micros(0),
        standing: Standing::New(Pending {
            by: crate::domain::AccountId::from_u128(1),
            stage: Stage::Draft(Sketch::of(&product)),
            asked: None,
        }),
        part: InShop { shop, public: true },
    }
}

/// Two shops, of which the first sells the goods.
fn stock(goods: Vec<Product>) -> Stock {
    let shops = vec![shop(1, "Dapur Bu Yuni"), shop(2, "Kedai Pak Slamet")];
    let products = (100..).zip(goods).map(|(number, product)| listing(number, shops[0].id, product)).collect();
    Stock { shops, products }
}

/// The cells of a file, read as they are on the server.
fn cells(kind: SheetKind, rows: &[Vec<String>]) -> Vec<SheetRow> {
    let file = kind.write(rows, OUTSIDE).expect("a file");
    match kind {
        SheetKind::Csv => read_csv(std::str::from_utf8(&file).expect("text"), LIMITS.rows),
        SheetKind::Xlsx => read_cells(&file, LIMITS).expect("a spreadsheet"),
    }
}

/// Rows under the heads of an export.
fn sheet(stock: &Stock, change: impl Fn(&mut Vec<Vec<String>>)) -> Vec<SheetRow> {
    let mut rows = table(stock);
    change(&mut rows);
    cells(SheetKind::Csv, &rows)
}

fn column(name: &str) -> usize {
    super::columns::columns().position(|column| column.name == name).expect("a column")
}

fn said(judged: &Judged) -> Vec<(u32, &str, &str)> {
    judged.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.sentence.as_str())).collect()
}

/// What a seller could have typed; what no form takes is left out.
fn any_product() -> impl Strategy<Value = Product> {
    let text = "['=+@\t;,\"a-z é“\n-]{1,12}";
    let words = (text, text, text, text, text).prop_map(|(name, story, unit, net, ingredients)| ProductForm {
        nama: name,
        cerita: story,
        satuan: unit,
        isi_bersih: net,
        komposisi: ingredients,
        ..ProductForm::default()
    });
    let numbers = (200_u32..1_000_000, 2_u32..500, 1_u32..2_000_000, 1_u16..365, prop::collection::btree_set(1_u8..=12, 0..=12));
    let choices = (0_usize..12, 0_usize..4, any::<[bool; 6]>(), prop::collection::vec("['=+@a-z-]{1,8}", 1..4));
    (words, numbers, choices).prop_filter_map("no form takes it", |(form, numbers, (category, supply, ticks, values))| {
        let (price, from, stock, days, months) = numbers;
        let tick = |at: usize| if ticks[at] { "ya".to_owned() } else { String::new() };
        let when = |holds: bool, text: String| if holds { text } else { String::new() };
        let form = ProductForm {
            kategori: crate::features::catalogue::Category::all().nth(category)?.code().to_owned(),
            harga: price.to_string(),
            mulai: tick(0),
            grosir_harga: when(ticks[1], (price - 1).to_string()),
            grosir_mulai: when(ticks[1], from.to_string()),
            varian: when(ticks[2], "Rasa".into()),
            pilihan: when(ticks[2], values.join("\n")),
            persediaan: ["ada", "ada", "pesan", "habis"][supply].to_owned(),
            stok: when(supply == 1, stock.to_string()),
            hari_pesan: when(supply == 2, days.to_string()),
            musim: months.iter().map(u8::to_string).collect::<Vec<_>>().join(","),
            tahan_hari: when(ticks[3], days.to_string()),
            izin_pirt: tick(4),
            izin_halal: tick(5),
            ..form
        };
        form.check().ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_taken_out_and_is_brought_in_again_changes_nothing(goods in prop::collection::vec(any_product(), 1..6)) {
        let stock = stock(goods);
        for kind in SheetKind::ALL {
            let judged = judge(&cells(kind, &table(&stock)), &stock);
            prop_assert_eq!(said(&judged), []);
            prop_assert_eq!((judged.writes(), judged.unchanged), (0, stock.products.len()), "{:?}", kind);
        }
    }

    #[test]
    fn whatever_stands_in_the_cells_is_answered(rows in prop::collection::vec(prop::collection::vec(".{0,8}", 0..24), 0..8)) {
        let rows: Vec<SheetRow> = (2..).zip(rows).map(|(line, cells)| SheetRow { line, cells }).collect();
        let stock = stock(vec![sale_pisang()]);
        let heads = SheetRow { line: 1, cells: table(&stock)[0].clone() };
        _ = judge(&std::iter::once(heads).chain(rows.clone()).collect::<Vec<_>>(), &stock);
        _ = judge(&rows, &stock);
    }
}

#[test]
fn an_unfinished_draft_comes_back_as_it_was_taken_out_and_once_it_is_touched_all_of_it_must_be_there() {
    let form = ProductForm { nama: "Keripik".into(), harga: "1.2.3".into(), kategori: "senjata".into(), ..ProductForm::default() };
    let mut stock = stock(vec![sale_pisang()]);
    stock.products[0].standing = Standing::New(Pending {
        by: crate::domain::AccountId::from_u128(1),
        stage: Stage::Draft(Sketch { form, photos: Vec::new() }),
        asked: None,
    });
    for kind in SheetKind::ALL {
        let judged = judge(&cells(kind, &table(&stock)), &stock);
        assert_eq!((said(&judged), judged.unchanged, judged.writes()), (vec![], 1, 0), "{kind:?}");
    }
    let touched = judge(&sheet(&stock, |rows| rows[1][column("satuan")] = "bungkus".into()), &stock);
    let columns: Vec<_> = touched.faults.iter().map(|fault| fault.column.as_str()).collect();
    assert_eq!(columns, ["Jenis produk", "Harga", "Persediaan"]);
}

#[test]
fn each_wrong_cell_is_named_with_its_line_and_what_to_do() {
    let stock = stock(vec![sale_pisang()]);
    let wrong = [
        ("harga", "18.5", "Isi jumlah rupiah dengan angka, misalnya 4.500.000."),
        ("harga", "18,500.00", "Isi jumlah rupiah dengan angka, misalnya 4.500.000."),
        ("harga", "0", "Isi paling sedikit Rp100."),
        ("harga", "99999999999", "Isi paling banyak Rp1.000.000.000."),
        ("satuan", "", "Isi satuan."),
        ("nama", "Sale 🍌", "Pakai huruf, angka, dan tanda baca biasa. Hapus emoji."),
        ("nama", "#REF!", FORMULA),
        ("mulai", "mungkin", words::YES_OR_NO),
        ("toko", "Kedai Pak Slamet", words::OTHER_SHOP),
        ("toko", "Toko Lain", words::NO_SHOP),
        ("alamat_produk", "tidak-ada", words::NO_PRODUCT),
    ];
    for (name, text, sentence) in wrong {
        let judged = judge(&sheet(&stock, |rows| rows[1][column(name)] = text.into()), &stock);
        assert_eq!(said(&judged), [(2, super::columns::head_of(name), sentence)], "{text}");
        assert_eq!((judged.wrong(), judged.writes()), (1, 0));
    }
    let judged = judge(&sheet(&stock, |rows| rows[1][column("persediaan")] = "banyak".into()), &stock);
    assert_eq!(said(&judged), [(2, "Persediaan", "Pilih salah satu untuk Persediaan: Ada barangnya, Dibuat setelah dipesan, Habis.")]);
}

#[test]
fn a_price_is_taken_with_and_without_dots_and_a_fraction_of_a_spreadsheet_is_not_guessed() {
    let stock = stock(vec![sale_pisang()]);
    for (text, changed) in [("Rp 20.000", 1), ("20.000,00", 1), ("20000", 1), ("18.000", 0)] {
        let judged = judge(&sheet(&stock, |rows| rows[1][column("harga")] = text.into()), &stock);
        assert_eq!((said(&judged), judged.changed.len()), (vec![], changed), "{text}");
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Alamat produk").and_then(|sheet| sheet.write(0, 1, "Harga")).expect("heads");
    sheet.write(1, 0, &*stock.products[0].slug).and_then(|sheet| sheet.write(1, 1, 18.25)).expect("a row");
    let rows = read_cells(&book.save_to_buffer().expect("a file"), LIMITS).expect("cells");
    assert_eq!(rows[1].cells[1], "18,25");
    assert_eq!(judge(&rows, &stock).wrong(), 1);
}

#[test]
fn a_product_twice_in_a_file_is_wrong_the_second_time() {
    let stock = stock(vec![sale_pisang()]);
    let twice = judge(&sheet(&stock, |rows| rows.push(rows[1].clone())), &stock);
    assert_eq!(said(&twice), [(3, "Alamat produk", "Produk ini sudah ada di baris 2. Hapus salah satunya.")]);
    let new = |rows: &mut Vec<Vec<String>>, shop: &str, name: &str| {
        let mut row = rows[1].clone();
        (row[0], row[1], row[column("nama")]) = (String::new(), shop.into(), name.into());
        rows.push(row);
    };
    let judged = judge(
        &sheet(&stock, |rows| {
            new(rows, "dapur bu YUNI", "Keripik");
            new(rows, "Dapur Bu Yuni", "keripik ");
            new(rows, "Kedai Pak Slamet", "Keripik");
            new(rows, "Dapur Bu Yuni", "Sale  pisang gulung");
        }),
        &stock,
    );
    assert_eq!(
        said(&judged),
        [
            (4, "Nama produk", "Produk ini sudah ada di baris 3. Hapus salah satunya."),
            (6, "Alamat produk", "Toko ini sudah punya produk bernama ini. Isi alamatnya, atau ganti namanya."),
        ]
    );
    assert_eq!((judged.new.len(), judged.unchanged), (2, 1));
}

#[test]
fn a_shop_of_many_products_takes_no_more_and_two_shops_of_one_name_are_told_apart() {
    let full = stock(vec![sale_pisang(); crate::features::catalogue::MOST_OF_A_SHOP]);
    let new = |shop: &'static str| {
        move |rows: &mut Vec<Vec<String>>| {
            rows.truncate(2);
            (rows[1][0], rows[1][1], rows[1][column("nama")]) = (String::new(), shop.into(), "Keripik".into());
        }
    };
    assert_eq!(said(&judge(&sheet(&full, new("Dapur Bu Yuni")), &full)), [(2, "Toko", words::shop_is_full().as_str())]);
    let mut two = stock(vec![sale_pisang()]);
    two.shops[1].name = "Dapur Bu Yuni".into();
    assert_eq!(said(&judge(&sheet(&two, new("Dapur Bu Yuni")), &two)), [(2, "Toko", words::TWO_SHOPS)]);
    two.shops[1].open = false;
    assert_eq!(judge(&sheet(&two, new("Dapur Bu Yuni")), &two).new.len(), 1, "the other one is closed");
}

#[test]
fn the_file_to_put_right_has_a_reason_in_each_wrong_row_and_is_taken_once_it_is_right() {
    let stock = stock(vec![sale_pisang(), Product { name: "=Keripik; \"pedas\"".into(), ..sale_pisang() }]);
    for kind in SheetKind::ALL {
        let mut rows = table(&stock);
        (rows[1][column("harga")], rows[2][column("satuan")]) = ("gratis".into(), String::new());
        let came = cells(kind, &rows);
        let corrected = remarked(&came, &judge(&came, &stock).faults);
        let remark = corrected[0].len() - 1;
        assert_eq!(corrected[0][remark], "Keterangan");
        assert_eq!(corrected[1][remark], "Harga: Isi jumlah rupiah dengan angka, misalnya 4.500.000.");
        assert_eq!(corrected[2][remark], "Satuan: Isi satuan.");
        let mut again = cells(kind, &corrected);
        assert_eq!(judge(&again, &stock).wrong(), 2, "the remarks themselves are not read");
        again[1].cells[column("harga")] = "19000".into();
        again[2].cells[column("satuan")] = "bungkus".into();
        let judged = judge(&again, &stock);
        assert_eq!((said(&judged), judged.changed.len(), judged.unchanged), (vec![], 1, 1));
        assert_eq!(remarked(&again, &[])[0].len(), corrected[0].len(), "one column of remarks");
    }
}

#[test]
fn a_spreadsheet_that_is_none_or_has_too_many_rows_is_told_so() {
    use crate::server::sandbox::SheetRefusal;
    assert_eq!(read_cells(b"PK\x03\x04 is not all of it", LIMITS), Err(SheetRefusal::Unreadable));
    let rows = vec![vec!["x".to_owned()]; 30];
    let file = SheetKind::Xlsx.write(&rows, OUTSIDE).expect("a file");
    assert_eq!(read_cells(&file, SheetLimits { rows: 29, ..LIMITS }), Err(SheetRefusal::TooManyRows));
    assert_eq!(read_cells(&file, SheetLimits { text_bytes: 29, ..LIMITS }), Err(SheetRefusal::Unreadable));
    assert_eq!(read_cells(&file, SheetLimits { rows: 30, ..LIMITS }).map(|rows| rows.len()), Ok(30));
}
