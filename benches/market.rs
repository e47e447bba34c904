use std::time::Duration;

use smart_kampung::access::{ActName, Actor, Decision, Refusal};
use smart_kampung::domain::{Instant, ListingId, PersonName};
use smart_kampung::features::catalogue::{
    Category, InShop, Listing, Owner, Permit, PermitKind, Price, Product, ProductForm, Seen, Shop, ShopForm, Standing, Supply, store,
};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::db::WriteScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::slug::slug;

use crate::load::{Load, once, run};
use crate::pages::{FULL, tell};
use crate::report::{Guard, Report};
use crate::server::Server;

pub const SHOPS: usize = 2_000;
/// Of each shop.
const PRODUCTS: usize = 10;
/// Shops that one act opens.
const AT_ONCE: usize = 10;

/// Far more visitors than type at once.
const STEADY: Load = Load { connections: 16, time: Duration::from_secs(6), rate: Some(60.0) };

const GOODS: [&str; 24] = [
    "Keripik pisang",
    "Kripik singkong",
    "Kerupuk ikan",
    "Krupuk bawang",
    "Sale pisang",
    "Kopi robusta",
    "Kopi lanang",
    "Kopi luwak",
    "Kain batik",
    "Kemeja batik",
    "Udeng",
    "Tas anyaman",
    "Tikar pandan",
    "Rak bambu",
    "Kursi bambu",
    "Gula aren",
    "Madu hutan",
    "Jamu kunyit",
    "Sambal terasi",
    "Cokelat batang",
    "Abon tuna",
    "Petis udang",
    "Bibit durian",
    "Kue bagiak",
];
const KINDS: [&str; 20] = [
    "asli", "pedas", "manis", "gurih", "tulis", "cap", "halus", "kasar", "besar", "kecil", "kering", "basah", "organik", "pilihan",
    "renyah", "segar", "merah", "hijau", "kuning", "spesial",
];
const SAID: [&str; 40] = [
    "dibuat", "sendiri", "keluarga", "tiap", "pagi", "bahan", "lokal", "tanpa", "pengawet", "kemasan", "rapat", "tahan", "lama", "cocok",
    "oleh", "tamu", "resep", "nenek", "dijemur", "matahari", "dipilih", "tangan", "kebun", "lereng", "gunung", "pantai", "sawah", "desa",
    "warga", "bersama", "kelompok", "tani", "nelayan", "perajin", "muda", "baru", "hangat", "wangi", "legit", "lembut",
];

/// Opens so many shops and shows what they sell, as if everything had been approved.
pub async fn open(engine: &Engine) {
    for first in (0..SHOPS).step_by(AT_ONCE) {
        let office = gazetteer().all()[first / AT_ONCE % gazetteer().all().len()].code;
        engine.db.perform_by_itself(office, Open { first }).await.expect("shops");
    }
}

