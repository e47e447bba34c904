//! What a visitor finds of the market, asked of the whole router: what is public and nothing else.

use std::marker::PhantomData;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use smart_kampung::access::Actor;
use smart_kampung::domain::{Day, ListingId, OfficeCode, PersonName, Version};
use smart_kampung::features::catalogue::acts::{AddProduct, Approve, Edit, Hide, OpenShop, SeeOwner, Show};
use smart_kampung::features::catalogue::store::{Stored, clicks, listing};
use smart_kampung::features::catalogue::{Product, ProductForm, Shop, ShopForm, Sketch, Wish, demo};
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::qr::qr_path;
use smart_kampung::server::sandbox::Sandbox;
use tower::ServiceExt;

use crate::support::{self, Browser, Served, Village, ask, cookie_of, does, hat};

const HOSTILE: &str = "\"> </title> </script> <script>alert(1)</script> <b>Sale</b>";

fn shop() -> Shop {
    let form = ShopForm {
        nama: "Dapur Contoh".into(),
        skala: "mikro".into(),
        alamat: "Dusun Contoh".into(),
        whatsapp: "081200000099".into(),
        instagram: "https://instagram.com/contoh".into(),
        cerita: HOSTILE.into(),
        ..ShopForm::default()
    };
    form.check(Day::FIRST).expect("a shop")
}

fn product(name: &str) -> Product {
    let form = ProductForm {
        nama: name.into(),
        kategori: "makanan-ringan".into(),
        harga: "18.000".into(),
        satuan: "bungkus".into(),
        varian: "Rasa".into(),
        pilihan: "Manis & gurih, Asin".into(),
        persediaan: "ada".into(),
        ..ProductForm::default()
    };
    form.check().expect("a product")
}

/// Rini writes, Joko sees and approves.
struct Market<'a> {
    engine: &'a Engine,
    village: Village,
}

impl<'a> Market<'a> {
    async fn of(engine: &'a Engine) -> Self {
        Self { engine, village: Village::tamansari(engine).await }
    }

    fn office(&self) -> OfficeCode {
        self.village.office
    }

    async fn opens(&self) -> ListingId {
        let owner = PersonName::parse("Yuni Contoh").expect("a name");
        let id = self.writes(OpenShop { office: self.office(), owner, wish: Wish::Keep(shop()) }).await;
        self.looks(SeeOwner { id, seen: Version(1) }).await;
        self.proposes(id, 2, shop()).await;
        id
    }

    async fn adds(&self, shop: ListingId, name: &str) -> ListingId {
        let id = self.writes(AddProduct { office: self.office(), shop, wish: Wish::Keep(Sketch::of(&product(name))) }).await;
        self.proposes(id, 1, product(name)).await;
        id
    }

    async fn proposes<C: Stored>(&self, id: ListingId, seen: i64, content: C) {
        self.writes(Edit { office: self.office(), id, seen: Version(seen), wish: Wish::Propose(content) }).await;
    }

    async fn approves<C: Stored>(&self, id: ListingId, seen: i64) {
        self.looks(Approve::<C> { id, seen: Version(seen), permits_seen: false, of: PhantomData }).await;
    }

    async fn writes<A: smart_kampung::server::act::Act>(&self, act: A) -> A::Done {
        does(self.engine, &self.village.officer, act).await
    }

    async fn looks<A: smart_kampung::server::act::Act>(&self, act: A) -> A::Done {
        does(self.engine, &self.village.verifier, act).await
    }

    /// The address of a listing, public or not.
    async fn slug<C: Stored>(&self, id: ListingId) -> String {
        let actor: &Actor = &self.village.officer;
        listing::<C>(&OfficeScope::open(&self.engine.db, actor).await.expect("an office"), id).await.expect("a listing").slug
    }
}

