//! A letter as a paper before anybody has signed it, and what a letterhead may show.

use std::path::Path;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::access::Actor;
use smart_kampung::domain::{ApplicationId, Version};
use smart_kampung::features::accounts::demo;
use smart_kampung::features::applications::IdentitySeen;
use smart_kampung::features::applications::acts::{Agree, Approve, Claim, Issue, Reveal};
use smart_kampung::server::access_log::AccessPurpose;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::sandbox::{Pdf, Sandbox};
use tower::ServiceExt;

use crate::issuing::case;
use crate::letters::paper::{structure, words};
use crate::support::{Browser, Folder, Step, Village, cookie_of, does, hat, settings_with};

const RATNA: &str = "Ratna Contoh";
const RINI: &str = "Rini Wulandari";
const HADI: &str = "Hadi Santoso";

/// A server with people, and a case of Ratna's that waits for an officer.
struct House {
    engine: Engine,
    case: ApplicationId,
    folder: Folder,
}

impl House {
    async fn new(options: &[&str]) -> Self {
        let folder = Folder::new();
        let mut engine = Engine::open(&settings_with(&folder, options)).await.expect("a server: is the site built?");
        engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
        demo::invent_people(&engine.db).await.expect("people");
        let village = Village::tamansari(&engine).await;
        village.opens(&engine).await;
        let case = village.case_at(&engine, Step::Waiting).await;
        Self { engine, case, folder }
    }

    async fn actor(&self, name: &str) -> Actor {
        Actor::new(hat(&self.engine, name).await, true)
    }

    async fn browser(&self, name: &str) -> Browser {
        Browser { app: router(&self.engine), cookie: cookie_of(&self.engine, hat(&self.engine, name).await).await }
    }

    async fn claimed_by_rini(&self) {
        does(&self.engine, &self.actor(RINI).await, Claim { id: self.case, seen: Version(1) }).await;
    }

    async fn approved_by_rini(&self) {
        let approve = Approve { id: self.case, seen: Version(2), identity: IdentitySeen::PhotoAgainstKk };
        does(&self.engine, &self.actor(RINI).await, approve).await;
    }

    fn address(&self) -> String {
        format!("/kantor/permohonan/{}/konsep.pdf", self.case)
    }

    async fn asks(&self, name: &str) -> (StatusCode, Vec<u8>) {
        self.browser(name).await.file(&self.address()).await
    }

    /// The draft as it is handed out.
    async fn draft(&self, name: &str) -> Pdf {
        let (status, bytes) = self.asks(name).await;
        assert_eq!(status, StatusCode::OK, "{name}");
        // To look at, as in `letters`.
        if let Some(folder) = std::env::var_os("KEEP_LETTERS") {
            let kind = if self.engine.demo { "konsep-peragaan.pdf" } else { "konsep.pdf" };
            std::fs::write(Path::new(&folder).join(kind), &bytes).expect("kept");
        }
        Pdf { bytes, pages: 1 }
    }

    /// How often an owner reads that somebody opened a file of theirs.
    async fn looks(&self, who: &str) -> usize {
        let page = self.browser(RATNA).await.page("/akun/siapa-melihat").await;
        page.split("<li>").filter(|line| line.contains(who) && line.contains("Membuka berkas atau surat")).count()
    }
}

#[tokio::test]
async fn a_draft_is_a_paper_for_whoever_checks_or_signs_the_letter_and_for_nobody_else() {
    let house = House::new(&[]).await;
    let everybody = [RINI, "Joko Prasetyo", HADI, "Sri Lestari", RATNA];
    let nobody = async |but: &str| {
        for name in everybody.into_iter().filter(|name| *name != but) {
            assert_eq!(house.asks(name).await.0, StatusCode::NOT_FOUND, "{name}");
        }
    };
    nobody("").await;
    house.claimed_by_rini().await;
    nobody(RINI).await;
    assert_eq!(house.looks("Joko").await, 0, "what was not handed out is not noted");
    let kept = files(Path::new(house.folder.path()));
    let paper = words(&house.draft(RINI).await);
    assert!(paper.contains("diberikan saat ditandatangani") && paper.contains("Konsep untuk diperiksa."), "{paper}");
    assert!(paper.contains("SITI AMINAH") && paper.contains("**** **** **** 0001") && !paper.contains("3510 1645"), "{paper}");
    assert_eq!(house.looks(RINI).await, 1);
    assert_eq!(files(Path::new(house.folder.path())), kept, "it is kept nowhere");

    let cross = Request::get(house.address()).header("sec-fetch-site", "cross-site");
    let cross = cross.header(header::COOKIE, house.browser(RINI).await.cookie).body(Body::empty()).expect("a request");
    assert_eq!(router(&house.engine).oneshot(cross).await.expect("an answer").status(), StatusCode::NOT_FOUND);

    does(&house.engine, &house.actor(RINI).await, Reveal { id: house.case, purpose: AccessPurpose::RevealToCompare }).await;
    assert!(words(&house.draft(RINI).await).contains("3510 1645 0690 0001"), "as long as the page shows it");

    house.approved_by_rini().await;
    nobody(HADI).await;
    assert!(words(&house.draft(HADI).await).contains("3510 1645 0690 0001"), "the head signs these numbers");

    let hash = case(&house.engine, house.case).await.snapshot.expect("a frozen letter").hash;
    let hadi = house.actor(HADI).await;
    does(&house.engine, &hadi, Agree { id: house.case, hash }).await;
    does(&house.engine, &hadi, Issue { id: house.case, seen: Version(3), hash, host: "smartkampung.example".into() }).await;
    nobody("").await;
}

/// Every file but those of the database.
fn files(folder: &Path) -> usize {
    let inside = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    inside.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

#[tokio::test]
async fn only_a_demonstration_shows_arms_that_nobody_has_chosen() {
    for (options, shown) in [(&[][..], false), (&["--demo"][..], true)] {
        let house = House::new(options).await;
        house.claimed_by_rini().await;
        let rini = house.browser(RINI).await;
        let case = format!("/kantor/permohonan/{}", house.case);
        for page in [case.clone(), format!("{case}/slip")] {
            assert_eq!(rini.page(&page).await.contains("lambang.svg"), shown, "{page}");
        }
        assert_eq!(structure(&house.draft(RINI).await).contains("Figure"), shown, "on paper");
        house.approved_by_rini().await;
        assert_eq!(house.browser(HADI).await.page("/kantor/tanda-tangan").await.contains("lambang.svg"), shown);
    }
}

#[tokio::test]
async fn a_draft_says_what_it_is_and_is_named_by_its_case() {
    let house = House::new(&["--demo"]).await;
    house.claimed_by_rini().await;
    let asked = Request::get(house.address()).header(header::COOKIE, house.browser(RINI).await.cookie);
    let answer = router(&house.engine).oneshot(asked.body(Body::empty()).expect("a request")).await.expect("an answer");
    let headers = answer.headers().clone();
    assert_eq!(headers[header::CONTENT_TYPE], "application/pdf");
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    let name = headers[header::CONTENT_DISPOSITION].to_str().expect("text").to_owned();
    assert!(name.starts_with("attachment; filename=\"konsep-"), "{name}");
    let bytes = answer.into_body().collect().await.expect("a whole body").to_bytes();
    assert!(bytes.starts_with(b"%PDF-1.7"));
}
