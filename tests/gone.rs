//! The database is gone while the program runs: said plainly, soon, and to everybody alike.

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::features::accounts::demo;
use smart_kampung::server::clock::Entropy;
use smart_kampung::server::http::router;
use smart_kampung::server::seal::RootKey;
use tower::ServiceExt;

use crate::durability::Cluster;
use crate::support::{Folder, cookie_of, engine_of, form, hat};

/// Nobody waits longer; a pool waits five seconds for a connection.
const SOON: Duration = Duration::from_secs(15);

#[tokio::test]
async fn while_the_database_is_gone_every_answer_is_a_plain_sentence() {
    let (keys, mut cluster) = (Folder::new(), Cluster::durable("gone"));
    cluster.make_database("kampung");
    let key = format!("{}/root.key", keys.path());
    RootKey::read_or_make(key.as_ref(), &Entropy::system()).expect("a root key");
    let engine = engine_of(&["--demo", "--database-url", &cluster.address("kampung"), "--root-key-file", &key]).await;
    demo::invent_people(&engine.db).await.expect("people");
    let cookie = cookie_of(&engine, hat(&engine, "Ratna Contoh").await).await;
    let app = router(&engine);
    let read = || {
        let page = Request::get("/permohonan").header(header::COOKIE, &cookie).header(header::ACCEPT, "text/html");
        page.body(Body::empty()).expect("a request")
    };
    assert_eq!(answer(&app, read()).await.0, StatusCode::OK);

    cluster.end();
    let start = || {
        let begun = form("/api/applications/start").header(header::COOKIE, &cookie).header(header::ACCEPT, "text/html");
        begun.body(Body::from("layanan=sku&kantor=3510242008&_key=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70")).expect("a request")
    };
    for request in [read(), start()] {
        let (path, asked) = (request.uri().path().to_owned(), Instant::now());
        let (status, text) = answer(&app, request).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{path}: {text}");
        assert!(text.contains("Yang sudah kami terima tetap aman."), "{path}: {text}");
        assert!(asked.elapsed() < SOON, "{path} took {:?}", asked.elapsed());
    }
    // What needs no database is there.
    let public = Request::get("/").body(Body::empty()).expect("a request");
    assert_eq!(answer(&app, public).await.0, StatusCode::OK);
}

async fn answer(app: &Router, request: Request<Body>) -> (StatusCode, String) {
    let (parts, body) = app.clone().oneshot(request).await.expect("the router never fails").into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, String::from_utf8_lossy(&bytes).into_owned())
}