#[tokio::test]
async fn what_nobody_approved_or_somebody_hid_is_the_404_of_what_is_not_there() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    let product = market.adds(shop, "Sale pisang").await;
    let [at_shop, at_product] =
        [["/toko/", &market.slug::<Shop>(shop).await].concat(), ["/produk/", &market.slug::<Product>(product).await].concat()];
    let missing = async |path: &str| {
        let (status, page) = ask(&engine, path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.contains("Halaman tidak ditemukan") && !page.contains("Dapur Contoh"), "{path}");
    };
    for path in [&at_shop, &at_product, "/toko/atlantis", "/produk/atlantis", "/d/atlantis/produk", "/produk?kategori=senjata"] {
        missing(path).await;
    }
    assert!(ask(&engine, "/produk").await.1.contains("Belum ada produk di sini"), "and says what to try");
    market.approves::<Shop>(shop, 3).await;
    missing(&at_product).await;
    market.approves::<Product>(product, 2).await;
    for path in [&at_shop, &at_product, "/produk", "/produk?kecamatan=kec-licin&kategori=makanan-ringan", "/d/tamansari-licin/produk"] {
        let (status, page) = ask(&engine, path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(page.contains("Sale pisang"), "{path}");
    }
    for elsewhere in ["/produk?kecamatan=kec-glagah", "/produk?kategori=kerajinan", "/d/kampungmandar/produk"] {
        assert!(!ask(&engine, elsewhere).await.1.contains("Sale pisang"), "{elsewhere}");
    }
    market.looks(Hide::<Shop> { id: shop, seen: Version(4), reason: "Laporan.".into(), of: PhantomData }).await;
    missing(&at_shop).await;
    missing(&at_product).await;
    assert!(!ask(&engine, "/produk").await.1.contains("Sale pisang"), "a hidden shop takes its products along");
}

/// A page is kept for a minute, but no longer than what stands on it.
#[tokio::test]
async fn what_is_approved_or_hidden_is_seen_at_once_on_pages_that_were_kept() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let site = router(&engine);
    let seen = async |path: &str| {
        let answer = site.clone().oneshot(Request::get(path).body(Body::empty()).expect("a request")).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let page = String::from_utf8_lossy(&body.collect().await.expect("a body").to_bytes()).into_owned();
        parts.status == StatusCode::OK && page.contains("Sale pisang")
    };
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let product = market.adds(shop, "Sale pisang").await;
    let [at_shop, at_product] =
        [["/toko/", &market.slug::<Shop>(shop).await].concat(), ["/produk/", &market.slug::<Product>(product).await].concat()];
    let pages = ["/produk", "/produk?kategori=makanan-ringan", "/d/tamansari-licin/produk", &at_shop, &at_product];
    let everywhere = async |expected: bool, after: &str| {
        for path in pages {
            assert_eq!(seen(path).await, expected, "{path} {after}");
        }
    };
    everywhere(false, "before it is approved").await;
    market.approves::<Product>(product, 2).await;
    everywhere(true, "once it is approved").await;
    market.looks(Hide::<Product> { id: product, seen: Version(3), reason: "Laporan.".into(), of: PhantomData }).await;
    everywhere(false, "once it is hidden").await;
    market.looks(Show::<Product> { id: product, seen: Version(4), of: PhantomData }).await;
    everywhere(true, "once it is shown again").await;
    market.looks(Hide::<Shop> { id: shop, seen: Version(4), reason: "Laporan.".into(), of: PhantomData }).await;
    everywhere(false, "once its shop is hidden").await;
}

#[tokio::test]
async fn markup_in_a_name_is_printed_as_it_was_typed_and_ends_no_element() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let product = market.adds(shop, HOSTILE).await;
    market.approves::<Product>(product, 2).await;
    let [at_shop, at_product] =
        [["/toko/", &market.slug::<Shop>(shop).await].concat(), ["/produk/", &market.slug::<Product>(product).await].concat()];
    for path in ["/produk", &at_shop, &at_product, &[&at_product, "?pilihan=Asin&jumlah=%3Cb%3E"].concat()] {
        let (status, page) = ask(&engine, path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        // Inside of an attribute `<` is a letter like another.
        let page: String = page.split("<meta").map(|part| part.split_once("\">").map_or(part, |(_, rest)| rest)).collect();
        assert!(!page.contains("<script>alert") && !page.contains("<b>Sale"), "{path}");
        assert_eq!(page.matches("</title>").count(), 1, "{path}");
    }
    let (_, page) = ask(&engine, &at_product).await;
    let data = page.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!((&data["@type"], &data["name"], &data["offers"]["price"]), (&"Product".into(), &HOSTILE.into(), &18_000.into()));
    let (_, page) = ask(&engine, &at_shop).await;
    assert!(page.contains("\"@type\":\"LocalBusiness\"") && page.contains("\"telephone\":\"+6281200000099\""));
    assert!(page.contains("href=\"https://instagram.com/contoh\" rel=\"ugc nofollow noopener\""), "no link of a seller's is ours");
}

