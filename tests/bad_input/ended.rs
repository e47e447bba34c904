//! A session that ends in mid-form.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header;
use smart_kampung::server::session::{self, Ended};

use super::{ANOTHER, House, KEY, Page, body, get, plain};
use crate::support::{form, hat};

/// The form that a page holds: where it goes, and its bytes, as pressing its button sends them.
fn held_in(page: &Page) -> (String, String) {
    let form = page.html.split("<form method=\"post\" action=\"").nth(1).expect("a form").split("</form>").next().expect("its end");
    let action = form.split('"').next().expect("an address").to_owned();
    let mut bytes = String::new();
    for input in form.split("<input type=\"hidden\" name=\"").skip(1) {
        let mut parts = input.split('"');
        let (name, value) = (parts.next().expect("a name"), parts.nth(1).expect("a value"));
        let value = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        smart_kampung::ui::encode_pair(&mut bytes, name, &value);
    }
    (action, bytes)
}

type Pairs = Vec<(&'static str, String)>;

/// Who, where to, what they typed, and the door they are sent to.
fn forms(draft: &str, case: &str) -> Vec<(&'static str, &'static str, Pairs, &'static str)> {
    let text = |pairs: &[(&'static str, &str)]| pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Pairs>();
    let step = text(&[
        ("_id", draft),
        ("_langkah", "keperluan"),
        ("keperluan", "Pengajuan kredit \"KUR\" <2026>\r\ndi bank"),
        ("_di", "/permohonan/baru/sku/keperluan"),
    ]);
    let note = text(&[
        ("_id", case),
        ("_key", KEY),
        ("untuk_petugas", "Sudah ditelepon & belum diangkat"),
        ("_di", &format!("/kantor/permohonan/{case}")),
    ]);
    let settings = text(&[
        ("_seen", "0"),
        ("_key", KEY),
        ("kertas", "a4"),
        ("huruf", "serif"),
        ("buku", "satu"),
        ("pola", "{kode}/{urut:3}/{tahun}"),
        ("alamat", "Jl. Raya 1"),
        ("_di", "/kantor/pengaturan"),
    ]);
    let appoint =
        text(&[("nama", "Siti Aminah"), ("hp", "081399990001"), ("peran", "operator"), ("_key", ANOTHER), ("_di", "/kantor/pegawai")]);
    vec![
        ("Ratna Contoh", "/api/applications/save_step", step, "/masuk"),
        ("Rini Wulandari", "/api/desk/comment", note, "/masuk/petugas"),
        ("Hadi Santoso", "/api/desk/keep_settings", settings, "/masuk/petugas"),
        ("Hadi Santoso", "/api/accounts/appoint", appoint, "/masuk/petugas"),
    ]
}

#[tokio::test]
async fn what_was_typed_waits_in_the_page_and_is_sent_after_signing_in_again() {
    let house = House::new().await;
    let (case, draft) = (house.held_case().await.to_string(), house.draft().await.to_string());
    for (who, act, pairs, door) in forms(&draft, &case) {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let before = house.written().await;
        let page = house.sends("sk-dev=gone", act, &body(&pairs)).await;
        assert_eq!((page.status, page.kept.as_str()), (StatusCode::UNAUTHORIZED, "no-store"), "{act}");
        assert!(page.html.contains("Sesi Anda sudah berakhir") && page.html.contains("Isian Anda masih ada di halaman ini."), "{act}");
        assert!(page.html.contains(&format!("href=\"{door}\" target=\"_blank\"")), "{act}: {}", page.html);
        assert!(page.to.is_empty() && !page.html.contains("<script"), "{act}");
        assert_eq!(house.written().await, before, "{act}");

        let (action, bytes) = held_in(&page);
        assert_eq!((action.as_str(), bytes.as_str()), (act, body(&pairs).as_str()), "the very same bytes");
        let page = house.sends(&house.cookie(who).await, &action, &bytes).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{act}: {}", page.html);
    }
}

#[tokio::test]
async fn a_secret_is_not_held_and_asked_for_again_at_its_field() {
    let house = House::new().await;
    let typed = body(&[("sandi_lama", "lama sekali"), ("sandi", "kopi ijen pagi"), ("_key", KEY), ("_di", "/akun/sandi")]);
    let page = house.sends("sk-dev=gone", "/api/accounts/set_password", &typed).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.html.contains("lama sekali") && !page.html.contains("kopi ijen pagi"));
    let (action, bytes) = held_in(&page);
    let page = house.sends(&house.cookie("Ratna Contoh").await, &action, &bytes).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.problem("sandi").is_some(), "{}", page.html);
}

/// The tab beside has another hat on: what was typed is of no use to it, and is not lost.
#[tokio::test]
async fn under_another_account_nothing_is_done_and_nothing_is_lost() {
    let house = House::new().await;
    let case = house.held_case().await.to_string();
    let here = format!("/kantor/permohonan/{case}");
    let note = body(&[("_id", &case), ("_key", KEY), ("untuk_petugas", "Sudah ditelepon"), ("_di", &here)]);
    let before = house.written().await;
    for who in ["Ratna Contoh", "Wayan Sudarma"] {
        let page = house.sends(&house.cookie(who).await, "/api/desk/comment", &note).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
        assert!(page.html.contains("Isian ini bukan untuk akun yang sedang masuk"), "{who}: {}", page.html);
        assert_eq!(held_in(&page), ("/api/desk/comment".to_owned(), note.clone()));
    }
    // Another office has no such case, whatever it sends.
    assert_eq!(house.sends(&house.cookie("Sri Lestari").await, "/api/desk/comment", &note).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.written().await, before);
}

/// At the phone of a family, or at one desk, somebody else has signed in beside the form.
#[tokio::test]
async fn what_one_person_typed_is_neither_sent_as_another_nor_drawn_for_them() {
    let house = House::new().await;
    let case = house.held_case().await.to_string();
    let desk = format!("/kantor/permohonan/{case}");
    let name = vec![("nama", "Ratna Dewi")];
    let note = vec![("_id", case.as_str()), ("untuk_petugas", "Sudah ditelepon dua kali.")];
    for (who, other, page, act, mut pairs) in [
        ("Ratna Contoh", "Rini Wulandari", "/akun/nama", "/api/accounts/edit_profile", name),
        ("Rini Wulandari", "Joko Prasetyo", desk.as_str(), "/api/desk/comment", note),
    ] {
        let drawn = house.asks(get(&house.cookie(who).await, page)).await;
        let mark = drawn.html.split("name=\"_oleh\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a mark");
        let text = pairs.last().expect("what was typed").1;
        pairs.extend([("_key", KEY), ("_di", page), ("_oleh", mark)]);
        let (before, other) = (house.written().await, house.cookie(other).await);
        let page = house.sends(&other, act, &body(&pairs)).await;
        assert_eq!((page.status, house.written().await), (StatusCode::CONFLICT, before), "{act}");
        assert!(page.html.contains("Isian ini bukan untuk akun yang sedang masuk"), "{act}: {}", page.html);
        assert_eq!(page.html.matches(text).count(), 1, "{act}: in the form that waits, and nowhere to be read");
        let alive = form(act).header(header::ACCEPT, "application/json").header(header::COOKIE, &other);
        let said = house.asks(alive.body(Body::from(body(&pairs))).expect("a request")).await;
        assert_eq!((said.status, said.html.as_str()), (StatusCode::CONFLICT, "{\"Conflict\":\"another_account\"}"), "{act}");

        let (action, bytes) = held_in(&page);
        assert_eq!(house.sends(&house.cookie(who).await, &action, &bytes).await.status, StatusCode::SEE_OTHER, "{act}");
    }
}

#[tokio::test]
async fn a_page_that_is_alive_is_told_so_and_keeps_its_form_itself() {
    let house = House::new().await;
    let typed = body(&[("nama", "Ratna"), ("_key", KEY), ("_di", "/akun/nama")]);
    let page = house
        .asks(form("/api/accounts/edit_profile").header(header::ACCEPT, "application/json").body(Body::from(typed)).expect("a request"))
        .await;
    assert_eq!((page.status, page.html.as_str()), (StatusCode::UNAUTHORIZED, "\"SignIn\""));
    // So is the row of a photo; a form with a file is told how the browser sends it once more.
    let photo = |accept| form("/unggah?permohonan=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70&isian=ktp").header(header::ACCEPT, accept);
    let page = house.asks(photo("application/json").body(Body::from("x")).expect("a request")).await;
    assert_eq!((page.status, page.html.as_str()), (StatusCode::UNAUTHORIZED, "\"SignIn\""));
    let page = house.asks(photo("text/html").body(Body::from("x")).expect("a request")).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(page.html.contains("muat ulang halaman ini") && page.html.contains("href=\"/masuk\" target=\"_blank\""));
}

#[tokio::test]
async fn who_comes_back_is_told_at_each_door_why_the_session_is_over() {
    let house = House::new().await;
    let hadi = hat(&house.engine, "Hadi Santoso").await;
    let cookie = house.cookie("Hadi Santoso").await;
    session::end_all(&house.engine.db, hadi.account, None, Ended::Changed).await.expect("ended");
    for door in ["/masuk", "/masuk/petugas", "/masuk/sandi"] {
        let page = house.asks(get(&cookie, door)).await;
        assert!(
            page.html.contains("Sesi sebelumnya sudah diakhiri") && page.html.contains("Kata sandi atau hak akun ini berubah."),
            "{door}"
        );
    }
}

/// The second factor ran out while somebody typed: the form stays, and its text.
#[tokio::test]
async fn a_second_factor_that_ran_out_in_mid_form_takes_no_text_along() {
    let house = House::new().await;
    let head = hat(&house.engine, "Hadi Santoso").await;
    let cookie = crate::support::old_cookie_of(&house.engine, head).await;
    let typed =
        body(&[("nama", "Siti Aminah"), ("hp", "0813 9999 0001"), ("peran", "operator"), ("_key", KEY), ("_di", "/kantor/pegawai")]);
    let page = house.asks(plain(&cookie, "/api/accounts/appoint").body(Body::from(typed)).expect("a request")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.holds("Siti Aminah") && page.holds("0813 9999 0001"), "{}", page.html);
    assert!(page.html.contains("href=\"/masuk/kode\" target=\"_blank\""), "{}", page.html);
}
