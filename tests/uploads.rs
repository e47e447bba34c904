//! A photo on its way in and out, with real children behind the fence and real files on the disk.
//! The layers around the router have tests of their own; here somebody known is asking.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::routing::get;
use http_body_util::BodyExt;
use smart_kampung::access::{Actor, Hat, Refusal};
use smart_kampung::domain::{AccountId, ApplicationId, OfficeCode};
use smart_kampung::features::applications::acts::StartApplication;
use smart_kampung::features::documents::PhotoView;
use smart_kampung::forms::{Answers, ProblemCode};
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::{Photos, photo_routes};
use smart_kampung::server::sandbox::Sandbox;
use smart_kampung::ui::Redraw;
use tower::ServiceExt;

use crate::sandbox::pictures::{gif_then_jpeg, small_jpeg};
use crate::support::{self, Folder, photo_form};

struct House {
    engine: Engine,
    app: Router,
    _folder: Folder,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

const SITI: u128 = 1;
const BUDI: u128 = 2;

impl House {
    async fn new() -> Self {
        let folder = Folder::new();
        let mut engine = Engine::open(&support::settings(&folder)).await.expect("a server: is the site built?");
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        // In place of the pages: what a page would be told about a refusal.
        let pages = Router::new().fallback(get(|request: Request<Body>| async move {
            let redraw = request.extensions().get::<Redraw>().expect("a refusal to draw");
            serde_json::to_string(&(request.uri().path(), &redraw.action, &redraw.refusal)).expect("JSON")
        }));
        let app = photo_routes(Photos { engine: engine.clone(), pages });
        Self { engine, app, _folder: folder }
    }

    /// A draft of Siti at Tamansari.
    async fn draft(&self) -> ApplicationId {
        let office = OfficeCode::try_from(3_510_242_008).expect("a code");
        let begin = StartApplication { office, service: "sku".parse().expect("a code"), said: Answers::EMPTY };
        let key = self.engine.db.entropy().identity(self.engine.db.clock().now());
        self.engine.db.perform(resident(SITI), key, begin).await.expect("begun").id
    }

