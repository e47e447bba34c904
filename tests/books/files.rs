//! What a library sends of its books: a photo of the cover, and the book itself where its licence is open.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::House;
use crate::sandbox::pictures::small_jpeg;
use crate::support::{Browser, ask, file_form, hidden_fields};

const REMOVE: &str = "/api/library_office/remove_book_file";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n";

/// A title that this library has entered: what another one has entered, that one shows and gives to read.
async fn entered_here(rini: &Browser) -> String {
    let list = rini.page("/kantor/pustaka/buku").await;
    let ids = list.split("/kantor/pustaka/buku/").skip(1).map(|rest| rest.split(['"', '?', '/']).next().unwrap_or_default());
    for id in ids.filter(|id| id.len() > 20) {
        if rini.page(&["/kantor/pustaka/buku/", id].concat()).await.contains("/sampul\"") {
            return id.to_owned();
        }
    }
    panic!("a title of this library")
}

/// Fills in the form with this door on the page, and sends it with a file as a browser does by itself.
async fn sends(
    who: &Browser,
    page: &str,
    door: &str,
    typed: &[(&str, &str)],
    (field, file): (&str, &[u8]),
) -> (StatusCode, String, String) {
    let hidden = hidden_fields(&who.page(page).await, door);
    let key = hidden.split('&').find_map(|pair| pair.strip_prefix("_key=")).expect("a key");
    let body = file_form(&[&[("_key", key)], typed].concat(), field, file);
    let request = Request::post(door)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .header(header::HOST, "localhost")
        .body(Body::from(body));
    let (status, to, page) = who.asks(request.expect("a request")).await;
    (status, to, String::from_utf8_lossy(&page).into_owned())
}

#[tokio::test]
async fn a_cover_is_cleaned_and_shown_to_everybody_and_what_is_no_picture_is_said_at_the_field() {
    let house = House::new().await;
    let rini = house.browser("Rini Wulandari").await;
    let title = entered_here(&rini).await;
    let desk = ["/kantor/pustaka/buku/", &title].concat();
    let door = ["/unggah/buku/", &title, "/sampul"].concat();
    let (status, _, page) = sends(&rini, &desk, &door, &[], ("foto", b"bukan foto")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("foto-error"));
    let (status, to, _) = sends(&rini, &desk, &door, &[], ("foto", &small_jpeg())).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, [&desk, "?hasil=sampul"].concat()));
    assert!(rini.page(&[&desk, "?hasil=sampul"].concat()).await.contains("Foto sampul tersimpan"));
    let (_, public) = ask(&house.engine, &["/pustaka/", &title].concat()).await;
    let file = public.split("/foto/buku/").nth(1).and_then(|rest| rest.split([' ', '"']).next()).expect("a photo");
    assert_eq!(ask(&house.engine, &["/foto/buku/", file].concat()).await.0, StatusCode::OK);
    let (_, catalogue) = ask(&house.engine, "/pustaka").await;
    assert!(catalogue.contains("/foto/buku/") && catalogue.contains("/gambar/buku.svg"), "a photo, and drawings for the others");
}

#[tokio::test]
async fn a_book_with_an_open_licence_is_read_by_everybody_until_its_library_takes_it_back() {
    let house = House::new().await;
    let (rini, sri) = (house.browser("Rini Wulandari").await, house.browser("Sri Lestari").await);
    let title = entered_here(&rini).await;
    let (desk, public) = (["/kantor/pustaka/buku/", &title].concat(), ["/pustaka/", &title].concat());
    let door = ["/unggah/buku/", &title, "/berkas"].concat();
    let open = [("lisensi", "cc-by-sa"), ("sumber", "Badan Bahasa")];

    for (typed, file, wrong) in [
        (&open[1..], PDF, "lisensi-error"),
        (&open[..1], PDF, "sumber-error"),
        (&open[..], &b""[..], "berkas-error"),
        (&open[..], &b"bukan PDF"[..], "berkas-error"),
        (&open[..], &small_jpeg()[..], "berkas-error"),
    ] {
        let (status, _, page) = sends(&rini, &desk, &door, typed, ("berkas", file)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(page.contains(wrong), "{wrong}: {page}");
        let kept = typed.iter().any(|(name, _)| *name == "sumber");
        assert_eq!(page.contains("value=\"Badan Bahasa\""), kept, "what was typed stays: {wrong}");
    }
    assert!(!ask(&house.engine, &public).await.1.contains("/baca/"), "nothing came in");

    let (status, to, page) = sends(&rini, &desk, &door, &open, ("berkas", PDF)).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, [&desk, "?hasil=berkas"].concat()), "{page}");
    let (_, page) = ask(&house.engine, &public).await;
    assert!(page.contains("CC BY-SA 4.0") && page.contains("Badan Bahasa"), "{page}");
    let file = page.split("href=\"/baca/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    let file = ["/baca/", file].concat();
    let visitor = Browser { app: rini.app.clone(), cookie: String::new() };
    assert_eq!(visitor.file(&file).await, (StatusCode::OK, PDF.to_vec()), "the same bytes, for somebody whom nobody knows");

    let own = rini.page(&desk).await;
    assert!(!sri.page(&desk).await.contains(REMOVE), "another library may not take it back");
    // Without for whom the form was drawn, as nobody's page would send it.
    let hidden = hidden_fields(&own, REMOVE);
    let forged: Vec<&str> = hidden.split('&').filter(|pair| !pair.starts_with("_oleh=")).collect();
    assert_eq!(sri.sends(REMOVE, &forged.join("&")).await.0, StatusCode::FORBIDDEN);
    assert_eq!(visitor.file(&file).await.0, StatusCode::OK);
    let (status, ..) = rini.sends(REMOVE, &hidden).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(visitor.file(&file).await.0, StatusCode::NOT_FOUND, "nobody reads it any more");
    assert!(!ask(&house.engine, &public).await.1.contains("/baca/"));
}