#[tokio::test]
async fn an_order_that_cannot_be_is_told_so_and_stays_and_a_right_one_is_written_for_who_asks() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let product = market.adds(shop, "Sale pisang").await;
    market.approves::<Product>(product, 2).await;
    let page = ["/produk/", &market.slug::<Product>(product).await].concat();
    let order = async |query: &str| ask(&engine, &[&page, query].concat()).await.1;
    for (query, kept, sentence) in [
        ("?pilihan=Asin&jumlah=dua", "value=\"dua\"", "Isi jumlah dengan angka bulat, misalnya 12."),
        ("?pilihan=Asin&jumlah=0", "value=\"0\"", "Isi angka 1 atau lebih."),
        ("?pilihan=Asin&jumlah=", "value=\"\"", "Isi jumlah."),
        ("?pilihan=Pedas&jumlah=7", "value=\"7\"", "Pilih rasa dari daftar."),
    ] {
        let html = order(query).await;
        assert!(html.contains(kept) && html.contains(sentence), "{query}");
        assert!(!html.contains("https://wa.me/62") && !html.contains("/pesan/"), "{query}: nothing is sent");
    }
    let written = order("?pilihan=Asin&jumlah=2").await;
    let address = [engine.host.as_str(), &page].concat();
    let message = format!(
        "Halo Dapur Contoh, saya tertarik Sale pisang (Asin), 2 bungkus × Rp18.000 = Rp36.000, di Smart Kampung Tamansari (Kec. Licin): http://{address}"
    );
    assert!(written.contains(&message), "the message is shown");
    let slug = page.trim_start_matches("/produk/");
    assert!(written.contains(&format!("href=\"/pesan/{slug}?pilihan=Asin&amp;jumlah=2\"")), "and can be sent");
    // One site for all: nobody is given the order of somebody else.
    let site = router(&engine);
    for (query, most) in [("?pilihan=Asin&jumlah=2", "2 bungkus"), ("?pilihan=Asin&jumlah=3", "3 bungkus"), ("", "Pesan lewat WhatsApp")] {
        let request = Request::get([&page, query].concat()).body(Body::empty()).expect("a request");
        let body = site.clone().oneshot(request).await.expect("an answer").into_body().collect().await.expect("a body").to_bytes();
        assert!(String::from_utf8_lossy(&body).contains(most), "{query}");
    }
}

