//! A seller's own desk, asked of the whole router: how a shop begins, what is arranged in it, how it ends.

use std::marker::PhantomData;

use axum::http::StatusCode;
use smart_kampung::domain::{ApplicationId, ListingId, PersonName, Version};
use smart_kampung::features::applications::acts::Revoke;
use smart_kampung::features::applications::{Reason, ReasonCode};
use smart_kampung::features::catalogue::acts::{AddProduct, Approve, Edit, OpenShop, SeeOwner};
use smart_kampung::features::catalogue::store::{self, Stored};
use smart_kampung::features::catalogue::{Listing, Product, Shop, Sketch, State, Wish};
use smart_kampung::features::letters;
use smart_kampung::server::db::OwnScope;
use smart_kampung::server::http::router;

use crate::goods::{product, shop};
use crate::support::{self, Browser, Served, Step, Village, cookie_of, does, hat, hidden_fields};

async fn browser_of(engine: &Served, name: &str) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, name).await).await }
}

fn begins_with(letter: ApplicationId) -> String {
    format!("/akun/toko/baru?surat={letter}")
}

#[tokio::test]
async fn a_shop_begins_with_what_a_letter_says_once_its_holder_has_agreed_and_for_nobody_else() {
    let engine = support::engine_with_people().await;
    let village = Village::tamansari(&engine).await;
    village.opens(&engine).await;
    let ratna = browser_of(&engine, "Ratna Contoh").await;
    let waiting = village.case_at(&engine, Step::Approved).await;
    assert_eq!(ratna.file(&begins_with(waiting)).await.0, StatusCode::NOT_FOUND, "not signed");

    let (letter, _) = village.signs(&engine, async |_| ()).await;
    let asks = ratna.page(&begins_with(letter)).await;
    assert!(!asks.contains("Dapur Bu Siti") && asks.contains("&amp;salin=ya"), "nothing is copied before she says so");
    let copied = ratna.page(&[&begins_with(letter), "&salin=ya"].concat()).await;
    for said in ["Dapur Bu Siti", "Camilan", "Jalan Kawah Ijen 7", "2017"] {
        assert!(copied.contains(&format!("value=\"{said}\"")) || copied.contains(&format!(">{said}<")), "{said}");
    }
    assert!(!copied.contains("3510164506900001"), "what is no business of a shop stays behind");
    for (stranger, status) in [("Budi Contoh", StatusCode::NOT_FOUND), ("Rini Wulandari", StatusCode::FORBIDDEN)] {
        let stranger = browser_of(&engine, stranger).await;
        assert_eq!(stranger.file(&[&begins_with(letter), "&salin=ya"].concat()).await.0, status);
    }

    let seen = village.case(&engine, letter).await.version.expect("stored");
    let reason = Reason { code: ReasonCode::Other, words: "Alamat usaha salah tulis.".into() };
    does(&engine, &village.head, Revoke { id: letter, seen, public: letters::Reason::WrongContent, reason, successor: None }).await;
    assert_eq!(ratna.file(&[&begins_with(letter), "&salin=ya"].concat()).await.0, StatusCode::NOT_FOUND, "revoked");
}

/// A shop of Ratna's own with one product, both drafts.
async fn opened(engine: &Served, village: &Village) -> (ListingId, ListingId) {
    let owner = PersonName::parse("Ratna Contoh").expect("a name");
    let office = village.office;
    let shop = does(engine, &village.resident(), OpenShop { office, owner, wish: Wish::Propose(shop()) }).await;
    let product = AddProduct { office, shop, wish: Wish::Keep(Sketch::of(&product())) };
    (shop, does(engine, &village.resident(), product).await)
}

async fn listing<C: Stored>(engine: &Served, village: &Village, id: ListingId) -> Listing<C> {
    store::listing(&OwnScope::open(&engine.db, &village.resident()).await.expect("her own"), id).await.expect("a listing")
}

#[tokio::test]
async fn a_shop_that_its_seller_closes_closes_what_it_sells() {
    let engine = support::engine_with_people().await;
    let village = Village::tamansari(&engine).await;
    let (shop, product) = opened(&engine, &village).await;
    let ratna = browser_of(&engine, "Ratna Contoh").await;
    let page = ratna.page(&format!("/akun/toko/{shop}")).await;
    let closes = hidden_fields(&page, "/api/catalogue_own/close");
    let somebody = browser_of(&engine, "Budi Contoh").await;
    let forged: Vec<_> = closes.split('&').filter(|pair| !pair.starts_with("_oleh=")).collect();
    let (status, ..) = somebody.sends("/api/catalogue_own/close", &forged.join("&")).await;
    assert_eq!((status, listing::<Shop>(&engine, &village, shop).await.version), (StatusCode::NOT_FOUND, Some(Version(1))));
    let (status, to, _) = ratna.sends("/api/catalogue_own/close", &closes).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    assert_eq!(listing::<Shop>(&engine, &village, shop).await.standing.state(), State::Archived);
    assert_eq!(listing::<Product>(&engine, &village, product).await.standing.state(), State::Archived, "nobody could show it any more");
    assert!(!browser_of(&engine, "Rini Wulandari").await.page("/kantor/produk").await.contains("Sale pisang"), "nor does it wait");
}

#[tokio::test]
async fn words_by_which_visitors_found_a_product_reach_its_seller() {
    let engine = support::engine_with_people().await;
    let village = Village::tamansari(&engine).await;
    let (shop, product) = opened(&engine, &village).await;
    does(&engine, &village.officer, SeeOwner { id: shop, seen: Version(1) }).await;
    does(&engine, &village.officer, Approve::<Shop> { id: shop, seen: Version(2), permits_seen: false, of: PhantomData }).await;
    let office = village.office;
    does(&engine, &village.resident(), Edit { office, id: product, seen: Version(1), wish: Wish::Propose(self::product()) }).await;
    does(&engine, &village.officer, Approve::<Product> { id: product, seen: Version(2), permits_seen: false, of: PhantomData }).await;

    let found = support::ask(&engine, "/produk?cari=Sale++pisang").await.1;
    let way = found.split("href=\"").map(|rest| rest.split('"').next().unwrap_or_default()).find(|way| way.contains("kata="));
    let way = way.expect("a product was found").replace("&amp;", "&");
    for _ in 0..3 {
        assert_eq!(support::ask(&engine, &way).await.0, StatusCode::OK);
    }
    let ratna = browser_of(&engine, "Ratna Contoh").await;
    let desk = format!("/akun/toko/{shop}");
    assert!(!ratna.page(&desk).await.contains("sale pisang"), "not written down yet");
    engine.looks.write_down(&engine.db).await.expect("written down");
    assert!(ratna.page(&desk).await.contains("sale pisang"));
}
