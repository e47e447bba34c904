//! Photos that prove an office's answers, on their way in and out: real children behind the fence, real files
//! on the disk.

mod pictures;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::routing::get;
use http_body_util::BodyExt;
use smart_kampung::access::{Actor, Code, Refusal};
use smart_kampung::domain::{BlobId, CampaignId, Lang};
use smart_kampung::features::compliance::acts::{
    DeclareHome, Finding, JudgeItem, KeepAnswer, LockCampaign, OpenCampaign, PublishCampaign, RemoveEvidence, SubmitAssessment,
};
use smart_kampung::features::compliance::{Assessment, Doubt, Evidence, FileKind, Instrument, Score, Verdict, store};
use smart_kampung::forms::ProblemCode;
use smart_kampung::server::clock::day_at;
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::{Photos, evidence_file_routes, evidence_routes};
use smart_kampung::server::sandbox::Sandbox;
use smart_kampung::text::told;
use smart_kampung::ui::Redraw;
use tower::ServiceExt;

use crate::sandbox::pictures::small_jpeg;
use crate::support::{self, Served, Village, does, file_form, hat};

const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";

/// A campaign in which both offices of most tests answer, each with a reviewer from the other's kecamatan.
pub async fn campaign(engine: &Engine) -> CampaignId {
    let (here, there) = (Village::tamansari(engine).await.office, Village::sobo(engine).await.office);
    let mut reviewers = Vec::new();
    for (name, home) in [("Gede Artawan", there), ("Siti Rahayu", here), ("Made Suparta", there)] {
        let reviewer = officer_of_the_regency(engine, name).await;
        does(engine, &reviewer, DeclareHome { home }).await;
        reviewers.push(reviewer.account().expect("somebody known"));
    }
    let closes = day_at(engine.db.clock().now(), engine.db.zone()).plus_days(30);
    let open = OpenCampaign { name: "Semester contoh".into(), closes, offices: vec![here, there], instrument: "2016-13".into(), reviewers };
    does(engine, &officer_of_the_regency(engine, "Wayan Sudarma").await, open).await
}

async fn officer_of_the_regency(engine: &Engine, name: &str) -> Actor {
    Actor::new(hat(engine, name).await, true)
}

#[tokio::test]
async fn the_first_pages_count_what_the_review_waits_for() {
    let served = support::engine_with_people().await;
    let _ = campaign(&served).await;
    let tile = |figure: &str, what: &str| format!("<b>{figure}</b><span>{what}</span>");
    let pages = [
        ("Rini Wulandari", "/kantor", tile("13", "Butir belum dijawab")),
        ("Hadi Santoso", "/kantor", tile("30", "Hari lagi mengajukan")),
        ("Gede Artawan", "/bpm/telaah", tile("0", "Butir menunggu Anda")),
        ("Wayan Sudarma", "/bpm/kantor", tile("2", "Kantor belum mengajukan")),
    ];
    for (name, path, tile) in pages {
        let cookie = support::cookie_of(&served, hat(&served, name).await).await;
        let page = support::Browser { app: smart_kampung::server::http::router(&served), cookie }.page(path).await;
        // Between two texts stands a mark for the code that wakes the page.
        let page = page.replace("<!>", "");
        assert!(page.contains(&tile), "{name} at {path}: {tile}");
        assert_eq!(page.matches("class=\"counts\"").count(), 1, "{path}");
    }
}