#[tokio::test]
async fn the_way_to_whatsapp_is_counted_and_an_order_that_cannot_be_leads_back_to_its_page() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let product = market.adds(shop, "Sale pisang").await;
    let slug = market.slug::<Product>(product).await;
    let follow = async |query: &str| {
        let request = Request::get(["/pesan/", &slug, query].concat()).body(Body::empty()).expect("a request");
        let answer = router(&engine).oneshot(request).await.expect("an answer");
        let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
        (answer.status(), to.to_owned())
    };
    assert_eq!(follow("?pilihan=Asin&jumlah=2").await, (StatusCode::NOT_FOUND, String::new()), "nobody approved it");
    market.approves::<Product>(product, 2).await;
    for query in ["", "?pilihan=Pedas&jumlah=2", "?pilihan=Asin&jumlah=dua"] {
        let (status, to) = follow(query).await;
        assert!(
            status == StatusCode::SEE_OTHER && to.starts_with(&["/produk/", &slug, "?"].concat()) && to.ends_with("#pesan"),
            "{status} {to}"
        );
    }
    for _ in 0..2 {
        let (status, to) = follow("?pilihan=Asin&jumlah=2").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert!(
            to.starts_with("https://wa.me/6281200000099?text=Halo%20Dapur%20Contoh%2C%20saya%20tertarik%20Sale%20pisang%20%28Asin%29"),
            "{to}"
        );
    }
    let scope = OfficeScope::open(&engine.db, &market.village.officer).await.expect("an office");
    let listed = listing::<Product>(&scope, product).await.expect("a listing");
    let counted: Vec<u64> = clicks(&scope, &[listed.id], Day::FIRST).await.expect("clicks").into_iter().map(|(_, clicks)| clicks).collect();
    assert_eq!(counted, [2], "what led nowhere is not counted");
    drop(scope);
    let rini = Browser { app: router(&engine), cookie: cookie_of(&engine, hat(&engine, "Rini Wulandari").await).await };
    assert!(rini.page(&["/kantor/produk/", &product.to_string()].concat()).await.contains("2 kali"), "and the office reads it");
}

/// One shop with two products.
async fn stocked(market: &Market<'_>) -> (ListingId, [ListingId; 2]) {
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let products = [market.adds(shop, "Sale pisang").await, market.adds(shop, "Keripik ubi").await];
    for product in products {
        market.approves::<Product>(product, 2).await;
    }
    (shop, products)
}

#[tokio::test]
async fn a_basket_of_one_shop_becomes_one_message_with_its_total_and_is_counted_for_each_product() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let (shop, [sale, ubi]) = stocked(&market).await;
    let at_shop = market.slug::<Shop>(shop).await;
    let [sale_slug, ubi_slug] = [market.slug::<Product>(sale).await, market.slug::<Product>(ubi).await];
    let key = |slug: &str| slug.rsplit('-').next().expect("a key").to_owned();
    let (one, other) = (key(&sale_slug), key(&ubi_slug));
    let page = ["/toko/", &at_shop, "/pesan"].concat();
    let site = router(&engine);
    let asked = async |path: String| {
        let answer = site.clone().oneshot(Request::get(path).body(Body::empty()).expect("a request")).await.expect("an answer");
        let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let page = answer.into_body().collect().await.expect("a body").to_bytes();
        (to, String::from_utf8_lossy(&page).into_owned())
    };
    let order = async |query: String| asked([&page, "?", &query].concat()).await.1;

    let html = order("tulis=ya".into()).await;
    assert!(html.contains("Isi jumlah pada paling sedikit satu produk."), "an empty basket");
    let html = order(format!("jumlah-{one}=dua&pilihan-{one}=Pedas&jumlah-{other}=&tulis=ya")).await;
    for said in
        ["Ada 1 produk yang perlu dibetulkan", "value=\"dua\"", "Isi jumlah dengan angka bulat, misalnya 12.", "Pilih rasa dari daftar."]
    {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("/pesan/toko/"), "nothing is sent");
    let html = order(format!("jumlah-{one}=2&pilihan-{one}=Asin&produk={other}")).await;
    assert!(html.contains("value=\"2\"") && html.contains("Tulis pesanan") && !html.contains("/pesan/toko/"), "filled in, not yet written");

    let query = format!("jumlah-{one}=2&pilihan-{one}=Asin&jumlah-{other}=1&pilihan-{other}=Manis+%26+gurih");
    let html = order([&query, "&tulis=ya"].concat()).await;
    for line in [
        "Halo Dapur Contoh, saya mau pesan:",
        "Sale pisang (Asin), 2 bungkus × Rp18.000 = Rp36.000",
        "Keripik ubi (Manis &amp; gurih), 1 bungkus × Rp18.000 = Rp18.000",
        "Total Rp54.000",
        &format!("Dari Smart Kampung Tamansari (Kec. Licin): http://{}/toko/{at_shop}", engine.host),
    ] {
        assert!(html.contains(line), "{line}");
    }
    let link = html.split("href=\"").map(|rest| rest.split('"').next().unwrap_or_default()).find(|to| to.starts_with("/pesan/toko/"));
    let (to, _) = asked(link.expect("a way to WhatsApp").replace("&amp;", "&")).await;
    assert!(to.starts_with("https://wa.me/6281200000099?text=Halo%20Dapur%20Contoh%2C%20saya%20mau%20pesan%3A%0A1.%20"), "{to}");
    assert!(to.contains("%0ATotal%20Rp54.000%0ADari%20Smart%20Kampung"), "{to}");

    market.looks(Hide::<Product> { id: ubi, seen: Version(3), reason: "Laporan.".into(), of: PhantomData }).await;
    let (to, _) = asked(["/pesan/toko/", &at_shop, "?", &query].concat()).await;
    assert!(to.starts_with(&["/toko/", &at_shop, "/pesan?"].concat()) && to.ends_with("&tulis=ya#pesan"), "{to}");
    let (_, html) = asked(to.replace("#pesan", "")).await;
    assert!(html.contains("1 produk sudah tidak dijual di toko ini, jadi tidak ikut dipesan."), "what vanished is told");
    assert!(html.contains("Total Rp36.000"), "and the rest can be ordered");
    let gone = Product { supply: smart_kampung::features::catalogue::Supply::SoldOut, ..product("Sale pisang") };
    market.proposes(sale, 3, gone).await;
    market.approves::<Product>(sale, 4).await;
    let html = order([&query, "&tulis=ya"].concat()).await;
    assert!(html.contains("Sale pisang sedang habis, jadi tidak ikut dipesan.") && !html.contains(&format!("name=\"jumlah-{one}\"")));

    let scope = OfficeScope::open(&engine.db, &market.village.officer).await.expect("an office");
    for product in [sale, ubi] {
        let listed = listing::<Product>(&scope, product).await.expect("a listing");
        let counted: Vec<u64> =
            clicks(&scope, &[listed.id], Day::FIRST).await.expect("clicks").into_iter().map(|(_, clicks)| clicks).collect();
        assert_eq!(counted, [1], "each product once, and only what led somewhere");
    }
}

