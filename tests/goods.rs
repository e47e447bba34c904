//! Photos of goods on their way in and out: real children behind the fence, real files on the disk.

use std::marker::PhantomData;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::routing::get;
use http_body_util::BodyExt;
use smart_kampung::access::{Actor, Code, Hat, Refusal};
use smart_kampung::domain::{AccountId, BlobId, Day, ListingId, PersonName, Version};
use smart_kampung::features::catalogue::acts::{AddProduct, Approve, Edit, Hide, OpenShop, SeeOwner};
use smart_kampung::features::catalogue::store::{self, Stored};
use smart_kampung::features::catalogue::{Photo, Product, ProductForm, Shop, ShopForm, Sketch, Wish};
use smart_kampung::forms::ProblemCode;
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::http::{Photos, goods_routes, router};
use smart_kampung::server::sandbox::Sandbox;
use smart_kampung::text::{Lang, refusal_sentence};
use smart_kampung::ui::Redraw;
use tower::ServiceExt;

use crate::sandbox::pictures::{gif_then_jpeg, small_jpeg};
use crate::support::{self, Browser, Served, Village, cookie_of, does, file_form, hat, hidden_fields};

const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";

/// A public product of a public shop.
struct House {
    served: Served,
    app: Router,
    village: Village,
    shop: ListingId,
    product: ListingId,
    slug: String,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

pub fn shop() -> Shop {
    let form = ShopForm {
        nama: "Dapur Contoh".into(),
        skala: "mikro".into(),
        alamat: "Dusun Contoh".into(),
        whatsapp: "081200000099".into(),
        ..ShopForm::default()
    };
    form.check(Day::FIRST).expect("a shop")
}

pub fn product() -> Product {
    let form = ProductForm {
        nama: "Sale pisang".into(),
        kategori: "makanan-ringan".into(),
        harga: "18.000".into(),
        satuan: "bungkus".into(),
        persediaan: "habis".into(),
        ..ProductForm::default()
    };
    form.check().expect("a product")
}

impl House {
    async fn new() -> Self {
        let served = support::engine_with_people().await;
        let village = Village::tamansari(&served).await;
        let mut engine = served.clone();
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        // In place of the pages: what a page would be told about a refusal.
        let pages = Router::new().fallback(get(|request: Request<Body>| async move {
            let redraw = request.extensions().get::<Redraw>().expect("a refusal to draw");
            serde_json::to_string(&(request.uri().path(), &redraw.typed, &redraw.refusal)).expect("JSON")
        }));
        let app = goods_routes(Photos { engine, pages });
        let office = village.office;
        let owner = PersonName::parse("Yuni Contoh").expect("a name");
        let shop = does(&served, &village.officer, OpenShop { office, owner, wish: Wish::Keep(shop()) }).await;
        does(&served, &village.verifier, SeeOwner { id: shop, seen: Version(1) }).await;
        let mut house = Self { served, app, village, shop, product: shop, slug: String::new() };
        house.publish(shop, 2, self::shop()).await;
        house.product =
            does(&house.served, &house.village.officer, AddProduct { office, shop, wish: Wish::Keep(Sketch::of(&product())) }).await;
        house.publish(house.product, 1, product()).await;
        house.slug = house.listing().await.slug;
        house
    }

    async fn publish<C: Stored>(&self, id: ListingId, seen: i64, content: C) {
        let office = self.village.office;
        does(&self.served, &self.village.officer, Edit { office, id, seen: Version(seen), wish: Wish::Propose(content) }).await;
        let approve = Approve::<C> { id, seen: Version(seen + 1), permits_seen: false, of: PhantomData };
        does(&self.served, &self.village.verifier, approve).await;
    }

    async fn listing(&self) -> smart_kampung::features::catalogue::Listing<Product> {
        store::listing(&OfficeScope::open(&self.served.db, &self.village.officer).await.expect("an office"), self.product)
            .await
            .expect("a product")
    }

    async fn photos(&self) -> Vec<Photo> {
        self.listing().await.standing.latest().photos.clone()
    }

