//! A training as a resident meets it, with a browser that runs no script: enrol, type the code on the wall, say how it
//! was, and find the certificate, which everybody can check.

use axum::http::StatusCode;
use smart_kampung::server::clock::day_at;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::outbox::carry_due;

use crate::issuing::renderer;
use crate::support::{Browser, Village, ask, cookie_of, engine_with_people, hat, hidden_fields};

const ENROL: &str = "/api/training_own/enrol";
const ATTEND: &str = "/api/training_own/attend";
const ANSWER: &str = "/api/training_own/answer";
const TELL: &str = "/api/training_own/tell";
const NEW: &str = "/api/training_office/write_new";
const OPEN: &str = "/api/training_office/open";
const FINISH: &str = "/api/training_office/finish";
const SIGN: &str = "/api/training_office/certify";
const REVOKE: &str = "/api/training_office/revoke_certificate";

async fn browser(engine: &Engine, name: &str) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, name).await).await }
}

/// What follows `before` in a page, up to the end of the attribute.
fn after<'a>(page: &'a str, before: &str) -> &'a str {
    page.split(before).nth(1).and_then(|rest| rest.split(['"', '?']).next()).unwrap_or_else(|| panic!("{before}: {page}"))
}

/// A training that is held all day today; its page at the desk.
async fn announced(engine: &Engine, rini: &Browser) -> String {
    announced_with(engine, rini, "").await
}

