//! "Siapa melihat data saya": what an officer looks at stands there before it is shown, and what cannot
//! be noted is not shown. With real sessions, pages and pictures.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::access::Actor;
use smart_kampung::domain::{ApplicationId, IdemKey, OfficeCode};
use smart_kampung::features::applications::acts::StartApplication;
use smart_kampung::features::documents::PhotoView;
use smart_kampung::forms::Answers;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::sandbox::Sandbox;
use tower::ServiceExt;

use crate::sandbox::pictures::small_jpeg;
use crate::support::{self, Folder, Hold, Step, Village, code_of, cookie_of, engine_with_people, form, hat, old_cookie_of};

/// A case of Ratna with one photo, in Rini's hands.
struct House {
    engine: Engine,
    app: Router,
    ratna: String,
    rini: String,
    case: ApplicationId,
    photo: PhotoView,
    folder: Folder,
}

impl House {
    async fn new() -> Self {
        let folder = Folder::new();
        let mut engine = Engine::open(&support::settings_with(&folder, &["--demo"])).await.expect("a server: is the site built?");
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        smart_kampung::features::accounts::demo::invent_people(&engine.db).await.expect("people");
        let (ratna, rini) = (hat(&engine, "Ratna Contoh").await, hat(&engine, "Rini Wulandari").await);
        let office = OfficeCode::try_from(3_510_242_008).expect("a code");
        let begin = StartApplication { office, service: "sku".parse().expect("a code"), said: Answers::EMPTY };
        let case = engine.db.perform(Actor::new(ratna, false), IdemKey::from_u128(1), begin).await.expect("begun").id;
        let app = router(&engine);
        let cookies = (cookie_of(&engine, ratna).await, cookie_of(&engine, rini).await);
        let sent = Request::post(format!("/unggah?permohonan={case}&isian=ktp"))
            .header(header::COOKIE, &cookies.0)
            .header("idempotency-key", "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70")
            .header(header::HOST, "kampung.test")
            .header(header::ORIGIN, "http://kampung.test");
        let (status, body) = ask(&app, sent.body(Body::from(small_jpeg())).expect("a request")).await;
        assert_eq!(status, StatusCode::OK, "{}", String::from_utf8_lossy(&body));
        let photo = serde_json::from_slice(&body).expect("a photo");
        engine.db.perform(Actor::new(rini, false), IdemKey::from_u128(2), Hold(case)).await.expect("held");
        Self { engine, app, ratna: cookies.0, rini: cookies.1, case, photo, folder }
    }

    async fn reads(&self, cookie: &str, path: &str) -> (StatusCode, Vec<u8>) {
        let page = Request::get(path).header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
        ask(&self.app, page.body(Body::empty()).expect("a request")).await
    }

    /// How often Ratna reads that Rini looked, and why.
    async fn looks(&self, why: &str) -> usize {
        let (status, page) = self.reads(&self.ratna, "/akun/siapa-melihat").await;
        assert_eq!(status, StatusCode::OK);
        let page = String::from_utf8_lossy(&page).into_owned();
        page.split("<li>").filter(|line| line.contains("Rini Wulandari") && line.contains(why)).map(times).sum()
    }
}