    async fn ask(&self, who: &Actor, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(who.clone());
        let answer = self.app.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn sends(&self, who: &Actor, alt: &str, bytes: &[u8]) -> Answer {
        self.ask(who, upload(self.product, alt, bytes)).await
    }

    async fn looks(&self, who: &Actor, path: &str) -> StatusCode {
        self.ask(who, Request::get(path).body(Body::empty()).expect("a request")).await.status
    }

    fn public(&self, photo: BlobId, file: &str) -> String {
        format!("/foto/{}/{photo}/{file}", self.slug)
    }

    fn draft(&self, photo: BlobId, file: &str) -> String {
        format!("/m/produk/{}/{photo}/{file}", self.product)
    }
}

impl Answer {
    /// The page, what was typed, and why not.
    fn refused(&self) -> (String, Vec<(String, String)>, Refusal) {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }
}

fn upload(product: ListingId, alt: &str, bytes: &[u8]) -> Request<Body> {
    let body = file_form(&[("alt", alt), ("_key", KEY)], "foto", bytes);
    let form = Request::post(format!("/unggah/produk/{product}")).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    form.body(Body::from(body)).expect("a request")
}

fn resident(who: u128) -> Actor {
    Actor::new(Hat { account: AccountId::from_u128(who), membership: None }, false)
}

#[tokio::test]
async fn what_is_no_picture_gets_a_sentence_and_leaves_nothing_and_what_was_typed_stays() {
    let house = House::new().await;
    let officer = &house.village.officer;
    for (bytes, code) in [
        (b"<svg onload=alert(1)>".to_vec(), ProblemCode::NotAPicture),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), ProblemCode::NotAPicture),
        (gif_then_jpeg(), ProblemCode::NotAPicture),
        (small_jpeg()[..200].to_vec(), ProblemCode::PictureDamaged),
        (vec![0xff; 13 << 20], ProblemCode::PictureTooBig { max_mb: 12 }),
        (Vec::new(), ProblemCode::MissingFile),
    ] {
        let (page, typed, refusal) = house.sends(officer, "Sale di piring.", &bytes).await.refused();
        assert_eq!(page, format!("/kantor/produk/{}/foto", house.product));
        assert!(typed.contains(&("alt".into(), "Sale di piring.".into())));
        assert!(matches!(&refusal, Refusal::Invalid(problems) if problems.of("foto") == Some(code)), "{refusal:?}");
    }
    let (_, _, refusal) = house.sends(officer, &"a".repeat(121), &small_jpeg()).await.refused();
    assert!(matches!(&refusal, Refusal::Invalid(problems) if problems.of("alt") == Some(ProblemCode::TooLong { max: 120 })), "{refusal:?}");
    assert_eq!(house.photos().await, []);
    assert_eq!(std::fs::read_dir(house.served.blobs.folder()).expect("the folder").count(), 0, "nothing was put on the disk");
}

#[tokio::test]
async fn nobody_sends_or_sees_a_photo_of_what_is_not_theirs_to_change() {
    let house = House::new().await;
    let elsewhere = Village::sobo(&house.served).await;
    let strangers = [elsewhere.officer, house.village.head.clone(), resident(1), Actor::anonymous()];
    for (who, status) in strangers.iter().zip([404, 403, 404, 404]) {
        let refusal = house.sends(who, "", &small_jpeg()).await.refused().2;
        assert_eq!(refusal.status(), status, "{who:?}");
    }
    assert_eq!(house.sends(&house.village.officer, "", &small_jpeg()).await.status, StatusCode::SEE_OTHER);
    let photo = house.photos().await[0].id;
    for (who, status) in strangers.iter().zip([404, 200, 404, 404]) {
        assert_eq!(house.looks(who, &house.draft(photo, "320.jpg")).await.as_u16(), status, "{who:?}");
    }
}

