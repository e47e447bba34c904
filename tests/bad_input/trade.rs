//! The market's forms at the office: bad input, two editors at once, and a reason that nobody gave.

use axum::http::StatusCode;
use smart_kampung::domain::ListingId;

use super::{ANOTHER, House, KEY, Page, body, get};

const OPEN: &str = "/api/catalogue_office/open_shop";
const EDIT: &str = "/api/catalogue_office/edit_shop";
const THIRD: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6fa2";

/// What a shop needs; `more` stands before it, and the first of a name counts.
fn shop(more: &[(&str, &str)], key: &str, page: &str) -> String {
    let rest = [
        ("nama", "Kedai <Yuni>"),
        ("skala", "mikro"),
        ("alamat", "Dusun Krajan"),
        ("whatsapp", "0812 0000 0099"),
        ("pemilik", "Yuni Contoh"),
    ];
    let rest = rest.into_iter().filter(|(name, _)| !more.iter().any(|(known, _)| known == name));
    let all: Vec<_> = more.iter().copied().chain(rest).chain([("_key", key), ("_di", page)]).collect();
    body(&all)
}

async fn opened(house: &House, rini: &str) -> String {
    let page = house.sends(rini, OPEN, &shop(&[("_ke", "simpan")], KEY, "/kantor/produk/toko/baru")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.html);
    let id =
        page.to.strip_prefix("/kantor/produk/toko/").and_then(|rest| rest.strip_suffix("?hasil=disimpan")).expect("the shop").to_owned();
    assert!(id.parse::<ListingId>().is_ok(), "{id}");
    id
}

#[tokio::test]
async fn a_shop_with_wrong_answers_comes_back_with_all_of_them_and_a_sentence_at_each() {
    let house = House::new().await;
    let rini = house.cookie("Rini Wulandari").await;
    let before = house.written().await;
    let wrong = [
        ("pemilik", "Yuni 2", "Isi nama dengan huruf saja, sesuai KTP."),
        ("nama", "", "Isi nama toko."),
        ("skala", "raksasa", "Pilih skala usaha dari daftar."),
        ("sejak", "1492", "Isi tahun antara 1850 dan"),
        ("titik", "114, -8", "Salin titik dari peta"),
        ("buka", "pagi", "Isi jam dan menit"),
        ("whatsapp", "0333 123456", "Isi nomor HP yang diawali 08"),
        ("pirt_sampai", "besok", "Isi hari, bulan, dan tahun"),
        ("instagram", "http://instagram.com/x", "yang diawali https://"),
        ("cerita", "</textarea><script>alert(1)</script>", ""),
    ];
    let typed: Vec<_> = wrong.iter().map(|(name, typed, _)| (*name, *typed)).collect();
    let page = house.sends(&rini, OPEN, &shop(&typed, KEY, "/kantor/produk/toko/baru")).await;
    assert_eq!((page.status, house.written().await), (StatusCode::UNPROCESSABLE_ENTITY, before));
    for (name, typed, sentence) in wrong {
        assert!(typed.is_empty() || name == "skala" || page.holds(typed), "{name}: {typed} stays");
        let said = page.problem(name).unwrap_or_default();
        assert!(said.contains(sentence) && said.is_empty() == sentence.is_empty(), "{name}: {said}");
    }
    assert!(page.holds("Dusun Krajan"), "what was right stays too");
    let permits = page.html.split("Izin dan sertifikat").next().unwrap_or_default();
    assert!(permits.rsplit("<details").next().is_some_and(|head| head.contains("open")), "what hides a problem is open");
}

#[tokio::test]
async fn of_two_who_edit_a_shop_the_second_sees_both_and_decides() {
    let house = House::new().await;
    let (rini, lina) = (house.cookie("Rini Wulandari").await, house.cookie("Lina Permata").await);
    let id = opened(&house, &rini).await;
    let here = format!("/kantor/produk/toko/{id}/ubah");
    let edits = async |cookie: &str, key: &str, seen: &str, address: &str| -> Page {
        house.sends(cookie, EDIT, &shop(&[("_id", &id), ("_seen", seen), ("alamat", address)], key, &here)).await
    };
    assert_eq!(edits(&rini, ANOTHER, "1", "Dusun Rini").await.status, StatusCode::SEE_OTHER);
    let before = house.written().await;
    let page = edits(&lina, KEY, "1", "Dusun <Lina>").await;
    assert_eq!((page.status, house.written().await), (StatusCode::CONFLICT, before));
    assert!(page.html.contains("Data ini baru saja diubah orang lain."), "{}", page.html);
    assert!(page.holds("Dusun <Lina>") && page.html.contains("<b>Dusun Rini</b>"), "what was typed, and what is stored");
    assert!(page.html.contains("name=\"_seen\" value=\"2\""), "pressed again, it is meant");
    assert_eq!(edits(&lina, KEY, "2", "Dusun Lina").await.status, StatusCode::SEE_OTHER);
    assert!(house.asks(get(&rini, &here)).await.holds("Dusun Lina"));
}