#[tokio::test]
async fn the_form_of_a_product_leads_to_the_basket_of_its_shop_with_what_was_typed() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let (shop, [sale, _]) = stocked(&market).await;
    let (at_shop, slug) = (market.slug::<Shop>(shop).await, market.slug::<Product>(sale).await);
    let (_, page) = ask(&engine, &["/produk/", &slug].concat()).await;
    let key = slug.rsplit('-').next().expect("a key");
    assert!(page.contains(&format!("formaction=\"/toko/{at_shop}/pesan\" name=\"produk\" value=\"{key}\"")), "{page}");
    let (_, basket) = ask(&engine, &format!("/toko/{at_shop}/pesan?pilihan=Asin&jumlah=7&produk={key}")).await;
    let field = basket.split(&format!("name=\"jumlah-{key}\"")).nth(1).expect("its field").split('>').next().expect("a tag");
    assert!(field.contains("value=\"7\""), "{field}");
    assert!(basket.contains("<option value=\"Asin\" selected"), "and its variant");
}

#[tokio::test]
async fn a_product_and_its_shop_can_be_called_and_passed_on() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let (shop, [sale, _]) = stocked(&market).await;
    let at_shop = ["/toko/", &market.slug::<Shop>(shop).await].concat();
    let at_product = ["/produk/", &market.slug::<Product>(sale).await].concat();
    let host = engine.origin().replace("://", "%3A%2F%2F").replace(':', "%3A");
    for (path, name) in [(&at_shop, "Dapur%20Contoh"), (&at_product, "Sale%20pisang")] {
        let (_, page) = ask(&engine, path).await;
        assert!(page.contains("href=\"tel:+6281200000099\""), "{path}");
        let address = [host.as_str(), &path.replace('/', "%2F")].concat();
        let share =
            format!("href=\"https://wa.me/?text={name}%2C%20Tamansari%20%28Kec.%20Licin%29%3A%20{address}\" rel=\"ugc nofollow noopener\"");
        assert!(page.contains(&share), "{share}");
    }
}

