//! The practice office behind its own name, as browsers meet it.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::server::engine::{Engine, NotStarted};
use smart_kampung::server::http::router;
use tower::ServiceExt;

use crate::support::{Browser, Folder, Served, cookie_of, engine_of, engine_with_people, form, hat, hidden_fields, settings_with};

const THERE: &str = "latihan.localhost:3000";
const COURSE: &str = "/kantor/belajar";
const HOME: &str = "http://127.0.0.1:3000/kantor/belajar";

/// What a browser gets that was told this name and sends this cookie: status, where it leads, its new cookie, the page.
async fn at_practice(app: &Router, cookie: &str, request: Request<Body>) -> (StatusCode, String, String, String) {
    let mut request = request;
    let origin = ["http://", THERE].concat();
    for (name, value) in [(header::HOST, THERE), (header::ORIGIN, &origin), (header::COOKIE, cookie), (header::ACCEPT, "text/html")] {
        request.headers_mut().insert(name, value.parse().expect("a header"));
    }
    let (parts, body) = app.clone().oneshot(request).await.expect("an answer").into_parts();
    let said = |name| parts.headers.get(name).map(|value| value.to_str().expect("text").to_owned()).unwrap_or_default();
    let (to, cookie) = (said(header::LOCATION), said(header::SET_COOKIE));
    let page = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, to, cookie, String::from_utf8_lossy(&page).into_owned())
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("a request")
}

async fn rini(engine: &Served) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, "Rini Wulandari").await).await }
}

/// The path of the link on a page of the course.
fn way_in(course: &str) -> &str {
    let rest = course.split(&["href=\"http://", THERE].concat()).nth(1).expect("a link to the practice office");
    rest.split('"').next().expect("its end")
}

#[tokio::test]
async fn whoever_has_no_ticket_is_led_to_the_course_at_their_own_office() {
    let engine = engine_with_people().await;
    let rini = rini(&engine).await;
    let ticket = way_in(&rini.page(COURSE).await).to_owned();
    let forged = ticket.replace("operator", "kades");
    for path in ["/", "/kantor", "/masuk", "/latihan/masuk/", forged.as_str()] {
        let (status, to, cookie, _) = at_practice(&rini.app, &rini.cookie, get(path)).await;
        assert_eq!((status, to.as_str(), cookie.as_str()), (StatusCode::SEE_OTHER, HOME, ""), "{path}, before anybody has come");
    }
    let (status, to, ..) = at_practice(&rini.app, "", get(&ticket)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, COURSE));
    for cookie in ["", rini.cookie.as_str()] {
        for path in ["/kantor", "/masuk/petugas", "/produk", forged.as_str()] {
            let (status, to, ..) = at_practice(&rini.app, cookie, get(path)).await;
            assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, HOME), "{path}: a session of the office is none here");
        }
    }
    const SLIP: &str = "/api/accounts_office/print_slip";
    let (status, to, _, said) = at_practice(&rini.app, &rini.cookie, form(SLIP).body(Body::empty()).expect("a request")).await;
    assert_eq!((status, to.as_str()), (StatusCode::UNAUTHORIZED, ""), "a form leads to no other host");
    assert!(said.contains("Latihan ini sudah berakhir") && said.contains(HOME), "{said}");
    let css = &engine.assets.bundle.css;
    assert_eq!(at_practice(&rini.app, "", get(css)).await.0, StatusCode::OK, "files are the same");
}