struct House {
    served: Served,
    app: Router,
    village: Village,
    elsewhere: Village,
    campaign: CampaignId,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl House {
    async fn new() -> Self {
        let served = support::engine_with_people().await;
        let (village, elsewhere) = (Village::tamansari(&served).await, Village::sobo(&served).await);
        let campaign = campaign(&served).await;
        let mut engine = served.clone();
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        // In place of the pages: what a page would be told about a refusal.
        let pages = Router::new().fallback(get(|request: Request<Body>| async move {
            let redraw = request.extensions().get::<Redraw>().expect("a refusal to draw");
            serde_json::to_string(&(request.uri().path(), &redraw.typed, &redraw.refusal)).expect("JSON")
        }));
        let to = Photos { engine, pages };
        let app = evidence_routes(to.clone()).merge(evidence_file_routes(to));
        Self { served, app, village, elsewhere, campaign }
    }

    async fn answers(&self) -> Assessment {
        let scope = OfficeScope::open(&self.served.db, &self.village.officer).await.expect("an office");
        store::assessment(&scope, self.campaign, Instrument::seeded()).await.expect("answers")
    }

    async fn photos(&self, item: &str) -> Vec<Evidence> {
        self.answers().await.answer(item).expect("an item").evidence.clone()
    }

    async fn ask(&self, who: &Actor, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(who.clone());
        let answer = self.app.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn sends(&self, who: &Actor, item: &str, typed: &[(&str, &str)], bytes: &[u8]) -> Answer {
        self.sends_to(who, (&format!("/unggah/kepatuhan/{item}"), "foto"), &[typed, &[("setuju", "ya")]].concat(), bytes).await
    }

    async fn sends_file(&self, who: &Actor, item: &str, typed: &[(&str, &str)], bytes: &[u8]) -> Answer {
        let typed = [typed, &[("setuju_gambar", "ya")]].concat();
        self.sends_to(who, (&format!("/unggah/kepatuhan/{item}/berkas"), "berkas"), &typed, bytes).await
    }

    async fn sends_to(&self, who: &Actor, (door, file): (&str, &str), typed: &[(&str, &str)], bytes: &[u8]) -> Answer {
        let body = file_form(&[typed, &[("_key", KEY)]].concat(), file, bytes);
        let form = Request::post(door).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.ask(who, form.body(Body::from(body)).expect("a request")).await
    }

    async fn looks(&self, who: &Actor, path: &str) -> StatusCode {
        self.ask(who, Request::get(path).body(Body::empty()).expect("a request")).await.status
    }

    async fn does_as(&self, name: &str) -> Actor {
        officer_of_the_regency(&self.served, name).await
    }

    async fn answers_all(&self) {
        for item in Instrument::seeded().asked() {
            let seen = self.answers().await.answer(&item.code).expect("an item").version;
            let claim = if item.code == "wifi" { Score::Met } else { Score::Missing };
            let keep = KeepAnswer {
                campaign: self.campaign,
                item: item.code.clone(),
                seen,
                claim,
                note: String::new(),
                note_is_public: false,
                link: String::new(),
            };
            does(&self.served, &self.village.officer, keep).await;
        }
    }
}

impl Answer {
    /// The page, what was typed, and why not.
    fn refused(&self) -> (String, Vec<(String, String)>, Refusal) {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }

    fn problem(&self, field: &str) -> Option<ProblemCode> {
        match self.refused().2 {
            Refusal::Invalid(problems) => problems.of(field),
            other => panic!("{other:?}"),
        }
    }
}

fn within(photo: BlobId) -> String {
    format!("/m/kepatuhan/tamansari-licin/{photo}/640.webp")
}

fn public(photo: BlobId) -> String {
    format!("/foto/kepatuhan/tamansari-licin/{photo}/640.webp")
}

#[tokio::test]
async fn what_is_no_picture_or_is_doubtful_without_a_reason_is_refused_and_what_was_typed_stays() {
    let house = House::new().await;
    let officer = &house.village.officer;
    let typed = [("tanggal.hari", "3"), ("tanggal.bulan", "1"), ("tanggal.tahun", "2020"), ("tempat", "-8.21900,114.36900,12")];
    let because = [&typed[..], &[("alasan", "Foto lama, pagarnya masih sama.")]].concat();
    for (bytes, code) in [
        (b"<svg onload=alert(1)>".to_vec(), ProblemCode::NotAPicture),
        (small_jpeg()[..200].to_vec(), ProblemCode::PictureDamaged),
        (Vec::new(), ProblemCode::MissingFile),
    ] {
        let answer = house.sends(officer, "wifi", &because, &bytes).await;
        assert_eq!(answer.problem("foto"), Some(code));
        let (page, kept, _) = answer.refused();
        assert_eq!(page, "/kantor/kepatuhan/wifi");
        assert!(because.iter().all(|(name, text)| kept.contains(&((*name).into(), (*text).into()))), "{kept:?}");
    }
    let silent = house.sends(officer, "wifi", &typed, &small_jpeg()).await;
    assert_eq!(silent.problem("alasan"), Some(ProblemCode::Missing), "it is from another time");
    assert!(silent.refused().1.contains(&("tempat".into(), "-8.21900,114.36900,12".into())));
    assert_eq!(house.sends(officer, "wifi", &[], &small_jpeg()).await.problem("alasan"), Some(ProblemCode::Missing), "of no time");
    let slips = house.sends(officer, "wifi", &[("tanggal.hari", "40"), ("tempat", "sini"), ("alasan", "x")], &small_jpeg()).await;
    assert_eq!((slips.problem("tanggal"), slips.problem("tempat")), (Some(ProblemCode::NotADay), Some(ProblemCode::NotAPin)));
    assert_eq!(house.photos("wifi").await, []);
    assert_eq!(std::fs::read_dir(house.served.blobs.folder()).expect("the folder").count(), 0, "nothing was put on the disk");

    let sent = house.sends(officer, "wifi", &because, &small_jpeg()).await;
    let page = sent.headers[header::LOCATION].to_str().expect("text");
    assert_eq!((sent.status, page), (StatusCode::SEE_OTHER, "/kantor/kepatuhan/wifi?hasil=foto"));
    // The same form once more is one photo.
    house.sends(officer, "wifi", &because, &small_jpeg()).await;
    let [photo] = house.photos("wifi").await.try_into().expect("one photo");
    assert_eq!((photo.reason.as_str(), photo.sizes), ("Foto lama, pagarnya masih sama.", [(60, 40); 3]));
    assert_eq!(photo.place.map(|place| (place.pin.latitude, place.pin.longitude, place.within)), Some((-8_219_000, 114_369_000, 12)));
}

#[tokio::test]
async fn a_photo_comes_from_the_office_and_is_shown_to_who_reviews_it_and_to_nobody_else() {
    let house = House::new().await;
    let because = [("alasan", "Kamera kantor.")];
    let (resident, nobody) = (house.village.resident(), Actor::anonymous());
    let [gede, camat, other_camat] = ["Gede Artawan", "Agus Setiawan", "Nurul Hidayati"].map(|name| house.does_as(name));
    let [gede, camat, other_camat] = [gede.await, camat.await, other_camat.await];
    for (who, status) in [(&resident, 404), (&nobody, 404), (&gede, 404), (&camat, 404), (&house.village.head, 403)] {
        assert_eq!(house.sends(who, "wifi", &because, &small_jpeg()).await.refused().2.status(), status, "{who:?}");
    }
    assert_eq!(house.sends(&house.village.officer, "helipad", &because, &small_jpeg()).await.refused().2, Refusal::NotFound);
    assert_eq!(house.sends(&house.village.officer, "wifi", &because, &small_jpeg()).await.status, StatusCode::SEE_OTHER);
    // Whoever sends for another office sends to its own answers.
    let theirs = house.sends(&house.elsewhere.officer, "wifi", &[("alasan", "Kamera kelurahan.")], &[small_jpeg(), vec![2]].concat()).await;
    assert_eq!(theirs.status, StatusCode::SEE_OTHER);
    let [photo] = house.photos("wifi").await.try_into().expect("one photo");
    let shown = within(photo.id);
    for (who, status) in [
        (&house.village.officer, 200),
        (&house.village.verifier, 200),
        (&house.village.head, 200),
        (&gede, 200),
        (&camat, 200),
        (&other_camat, 404),
        (&house.elsewhere.officer, 404),
        (&resident, 404),
        (&nobody, 404),
    ] {
        assert_eq!(house.looks(who, &shown).await.as_u16(), status, "{who:?}");
    }
    let sobo = shown.replace("tamansari-licin", "sobo");
    assert_eq!(house.looks(&house.elsewhere.officer, &sobo).await, StatusCode::NOT_FOUND, "it is not theirs");
    assert_eq!(house.looks(&gede, &sobo).await, StatusCode::NOT_FOUND);
    for wrong in ["160.webp", "640.svg", "640"] {
        assert_eq!(house.looks(&gede, &shown.replace("640.webp", wrong)).await, StatusCode::NOT_FOUND, "{wrong}");
    }
    let foreign = Request::get(&shown).header("sec-fetch-site", "cross-site").body(Body::empty()).expect("a request");
    assert_eq!(house.ask(&gede, foreign).await.status, StatusCode::NOT_FOUND, "on no page but ours");
    let remove = RemoveEvidence { campaign: house.campaign, item: "wifi".into(), photo: photo.id };
    does(&house.served, &house.village.officer, remove).await;
    assert_eq!(house.looks(&house.village.officer, &shown).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_photo_is_there_for_everybody_once_the_result_is_public_and_its_item_counts() {
    let house = House::new().await;
    let because = [("alasan", "Kamera kantor.")];
    house.sends(&house.village.officer, "wifi", &because, &small_jpeg()).await;
    house.sends(&house.village.officer, "toilet", &because, &[small_jpeg(), vec![1]].concat()).await;
    house.sends_file(&house.village.officer, "wifi", &[("isi_berkas", "Uji kecepatan")], b"%PDF-1.7 SK tim %%EOF\n").await;
    let [wifi, toilet] = [house.photos("wifi").await[0].id, house.photos("toilet").await[0].id];
    house.answers_all().await;
    does(&house.served, &house.village.head, SubmitAssessment { campaign: house.campaign }).await;
    let again = house.sends(&house.village.officer, "wifi", &because, &small_jpeg()).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "it had come in time, and only the answer was lost");
    assert_eq!(house.photos("wifi").await.len(), 1);
    let (page, typed, late) = house.sends(&house.village.officer, "wifi", &because, b"not looked at").await.refused();
    let closed = told(Lang::Id, Refusal::Conflict(Code::CampaignClosed));
    assert_eq!((page.as_str(), late), ("/kantor/kepatuhan/wifi", closed), "it is with the reviewer, and says so in words");
    assert!(typed.contains(&("alasan".into(), "Kamera kantor.".into())), "what waited on a phone is given back: {typed:?}");
    let gede = house.does_as("Gede Artawan").await;
    for item in Instrument::seeded().asked() {
        let value = if item.code == "wifi" { Score::Partly } else { Score::Missing };
        let office = house.village.office;
        let seen = house.answers().await.answer(&item.code).expect("an item").version;
        let of = Finding { office, campaign: house.campaign, item: item.code.clone(), seen, reason: "Terlihat.".into() };
        does(&house.served, &gede, JudgeItem { of, verdict: Verdict::Accept(value) }).await;
    }
    let visitor = Actor::anonymous();
    assert_eq!(house.looks(&visitor, &public(wifi)).await, StatusCode::NOT_FOUND, "nobody reads the result yet");
    let wayan = house.does_as("Wayan Sudarma").await;
    does(&house.served, &wayan, LockCampaign { id: house.campaign }).await;
    does(&house.served, &wayan, PublishCampaign { id: house.campaign }).await;
    let shown = house.ask(&visitor, Request::get(public(wifi)).body(Body::empty()).expect("a request")).await;
    assert_eq!(
        (shown.status, shown.headers[header::CACHE_CONTROL].to_str().expect("text")),
        (StatusCode::OK, "public, max-age=31536000, immutable")
    );
    assert!(image::load_from_memory(&shown.body).is_ok());
    assert_eq!(house.looks(&visitor, &public(toilet)).await, StatusCode::NOT_FOUND, "of what has no point nothing is shown");
    assert_eq!(house.looks(&visitor, &within(wifi)).await, StatusCode::NOT_FOUND);
    assert_eq!(house.looks(&gede, &within(toilet)).await, StatusCode::OK);
}

/// A photo into which a camera has written its day: the least that says so, before what else is in it.
fn dated_jpeg(day: &str) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x01\0\x32\x01\x02\0\x14\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
    tiff.extend_from_slice(format!("{day} 08:30:00\0").as_bytes());
    let length = u16::try_from(tiff.len() + 8).expect("short").to_be_bytes();
    let photo = small_jpeg();
    [&photo[..2], b"\xff\xe1", &length, b"Exif\0\0", &tiff, &photo[2..]].concat()
}

#[tokio::test]
async fn a_photo_without_a_day_is_dated_by_its_camera_and_nothing_of_the_camera_is_kept_beside_it() {
    let house = House::new().await;
    let officer = &house.village.officer;
    let today = day_at(house.served.db.clock().now(), house.served.db.zone());
    let written = format!("{:04}:{:02}:{:02}", today.year(), today.month(), today.day());
    let sent = house.sends(officer, "wifi", &[], &dated_jpeg(&written)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&sent.body));
    let old = house.sends(officer, "wifi", &[], &dated_jpeg("2019:01:01")).await;
    assert_eq!(old.problem("alasan"), Some(ProblemCode::Missing), "a clock that is wrong by years");
    let said = [
        ("tanggal.hari", today.day().to_string()),
        ("tanggal.bulan", today.month().to_string()),
        ("tanggal.tahun", today.year().to_string()),
    ];
    let said: Vec<(&str, &str)> = said.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(
        house.sends(officer, "wifi", &said, &dated_jpeg("2019:01:02")).await.status,
        StatusCode::SEE_OTHER,
        "the officer is believed"
    );
    let [dated, doubted] = house.photos("wifi").await.try_into().expect("two photos");
    assert_eq!((dated.taken, dated.camera, &dated.doubts[..]), (Some(today), Some(today), &[][..]));
    assert_eq!((doubted.taken, &doubted.doubts[..]), (Some(today), &[Doubt::OtherDay][..]));
    let shown = house.ask(officer, Request::get(within(dated.id).replace(".webp", ".jpg")).body(Body::empty()).expect("a request")).await;
    assert!(!shown.body.windows(4).any(|four| four == b"Exif"), "only pixels are shown");
}

#[tokio::test]
async fn a_file_is_a_pdf_or_a_picture_and_is_kept_as_a_file_by_who_may_have_it() {
    let house = House::new().await;
    let (officer, title) = (&house.village.officer, [("isi_berkas", "SK tim Wi-Fi")]);
    let pdf = b"%PDF-1.7 SK tim %%EOF\n";
    for (bytes, code) in [
        (b"<svg onload=alert(1)>".to_vec(), ProblemCode::NotAPicture),
        (b"<html><script>".to_vec(), ProblemCode::NotAPicture),
        (b"%PDF-1.7 cut off".to_vec(), ProblemCode::NotAFile),
        ([&pdf[..], &vec![b' '; 5 << 20], b"%%EOF"].concat(), ProblemCode::PictureTooBig { max_mb: 5 }),
        (Vec::new(), ProblemCode::MissingFile),
    ] {
        assert_eq!(house.sends_file(officer, "wifi", &title, &bytes).await.problem("berkas"), Some(code));
    }
    assert_eq!(house.sends_file(officer, "wifi", &[], pdf).await.problem("isi_berkas"), Some(ProblemCode::Missing));
    assert_eq!(std::fs::read_dir(house.served.blobs.folder()).expect("the folder").count(), 0, "nothing was put on the disk");
    // It waited on a phone at which somebody else is signed in now, or for another office.
    for (name, other) in [("_oleh", "12345"), ("_kantor", "35.10.99.9999")] {
        let foreign = house.sends_file(officer, "wifi", &[title[0], (name, other)], pdf).await.refused().2;
        assert_eq!(foreign, Refusal::Conflict(Code::AnotherAccount), "{name}");
        let photo = house.sends(officer, "wifi", &[("alasan", "Kamera kantor."), (name, other)], &small_jpeg()).await.refused().2;
        assert_eq!(photo, Refusal::Conflict(Code::AnotherAccount), "{name}");
    }
    let sent = house.sends_file(officer, "wifi", &title, pdf).await;
    assert_eq!(sent.headers[header::LOCATION].to_str().expect("text"), "/kantor/kepatuhan/wifi?hasil=berkas");
    house.sends_file(officer, "wifi", &title, pdf).await;
    house.sends_file(officer, "wifi", &[("isi_berkas", "Daftar tim")], &small_jpeg()).await;
    let files = house.answers().await.answer("wifi").expect("an item").files.clone();
    let told: Vec<_> = files.iter().map(|file| (file.kind, file.title.as_str())).collect();
    assert_eq!(told, [(FileKind::Pdf, "SK tim Wi-Fi"), (FileKind::Picture, "Daftar tim")], "the same form once more is one file");

    let address = |id: BlobId| format!("/m/kepatuhan/tamansari-licin/berkas/{id}");
    let gede = house.does_as("Gede Artawan").await;
    let got = house.ask(&gede, Request::get(address(files[0].id)).body(Body::empty()).expect("a request")).await;
    let says = |name| got.headers[name].to_str().expect("text");
    assert_eq!((says(header::CONTENT_TYPE), says(header::CONTENT_DISPOSITION)), ("application/pdf", "attachment; filename=\"bukti.pdf\""));
    assert_eq!((got.body.as_slice(), says(header::CACHE_CONTROL)), (&pdf[..], "no-store"));
    let got = house.ask(&gede, Request::get(address(files[1].id)).body(Body::empty()).expect("a request")).await;
    assert!(image::load_from_memory(&got.body).is_ok());
    for (who, status) in [(officer, 200), (&house.village.head, 200), (&house.elsewhere.officer, 404), (&house.village.resident(), 404)] {
        assert_eq!(house.looks(who, &address(files[0].id)).await.as_u16(), status, "{who:?}");
    }
    assert_eq!(house.looks(&Actor::anonymous(), &format!("/foto/kepatuhan/tamansari-licin/berkas/{}", files[1].id)).await.as_u16(), 404);
}
