//! What the whole server promises about coming in and going out, over HTTP in process.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::access::Role;
use smart_kampung::features::offices::gazetteer;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use tower::ServiceExt;

use crate::support::{self, form};

async fn ask(app: &Router, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let (parts, body) = app.clone().oneshot(request).await.expect("the router never fails").into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

fn post(path: &str, body: &str) -> Request<Body> {
    form(path).body(Body::from(body.to_owned())).expect("a request")
}

fn with_cookie(mut request: Request<Body>, cookie: &str) -> Request<Body> {
    request.headers_mut().insert(header::COOKIE, cookie.parse().expect("a cookie"));
    request
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).header(header::ACCEPT, "text/html").body(Body::empty()).expect("a request")
}

/// The pair of a cookie that was set, as the browser sends it back.
fn cookie_in(headers: &HeaderMap, name: &str) -> String {
    let lines = headers.get_all(header::SET_COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let line = lines.filter_map(|line| line.split(';').next()).find(|pair| pair.starts_with(name));
    line.unwrap_or_else(|| panic!("no cookie {name}")).to_owned()
}

/// A resident comes in, as a browser does. `planted`: a cookie that was there before.
async fn comes_in(app: &Router, phone: &str, planted: Option<&str>) -> (HeaderMap, String) {
    let body = format!("hp={phone}&lewat=wa");
    let (status, headers, _) = ask(app, post("/api/accounts/ask_code", &body)).await;
    assert_eq!(status, StatusCode::OK);
    let challenge = cookie_in(&headers, "sk-dev-kode=");
    let (_, _, page) = ask(app, with_cookie(get("/masuk/periksa"), &challenge)).await;
    let code = page.split("id=\"kode-peragaan\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1)).expect("a code").to_owned();
    let cookies = planted.map_or(challenge.clone(), |planted| [planted, "; ", &challenge].concat());
    let (status, headers, said) =
        ask(app, with_cookie(post("/api/accounts/enter_code", &format!("kode={code}&lanjut=/akun")), &cookies)).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    (headers, said)
}

/// The same as a browser without a script sends it.
fn plain(path: &str, body: &str, cookie: &str) -> Request<Body> {
    let mut request = with_cookie(post(path, body), cookie);
    request.headers_mut().insert(header::ACCEPT, "text/html".parse().expect("a header"));
    request
}

async fn resident(engine: &Engine) -> String {
    support::cookie_of(engine, support::hat(engine, "Ratna Contoh").await).await
}

#[tokio::test]
async fn enumeration_uniform() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let mut answers = Vec::new();
    for phone in ["081200000001", "081299999999"] {
        let (status, headers, body) = ask(&app, post("/api/accounts/ask_code", &format!("hp={phone}&lewat=sms"))).await;
        let names: Vec<_> = headers.keys().map(|name| name.as_str().to_owned()).collect();
        let lengths: Vec<_> = headers.get_all(header::SET_COOKIE).into_iter().map(|cookie| cookie.len()).collect();
        answers.push((status, names, lengths, body));
        let (status, headers, body) = ask(&app, post("/api/accounts/password_sign_in", &format!("hp={phone}&sandi=kopi+ijen+pagi"))).await;
        answers.push((status, headers.keys().map(|name| name.as_str().to_owned()).collect(), Vec::new(), body));
    }
    assert_eq!(answers[..2], answers[2..]);
}

#[tokio::test]
async fn session_fixation() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let planted = format!("sk-dev={}", "A".repeat(43));
    let (headers, _) = comes_in(&app, "081200000001", Some(&planted)).await;
    let own = cookie_in(&headers, "sk-dev=");
    assert_ne!(own, planted);
    assert_eq!(ask(&app, with_cookie(get("/akun"), &planted)).await.0, StatusCode::SEE_OTHER);
    assert_eq!(ask(&app, with_cookie(get("/akun"), &own)).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_new_resident_is_asked_for_a_name_and_goes_on_to_where_they_wanted() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let (headers, said) = comes_in(&app, "081388887777", None).await;
    assert_eq!(said, r#"{"to":"/akun/nama?lanjut=%2Fakun","afresh":true}"#);
    let (_, _, page) = ask(&app, with_cookie(get("/akun"), &cookie_in(&headers, "sk-dev="))).await;
    assert!(page.contains("**** **** 7777") && !page.contains("81388887777"), "masked on their own page too");
}

#[tokio::test]
async fn who_signs_out_is_out_and_the_browser_forgets() {
    let engine = support::engine_with_people().await;
    let (app, cookie) = (router(&engine), resident(&engine).await);
    let (status, headers, _) = ask(&app, with_cookie(get("/akun"), &cookie)).await;
    assert_eq!((status, headers[header::CACHE_CONTROL].to_str().ok()), (StatusCode::OK, Some("no-store")));
    let mut plain = with_cookie(post("/api/accounts/sign_out", "_di=/akun"), &cookie);
    plain.headers_mut().insert(header::ACCEPT, "text/html".parse().expect("a header"));
    let (status, headers, _) = ask(&app, plain).await;
    assert_eq!((status, headers["clear-site-data"].to_str().ok()), (StatusCode::SEE_OTHER, Some("\"storage\"")));
    assert_eq!(cookie_in(&headers, "sk-dev="), "sk-dev=");
    let (status, headers, _) = ask(&app, with_cookie(get("/akun?a=1&b=2"), &cookie)).await;
    assert_eq!((status, headers[header::LOCATION].to_str().ok()), (StatusCode::SEE_OTHER, Some("/masuk?lanjut=%2Fakun%3Fa%3D1%26b%3D2")));
}

/// O9.
#[tokio::test]
async fn csrf_cross_site_post_403_all_routes() {
    let engine = support::engine_with_people().await;
    let (app, cookie) = (router(&engine), resident(&engine).await);
    for (path, _) in leptos::server_fn::axum::server_fn_paths() {
        let evil =
            [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "null")];
        for (name, value) in evil {
            let request = Request::post(path)
                .header(header::HOST, "kampung.test")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::COOKIE, &cookie)
                .header(name, value);
            let (status, ..) = ask(&app, request.body(Body::empty()).expect("a request")).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{path} with {name}: {value}");
        }
        let silent = Request::post(path).header(header::HOST, "kampung.test").header(header::COOKIE, &cookie);
        assert_eq!(ask(&app, silent.body(Body::empty()).expect("a request")).await.0, StatusCode::FORBIDDEN, "{path} without a word");
    }
    assert_eq!(ask(&app, with_cookie(get("/akun"), &cookie)).await.0, StatusCode::OK, "and nothing was done");
}