/// Market pages of words, mistakes and places, each with some choice.
pub async fn measure(report: &mut Report, server: &Server) {
    let words = [
        "kripik+pisang",
        "kerupuk",
        "kopi",
        "batik+tulis",
        "sambel",
        "kopi+robsta",
        "coklat",
        "anyaman",
        "madu+hutan+organik",
        "kursi+banbu",
    ];
    let choices = [
        "",
        "&kategori=makanan-ringan",
        "&harga=10000&urut=termurah",
        "&halal=ya&ada=ya",
        "&pirt=ya&urut=terbaru",
        "&musim=ya&urut=termahal",
    ];
    let address = server.address.clone();
    let ask = move |at: usize| {
        let office = &gazetteer().all()[at % gazetteer().all().len()];
        let (word, choice) = (words[at % words.len()], choices[at / words.len() % choices.len()]);
        let path = match at % 5 {
            0 => format!("/produk?cari={}", office.name.replace(' ', "+")),
            1 => format!("/produk?{}", choice.trim_start_matches('&')),
            2 => format!("/produk?cari={word}&kecamatan={}", office.in_kecamatan().slug()),
            _ => format!("/produk?cari={word}{choice}"),
        };
        // A cookie that looks like a session goes past the pages that are kept, and belongs to nobody.
        Some(format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nCookie: sk-dev=x\r\n\r\n"))
    };
    let found = run(&server.address, STEADY, ask, "role=\"search\"").await;
    report.add("B26", "20,000 products: search with facets, p95", found.p95.as_secs_f64() * 1e3, "ms", Guard::AtMost(40.0));
    report.add("B26", "the same, p99", found.p99.as_secs_f64() * 1e3, "ms", Guard::None);
    report.add("B26", "the same, wrong answers", found.failed as f64, "", Guard::AtMost(0.0));

    let get = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n\r\n", server.address);
    let listed = once(&server.address, &get("/produk")).await;
    let product = listed.split("href=\"/produk/").nth(1).and_then(|rest| rest.split(['"', '?']).next()).expect("a product in the market");
    let page = get(&["/produk/", product].concat());
    once(&server.address, &page).await;
    let kept = run(&server.address, FULL, move |_| Some(page.clone()), "WhatsApp").await;
    tell(report, "B26", "product page, kept", kept, Guard::AtLeast(20_000.0), Guard::None);
}

struct Open {
    first: usize,
}

type Stand = (Listing<Shop>, Vec<Listing<Product>>);

impl Act for Open {
    type Record = Vec<Stand>;
    type Done = ();
    const NAME: ActName = ActName::OpenShop;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Vec<Stand>, Refusal> {
        Ok(Vec::new())
    }

    fn decide(&self, _: &Actor, _: &Vec<Stand>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, stands: &mut Vec<Stand>, cx: &Moment) -> Result<Change<()>, Refusal> {
        for at in self.first..self.first + AT_ONCE {
            let (id, content) = (cx.fresh(), shop(at));
            let owner = Owner { name: PersonName::parse("Yuni Contoh").expect("a name"), seen: Some(Seen { by: cx.fresh(), at: cx.now }) };
            let products = (at * PRODUCTS..(at + 1) * PRODUCTS)
                .map(|at| listing(cx.fresh(), at, product(at), InShop { shop: id, public: true }, cx.now));
            stands.push((listing(id, at, content, owner, cx.now), products.collect()));
        }
        Ok(Change::of(Object::new("shop", cx.fresh::<ListingId>()), ()))
    }

    async fn save(stands: &Vec<Stand>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for (shop, products) in stands {
            store::save(scope, shop).await?;
            for product in products {
                store::save(scope, product).await?;
            }
        }
        Ok(())
    }
}

pub fn listing<C: store::Stored>(id: ListingId, at: usize, content: C, part: C::Part, now: Instant) -> Listing<C> {
    let since = now.plus_seconds(i64::try_from(at).expect("a number") - 1_000_000);
    Listing {
        id,
        version: None,
        slug: slug(content.name(), id),
        owner: None,
        created_at: now,
        standing: Standing::Approved { content, since, next: None, hidden: None },
        part,
    }
}

pub fn shop(at: usize) -> Shop {
    let form = ShopForm {
        nama: format!("Usaha {} {}", SAID[at % SAID.len()], KINDS[at / SAID.len() % KINDS.len()]),
        skala: "mikro".into(),
        alamat: "Dusun Contoh".into(),
        whatsapp: "081200000099".into(),
        ..ShopForm::default()
    };
    let permit = |kind| Permit { kind, number: "0".into(), until: None };
    let permits = [PermitKind::Halal, PermitKind::Pirt].into_iter().filter(|kind| at % 3 == *kind as usize % 3).map(permit).collect();
    Shop { permits, ..form.check(smart_kampung::domain::Day::FIRST).expect("a shop") }
}

pub fn product(at: usize) -> Product {
    let story: Vec<&str> = (0..24).map(|place| SAID[(at * 7 + place * place) % SAID.len()]).collect();
    let form = ProductForm {
        nama: [GOODS[at % GOODS.len()], " ", KINDS[at / 7 % KINDS.len()], " ", KINDS[at / 3 % KINDS.len()]].concat(),
        kategori: "makanan-ringan".into(),
        harga: (1_000 + at % 300 * 500).to_string(),
        satuan: "bungkus".into(),
        persediaan: "ada".into(),
        cerita: story.join(" "),
        izin_halal: "ya".into(),
        izin_pirt: "ya".into(),
        ..ProductForm::default()
    };
    let product = form.check().expect("a product");
    let category = Category::all().nth(at % 12).expect("a category");
    let supply = if at.is_multiple_of(4) { Supply::SoldOut } else { product.supply };
    Product { category, supply, price: Price::Fixed(product.price.amount()), ..product }
}
