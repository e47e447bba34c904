//! A paper of Dukcapil comes in with a form: what is taken, what is refused, and that nothing of it is lost.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::access::Actor;
use smart_kampung::domain::{ApplicationId, Version};
use smart_kampung::features::applications::{State, store};
use smart_kampung::features::letters::F103;
use smart_kampung::server::clock::local;
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::sandbox::Sandbox;
use tower::ServiceExt;

use crate::moving::{PassOn, annex, signed};
use crate::sandbox::pictures::{gif_then_jpeg, small_jpeg};
use crate::support::{Served, cookie_of, does, engine_with_people, file_form, hat};

const PDF: &[u8] = b"%PDF-1.7 a paper of Dukcapil %%EOF\n";
const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f90";

struct House {
    engine: Served,
    app: Router,
    case: ApplicationId,
    rini: Actor,
    rinis: String,
}

impl House {
    /// A move to Surabaya that is with Dukcapil.
    async fn new() -> Self {
        let engine = engine_with_people().await;
        let mut with_children = Engine::clone(&engine);
        with_children.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        let rini = Actor::new(hat(&engine, "Rini Wulandari").await, false);
        let rinis = cookie_of(&engine, hat(&engine, "Rini Wulandari").await).await;
        let (case, _) = signed(&engine, F103 { class: 4, consent: false, ..annex() }).await;
        does(&engine, &rini, PassOn(case)).await;
        Self { app: router(&with_children), engine, case, rini, rinis }
    }

    fn today(&self) -> [String; 3] {
        let (day, _) = local(self.engine.db.clock().now(), self.engine.db.zone());
        [day.day().to_string(), day.month().to_string(), day.year().to_string()]
    }

    async fn sends(&self, cookie: &str, number: &str, file: &[u8]) -> (StatusCode, String) {
        let [day, month, year] = self.today();
        let fields =
            [("_seen", "6"), ("_key", KEY), ("nomor", number), ("tanggal.hari", &day), ("tanggal.bulan", &month), ("tanggal.tahun", &year)];
        let body = file_form(&fields, "berkas", file);
        let to = format!("/kantor/permohonan/{}/skpwni", self.case);
        let request = Request::post(to).header(header::HOST, "127.0.0.1").header(header::ORIGIN, "http://127.0.0.1");
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=x").header(header::ACCEPT, "text/html");
        self.asks(request.header(header::COOKIE, cookie).body(Body::from(body)).expect("a request")).await
    }

    async fn asks(&self, request: Request<Body>) -> (StatusCode, String) {
        let answer = self.app.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes();
        (parts.status, String::from_utf8_lossy(&body).into_owned())
    }

    async fn state(&self) -> State {
        let scope = OfficeScope::open(&self.engine.db, &self.rini).await.expect("a scope");
        store::case(&scope, self.case).await.expect("a case").state
    }
}

#[tokio::test]
async fn what_is_no_paper_is_refused_and_nothing_is_noted() {
    let house = House::new().await;
    let too_large = [&b"%PDF-1.7"[..], &vec![b' '; 5 << 20], b"%%EOF"].concat();
    for (name, file) in [
        ("nothing", &b""[..]),
        ("a page", b"<html><script>"),
        ("an animation", &gif_then_jpeg()),
        ("a PDF that was cut", &PDF[..20]),
        ("a photo that was cut", &small_jpeg()[..200]),
        ("too much", &too_large),
    ] {
        let (status, _) = house.sends(&house.rinis, "SKPWNI/3578/1", file).await;
        assert_eq!((status, house.state().await), (StatusCode::UNPROCESSABLE_ENTITY, State::Forwarded), "{name}");
    }
    let (status, _) = house.sends(&house.rinis, " ", PDF).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "no number");
    let (status, _) = house.sends(&house.rinis, "SKPWNI/3578/1", &vec![b' '; 13 << 20]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "more than a body may have");
    assert_eq!(house.state().await, State::Forwarded);
}

#[tokio::test]
async fn nobody_sends_a_paper_for_the_case_of_another_office() {
    let house = House::new().await;
    for (name, expected) in
        [("Sri Lestari", StatusCode::NOT_FOUND), ("Wayan Sudarma", StatusCode::NOT_FOUND), ("Ratna Contoh", StatusCode::NOT_FOUND)]
    {
        let cookie = cookie_of(&house.engine, hat(&house.engine, name).await).await;
        let (status, _) = house.sends(&cookie, "SKPWNI/3578/1", PDF).await;
        assert!(status == expected || status == StatusCode::FORBIDDEN, "{name}: {status}");
    }
    assert_eq!(house.sends("", "SKPWNI/3578/1", PDF).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(house.state().await, State::Forwarded);
}

#[tokio::test]
async fn a_pdf_comes_back_as_it_came_and_sent_again_it_is_one() {
    let house = House::new().await;
    for _ in 0..2 {
        let (status, _) = house.sends(&house.rinis, "SKPWNI/3578/1", PDF).await;
        assert_eq!((status, house.state().await), (StatusCode::SEE_OTHER, State::Completed));
    }
    let (status, _) = house.sends(&house.rinis, "SKPWNI/3578/2", PDF).await;
    assert_eq!(status, StatusCode::CONFLICT, "another number under the same key is another wish, from a page that is old");
    let scope = OfficeScope::open(&house.engine.db, &house.rini).await.expect("a scope");
    let version = store::case(&scope, house.case).await.expect("a case").version;
    drop(scope);
    assert_eq!(version, Some(Version(7)));
    for (who, to) in [("Ratna Contoh", "/permohonan"), ("Rini Wulandari", "/kantor/permohonan")] {
        let cookie = cookie_of(&house.engine, hat(&house.engine, who).await).await;
        let request = Request::get(format!("{to}/{}/skpwni", house.case)).header(header::COOKIE, cookie).body(Body::empty());
        let answer = house.app.clone().oneshot(request.expect("a request")).await.expect("the router never fails");
        let head = answer.headers().clone();
        assert_eq!(
            head.get(header::CONTENT_DISPOSITION).expect("a download"),
            "attachment; filename=\"skpwni-SKPWNI-3578-1.pdf\"",
            "{who}"
        );
        assert_eq!(head.get(header::CONTENT_TYPE).expect("a type"), "application/pdf");
        assert!(head.get(header::CONTENT_SECURITY_POLICY).expect("a fence").to_str().expect("text").contains("sandbox"));
        assert_eq!(answer.into_body().collect().await.expect("a whole body").to_bytes(), PDF);
    }
}

#[tokio::test]
async fn a_photo_of_the_paper_is_cleaned_like_any_photo() {
    let house = House::new().await;
    let (status, _) = house.sends(&house.rinis, "SKPWNI/3578/1", &small_jpeg()).await;
    assert_eq!((status, house.state().await), (StatusCode::SEE_OTHER, State::Completed));
}