#[tokio::test]
async fn nothing_is_returned_without_a_sentence_and_of_two_who_return_the_second_has_their_words() {
    let house = House::new().await;
    let (rini, lina) = (house.cookie("Rini Wulandari").await, house.cookie("Lina Permata").await);
    let id = opened(&house, &rini).await;
    let here = format!("/kantor/produk/toko/{id}");
    let proposed = house.sends(&rini, EDIT, &shop(&[("_id", &id), ("_seen", "1"), ("_ke", "ajukan")], ANOTHER, &here)).await;
    assert!(proposed.to.ends_with("?hasil=diajukan"), "{}", proposed.html);
    let returns = async |cookie: &str, key: &str, reason: &str| -> Page {
        let fields = [("_jenis", "shop"), ("_id", id.as_str()), ("_seen", "2"), ("_key", key), ("perbaikan", reason), ("_di", &here)];
        house.sends(cookie, "/api/catalogue_office/return", &body(&fields)).await
    };
    let before = house.written().await;
    for (reason, sentence) in [(" ", "Isi yang harus diperbaiki."), ("😀", "Pakai huruf, angka, dan tanda baca biasa. Hapus emoji.")] {
        let page = returns(&lina, KEY, reason).await;
        assert_eq!((page.status, page.problem("perbaikan")), (StatusCode::UNPROCESSABLE_ENTITY, Some(sentence)), "{reason}");
        assert!(reason == " " || page.holds(reason), "{reason} stays");
        let unfolded = |tag: &str| tag.split('>').next().is_some_and(|head| head.contains(" open"));
        assert!(page.html.split("<details").skip(1).any(unfolded), "and in sight");
    }
    assert_eq!(house.written().await, before);
    assert_eq!(returns(&lina, KEY, "Alamatnya kurang.").await.status, StatusCode::SEE_OTHER);
    let page = returns(&rini, THIRD, "Fotonya <buram>.").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.html.contains("Data ini baru saja diubah orang lain.") && page.html.contains("Fotonya &lt;buram&gt;."), "{}", page.html);
    assert!(page.html.contains("Alamatnya kurang."), "and why it was returned");
}

const ADD: &str = "/api/catalogue_office/add_product";
const EDIT_PRODUCT: &str = "/api/catalogue_office/edit_product";
const PROPOSE: &str = "/api/catalogue_office/propose";

fn key(number: u8) -> String {
    format!("018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6e{number:02x}")
}

/// Presses that a list has.
async fn presses(house: &House, cookie: &str) -> usize {
    let list = house.asks(get(cookie, "/kantor/produk?daftar=draf")).await;
    list.html.matches(&format!("action=\"{PROPOSE}\"")).count()
}

#[tokio::test]
async fn a_half_typed_product_is_kept_as_it_is_and_sent_once_nothing_is_missing_in_it() {
    let house = House::new().await;
    let (rini, lina) = (house.cookie("Rini Wulandari").await, house.cookie("Lina Permata").await);
    let shop = opened(&house, &rini).await;
    let form = format!("/kantor/produk/toko/{shop}/baru");
    let adds = async |more: &[(&str, &str)]| -> Page {
        let half = [("_id", shop.as_str()), ("harga", "gratis"), ("_di", &form)];
        house.sends(&rini, ADD, &body(&[more, &half].concat())).await
    };
    let before = house.written().await;
    let page = adds(&[("nama", "Keripik <talas>"), ("_ke", "ajukan"), ("_key", &key(1))]).await;
    assert_eq!((page.status, house.written().await), (StatusCode::UNPROCESSABLE_ENTITY, before));
    for field in ["kategori", "harga", "satuan", "persediaan"] {
        assert!(page.problem(field).is_some_and(|sentence| !sentence.is_empty()), "{field}");
    }
    assert!(page.holds("Keripik <talas>") && page.holds("gratis"), "what was typed stays");
    let nameless = adds(&[("nama", " "), ("_ke", "simpan"), ("_key", &key(2))]).await;
    assert_eq!((nameless.status, nameless.problem("nama")), (StatusCode::UNPROCESSABLE_ENTITY, Some("Isi nama produk.")));

    let kept = adds(&[("nama", "Keripik <talas>"), ("_ke", "simpan"), ("_key", &key(3))]).await;
    let id = kept.to.strip_prefix("/kantor/produk/").and_then(|rest| rest.strip_suffix("?hasil=disimpan")).expect("the product");
    let page = house.asks(get(&rini, &kept.to)).await;
    assert!(page.html.contains("lengkapi atau betulkan: Jenis produk, Harga, Satuan, Persediaan."), "{}", page.html);
    let edit = format!("/kantor/produk/{id}/ubah");
    let page = house.asks(get(&rini, &edit)).await;
    assert!(page.holds("Keripik <talas>") && page.holds("gratis"), "nothing typed is lost");
    assert_eq!(presses(&house, &rini).await, 1, "the shop alone is finished");

    let fourth = key(4);
    let whole = [
        ("_id", id),
        ("_seen", "1"),
        ("nama", "Keripik talas"),
        ("kategori", "makanan-ringan"),
        ("harga", "9.000"),
        ("satuan", "bungkus"),
        ("persediaan", "habis"),
        ("_ke", "simpan"),
        ("_key", fourth.as_str()),
        ("_di", &edit),
    ];
    assert_eq!(house.sends(&rini, EDIT_PRODUCT, &body(&whole)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(presses(&house, &rini).await, 2);
    let sends = async |cookie: &str, number: u8| -> Page {
        let (list, key) = ("/kantor/produk?daftar=draf", key(number));
        let fields = [("_jenis", "product"), ("_id", id), ("_seen", "2"), ("_key", key.as_str()), ("_di", list)];
        house.sends(cookie, PROPOSE, &body(&fields)).await
    };
    assert_eq!(sends(&rini, 5).await.to, format!("/kantor/produk/{id}?hasil=diajukan"));
    let late = sends(&lina, 6).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.html.contains("Data ini baru saja diubah orang lain."), "said where the row was: {}", late.html);
    assert_eq!(presses(&house, &rini).await, 1);
}
