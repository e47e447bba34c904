//! What every answer owes, asked of the whole router in process.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::access::{Code, Refusal};
use smart_kampung::server::http::{layered, router};
use smart_kampung::text::{Lang, refusal_sentence};
use smart_kampung::ui::SAY_IN;
use tower::ServiceExt;

use crate::support;

async fn app() -> Router {
    let engine = support::engine().await;
    router(&engine)
}

async fn ask(request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let answer = app().await.oneshot(request).await.expect("the router never fails");
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("a request")
}

fn form(path: &str) -> axum::http::request::Builder {
    Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

#[tokio::test]
async fn every_page_is_fenced_and_its_scripts_carry_its_nonce() {
    let (status, headers, html) = ask(get("/")).await;
    assert_eq!(status, StatusCode::OK);
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
    assert_eq!(html.matches("<script").count(), html.matches(&format!("nonce=\"{nonce}\"")).count());
    assert!(!html.contains(" style="), "no inline style");
    for name in ["x-content-type-options", "referrer-policy", "cross-origin-opener-policy", "x-frame-options"] {
        assert!(headers.contains_key(name), "{name}");
    }
    let (_, again, _) = ask(get("/")).await;
    assert_ne!(headers[header::CONTENT_SECURITY_POLICY], again[header::CONTENT_SECURITY_POLICY], "nonces are fresh");
}

#[tokio::test]
async fn a_site_that_is_reached_over_tls_says_so_for_two_years() {
    let engine = support::engine_of(&["--public-url", "https://kampung.example"]).await;
    let answer = router(&engine).oneshot(get("/")).await.expect("an answer");
    assert_eq!(answer.headers()[header::STRICT_TRANSPORT_SECURITY], "max-age=63072000; includeSubDomains");
    let (_, headers, _) = ask(get("/")).await;
    assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY), "without TLS it would lock visitors out");
}