#[tokio::test]
async fn what_is_done_there_is_ticked_here_and_the_two_keep_apart() {
    const SLIP: &str = "/api/accounts_office/print_slip";
    let engine = engine_with_people().await;
    let rini = rini(&engine).await;
    let ticket = way_in(&rini.page(COURSE).await).to_owned();
    let (_, to, given, _) = at_practice(&rini.app, "hemat=1", get(&[&ticket, "?hemat=1"].concat())).await;
    assert_eq!(to, "/kantor/belajar?hemat=1", "what was chosen goes along");
    let cookie = given.split(';').next().expect("a pair").to_owned();
    let (status, _, _, course) = at_practice(&rini.app, &cookie, get(COURSE)).await;
    assert_eq!(status, StatusCode::OK);
    for said in ["semua dikarang", "0 dari 6 tugas sudah Anda coba", "Rini Wulandari"] {
        assert!(course.contains(said), "{said}: {course}");
    }
    assert!(!course.contains("Masuk kantor latihan"), "it leads to itself");
    let here = Browser { app: rini.app.clone(), cookie: cookie.clone() };
    let (status, to, _) = here.asks(get(COURSE)).await;
    assert_eq!((status, to.starts_with("/masuk")), (StatusCode::SEE_OTHER, true), "a session of the practice office is none here");

    let letter = "/kantor/permohonan/018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70/surat.pdf";
    assert_eq!(at_practice(&rini.app, &cookie, get(letter)).await.0, StatusCode::NOT_FOUND, "the path is read once");
    let (_, _, _, page) = at_practice(&rini.app, &cookie, get("/kantor/slip")).await;
    let hidden = hidden_fields(&page, SLIP);
    let slip = |phone: &str| form(SLIP).body(Body::from([&hidden, "&hp=", phone].concat())).expect("a request");
    let (status, _, _, refused) = at_practice(&rini.app, &cookie, slip("12")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("semua dikarang"), "a form that is drawn again says where it is");
    assert!(rini.page(COURSE).await.contains("0 dari 6 tugas selesai"), "what was refused is not done");
    assert_eq!(at_practice(&rini.app, &cookie, slip("081377700041")).await.0, StatusCode::SEE_OTHER);
    let known = rini.page(COURSE).await;
    assert!(known.contains("1 dari 6 tugas selesai") && !known.contains("semua dikarang"), "{known}");

    let (_, to, taken, _) = at_practice(&rini.app, &cookie, get("/latihan/selesai")).await;
    assert_eq!(to, HOME);
    assert!(taken.starts_with("sk-dev=;") && taken.contains("Max-Age=0"), "{taken}");
    let (_, to, ..) = at_practice(&rini.app, &cookie, get(COURSE)).await;
    assert_eq!(to, HOME, "the session has ended, whatever becomes of its cookie");
}

#[tokio::test]
async fn the_name_counts_however_a_browser_writes_it() {
    let engine = engine_with_people().await;
    let place = engine.practice.as_ref().expect("a practice office");
    for called in [THERE, "LATIHAN.localhost", "latihan.localhost:80", "latihan.localhost."] {
        assert!(place.is_called(called), "{called}");
    }
    for other in ["", "localhost:3000", "127.0.0.1:3000", "latihan.localhost.example", "x.latihan.localhost"] {
        assert!(!place.is_called(other), "{other}");
    }
}

#[tokio::test]
async fn what_was_practised_before_a_start_is_gone() {
    let engine = engine_with_people().await;
    let rini = rini(&engine).await;
    let ticket = way_in(&rini.page(COURSE).await).to_owned();
    let (_, _, given, _) = at_practice(&rini.app, "", get(&ticket)).await;
    let cookie = given.split(';').next().expect("a pair");
    assert_eq!(at_practice(&rini.app, cookie, get(COURSE)).await.0, StatusCode::OK);
    let again = router(&engine);
    let (status, to, ..) = at_practice(&again, cookie, get(COURSE)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, HOME), "nothing is there before somebody comes");
    assert_eq!(at_practice(&again, "", get(&ticket)).await.1, COURSE);
    assert_eq!(at_practice(&again, cookie, get(COURSE)).await.1, HOME, "a session of before is none");
}

#[tokio::test]
async fn a_public_server_has_no_practice_office_until_it_is_named() {
    for wrong in [
        "https://kampung.example",
        "https://KAMPUNG.example:8443",
        "http://latihan.kampung.example",
        "latihan.kampung.example",
        "https://latihan.kampung.example/kantor",
    ] {
        let folder = Folder::new();
        let settings = settings_with(&folder, &["--public-url", "https://kampung.example", "--practice-url", wrong]);
        assert!(matches!(Engine::open(&settings).await, Err(NotStarted::PracticeUrl)), "{wrong}");
    }
    for (options, offers) in [
        (vec!["--public-url", "https://kampung.example"], false),
        (vec!["--public-url", "https://kampung.example", "--practice-url", "https://latihan.kampung.example/"], true),
    ] {
        let engine = engine_of(&options).await;
        let url = engine.practice.as_ref().map(|place| place.way_in("t", false));
        assert_eq!(url.as_deref(), offers.then_some("https://latihan.kampung.example/latihan/masuk/t"));
    }
}