#[tokio::test]
async fn a_form_whose_session_ended_leads_to_the_door_of_its_page_and_draws_nothing_else() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let mut plain = post("/api/accounts_office/print_slip", "hp=08123&_key=x&_di=%2Fkantor%2Fslip");
    plain.headers_mut().insert(header::ACCEPT, "text/html".parse().expect("a header"));
    let (status, _, page) = ask(&app, plain).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(page.contains("Sesi Anda sudah berakhir") && page.contains("href=\"/masuk/petugas\" target=\"_blank\""));
    assert!(!page.contains("Cetak slip"));
}

#[tokio::test]
async fn nobody_is_led_to_another_host() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let (_, said) = {
        let (status, headers, _) = ask(&app, post("/api/accounts/ask_code", "hp=081200000001&lewat=wa&lanjut=%2F%2Fevil.example")).await;
        assert_eq!(status, StatusCode::OK);
        let challenge = cookie_in(&headers, "sk-dev-kode=");
        let (_, _, page) = ask(&app, with_cookie(get("/masuk/periksa"), &challenge)).await;
        let code = page.split("id=\"kode-peragaan\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1)).expect("a code").to_owned();
        let body = format!("kode={code}&lanjut=https%3A%2F%2Fevil.example");
        let (_, headers, said) = ask(&app, with_cookie(post("/api/accounts/enter_code", &body), &challenge)).await;
        (headers, said)
    };
    assert_eq!(said, r#"{"to":"/akun","afresh":true}"#);
}

/// O20, over HTTP: a fresh server knows nobody, and no page says otherwise.
#[tokio::test]
async fn no_account_after_fresh_install_over_http() {
    use sea_orm::ConnectionTrait;

    let folder = support::Folder::new();
    let engine = Engine::open(&support::settings(&folder)).await.expect("a server: is the site built?");
    let app = router(&engine);
    let database = sea_orm::Database::connect(format!("sqlite://{}/kampung.db?mode=ro", folder.path())).await.expect("the database");
    for table in ["account", "membership", "enrolment", "session"] {
        let count = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, format!("SELECT count(*) FROM {table}"));
        let row = database.query_one_raw(count).await.expect("an answer").expect("a row");
        assert_eq!(row.try_get_by_index::<i64>(0).expect("a number"), 0, "{table}");
    }
    for (who, password) in [("admin", "admin"), ("admin", "sid304"), ("wayan.kabupaten", "password")] {
        let body = format!("siapa={who}&sandi={password}&kode=000000");
        assert_eq!(ask(&app, post("/api/accounts/staff_sign_in", &body)).await.0, StatusCode::UNPROCESSABLE_ENTITY, "{who}");
    }
    let (_, _, page) = ask(&app, get("/masuk")).await;
    assert!(page.contains("value=\"slip\"") && !page.contains("value=\"wa\""), "without a gateway only slips are offered");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_but_no_secret() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let mut plain = post(
        "/api/accounts/staff_sign_in",
        "siapa=rini.tamansari&sandi=jangkrik+rahasia&kode=123456&lanjut=%2Fkantor&_di=%2Fmasuk%2Fpetugas",
    );
    plain.headers_mut().insert(header::ACCEPT, "text/html".parse().expect("a header"));
    plain.headers_mut().insert(header::COOKIE, "bahasa=en".parse().expect("a header"));
    let (status, _, page) = ask(&app, plain).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("<html lang=\"id\""), "drawn again it speaks the same language");
    assert!(page.contains("value=\"rini.tamansari\"") && page.contains("kata sandi, atau kode tidak cocok"));
    assert!(!page.contains("jangkrik") && !page.contains("123456"));
}