/// In the browser its address is that of a page, whose code would not find its own markup and die.
#[tokio::test]
async fn the_page_of_another_hat_is_not_brought_to_life() {
    let engine = support::engine_with_people().await;
    let cookie = support::cookie_of(&engine, support::hat(&engine, "Rini Wulandari").await).await;
    let ask = Request::get("/bpm/kantor").header(header::ACCEPT, "text/html").header(header::COOKIE, cookie);
    let answer = router(&engine).oneshot(ask.body(Body::empty()).expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let body = answer.into_body().collect().await.expect("a whole body").to_bytes();
    assert!(!String::from_utf8_lossy(&body).contains(".wasm"));
}

#[tokio::test]
async fn under_data_saver_no_browser_code_is_named() {
    let (_, _, html) = ask(Request::get("/").header("save-data", "on").body(Body::empty()).expect("a request")).await;
    assert!(!html.contains(".wasm") && !html.contains("hydrate"));
    let (_, _, chosen) =
        ask(Request::get("/").header("save-data", "on").header(header::COOKIE, "hemat=0").body(Body::empty()).expect("a request")).await;
    assert!(chosen.contains(".wasm"), "the visitor's own choice wins");
}

#[tokio::test]
async fn a_path_that_nobody_named_is_the_same_404_whatever_its_method() {
    for path in ["/tidak-ada", "/d/atlantis", "/.git/config", "/%00", "/api"] {
        assert_eq!(ask(get(path)).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_refused_read_says_so_in_its_status() {
    let (status, headers, body) = ask(form("/api/offices/village").body(Body::from("slug=atlantis")).expect("a request")).await;
    assert_eq!((status, body.as_str()), (StatusCode::NOT_FOUND, "\"NotFound\""));
    assert!(!headers.contains_key("serverfnerror"), "the framework does not name itself");
    let (status, _, _) = ask(form("/api/offices/village").body(Body::from("nama=x")).expect("a request")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_preference_is_kept_and_leaves_the_address() {
    let (status, headers, _) = ask(get("/d/licin?bahasa=en&x=1")).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers[header::LOCATION], "/d/licin?x=1");
    let (_, headers, _) = ask(get("//evil.example/?hemat=1")).await;
    assert_eq!(headers[header::LOCATION], "/evil.example/", "never another host");
}

#[tokio::test]
async fn pages_of_the_staff_say_that_they_are_indonesian_whatever_a_visitor_chose() {
    let in_english = async |path: &str| {
        let request = Request::get(path).header(header::COOKIE, "bahasa=en").body(Body::empty()).expect("a request");
        ask(request).await.2
    };
    for path in ["/masuk/petugas", "/masuk/aktivasi", "/masuk/aktivasi/pasang"] {
        let page = in_english(path).await;
        assert!(page.contains("<html lang=\"id\" data-plain"), "{path}");
        assert!(!page.contains("bahasa="), "{path} offers a language that it does not speak");
    }
    let page = in_english("/masuk").await;
    assert!(page.contains("<html lang=\"en\" data-role") && page.contains("bahasa=id"), "a page of residents speaks both");
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused() {
    let long = "slug=".to_owned() + &"a".repeat(70 * 1024);
    let (status, _, _) =
        ask(form("/api/offices/village").header(header::CONTENT_LENGTH, long.len()).body(Body::from(long)).expect("a request")).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_common_page_is_kept_with_its_policy_and_a_304_repeats_it() {
    let app = app().await;
    let ask = async |request: Request<Body>| app.clone().oneshot(request).await.expect("the router never fails");
    let first = ask(get("/")).await;
    let again =
        ask(Request::get("/?x=1").header(header::IF_NONE_MATCH, &first.headers()[header::ETAG]).body(Body::empty()).expect("a request"))
            .await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(again.headers()[header::CONTENT_SECURITY_POLICY], first.headers()[header::CONTENT_SECURITY_POLICY]);
    let english = ask(Request::get("/").header(header::COOKIE, "bahasa=en").body(Body::empty()).expect("a request")).await;
    assert_ne!(english.headers()[header::ETAG], first.headers()[header::ETAG], "each language has its own");
    let known = ask(Request::get("/").header(header::COOKIE, "sk-dev=x").body(Body::empty()).expect("a request")).await;
    assert!(!known.headers().contains_key(header::ETAG), "who may be signed in gets nothing that was kept");
}

#[tokio::test]
async fn what_the_layers_refuse_is_said_in_words() {
    let request = form("/api/offices/village").header(header::ACCEPT, "text/html").header(header::CONTENT_LENGTH, 70_000);
    let (status, _, html) = ask(request.body(Body::from("x")).expect("a request")).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(html.contains("Kiriman terlalu besar") && html.contains("Belum ada yang tersimpan"));
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_answer_304() {
    let (_, _, html) = ask(get("/")).await;
    let css = html.split("href=\"").find(|part| part.starts_with("/pkg/")).and_then(|part| part.split('"').next()).expect("a stylesheet");
    let (status, headers, _) = ask(get(css)).await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers[header::CACHE_CONTROL].to_str().is_ok_and(|value| value.contains("immutable")));
    let (_, drawing, _) = ask(get("/ikon.svg")).await;
    assert_eq!(drawing[header::CACHE_CONTROL], "public, max-age=300", "one that has no hash is fetched once a page, not once a use");
    let again = Request::get(css).header(header::IF_NONE_MATCH, &headers[header::ETAG]).body(Body::empty()).expect("a request");
    assert_eq!(ask(again).await.0, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn beside_data_that_is_there_no_new_root_key_is_made() {
    let folder = support::Folder::new();
    let settings = support::settings(&folder);
    smart_kampung::server::engine::open_db(&settings.store).await.expect("a new database and a new key").close().await;
    std::fs::remove_file(std::path::Path::new(folder.path()).join("root.key")).expect("the key was made");
    let refused = smart_kampung::server::engine::open_db(&settings.store).await.err().expect("no key, no start");
    assert!(matches!(refused, smart_kampung::server::engine::NotStarted::Key(_)), "{refused}");
}

#[tokio::test]
async fn the_gallery_is_there_in_a_demonstration_alone() {
    let (status, _, _) = ask(get("/galeri")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let engine = support::engine_of(&["--demo"]).await;
    let answer = router(&engine).oneshot(get("/galeri")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.headers().contains_key(header::CONTENT_SECURITY_POLICY));
}

/// As a mistake of ours would, in the middle of what somebody typed.
async fn fails() -> &'static str {
    panic!("0812 3456 7890 was typed")
}

/// V15-V16: one panic is one failed request, said in words and under a number that the log has too.
#[tokio::test]
async fn a_route_that_panics_is_a_page_that_says_so_with_every_header_and_an_incident() {
    let engine = support::engine().await;
    let routes = Router::new().route("/layanan", axum::routing::get(fails)).route("/lacak", axum::routing::get(|| async { "still here" }));
    let app = layered(&engine, Router::new(), routes);
    let ask = async |path: &str, accept: &str| {
        let asked = Request::get(path).header(header::ACCEPT, accept).body(Body::empty()).expect("a request");
        let (parts, body) = app.clone().oneshot(asked).await.expect("the router never fails").into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes();
        (parts.status, parts.headers, String::from_utf8_lossy(&body).into_owned())
    };
    let (status, headers, page) = ask("/layanan", "text/html").await;
    assert_eq!(
        (status, &headers[header::CONTENT_TYPE]),
        (StatusCode::INTERNAL_SERVER_ERROR, &"text/html; charset=utf-8".parse().expect("a type"))
    );
    for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy", "x-frame-options"] {
        assert!(headers.contains_key(name), "{name}");
    }
    assert!(page.contains("Ada yang tidak beres di sisi kami") && !page.contains("0812"), "{page}");
    let number = |page: &str| page.split(|letter: char| !letter.is_ascii_hexdigit()).find(|word| word.len() == 8).map(str::to_owned);
    let first = number(&page).unwrap_or_else(|| panic!("no incident in {page}"));
    assert_ne!(number(&ask("/layanan", "text/html").await.2), Some(first), "each has its own");
    let (status, headers, body) = ask("/layanan", "application/json").await;
    assert!(status == StatusCode::INTERNAL_SERVER_ERROR && body.is_empty() && headers.contains_key("content-security-policy"), "{body}");
    assert_eq!(ask("/lacak", "text/html").await.2, "still here", "others go on");
}

/// A browser knows few of the sentences, and asks for the one that it needs.
#[tokio::test]
async fn a_browser_is_told_in_its_language_why_a_record_refuses() {
    let engine = support::engine().await;
    let refusing = |code: Code| axum::routing::get(move || async move { (StatusCode::CONFLICT, axum::Json(Refusal::Conflict(code))) });
    let routes = Router::new().route("/kartu/satu", refusing(Code::NotRead)).route("/kartu/dua", refusing(Code::KeyReused));
    let app = layered(&engine, Router::new(), routes);
    let ask = async |path: &str, lang: Option<&str>| {
        let asked = lang.into_iter().fold(Request::get(path), |asked, lang| asked.header(SAY_IN, lang));
        let answer = app.clone().oneshot(asked.body(Body::empty()).expect("a request")).await.expect("the router never fails");
        let body = answer.into_body().collect().await.expect("a whole body").to_bytes();
        serde_json::from_slice::<Refusal>(&body).expect("a refusal")
    };
    let sentence = |lang| Refusal::Told(refusal_sentence(lang, &Refusal::Conflict(Code::NotRead)));
    assert_eq!(ask("/kartu/satu", Some("id")).await, sentence(Lang::Id));
    assert_eq!(ask("/kartu/satu", Some("en")).await, sentence(Lang::En));
    assert_eq!(ask("/kartu/satu", None).await, Refusal::Conflict(Code::NotRead), "who did not ask gets the code");
    assert_eq!(ask("/kartu/dua", Some("id")).await, Refusal::Conflict(Code::KeyReused), "upon this the browser acts");
}