#[tokio::test]
async fn each_page_names_its_one_address_and_what_is_told_of_it_when_it_is_passed_on() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let (shop, [sale, _]) = stocked(&market).await;
    let at_shop = ["/toko/", &market.slug::<Shop>(shop).await].concat();
    let at_product = ["/produk/", &market.slug::<Product>(sale).await].concat();
    let origin = engine.origin();
    for (asked, path) in [
        ("/produk?cari=kopi&urut=termurah", "/produk"),
        ("/d/tamansari-licin/produk?kategori=kerajinan", "/d/tamansari-licin/produk"),
        (&[&at_product, "?pilihan=Asin&jumlah=2"].concat(), &at_product),
        (&[&at_shop, "?setelah="].concat(), &at_shop),
    ] {
        let (_, page) = ask(&engine, asked).await;
        let head = page.split("<body").next().unwrap_or_default();
        let named: Vec<&str> = head.split("<link ").filter(|link| link.contains("rel=\"canonical\"")).collect();
        assert!(named.len() == 1 && named[0].contains(&format!("href=\"{origin}{path}\"")), "{asked}: {named:?}");
        assert_eq!(head.contains("type=\"application/rss+xml\""), path == "/produk", "{asked}");
    }
    assert!(ask(&engine, "/produk").await.1.contains("href=\"/produk.rss\" rel=\"external\""), "a reader is led there too");
    for (path, kind, title) in [(&at_product, "product", "Sale pisang"), (&at_shop, "website", "Dapur Contoh")] {
        let (_, page) = ask(&engine, path).await;
        let head = page.split("<body").next().unwrap_or_default();
        let says = |name: &str, value: &str| {
            let meta = head.split("<meta ").find(|meta| meta.contains(&format!("property=\"{name}\"")));
            assert!(meta.is_some_and(|meta| meta.contains(&format!("content=\"{value}"))), "{path} {name}: {meta:?}");
        };
        says("og:type", kind);
        says("og:title", title);
        says("og:description", &[title, ", "].concat());
        says("og:url", &[&origin, path.as_str(), "\""].concat());
    }
}

#[tokio::test]
async fn a_product_is_shared_with_a_card_that_is_drawn_of_what_is_public_now() {
    let served = support::engine_with_people().await;
    let mut engine = Engine::clone(&served);
    engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let product = market.adds(shop, &"Sale pisang gulung manis ".repeat(3)).await;
    let slug = market.slug::<Product>(product).await;
    let site = router(&engine);
    let asked = async |path: &str| {
        let answer = site.clone().oneshot(Request::get(path).body(Body::empty()).expect("a request")).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let said = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        (parts.status, said("content-type"), said("cache-control"), body.collect().await.expect("a body").to_bytes())
    };
    let bare = format!("/kartu/produk/{slug}.jpg");
    assert_eq!(asked(&bare).await.0, StatusCode::NOT_FOUND, "nobody approved it");
    market.approves::<Product>(product, 2).await;
    let image = async |path: &str| {
        let (_, page) = ask(&engine, path).await;
        let meta = page.split("<meta ").find(|meta| meta.contains("property=\"og:image\"")).expect("a picture").to_owned();
        let address = meta.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address").to_owned();
        address.strip_prefix(&engine.origin()).expect("a whole address of ours").to_owned()
    };
    let path = image(&["/produk/", &slug].concat()).await;
    assert!(path.starts_with(&[&bare, "?v="].concat()), "{path}");
    assert_eq!(image(&["/toko/", &market.slug::<Shop>(shop).await].concat()).await, path, "a shop is known by its newest product");
    let (status, kind, kept, card) = asked(&path).await;
    assert_eq!((status, kind.as_str(), kept.as_str()), (StatusCode::OK, "image/jpeg", "public, max-age=31536000, immutable"));
    assert_eq!(
        infer::image::is_jpeg(&card).then(|| image::load_from_memory(&card).map(|card| (card.width(), card.height())).ok()),
        Some(Some((1_200, 630)))
    );
    let (_, _, kept, again) = asked(&[&bare, "?v=0"].concat()).await;
    assert_eq!((kept.as_str(), again == card), ("no-cache", true), "under no mark of its own");
    market.looks(Hide::<Product> { id: product, seen: Version(3), reason: "Laporan.".into(), of: PhantomData }).await;
    assert_eq!(asked(&path).await.0, StatusCode::NOT_FOUND, "what is hidden has no card");
}