    async fn ask(&self, who: u128, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(resident(who));
        let answer = self.app.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

impl Answer {
    fn refusal(&self) -> Refusal {
        serde_json::from_slice(&self.body).expect("a refusal")
    }

    fn photo(&self) -> PhotoView {
        assert_eq!(self.status, StatusCode::OK, "{}", String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).expect("a photo")
    }
}

fn resident(who: u128) -> Actor {
    Actor::new(Hat { account: AccountId::from_u128(who), membership: None }, false)
}

fn door(case: ApplicationId, field: &str) -> String {
    format!("/unggah?permohonan={case}&isian={field}")
}

fn raw(case: ApplicationId, field: &str, key: &str, bytes: Vec<u8>) -> Request<Body> {
    Request::post(door(case, field)).header("idempotency-key", key).body(Body::from(bytes)).expect("a request")
}

fn plain(case: ApplicationId, field: &str, bytes: &[u8]) -> Request<Body> {
    let body = photo_form(field, KEY, bytes);
    let form = Request::post(door(case, field)).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    form.header(header::ACCEPT, "text/html").body(Body::from(body)).expect("a request")
}

fn media(photo: impl std::fmt::Display) -> axum::http::request::Builder {
    Request::get(format!("/m/{photo}"))
}

const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";

#[tokio::test]
async fn what_is_no_picture_is_refused_at_its_row_and_leaves_nothing() {
    let house = House::new().await;
    let case = house.draft().await;
    for (bytes, code) in [
        (b"<svg onload=alert(1)>".to_vec(), ProblemCode::NotAPicture),
        (gif_then_jpeg(), ProblemCode::NotAPicture),
        (small_jpeg()[..200].to_vec(), ProblemCode::PictureDamaged),
        (Vec::new(), ProblemCode::MissingFile),
    ] {
        let answer = house.ask(SITI, raw(case, "ktp", KEY, bytes)).await;
        let Refusal::Invalid(problems) = answer.refusal() else { panic!("{:?}", answer.refusal()) };
        assert_eq!((answer.status, problems.of("ktp")), (StatusCode::UNPROCESSABLE_ENTITY, Some(code)));
    }
    let stored = std::fs::read_dir(house.engine.blobs.folder()).expect("the folder").count();
    assert_eq!(stored, 0, "nothing was put on the disk");
}

/// As on a disk that is full: no file can be written where files belong.
#[tokio::test]
async fn a_photo_for_which_the_disk_has_no_room_is_not_acknowledged_and_may_be_sent_again() {
    let house = House::new().await;
    let case = house.draft().await;
    let folder = house.engine.blobs.folder().to_owned();
    let aside = folder.with_extension("aside");
    std::fs::rename(&folder, &aside).expect("the folder aside");
    std::fs::write(&folder, b"no folder").expect("something else in its place");
    let answer = house.ask(SITI, raw(case, "ktp", KEY, small_jpeg())).await;
    assert_eq!((answer.status, answer.refusal()), (StatusCode::SERVICE_UNAVAILABLE, Refusal::Busy));
    std::fs::remove_file(&folder).expect("nothing in its place");
    std::fs::rename(&aside, &folder).expect("the folder back");
    let photo = house.ask(SITI, raw(case, "ktp", KEY, small_jpeg())).await.photo();
    let shown = house.ask(SITI, media(photo.photo).body(Body::empty()).expect("a request")).await;
    assert_eq!(shown.status, StatusCode::OK);
}

/// Nothing that could be sent twice comes in without a key.
#[tokio::test]
async fn a_photo_without_a_key_is_no_wish() {
    let house = House::new().await;
    let case = house.draft().await;
    let bare = Request::post(door(case, "ktp")).body(Body::from(small_jpeg())).expect("a request");
    assert_eq!(house.ask(SITI, bare).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn nobody_sends_a_photo_into_the_case_of_another() {
    let house = House::new().await;
    let case = house.draft().await;
    let answer = house.ask(BUDI, raw(case, "ktp", KEY, small_jpeg())).await;
    assert_eq!((answer.status, answer.refusal()), (StatusCode::NOT_FOUND, Refusal::NotFound));
    let answer = house.ask(SITI, raw(case, "nama_usaha", KEY, small_jpeg())).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "a question for words");
}

#[tokio::test]
async fn a_photo_is_cleaned_and_shown_to_its_owner_alone_behind_a_fence() {
    let house = House::new().await;
    let case = house.draft().await;
    let photo = house.ask(SITI, raw(case, "ktp", KEY, small_jpeg())).await.photo();
    for id in [photo.photo, photo.thumbnail] {
        let shown = house.ask(SITI, media(id).body(Body::empty()).expect("a request")).await;
        assert_eq!((shown.status, &shown.headers[header::CONTENT_TYPE]), (StatusCode::OK, &"image/jpeg".parse().expect("a header")));
        assert!(shown.body.starts_with(&[0xff, 0xd8]) && shown.body != small_jpeg());
        for (name, value) in [("cache-control", "no-store"), ("x-content-type-options", "nosniff")] {
            assert_eq!(shown.headers[name], value);
        }
        assert!(shown.headers["content-security-policy"].to_str().expect("text").starts_with("sandbox"));

        let hidden = house.ask(BUDI, media(id).body(Body::empty()).expect("a request")).await;
        let missing = house.ask(BUDI, media(KEY).body(Body::empty()).expect("a request")).await;
        assert_eq!((hidden.status, &hidden.body), (StatusCode::NOT_FOUND, &missing.body), "a foreign one looks like none");
        let foreign = media(id).header("sec-fetch-site", "cross-site").body(Body::empty()).expect("a request");
        assert_eq!(house.ask(SITI, foreign).await.status, StatusCode::NOT_FOUND, "on no page but ours");
    }
}

#[tokio::test]
async fn a_photo_that_is_sent_again_under_its_key_is_one_photo() {
    let house = House::new().await;
    let case = house.draft().await;
    let first = house.ask(SITI, raw(case, "foto_usaha", KEY, small_jpeg())).await.photo();
    let second = house.ask(SITI, raw(case, "foto_usaha", KEY, small_jpeg())).await.photo();
    assert_eq!(first, second);
}

#[tokio::test]
async fn a_plain_form_leads_back_to_its_step_and_a_refusal_is_drawn_there() {
    let house = House::new().await;
    let case = house.draft().await;
    let sent = house.ask(SITI, plain(case, "ktp", &small_jpeg())).await;
    assert_eq!(
        (sent.status, &sent.headers[header::LOCATION]),
        (StatusCode::SEE_OTHER, &"/permohonan/baru/sku/berkas".parse().expect("a header"))
    );

    let refused = house.ask(SITI, plain(case, "kk", b"not a picture")).await;
    let (page, action, refusal): (String, String, Refusal) = serde_json::from_slice(&refused.body).expect("what the page is told");
    assert_eq!((refused.status, page.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "/permohonan/baru/sku/berkas"));
    assert_eq!(action, door(case, "kk"), "the row that sent it");
    assert!(matches!(refusal, Refusal::Invalid(problems) if problems.of("kk") == Some(ProblemCode::NotAPicture)));
}