async fn announced_with(engine: &Engine, rini: &Browser, more: &str) -> String {
    let today = day_at(engine.db.clock().now(), engine.db.zone()).iso();
    let page = rini.page("/kantor/pelatihan/baru").await;
    let fields = [
        &hidden_fields(&page, NEW),
        "&nama_pelatihan=Foto+Produk&ringkasan=Membuat+foto.&topik=foto-produk&sasaran_umkm=ya&penyelenggara=Kantor+Desa",
        "&tempat=Balai+desa&kuota=1&dana=tanpa&materi=https://materi.example.id/foto&sesi=",
        &today,
        "+00.00-23.59&tutup=",
        &today,
        more,
    ]
    .concat();
    let (status, to, page) = rini.sends(NEW, &fields).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let draft = rini.page(&to).await;
    let (status, to, _) = rini.sends(OPEN, &hidden_fields(&draft, OPEN)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    to.split('?').next().expect("an address").to_owned()
}

#[tokio::test]
async fn a_resident_enrols_attends_and_shows_a_certificate_that_everybody_can_check() {
    let engine = engine_with_people().await;
    let village = Village::tamansari(&engine).await;
    village.opens(&engine).await;
    let (rini, ratna, head) =
        (browser(&engine, "Rini Wulandari").await, browser(&engine, "Ratna Contoh").await, browser(&engine, "Hadi Santoso").await);
    let desk = announced(&engine, &rini).await;

    // A visitor finds it, and is led to the door and back.
    let (_, list) = ask(&engine, "/pelatihan?bidang=foto-produk").await;
    assert!(list.contains("Foto Produk") && list.contains("Sisa 1 kursi"), "{list}");
    let page = ["/pelatihan/", after(&list, "href=\"/pelatihan/")].concat();
    let (_, seen) = ask(&engine, &page).await;
    assert!(seen.contains("/masuk?lanjut=%2Fpelatihan%2F") && seen.contains("\"EducationEvent\""), "{seen}");
    assert!(!seen.contains("materi.example.id"), "material is for those who take part");

    let form = ratna.page(&page).await;
    let (status, _, refused) = ratna.sends(ENROL, &[&hidden_fields(&form, ENROL), "&nama=Ratna+2"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("id=\"nama-error\"") && refused.contains("value=\"Ratna 2\""), "{refused}");
    let (status, to, _) = ratna.sends(ENROL, &[&hidden_fields(&form, ENROL), "&nama=Ratna+Contoh"].concat()).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/akun/pelatihan?hasil=terdaftar"));
    let mine = ratna.page(&to).await;
    let own = ["/akun/pelatihan/", after(&mine, "href=\"/akun/pelatihan/")].concat();
    let place = ratna.page(&own).await;
    assert!(place.contains("materi.example.id") && place.contains("Saya hadir sekarang"), "{place}");

    // What is in the room: the code, and its screen.
    let wall = rini.page(&[&desk, "/layar/1"].concat()).await;
    assert!(wall.contains("http-equiv=\"refresh\""), "it loads itself again: {wall}");
    let code = after(&wall, "aria-label=\"Kode ").replace(' ', "");
    let hall = ["/hadir/", after(&place, "href=\"/hadir/")].concat();
    let typed = ratna.page(&[&hall, "?kode=", &code].concat()).await;
    assert!(typed.contains(&["value=\"", &code, "\""].concat()), "the QR code has filled it in: {typed}");
    let hidden = hidden_fields(&typed, ATTEND);
    let (status, _, refused) = ratna.sends(ATTEND, &[&hidden, "&angka=12+34"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("id=\"angka-error\"") && refused.contains("value=\"12 34\""), "{refused}");
    let wrong = if code == "111111" { "222222" } else { "111111" };
    let (status, _, refused) = ratna.sends(ATTEND, &[&hidden, "&angka=", wrong].concat()).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(refused.contains("tidak sedang tampil"), "{refused}");
    // Another code stands there every fifteen seconds: the one that stands there now.
    let now = rini.page(&[&desk, "/layar/1"].concat()).await;
    let form = ratna.page(&hall).await;
    let (status, to, page) = ratna
        .sends(ATTEND, &[&hidden_fields(&form, ATTEND), "&angka=", &after(&now, "aria-label=\"Kode ").replace(' ', "+")].concat())
        .await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [&own, "?hasil=hadir"].concat().as_str()), "{page}");

    let place = ratna.page(&to).await;
    let (status, _, refused) = ratna.sends(TELL, &[&hidden_fields(&place, TELL), "&pesan=Jelas."].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("id=\"nilai-error\"") && refused.contains("Jelas."), "{refused}");
    let (status, ..) = ratna.sends(TELL, &[&hidden_fields(&place, TELL), "&nilai=5&pesan=Jelas."].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);

    let page = rini.page(&desk).await;
    let (status, ..) = rini.sends(FINISH, &hidden_fields(&page, FINISH)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let certificates = [&desk, "/sertifikat"].concat();
    assert!(!rini.page(&certificates).await.contains(SIGN), "an officer signs nothing");
    let page = head.page(&certificates).await;
    let (status, to, refused) = head.sends(SIGN, &hidden_fields(&page, SIGN)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [&certificates, "?hasil=1"].concat().as_str()), "{refused}");

    let soon = ratna.page(&own).await;
    assert!(soon.contains("sedang disiapkan") && soon.contains("/v/"), "{soon}");
    carry_due(&engine.db, &renderer(&engine)).await.expect("carried");
    let ready = ratna.page(&own).await;
    assert!(ready.contains("/sertifikat.pdf"), "{ready}");
    let (status, pdf) = ratna.file(&[&own, "/sertifikat.pdf"].concat()).await;
    assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF-1.7"));

    let check = ["/v/", after(&ready, "href=\"/v/")].concat();
    let (status, shown) = ask(&engine, &check).await;
    assert_eq!(status, StatusCode::OK);
    for said in ["<b>Sah<", "R**** C*****", "Telah mengikuti pelatihan", "Foto Produk"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let page = head.page(&certificates).await;
    let (status, ..) = head.sends(REVOKE, &[&hidden_fields(&page, REVOKE), "&alasan=wrong_content"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, shown) = ask(&engine, &check).await;
    assert!(shown.contains("<b>Dicabut<") && !shown.contains("<b>Sah<"), "{shown}");
    assert!(ratna.page(&own).await.contains("Sertifikat ini dicabut"));
}

#[tokio::test]
async fn how_somebody_did_in_a_test_is_shown_by_a_press_and_they_read_who_pressed() {
    let engine = engine_with_people().await;
    let (rini, ratna) = (browser(&engine, "Rini Wulandari").await, browser(&engine, "Ratna Contoh").await);
    let desk = announced_with(&engine, &rini, "&soal=Cahaya+terbaik%3F%0A*+Pagi%0A-+Malam").await;
    let (_, list) = ask(&engine, "/pelatihan?bidang=foto-produk").await;
    let form = ratna.page(&["/pelatihan/", after(&list, "href=\"/pelatihan/")].concat()).await;
    let (status, to, _) = ratna.sends(ENROL, &[&hidden_fields(&form, ENROL), "&nama=Ratna+Contoh"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let own = ["/akun/pelatihan/", after(&ratna.page(&to).await, "href=\"/akun/pelatihan/")].concat();
    let (status, _, page) = ratna.sends(ANSWER, &[&hidden_fields(&ratna.page(&own).await, ANSWER), "&soal_1=0"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let page = rini.page(&desk).await;
    assert!(page.contains("Lihat nilai tes") && !page.contains("1/1") && !page.contains("Sesudah"), "{page}");
    assert!(!ratna.page("/akun/siapa-melihat").await.contains("nilai tes"));
    let page = rini.page(&[&desk, "?nilai=ya"].concat()).await;
    assert!(page.contains("1/1") && page.contains("Sesudah"), "{page}");
    let seen = ratna.page("/akun/siapa-melihat").await;
    assert!(seen.contains("Membuka nilai tes pelatihan Anda") && seen.contains("Rini Wulandari"), "{seen}");
}