/// Looks of one minute share a line: ", 3 kali".
fn times(line: &str) -> usize {
    let Some((before, _)) = line.split_once(" kali") else { return 1 };
    before.rsplit(|letter: char| !letter.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(1)
}

async fn ask(app: &Router, request: Request<Body>) -> (StatusCode, Vec<u8>) {
    let (parts, body) = app.clone().oneshot(request).await.expect("the router never fails").into_parts();
    (parts.status, body.collect().await.expect("a whole body").to_bytes().to_vec())
}

const FILE: &str = "Membuka berkas atau surat";
const CASE: &str = "Memeriksa permohonan";

fn is_picture(body: &[u8]) -> bool {
    body.windows(3).any(|bytes| bytes == [0xff, 0xd8, 0xff])
}

#[tokio::test]
async fn each_look_of_an_officer_at_a_photo_or_a_case_stands_in_its_owners_list() {
    let house = House::new().await;
    assert_eq!((house.looks(FILE).await, house.looks(CASE).await), (0, 0));
    for (at, photo) in [house.photo.photo, house.photo.thumbnail, house.photo.photo].into_iter().enumerate() {
        let (status, body) = house.reads(&house.rini, &format!("/m/{photo}")).await;
        assert!(status == StatusCode::OK && is_picture(&body));
        assert_eq!(house.looks(FILE).await, at + 1, "each one");
    }
    assert_eq!(house.reads(&house.rini, &format!("/kantor/permohonan/{}", house.case)).await.0, StatusCode::OK);
    assert_eq!(house.looks(CASE).await, 1);
    // Her own look is nobody's business.
    let own = house.reads(&house.ratna, &format!("/m/{}", house.photo.photo)).await.1;
    assert!(is_picture(&own));
    assert_ne!(own, house.reads(&house.rini, &format!("/m/{}", house.photo.photo)).await.1, "who looks is written across it");
    assert_eq!((house.looks(FILE).await, house.looks(CASE).await), (4, 1));
}

#[tokio::test]
async fn what_cannot_be_noted_is_not_shown() {
    use sea_orm::ConnectionTrait;

    let house = House::new().await;
    let file = format!("sqlite://{}/kampung.db?mode=rw", house.folder.path());
    let intruder = sea_orm::Database::connect(file).await.expect("the database");
    intruder.execute_unprepared("ALTER TABLE access_log RENAME TO elsewhere").await.expect("the list is gone");
    let (status, body) = house.reads(&house.rini, &format!("/m/{}", house.photo.photo)).await;
    assert!(status.is_server_error() && !is_picture(&body), "{status}");
    let (status, body) = house.reads(&house.rini, &format!("/kantor/permohonan/{}", house.case)).await;
    assert!(status.is_server_error() && !String::from_utf8_lossy(&body).contains(&house.photo.photo.to_string()), "{status}");
    intruder.execute_unprepared("ALTER TABLE elsewhere RENAME TO access_log").await.expect("the list is back");
    assert!(is_picture(&house.reads(&house.rini, &format!("/m/{}", house.photo.photo)).await.1));
    house.engine.db.close().await;
}

/// Without a script, from a session whose second factor was shown too long ago.
#[tokio::test]
async fn a_nik_is_shown_once_the_second_factor_was_shown_again_and_its_owner_reads_why() {
    const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";
    let engine = engine_with_people().await;
    let (app, village) = (router(&engine), Village::tamansari(&engine).await);
    let case = village.case_at(&engine, Step::Claimed).await;
    let ratna = cookie_of(&engine, hat(&engine, "Ratna Contoh").await).await;
    let old = old_cookie_of(&engine, hat(&engine, "Rini Wulandari").await).await;
    let page = format!("/kantor/permohonan/{case}");
    let reads = async |cookie: &str, path: &str| {
        let asked = Request::get(path).header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
        let body = ask(&app, asked.body(Body::empty()).expect("a request")).await.1;
        String::from_utf8(body).expect("text")
    };
    let asks = async |code: &str| {
        let body = format!("_id={case}&_key={KEY}&untuk=reveal_to_compare&kode={code}&_di={}", page.replace('/', "%2F"));
        let asked = form("/api/desk/reveal").header(header::COOKIE, &old).header(header::ACCEPT, "text/html");
        app.clone().oneshot(asked.body(Body::from(body)).expect("a request")).await.expect("the router never fails")
    };
    let shown = |page: &str| page.contains("3510 1645 0690 0001") || page.contains("3510164506900001");

    let before = reads(&old, &page).await;
    assert!(before.contains("name=\"kode\"") && before.contains("**** **** **** 0001") && !shown(&before), "{before}");
    for code in ["", "000000"] {
        let refused = asks(code).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{code:?}");
        let drawn = refused.into_body().collect().await.expect("a body").to_bytes();
        let drawn = String::from_utf8_lossy(&drawn).into_owned();
        assert!(drawn.contains("kode-error") && !shown(&drawn), "{code:?}: {drawn}");
    }
    assert!(!reads(&ratna, "/akun/siapa-melihat").await.contains("Membuka NIK dan KK"), "nothing was shown, so nothing is noted");

    let done = asks(&code_of(&engine, "Rini Wulandari").await).await;
    assert_eq!(
        (done.status(), &done.headers()[header::LOCATION]),
        (StatusCode::SEE_OTHER, &format!("{page}?hasil=nik").parse().expect("a path"))
    );
    let fresh = done.headers().get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()?.split(';').next());
    let fresh = fresh.into_iter().find(|pair| pair.starts_with("sk-dev=")).expect("a new token").to_owned();
    let after = reads(&fresh, &page).await;
    assert!(shown(&after) && !after.contains("name=\"kode\""), "{after}");
    assert!(reads(&ratna, "/akun/siapa-melihat").await.contains("Membuka NIK dan KK"));
}
