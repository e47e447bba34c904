//! A form whose answer was lost, sent again: the same words or photo are the same wish, others are not.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::access::Actor;
use smart_kampung::domain::{IdemKey, OfficeCode};
use smart_kampung::features::applications::acts::StartApplication;
use smart_kampung::forms::Answers;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::sandbox::Sandbox;
use tower::ServiceExt;

use crate::sandbox::pictures::{gif_then_jpeg, small_jpeg};
use crate::support::{cookie_of, engine_with_people, form, hat, photo_form};

const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";
const ANOTHER: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f71";

#[tokio::test]
async fn an_altered_form_is_not_answered_as_the_lost_one_was() {
    let engine = engine_with_people().await;
    let cookie = cookie_of(&engine, hat(&engine, "Ratna Contoh").await).await;
    let app = router(&engine);
    let name = |name: &str, key: &str| send(&app, &cookie, format!("nama={name}&_key={key}&_di=%2Fakun%2Fnama"));

    assert_eq!(name("Ratna+Satu", KEY).await.0, StatusCode::SEE_OTHER);
    assert_eq!(name("Ratna+Satu", KEY).await.0, StatusCode::SEE_OTHER, "sent twice");
    let (status, page) = name("Ratna+Dua", KEY).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("Formulir ini sudah kami terima dengan isi yang lain."), "{page}");
    assert!(page.contains(r#"value="Ratna Dua""#), "what was typed stays: {page}");
    assert!(!page.contains(&format!(r#"name="_key" value="{KEY}""#)), "the form has a key of its own now: {page}");
    assert!(kept_name(&app, &cookie).await.contains("Ratna Satu"));

    assert_eq!(name("Ratna+Dua", ANOTHER).await.0, StatusCode::SEE_OTHER);
    assert!(kept_name(&app, &cookie).await.contains("Ratna Dua"));
}

/// A name of a field that counts as a secret is left out of what is compared.
#[tokio::test]
async fn another_service_under_the_same_key_is_another_wish() {
    let engine = engine_with_people().await;
    let cookie = cookie_of(&engine, hat(&engine, "Ratna Contoh").await).await;
    let app = router(&engine);
    let starts = async |service: &str| {
        let request = form("/api/applications/start").header(header::COOKIE, &cookie).header(header::ACCEPT, "text/html");
        let body = format!("layanan={service}&kantor=3510242008&_key={KEY}&_di=%2Fpermohonan%2Fbaru%2F{service}");
        answer(&app, request.body(Body::from(body)).expect("a request")).await
    };
    assert_eq!(starts("sku").await.0, StatusCode::SEE_OTHER);
    assert_eq!(starts("sku").await.0, StatusCode::SEE_OTHER, "sent twice");
    let (status, page) = starts("skd").await;
    assert_eq!(status, StatusCode::CONFLICT, "it was not answered with the way to the first one");
    assert!(page.contains(r#"name="layanan" value="skd""#), "{page}");

    // Held for whoever is signed out, it still says which service it is about.
    let request = form("/api/applications/start").header(header::ACCEPT, "text/html");
    let body = format!("layanan=skd&kantor=3510242008&_key={ANOTHER}&_di=%2Fpermohonan%2Fbaru%2Fskd");
    let (status, page) = answer(&app, request.body(Body::from(body)).expect("a request")).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(page.contains(r#"name="layanan" value="skd""#), "{page}");
}

/// Where up to three photos belong, a second one would not take the place of the first.
#[tokio::test]
async fn the_photo_form_sent_twice_is_one_photo_and_another_photo_from_it_is_another() {
    let served = engine_with_people().await;
    let engine = Engine { sandbox: Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung")), ..Engine::clone(&served) };
    let ratna = hat(&engine, "Ratna Contoh").await;
    let (app, cookie) = (router(&engine), cookie_of(&engine, ratna).await);
    let office = OfficeCode::try_from(3_510_242_008).expect("a code");
    let begin = StartApplication { office, service: "sku".parse().expect("a code"), said: Answers::EMPTY };
    engine.db.perform(Actor::new(ratna, false), IdemKey::from_u128(1), begin).await.expect("begun");

    let page = photo_page(&app, &cookie).await;
    let row = page.split("<li").find(|row| row.contains("id=\"foto_usaha\"")).expect("the row");
    let (door, key) = (between(row, "action=\"", '"').replace("&amp;", "&"), between(row, "name=\"_key\" value=\"", '"'));
    let sends = async |key: &str, photo: Vec<u8>| {
        let request = form(&door).header(header::COOKIE, &cookie).header(header::ACCEPT, "text/html");
        let request = request.body(Body::from(photo_form("foto_usaha", key, &photo))).expect("a request");
        let (mut parts, body) = request.into_parts();
        parts.headers.insert(header::CONTENT_TYPE, "multipart/form-data; boundary=x".parse().expect("a header"));
        answer(&app, Request::from_parts(parts, body)).await.0
    };
    let photos = async || photo_page(&app, &cookie).await.matches("Hapus foto").count();

    assert_eq!(sends(&key, gif_then_jpeg()).await, StatusCode::UNPROCESSABLE_ENTITY, "a refusal spends no key");
    assert_eq!(sends(&key, small_jpeg()).await, StatusCode::SEE_OTHER);
    assert_eq!(sends(&key, small_jpeg()).await, StatusCode::SEE_OTHER, "sent twice");
    assert_eq!(photos().await, 1);
    let another = [small_jpeg(), b"one pixel more".to_vec()].concat();
    assert_eq!(sends(&key, another).await, StatusCode::SEE_OTHER, "chosen after going back");
    assert_eq!(photos().await, 2);
    assert_eq!(sends("", small_jpeg()).await, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn photo_page(app: &Router, cookie: &str) -> String {
    let page = Request::get("/permohonan/baru/sku/berkas").header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
    answer(app, page.body(Body::empty()).expect("a request")).await.1
}

fn between(text: &str, before: &str, end: char) -> String {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}"));
    rest.split(end).next().unwrap_or_default().to_owned()
}

async fn send(app: &Router, cookie: &str, body: String) -> (StatusCode, String) {
    let request = form("/api/accounts/edit_profile").header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
    answer(app, request.body(Body::from(body)).expect("a request")).await
}

async fn kept_name(app: &Router, cookie: &str) -> String {
    let page = Request::get("/akun/nama").header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
    answer(app, page.body(Body::empty()).expect("a request")).await.1
}

async fn answer(app: &Router, request: Request<Body>) -> (StatusCode, String) {
    let (parts, body) = app.clone().oneshot(request).await.expect("the router never fails").into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, String::from_utf8_lossy(&bytes).into_owned())
}