#[tokio::test]
async fn a_photo_is_there_for_everybody_exactly_while_a_public_version_names_it() {
    let house = House::new().await;
    let (officer, visitor) = (&house.village.officer, Actor::anonymous());
    let sent = house.sends(officer, "Sale di piring.", &small_jpeg()).await;
    let page = format!("/kantor/produk/{}/foto?hasil=foto", house.product);
    assert_eq!((sent.status, sent.headers[header::LOCATION].to_str().expect("text")), (StatusCode::SEE_OTHER, page.as_str()));
    // The same form once more is one photo.
    house.sends(officer, "Sale di piring.", &small_jpeg()).await;
    let [photo] = house.photos().await.try_into().expect("one photo");
    assert_eq!((photo.alt.as_str(), photo.sizes, photo.colour.len()), ("Sale di piring.", [(60, 40); 3], 7));
    let (public, draft) = (house.public(photo.id, "640.webp"), house.draft(photo.id, "640.webp"));
    assert_eq!(house.looks(&visitor, &public).await, StatusCode::NOT_FOUND, "nobody has approved it");
    assert_eq!(house.looks(officer, &draft).await, StatusCode::OK);

    house.publish(house.product, 4, product()).await;
    for (file, media) in [("320.jpg", "image/jpeg"), ("640.webp", "image/webp"), ("1280.jpg", "image/jpeg")] {
        let shown = house.ask(&visitor, Request::get(house.public(photo.id, file)).body(Body::empty()).expect("a request")).await;
        assert_eq!((shown.status, shown.headers[header::CONTENT_TYPE].to_str().expect("text")), (StatusCode::OK, media));
        assert_eq!(shown.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert!(image::load_from_memory(&shown.body).is_ok(), "{file}");
    }
    for wrong in ["160.webp", "640.svg", "640", "..", "640.webp.jpg"] {
        assert_eq!(house.looks(&visitor, &house.public(photo.id, wrong)).await, StatusCode::NOT_FOUND, "{wrong}");
    }
    assert_eq!(house.looks(&visitor, &public.replace(&house.slug, "atlantis")).await, StatusCode::NOT_FOUND);
    let foreign = Request::get(&draft).header("sec-fetch-site", "cross-site").body(Body::empty()).expect("a request");
    assert_eq!(house.ask(officer, foreign).await.status, StatusCode::NOT_FOUND, "a draft is on no page but ours");

    let hide = Hide::<Shop> { id: house.shop, seen: Version(4), reason: "Laporan.".into(), of: PhantomData };
    does(&house.served, &house.village.verifier, hide).await;
    assert_eq!(house.looks(&visitor, &public).await, StatusCode::NOT_FOUND, "hidden with its shop");
    assert_eq!(house.looks(officer, &draft).await, StatusCode::OK);
}

#[tokio::test]
async fn a_ninth_photo_is_refused_before_it_is_read() {
    let house = House::new().await;
    for number in 0_u8..8 {
        let bytes = [small_jpeg(), vec![number]].concat();
        assert_eq!(house.sends(&house.village.officer, "", &bytes).await.status, StatusCode::SEE_OTHER);
    }
    let why = refusal_sentence(Lang::Id, &Refusal::Conflict(Code::TooManyPhotos));
    assert_eq!(house.sends(&house.village.officer, "", b"not read").await.refused().2, Refusal::Told(why));
}

#[tokio::test]
async fn photos_are_put_in_order_described_and_taken_away_by_the_buttons_of_their_page() {
    let house = House::new().await;
    for (number, alt) in [(0_u8, "Sale di piring."), (1, "Kemasan.")] {
        let bytes = [small_jpeg(), vec![number]].concat();
        assert_eq!(house.sends(&house.village.officer, alt, &bytes).await.status, StatusCode::SEE_OTHER);
    }
    let browser =
        Browser { app: router(&house.served), cookie: cookie_of(&house.served, hat(&house.served, "Rini Wulandari").await).await };
    let path = format!("/kantor/produk/{}/foto", house.product);
    let presses = async |press: &str, first: &str, second: &str| {
        let page = browser.page(&path).await;
        assert!(page.contains(&format!("name=\"lakukan\" value=\"{press}\"")), "{press}");
        let body = format!("{}&alt_1={first}&alt_2={second}&lakukan={press}", hidden_fields(&page, "/api/goods/arrange"));
        browser.sends("/api/goods/arrange", &body).await
    };
    let said = async || house.photos().await.into_iter().map(|photo| photo.alt).collect::<Vec<_>>();
    let (status, ..) = presses("naik-2", "Sale+di+piring", "Isi+kemasan").await;
    assert_eq!((status, said().await), (StatusCode::SEE_OTHER, vec!["Isi kemasan".into(), "Sale di piring".into()]));
    let (status, _, page) = presses("simpan", "bit.ly/abc", "Sale").await;
    assert_eq!((status, said().await[0].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Isi kemasan"));
    assert!(page.contains("bit.ly/abc"), "what was typed stays");
    assert_eq!(presses("hapus-1", "", "Sale").await.0, StatusCode::SEE_OTHER);
    assert_eq!(said().await, ["Sale"]);
}
