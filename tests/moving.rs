//! Somebody moves from Tamansari to Sobo: the pages of both offices, as a browser without JavaScript
//! meets them.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt;
use smart_kampung::access::{ActName, Actor, Decision, Refusal};
use smart_kampung::domain::{ApplicationId, Day, LetterId};
use smart_kampung::features::applications::{Application, OfficeHours, Stamp, store};
use smart_kampung::features::letters::{F103, Mover, Place};
use smart_kampung::features::transfers::TransferCarrier;
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::db::WriteScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::outbox::{self, Carried, carry_due};
use tokio::task::JoinHandle;

use crate::issuing::renderer;
use crate::support::{self, Village, cookie_of, engine_with_people, form, hat};

const TAMANSARI: i64 = 3_510_242_008;
const SOBO: i64 = 3_510_161_002;
const LIST: &str = "/kantor/pindah-masuk";
const KEYS: [&str; 3] =
    ["018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f80", "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f81", "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f82"];

/// Passes the papers on, whatever the service: the letter here is no moving letter.
pub struct PassOn(pub ApplicationId);

impl Act for PassOn {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Forward;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.0).await
    }

    fn decide(&self, _: &Actor, _: &Application) -> Decision {
        Decision::Allow
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        case.forward("471/12".into(), &OfficeHours::default(), Stamp { by: cx.actor.account(), role: cx.actor.role(), now: cx.now })?;
        Ok(Change::of(Object::new("application", case.id), ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}

pub fn annex() -> F103 {
    let place = |village: &str, kecamatan: &str, office: i64| Place {
        address: "Jalan Kenanga 3".into(),
        rt: "002".into(),
        rw: "001".into(),
        village: village.into(),
        kecamatan: kecamatan.into(),
        regency: "Banyuwangi".into(),
        province: "Jawa Timur".into(),
        postcode: None,
        office: Some(office),
    };
    let mover = Mover { nik: "3510164506900001".into(), name: "RATNA CONTOH".into(), relation: "Kepala keluarga".into() };
    F103 {
        family_card: "3510160101100001".into(),
        name: mover.name.clone(),
        nik: mover.nik.clone(),
        from: place("Tamansari", "Licin", TAMANSARI),
        class: 3,
        to: place("Sobo", "Banyuwangi", SOBO),
        reason: 1,
        reason_text: None,
        kind: 1,
        staying: None,
        moving: Some(2),
        movers: vec![mover],
        on: Day::new(2026, 12, 1).expect("a day"),
        consent: true,
    }
}

/// Signed at Tamansari, and delivered.
async fn sent(engine: &Engine) -> (ApplicationId, LetterId) {
    let signed = signed(engine, annex()).await;
    assert_eq!(carried(engine).await, Carried { done: 2, put_off: 0 }, "to the office, and to the camat");
    signed
}

/// A letter of Ratna's with this form, signed at Tamansari.
pub async fn signed(engine: &Engine, form: F103) -> (ApplicationId, LetterId) {
    let village = Village::tamansari(engine).await;
    village.opens(engine).await;
    let (id, issued) = village.signs_with(engine, &form).await;
    (id, issued.letter)
}

async fn carried(engine: &Engine) -> Carried {
    carry_due(&engine.db, &TransferCarrier { db: engine.db.clone() }).await.expect("carried")
}

#[tokio::test]
async fn a_move_is_answered_on_pages_without_a_script_and_both_sides_read_where_it_stands() {
    let engine = engine_with_people().await;
    let app = router(&engine);
    let [sri, rini, ratna] =
        ["Sri Lestari", "Rini Wulandari", "Ratna Contoh"].map(|name| async { cookie_of(&engine, hat(&engine, name).await).await });
    let (sri, rini, ratna) = (sri.await, rini.await, ratna.await);
    assert!(get(&app, &sri, LIST).await.1.contains("Belum ada pindah masuk"));

    let (case, letter) = sent(&engine).await;
    for (camat, told) in [("Agus Setiawan", true), ("Nurul Hidayati", false)] {
        let page = get(&app, &cookie_of(&engine, hat(&engine, camat).await).await, "/kecamatan").await.1;
        assert_eq!(page.contains("R**** C*****") && page.contains("Kelurahan Sobo (Kec. Banyuwangi)"), told, "{page}");
        assert!(
            !page.contains("RATNA") && !page.contains("3510164506900001") && !page.contains("**** 0001") && !page.contains("Kenanga"),
            "{page}"
        );
    }
    let record = [LIST, "/", &letter.to_string()].concat();
    let (desk, own) = (["/kantor/permohonan/", &case.to_string()].concat(), ["/permohonan/", &case.to_string()].concat());
    let list = get(&app, &sri, LIST).await.1;
    assert!(list.contains(&record) && list.contains("Desa Tamansari (Kec. Licin)") && list.contains("Menunggu jawaban"), "{list}");
    assert!(!list.contains("RATNA CONTOH") && !list.contains("3510164506900001"), "somebody stands in clear");
    let (status, page) = get(&app, &sri, &record).await;
    assert_eq!(status, StatusCode::OK);
    for words in ["RATNA CONTOH", "**** **** **** 0001", "Jalan Kenanga 3", "500.2.2.4/001", "Terima kepindahan", "Tolak kepindahan"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert_eq!(get(&app, &rini, &record).await.0, StatusCode::NOT_FOUND, "it is no record of the office that was left");
    for (cookie, path, words) in [(&rini, &desk, "menerima kepindahan ini."), (&ratna, &own, "menerima kepindahan Anda.")] {
        let page = get(&app, cookie, path).await.1;
        assert!(page.contains("Kelurahan Sobo (Kec. Banyuwangi)") && page.contains(words), "{page}");
    }

    let fields = ["_id=", &letter.to_string(), "&_seen=1&_di=", &record.replace('/', "%2F")].concat();
    let no = [&fields, "&_key=", KEYS[0], "&alasan=duplicate&catatan=+"].concat();
    let (status, page) = post(&app, &sri, "transfers/decline", no).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("catatan-error"), "the page says what is missing: {page}");
    let yes = |key: &str| [&fields, "&_key=", key].concat();
    assert_eq!(post(&app, &sri, "transfers/accept", yes(KEYS[1])).await.0, StatusCode::SEE_OTHER);
    assert_eq!(post(&app, &sri, "transfers/accept", yes(KEYS[1])).await.0, StatusCode::SEE_OTHER, "sent twice");
    assert_eq!(post(&app, &sri, "transfers/accept", yes(KEYS[2])).await.0, StatusCode::CONFLICT);
    let page = get(&app, &sri, &record).await.1;
    assert!(page.contains("Diterima") && page.contains("Sri Lestari") && !page.contains("Terima kepindahan"), "{page}");

    assert_eq!(carried(&engine).await, Carried { done: 1, put_off: 0 });
    for (cookie, path) in [(&rini, &desk), (&ratna, &own)] {
        let page = get(&app, cookie, path).await.1;
        assert!(page.contains("sudah menerima kepindahan"), "{page}");
    }
    let watched = get(&app, &ratna, "/akun/siapa-melihat").await;
    assert!(watched.1.contains("Membuka kepindahan Anda di kantor tujuan"), "{watched:?}");
}

/// With everything that carries beside a running server.
#[tokio::test]
async fn a_signed_move_is_seen_at_the_destination_within_five_seconds() {
    let engine = engine_with_people().await;
    let (app, sri) = (router(&engine), cookie_of(&engine, hat(&engine, "Sri Lestari").await).await);
    let carriers = [
        tokio::spawn(outbox::run(engine.db.clone(), renderer(&engine))),
        tokio::spawn(outbox::run(engine.db.clone(), TransferCarrier { db: engine.db.clone() })),
    ];
    let (_, letter) = signed(&engine, annex()).await;
    let record = [LIST, "/", &letter.to_string()].concat();
    let seen = async {
        while !get(&app, &sri, LIST).await.1.contains(&record) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), seen).await.expect("it is there in time");
    carriers.iter().for_each(JoinHandle::abort);
}

#[tokio::test]
async fn a_consent_is_taken_back_on_a_page_without_a_script_until_the_move_has_left() {
    let engine = engine_with_people().await;
    let app = router(&engine);
    let [rini, ratna] = ["Rini Wulandari", "Ratna Contoh"].map(|name| async { cookie_of(&engine, hat(&engine, name).await).await });
    let (rini, ratna) = (rini.await, ratna.await);
    let (case, _) = signed(&engine, annex()).await;
    let own = ["/permohonan/", &case.to_string()].concat();
    let page = get(&app, &ratna, &own).await.1;
    for words in ["Tarik persetujuan kirim data", "Kelurahan Sobo (Kec. Banyuwangi)", "/api/applications/withdraw_consent"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let fields = |key: &str| ["_id=", &case.to_string(), "&_di=", &own.replace('/', "%2F"), "&_key=", key].concat();
    assert_eq!(post(&app, &rini, "applications/withdraw_consent", fields(KEYS[0])).await.0, StatusCode::NOT_FOUND, "an officer");
    for _ in 0..2 {
        assert_eq!(post(&app, &ratna, "applications/withdraw_consent", fields(KEYS[1])).await.0, StatusCode::SEE_OTHER, "sent twice");
    }
    let (status, page) = post(&app, &ratna, "applications/withdraw_consent", fields(KEYS[2])).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("Tidak ada data yang akan dikirim"), "{page}");
    let page = get(&app, &ratna, &own).await.1;
    for words in ["Anda menarik persetujuan", "Persetujuan kirim data ditarik", "bawa sendiri ke kantor itu"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(!page.contains("Tarik persetujuan kirim data"), "{page}");
    let page = get(&app, &rini, &["/kantor/permohonan/", &case.to_string()].concat()).await.1;
    assert!(page.contains("Pemohon menarik persetujuan kirim data"), "{page}");
    let in_english = get(&app, &[&ratna, "; bahasa=en"].concat(), &own).await.1;
    assert!(in_english.contains("You have withdrawn your consent"), "{in_english}");
}

#[tokio::test]
async fn who_takes_a_consent_back_too_late_is_told_whom_to_ask() {
    let engine = engine_with_people().await;
    let app = router(&engine);
    let ratna = cookie_of(&engine, hat(&engine, "Ratna Contoh").await).await;
    let (case, _) = sent(&engine).await;
    let own = ["/permohonan/", &case.to_string()].concat();
    assert!(!get(&app, &ratna, &own).await.1.contains("Tarik persetujuan kirim data"));
    let fields = ["_id=", &case.to_string(), "&_di=", &own.replace('/', "%2F"), "&_key=", KEYS[0]].concat();
    let (status, page) = post(&app, &ratna, "applications/withdraw_consent", fields).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("Data Anda sudah dikirim. Untuk menghapusnya, hubungi kantor tujuan."), "{page}");
    assert!(page.contains("menerima kepindahan Anda"), "the page says where it is: {page}");
}

async fn get(app: &Router, cookie: &str, path: &str) -> (StatusCode, String) {
    let request = || Request::get(path).header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
    read(support::answer(app, || request().body(Body::empty()).expect("a request")).await).await
}

async fn post(app: &Router, cookie: &str, function: &str, body: String) -> (StatusCode, String) {
    let path = ["/api/", function].concat();
    let request = || form(&path).header(header::COOKIE, cookie).header(header::ACCEPT, "text/html");
    read(support::answer(app, || request().body(Body::from(body.clone())).expect("a request")).await).await
}

async fn read(answer: Response) -> (StatusCode, String) {
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, String::from_utf8_lossy(&bytes).into_owned())
}
