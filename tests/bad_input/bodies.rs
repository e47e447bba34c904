//! Bytes that no form of ours sends: cut, endless, of another kind, twice under one name, from elsewhere.

use std::io;

use axum::body::Body;
use axum::http::{StatusCode, header};
use futures::stream;

use super::{House, KEY, body, get, plain};
use crate::support::form;

/// A body that comes in pieces and does not say how long it is; the line breaks after them.
fn cut(pieces: &[&str]) -> Body {
    let pieces: Vec<_> = pieces.iter().map(|piece| Ok((*piece).to_owned())).collect();
    let broken = [Err(io::Error::new(io::ErrorKind::ConnectionReset, "the line broke"))];
    Body::from_stream(stream::iter(pieces.into_iter().chain(broken)))
}

fn endless(first: String, mega: usize) -> Body {
    let piece = "a".repeat(1 << 20);
    Body::from_stream(stream::iter(std::iter::once(first).chain(std::iter::repeat_n(piece, mega)).map(Ok::<_, io::Error>)))
}

#[tokio::test]
async fn a_form_whose_line_was_cut_is_not_called_too_large_and_writes_nothing() {
    let house = House::new().await;
    let rini = house.cookie("Rini Wulandari").await;
    let before = house.written().await;
    for (cookie, act) in [("", "/api/accounts/ask_code"), (rini.as_str(), "/api/accounts_office/print_slip")] {
        let page = house.asks(plain(cookie, act).body(cut(&["hp=0812000", "00001&lewat=wa&_key="])).expect("a request")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{act}");
        assert!(page.html.contains("Kiriman terputus") && page.html.contains("Belum ada yang tersimpan"), "{act}: {}", page.html);
        assert!(!page.html.contains("terlalu besar"), "{act}");
        let alive = form(act).header(header::ACCEPT, "application/json").header(header::COOKIE, cookie);
        assert_eq!(house.asks(alive.body(cut(&["hp=0812"])).expect("a request")).await.status, StatusCode::BAD_REQUEST, "{act}");
    }
    assert_eq!(house.written().await, before);
}

#[tokio::test]
async fn ten_megabytes_that_do_not_say_how_long_they_are_end_at_the_limit() {
    let house = House::new().await;
    let ratna = house.cookie("Ratna Contoh").await;
    let before = house.written().await;
    for act in ["/api/accounts/ask_code", "/api/accounts/edit_profile", "/api/applications/save_step"] {
        let page = house.asks(plain(&ratna, act).body(endless("nama=".to_owned(), 10)).expect("a request")).await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE, "{act}");
        assert!(page.html.contains("Kiriman terlalu besar") && page.html.contains("Belum ada yang tersimpan"), "{act}: {}", page.html);
        // The page that is alive keeps the text itself, and says why; "later" would be no help.
        let alive = form(act).header(header::ACCEPT, "application/json").header(header::COOKIE, &ratna);
        let said = house.asks(alive.body(endless("nama=".to_owned(), 10)).expect("a request")).await;
        assert_eq!((said.status, said.html.as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "{\"Conflict\":\"too_much\"}"), "{act}");
    }
    assert_eq!(house.written().await, before);
}

/// As long as a form may be, and much too long for its field: that is said there, and kept.
#[tokio::test]
async fn a_text_that_is_too_long_for_its_field_is_kept_whole() {
    let house = House::new().await;
    let ratna = house.cookie("Ratna Contoh").await;
    let long = "Ratna Contoh ".repeat(3_000);
    let page = house.sends(&ratna, "/api/accounts/edit_profile", &body(&[("nama", &long), ("_key", KEY), ("_di", "/akun/nama")])).await;
    assert_eq!(
        (page.status, page.problem("nama")),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("Persingkat nama lengkap. Paling banyak 100 huruf."))
    );
    assert!(page.holds(&long));
}

#[tokio::test]
async fn bytes_of_another_kind_are_answered_with_a_page_and_never_with_code() {
    let house = House::new().await;
    let ratna = house.cookie("Ratna Contoh").await;
    let before = house.written().await;
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", "multipart/form-data", ""] {
        let mut sent = plain(&ratna, "/api/accounts/edit_profile").body(Body::from("{\"nama\":\"Ratna\"}")).expect("a request");
        sent.headers_mut().insert(header::CONTENT_TYPE, kind.parse().expect("a header"));
        let page = house.asks(sent).await;
        assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        assert!(page.html.contains("Kiriman ini tidak bisa dibaca") && page.html.starts_with("<!DOCTYPE html>"), "{kind}: {}", page.html);
    }
    // Whoever opens the address of an act.
    let page = house.asks(get(&ratna, "/api/accounts/edit_profile")).await;
    assert!(page.status.is_client_error() && page.html.starts_with("<!DOCTYPE html>"), "{} {}", page.status, page.html);
    assert_eq!(house.written().await, before);
}