#[tokio::test]
async fn the_poster_of_a_shop_carries_the_code_of_its_address() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    let path = ["/toko/", &market.slug::<Shop>(shop).await].concat();
    let poster = [&path, "/poster"].concat();
    assert_eq!(ask(&engine, &poster).await.0, StatusCode::NOT_FOUND, "nobody approved it");
    market.approves::<Shop>(shop, 3).await;
    assert!(ask(&engine, &path).await.1.contains(&format!("href=\"{poster}\"")), "the shop leads to it");
    let (_, page) = ask(&engine, &poster).await;
    let code = qr_path(&[&engine.origin(), path.as_str()].concat()).expect("a code").path;
    let spoken = [engine.host.as_str(), &path].concat();
    for said in ["Dapur Contoh", "Tamansari (Kec. Licin)", &code, &spoken, "Pindai untuk melihat produk dan memesan lewat WhatsApp"] {
        assert!(page.contains(said), "{said}");
    }
}

/// Pictures come in through real children behind the fence.
async fn demonstration() -> (Engine, Served) {
    let served = support::engine_with_people().await;
    let mut engine = Engine::clone(&served);
    engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
    demo::invent_market(&engine).await.expect("a market");
    (engine, served)
}

#[tokio::test]
async fn the_nearest_products_say_how_far_they_are_and_the_place_stays_chosen() {
    let (engine, _served) = demonstration().await;
    let (_, page) = ask(&engine, "/produk?urut=terdekat&dari=-8.366,114.148&kategori=makanan-ringan").await;
    assert!(page.contains("km<") && page.contains("Makanan ringan, Terdekat"), "{page}");
    assert!(page.contains("<input type=\"hidden\" name=\"dari\" value=\"-8.366,114.148\""), "a filter keeps it");
    let (_, page) = ask(&engine, "/produk").await;
    assert!(!page.contains("km<") && !page.contains("value=\"terdekat\""), "who has not said where cannot choose it");
    for path in ["/produk?urut=terdekat", "/produk?urut=terdekat&dari=sini", "/produk?urut=terdekat&dari=-8.2,999"] {
        assert_eq!(ask(&engine, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn search_engines_and_feed_readers_are_told_of_what_is_public_in_whole_addresses() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    let name = "Kue <b>jahe</b> & kopi";
    let product = market.adds(shop, name).await;
    let [page, shop_page] =
        [["/produk/", &market.slug::<Product>(product).await].concat(), ["/toko/", &market.slug::<Shop>(shop).await].concat()];
    assert!(!ask(&engine, "/sitemap.xml").await.1.contains(&page), "nobody approved it");
    market.approves::<Product>(product, 2).await;
    let (_, map) = ask(&engine, "/sitemap.xml").await;
    for path in ["/", "/layanan/sku", "/d/tamansari-licin", "/produk", &page, &shop_page] {
        assert!(map.contains(&format!("<loc>{}{path}</loc>", engine.origin())), "{path}");
    }
    let (_, feed) = ask(&engine, "/produk.rss").await;
    assert!(feed.contains("<title>Kue &lt;b&gt;jahe&lt;/b&gt; &amp; kopi</title>"), "{feed}");
    assert!(feed.contains(&format!("<link>{}{page}</link>", engine.origin())) && feed.contains("+0700</pubDate>"), "{feed}");
    let (_, robots) = ask(&engine, "/robots.txt").await;
    assert!(robots.contains(&format!("Sitemap: {}/sitemap.xml", engine.origin())) && robots.contains("Disallow: /pesan/"), "{robots}");
}

#[tokio::test]
async fn a_long_market_goes_on_where_its_page_ends() {
    let engine = support::engine_with_people().await;
    let market = Market::of(&engine).await;
    let shop = market.opens().await;
    market.approves::<Shop>(shop, 3).await;
    for number in 1..=21 {
        let product = market.adds(shop, &format!("Kue nomor {number}.")).await;
        market.approves::<Product>(product, 2).await;
    }
    for path in ["/produk", "/d/tamansari-licin/produk"] {
        let (_, first) = ask(&engine, path).await;
        assert_eq!(first.matches("class=\"card\"").count(), 20, "{path}");
        assert!(first.contains("Kue nomor 21.") && !first.contains("Kue nomor 1."), "{path}: the newest first");
        let next = first
            .split("href=\"")
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .find(|to| to.contains("setelah="))
            .expect("a next page");
        let (_, rest) = ask(&engine, &next.replace("&amp;", "&")).await;
        assert_eq!((rest.matches("class=\"card\"").count(), rest.contains("Kue nomor 1.")), (1, true), "{path}");
        assert!(!rest.contains("setelah="), "{path}: it ends");
    }
}

#[tokio::test]
async fn what_is_looked_for_stands_in_the_address_and_where_there_is_nothing_the_page_says_what_to_try() {
    let engine = support::engine_with_people().await;
    demo::invent_market(&engine).await.expect("a market");
    let (_, page) = ask(&engine, "/produk?cari=kripik+pisang&kategori=makanan-ringan&pirt=ya&harga=10000&urut=termurah&kecamatan=").await;
    assert_eq!((page.matches("class=\"card\"").count(), page.contains("Keripik pisang manis")), (1, true));
    assert!(page.contains("value=\"kripik pisang\"") && page.contains("Makanan ringan, Rp10.000 sampai Rp25.000, Termurah, P-IRT"));
    let (_, page) = ask(&engine, "/produk?cari=kripyk").await;
    assert!(page.contains("Tidak ada “kripyk”, jadi dicari “keripik”."), "what it was taken for");
    let (_, page) = ask(&engine, "/produk?cari=keripik+batik").await;
    assert!(page.contains("Tidak ada yang memuat semua kata itu. Ini yang paling dekat."));
    for (path, hint, way) in [
        ("/produk?cari=kulkas", "Ejaan lain sudah dicoba.", "href=\"/produk\""),
        ("/produk?cari=kripik&kategori=tanaman", "Coba tanpa saringan", "href=\"/produk?cari=kripik\""),
        ("/d/kemiren/produk?cari=kripik", "di seluruh kabupaten", "href=\"/produk?cari=kripik\""),
        ("/produk?kategori=jamu-herbal", "Coba kurangi saringan", "href=\"/produk\""),
    ] {
        let (status, page) = ask(&engine, path).await;
        assert_eq!((status, page.matches("class=\"card\"").count()), (StatusCode::OK, 0), "{path}");
        assert!(page.contains(hint) && page.contains(way), "{path}");
    }
    for path in ["/produk?harga=7", "/produk?halal=tidak", "/produk?urut=acak", "/produk?cari=kopi&setelah=x"] {
        assert_eq!(ask(&engine, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let (_, page) = ask(&engine, "/d/kemiren/produk?cari=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!page.contains("<script>alert"), "what is typed is a text");
}

#[tokio::test]
async fn the_market_of_a_demonstration_is_opened_once() {
    let (engine, _served) = demonstration().await;
    demo::invent_market(&engine).await.expect("nothing more");
    let (_, page) = ask(&engine, "/produk").await;
    assert_eq!(page.matches("class=\"card\"").count(), 14);
    assert_eq!(page.matches("class=\"photo\"").count(), 8, "some with a picture, which went the way of every photo");
    for path in ["/d/kemiren/produk", "/d/genteng-wetan/produk"] {
        assert!(ask(&engine, path).await.1.contains("class=\"card\""), "{path}");
    }
}