/// The table of the matrix tells "not there" from "not within reach" by nothing: neither do the bytes.
#[tokio::test]
async fn a_right_of_another_office_and_one_that_there_is_not_are_answered_with_the_same_bytes() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let cookie = support::cookie_of(&engine, support::hat(&engine, "Hadi Santoso").await).await;
    let theirs = support::hat(&engine, "Sri Lestari").await.membership.expect("staff").0.to_string();
    let mut answers = Vec::new();
    for right in [theirs.as_str(), "00000000-0000-4000-8000-000000000000"] {
        let body = format!("hak={right}&_key=00000000-0000-4000-8000-00000000000{}", answers.len());
        let (status, _, said) = ask(&app, with_cookie(post("/api/accounts/dismiss", &body), &cookie)).await;
        answers.push((status, said));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], (StatusCode::NOT_FOUND, "\"NotFound\"".to_owned()));
}

/// The act is refused, but the second factor was taken: the former token is worth nothing any more.
#[tokio::test]
async fn without_a_script_whoever_stepped_up_for_a_refused_act_stays_in() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let hadi = support::hat(&engine, "Hadi Santoso").await;
    let former = support::old_cookie_of(&engine, hadi).await;
    let code = support::code_of(&engine, "Hadi Santoso").await;
    let no_case = "00000000-0000-4000-8000-000000000000";
    let body = format!("_id={no_case}&_seen=1&_key={no_case}&alasan=wrong_content&catatan=Nama+keliru&kode={code}&_di=%2Fkantor");
    let (status, headers, page) = ask(&app, plain("/api/desk/revoke", &body, &former)).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{page}");
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(ask(&app, with_cookie(get("/kantor"), &former)).await.0, StatusCode::SEE_OTHER);
    assert_eq!(ask(&app, with_cookie(get("/kantor"), &cookie_in(&headers, "sk-dev="))).await.0, StatusCode::OK);
}

