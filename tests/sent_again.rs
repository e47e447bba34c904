//! A form whose answer was lost, sent again: the same words are the same wish, other words are not.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::server::http::router;
use tower::ServiceExt;

use crate::support::{cookie_of, engine_with_people, form, hat};

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
