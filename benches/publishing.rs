use std::time::{Duration, Instant as Clock};

use smart_kampung::access::{ActName, Actor, Decision, Refusal};
use smart_kampung::domain::{IdemKey, ListingId, OfficeCode, PersonName, Rupiah};
use smart_kampung::features::accounts::demo;
use smart_kampung::features::catalogue::store::Stored as _;
use smart_kampung::features::catalogue::{InShop, Listing, Owner, Pending, Price, Product, Seen, Stage, Standing, store};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::db::WriteScope;
use smart_kampung::server::engine::Engine;

use crate::load::once;
use crate::market::{listing, product, shop};
use crate::prepared::signs_in;
use crate::report::{Guard, Report};
use crate::server::Server;

/// Products of which a new price waits: all of them stand on the first page of their shop.
const TIMES: usize = 20;
/// Whoever has not seen it by then never will.
const PATIENCE: Duration = Duration::from_secs(10);

/// What waits at an office, and who approves it.
pub struct Waiting {
    office: OfficeCode,
    cookie: String,
    shop: String,
    /// Each with its address.
    products: Vec<(ListingId, String)>,
}

/// A shop whose products are all to cost something else.
pub async fn propose(engine: &Engine) -> Waiting {
    let hats = demo::hats(&engine.db).await.expect("people");
    let adi = hats.into_iter().find(|(name, _)| *name == "Adi Nugroho").expect("Adi").1;
    let office = OfficeCode::try_from(3_510_161_002).expect("a code");
    let (shop, products) = engine.db.perform_by_itself(office, Propose).await.expect("proposals");
    Waiting { office, cookie: signs_in(engine, adi).await, shop, products }
}

/// Approves one after the other. After each it asks for every page that shows the product, at the server itself and at
/// the others on its database, until the new price stands there.
pub async fn measure(report: &mut Report, server: &Server, others: &[&Server], waiting: &Waiting) {
    let (mut here, mut there) = (Duration::ZERO, Duration::ZERO);
    for (at, (id, slug)) in waiting.products.iter().enumerate() {
        let (old, new) = (price(at, false), price(at, true));
        for asked in std::iter::once(server).chain(others.iter().copied()) {
            for page in pages(waiting, slug) {
                assert!(shows(asked, &page, &old).await, "{page} is kept with the old price");
            }
        }
        approve(server, waiting, *id, at).await;
        let since = Clock::now();
        here = here.max(seen(server, &pages(waiting, slug), &new, since).await);
        for other in others {
            there = there.max(seen(other, &pages(waiting, slug), &new, since).await);
        }
    }
    let second = Guard::AtMost(1_000.0);
    report.add("B26", "approved, then on every page of it, slowest", here.as_secs_f64() * 1e3, "ms", second);
    if !others.is_empty() {
        report.add("B26", "the same at another server, slowest", there.as_secs_f64() * 1e3, "ms", second);
    }
}

/// Where visitors see a product.
fn pages(waiting: &Waiting, slug: &str) -> [String; 4] {
    let village = gazetteer().by_code(waiting.office).expect("a village").slug;
    [
        format!("/produk/{slug}"),
        format!("/toko/{}", waiting.shop),
        format!("/produk?cari={NAME}"),
        format!("/d/{village}/produk?cari={NAME}"),
    ]
}

async fn seen(server: &Server, pages: &[String], price: &str, since: Clock) -> Duration {
    for page in pages {
        while !shows(server, page, price).await {
            assert!(since.elapsed() < PATIENCE, "{page} never shows {price}");
        }
    }
    since.elapsed()
}

async fn shows(server: &Server, page: &str, price: &str) -> bool {
    let request = format!("GET {page} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n\r\n", server.address);
    once(&server.address, &request).await.contains(price)
}

async fn approve(server: &Server, waiting: &Waiting, id: ListingId, at: usize) {
    let body = format!("_jenis={}&_id={id}&_seen=1&_key={}", Product::KIND, IdemKey::from_u128(u128::MAX - 2_000_000 - at as u128));
    let (address, cookie) = (&server.address, &waiting.cookie);
    let request = format!(
        "POST /api/catalogue_office/approve HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nAccept: text/html\r\n\
         Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = once(address, &request).await;
    assert!(answer.starts_with("HTTP/1.1 303"), "it is approved: {}", answer.lines().next().unwrap_or_default());
}

/// A word that no other product has.
const NAME: &str = "jenggirat";

/// As a page writes it.
fn price(at: usize, new: bool) -> String {
    let thousands = if new { 700 } else { 300 };
    format!("{thousands}.{:03}", at + 1)
}

struct Propose;

struct Proposed {
    shop: Listing<smart_kampung::features::catalogue::Shop>,
    products: Vec<Listing<Product>>,
}

impl Act for Propose {
    type Record = Option<Proposed>;
    type Done = (String, Vec<(ListingId, String)>);
    const NAME: ActName = ActName::OpenShop;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Option<Proposed>, Refusal> {
        Ok(None)
    }

    fn decide(&self, _: &Actor, _: &Option<Proposed>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, record: &mut Option<Proposed>, cx: &Moment) -> Result<Change<Self::Done>, Refusal> {
        let owner = Owner { name: PersonName::parse("Yuni Contoh").expect("a name"), seen: Some(Seen { by: cx.fresh(), at: cx.now }) };
        let shop = listing(cx.fresh(), 0, shop(0), owner, cx.now);
        let products: Vec<_> = (0..TIMES)
            .map(|at| {
                let costs = |new| Product {
                    price: Price::Fixed(Rupiah::parse(&price(at, new)).expect("an amount")),
                    name: NAME.into(),
                    ..product(1)
                };
                let new = listing(cx.fresh(), at, costs(false), InShop { shop: shop.id, public: true }, cx.now);
                let next = Some(Pending { by: cx.fresh(), stage: Stage::Proposed(costs(true)), asked: None });
                let standing = match new.standing {
                    Standing::Approved { content, since, hidden, .. } => Standing::Approved { content, since, next, hidden },
                    other => other,
                };
                Listing { standing, ..new }
            })
            .collect();
        let done = (shop.slug.clone(), products.iter().map(|product| (product.id, product.slug.clone())).collect());
        let change = Change::of(Object::new("shop", shop.id), done);
        *record = Some(Proposed { shop, products });
        Ok(change)
    }

    async fn save(record: &Option<Proposed>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Proposed { shop, products } = record.as_ref().expect("proposals");
        store::save(scope, shop).await?;
        for product in products {
            store::save(scope, product).await?;
        }
        Ok(())
    }
}