#[tokio::test]
async fn a_name_that_comes_twice_is_refused_at_its_field() {
    let house = House::new().await;
    let (draft, ratna, rini) = (house.draft().await.to_string(), house.cookie("Ratna Contoh").await, house.cookie("Rini Wulandari").await);
    let before = house.written().await;
    for (cookie, act, sent, field) in [
        ("", "accounts/ask_code", body(&[("hp", "0812 0000 0001"), ("hp", "081200000002"), ("lewat", "wa"), ("_di", "/masuk")]), "hp"),
        (&ratna, "accounts/edit_profile", body(&[("nama", "Ratna <b>"), ("nama", ""), ("_key", KEY), ("_di", "/akun/nama")]), "nama"),
        (
            &rini,
            "accounts_office/print_slip",
            body(&[("hp", "081200000001"), ("hp", "081200000001"), ("_key", KEY), ("_di", "/kantor/slip")]),
            "hp",
        ),
        (
            &ratna,
            "applications/save_step",
            body(&[("_id", &draft), ("_langkah", "pemohon"), ("nik", "1"), ("nik", "2"), ("_di", "/permohonan/baru/sku/pemohon")]),
            "nik",
        ),
    ] {
        let page = house.sends(cookie, &["/api/", act].concat(), &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}");
        assert!(page.problem(field).is_some_and(|said| said.contains("terkirim dua kali")), "{act}: {:?}", page.problem(field));
    }
    assert_eq!(house.written().await, before);
}

#[tokio::test]
async fn a_foreign_referer_leads_nowhere_and_is_not_used() {
    let house = House::new().await;
    let ratna = house.cookie("Ratna Contoh").await;
    let from_afar = |sent: String| {
        let sent = plain(&ratna, "/api/accounts/edit_profile")
            .header(header::REFERER, "https://evil.example/akun/nama?x=1")
            .body(Body::from(sent));
        sent.expect("a request")
    };
    let page = house.asks(from_afar(body(&[("nama", "2"), ("_key", KEY), ("_di", "/akun/nama")]))).await;
    assert_eq!((page.status, page.to.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, ""));
    assert!(page.problem("nama").is_some() && !page.html.contains("evil.example"));
    let page = house
        .asks(from_afar(body(&[
            ("nama", "Ratna Contoh"),
            ("_key", KEY),
            ("lanjut", "//evil.example"),
            ("_di", "https://evil.example/akun"),
        ])))
        .await;
    assert_eq!((page.status, page.to.as_str()), (StatusCode::SEE_OTHER, "/akun"));
    // A page that is none of ours is not drawn either, and the address bar does not name it.
    let page = house.asks(from_afar(body(&[("nama", "2"), ("_key", KEY), ("_di", "//evil.example/akun")]))).await;
    assert_eq!((page.status, page.to.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, ""));
    assert!(page.html.contains("name=\"alamat\" content=\"/\"") && !page.html.contains("=\"//evil.example"), "{}", page.html);
}

#[tokio::test]
async fn a_photo_of_more_than_twelve_megabytes_is_refused_in_words() {
    let house = House::new().await;
    let (draft, ratna) = (house.draft().await, house.cookie("Ratna Contoh").await);
    let before = house.written().await;
    let door = format!("/unggah?permohonan={draft}&isian=ktp");
    let sends = |kind: &str, accept: &str, sent: Body, length: Option<usize>| {
        let mut request = form(&door).header(header::COOKIE, &ratna).header(header::ACCEPT, accept).body(sent).expect("a request");
        request.headers_mut().insert(header::CONTENT_TYPE, kind.parse().expect("a header"));
        if let Some(length) = length {
            request.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        }
        house.asks(request)
    };
    let (multipart, part) =
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a.jpg\"\r\n\r\n");
    // It says so at once, in a header; or only in its bytes.
    let page = sends(multipart, "text/html", endless(part.to_owned(), 13), Some(13 << 20)).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.html.contains("Kiriman terlalu besar"), "{}", page.html);
    let page = sends(multipart, "text/html", endless(part.to_owned(), 13), None).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("Berkas terlalu besar. Pilih yang di bawah"), "{}", page.html);
    let said = sends("image/jpeg", "application/json", endless(String::new(), 13), Some(13 << 20)).await;
    assert_eq!((said.status, said.html.as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "{\"Conflict\":\"too_much\"}"));
    let said = sends("image/jpeg", "application/json", endless(String::new(), 13), None).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.html.contains("picture_too_big"), "{}", said.html);
    // A line that broke is another matter: the same photo again.
    let page = sends(multipart, "text/html", cut(&[part, "abc"]), None).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("Unggah lagi"), "{}", page.html);
    assert_eq!(house.written().await, before);
}