#[tokio::test]
async fn the_code_of_a_camat_is_handed_over_where_the_camat_are_and_that_of_a_head_where_the_offices_are() {
    let engine = support::engine_with_people().await;
    let app = router(&engine);
    let cookie = support::cookie_of(&engine, support::hat(&engine, "Wayan Sudarma").await).await;
    let sempu = gazetteer().every_kecamatan().into_iter().find(|kecamatan| kecamatan.name == "Sempu").expect("a kecamatan");
    let office = gazetteer().all()[0].slug;
    for (slug, role, entry, number) in
        [(sempu.slug(), Role::Camat.code(), "/bpm/kecamatan", 1), (office.to_owned(), Role::Head.code(), "/bpm/kantor", 2)]
    {
        let key = format!("00000000-0000-4000-8000-00000000000{number}");
        let appointed = format!("nama=Sari+Dewi&hp=08130000000{number}&peran={role}&slug={slug}&_key={key}&_di=%2Fbpm");
        let (status, headers, said) = ask(&app, plain("/api/accounts/appoint", &appointed, &cookie)).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
        let code = headers[header::LOCATION].to_str().expect("a place").to_owned();
        let page = ask(&app, with_cookie(get(&code), &cookie)).await.2;
        assert!(
            page.contains("Kode aktivasi untuk Sari Dewi") && page.contains(&format!("href=\"{entry}\" aria-current=\"page\"")),
            "{page}"
        );
    }
}

#[tokio::test]
async fn of_many_rows_the_one_that_was_refused_says_so_and_a_row_that_is_gone_is_said_above() {
    let engine = support::engine_with_people().await;
    let (app, staff) = (router(&engine), "_di=%2Fkantor%2Fpegawai");
    let cookie = support::cookie_of(&engine, support::hat(&engine, "Hadi Santoso").await).await;
    let key = "00000000-0000-4000-8000-000000000001";
    let appointed = format!("nama=Sari+Dewi&hp=081300000001&peran=operator&_key={key}&{staff}");
    assert_eq!(ask(&app, plain("/api/accounts/appoint", &appointed, &cookie)).await.0, StatusCode::SEE_OTHER);
    let right = async |name: &str| support::hat(&engine, name).await.membership.expect("staff").0.to_string();
    let (rini, elsewhere) = (right("Rini Wulandari").await, right("Sri Lestari").await);
    // The key of the appointment is refused for anything else, while all rows are there still.
    let fresh = "00000000-0000-4000-8000-000000000002";
    for (act, row, key, expected) in [
        ("dismiss", rini.clone(), key, StatusCode::CONFLICT),
        ("issue_code", rini + "&hilang=hp", key, StatusCode::CONFLICT),
        ("dismiss", elsewhere.clone(), fresh, StatusCode::NOT_FOUND),
        ("issue_code", elsewhere, fresh, StatusCode::NOT_FOUND),
    ] {
        let body = format!("hak={row}&_key={key}&{staff}");
        let (status, _, page) = ask(&app, plain(&["/api/accounts/", act].concat(), &body, &cookie)).await;
        assert_eq!((status, page.matches("Berhentikan").count()), (expected, 4), "{act} {row}");
        assert_eq!(page.matches("id=\"perbaiki\"").count(), 1, "{act} {row}");
    }
}
