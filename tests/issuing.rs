//! From an approved case to the paper, with real child processes and files on a disk.

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use sha2::{Digest, Sha256};
use smart_kampung::access::{Actor, Hat, Refusal, Role, Unit};
use smart_kampung::domain::{AccountId, ApplicationId, Lang, MembershipId, OfficeCode};
use smart_kampung::features::applications::acts::Issued;
use smart_kampung::features::applications::{Application, State, office_letter, own_letter};
use smart_kampung::features::letters::{self, CheckView, Renderer, Stage, letter_job};
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::outbox::{Carried, Carrier, Parcel, carry_due};
use smart_kampung::server::sandbox::Sandbox;
use tower::ServiceExt;

use crate::support::{self, Folder, Village};

pub const TAMANSARI: i64 = 3_510_242_008;

/// The folder stays as long as the test: readers open the file when they need it.
pub async fn open(folder: &Folder) -> Engine {
    Engine::open(&support::settings(folder)).await.expect("a server: is the site built?")
}

fn office(number: i64) -> OfficeCode {
    number.try_into().expect("a code")
}

pub fn staff(id: u128, role: Role, unit: i64) -> Actor {
    let membership = Some((MembershipId::from_u128(id), role, Unit::Office(office(unit))));
    Actor::new(Hat { account: AccountId::from_u128(id), membership }, true)
}

pub fn resident(id: u128) -> Actor {
    Actor::new(Hat { account: AccountId::from_u128(id), membership: None }, false)
}

/// People of whom nothing is kept: nobody asks for their names here.
pub fn village() -> Village {
    let [officer, verifier, head] =
        [(2, Role::Operator), (4, Role::Verifier), (1, Role::Head)].map(|(id, role)| staff(id, role, TAMANSARI));
    Village { office: office(TAMANSARI), owner: AccountId::from_u128(7), officer, verifier, head }
}

/// A letter that was signed and is not on paper yet.
pub async fn signed(engine: &Engine) -> (ApplicationId, Issued) {
    village().opens(engine).await;
    village().signs(engine, async |_| ()).await
}

/// The code on a signed letter.
pub async fn code_of(engine: &Engine, issued: &Issued) -> String {
    let rini = staff(2, Role::Operator, TAMANSARI);
    let scope = OfficeScope::open(&engine.db, &rini).await.expect("a scope");
    let frozen = letters::frozen_letter(&scope, issued.letter).await.expect("its words");
    let Stage::Issued { token, .. } = frozen.data.stage else { panic!("not issued") };
    token.to_string()
}

pub async fn case(engine: &Engine, id: ApplicationId) -> Application {
    village().case(engine, id).await
}

pub fn renderer(engine: &Engine) -> Renderer {
    let sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
    Renderer { db: engine.db.clone(), sandbox, blobs: engine.blobs.clone(), stand_in: None }
}

#[tokio::test]
async fn a_paper_that_cannot_be_set_now_comes_later_and_the_number_is_not_touched() {
    let folder = Folder::new();
    let engine = open(&folder).await;
    let (id, issued) = signed(&engine).await;
    let broken = Renderer { sandbox: Sandbox::of("/nicht/da"), ..renderer(&engine) };
    assert_eq!(carry_due(&engine.db, &broken).await, Ok(Carried { done: 0, put_off: 1 }));
    assert_eq!(issued.number, "500.2.2.4/001/35.10.24.2008/".to_owned() + &issued.number[issued.number.len() - 4..]);
    assert_eq!(case(&engine, id).await.state, State::Issued);
    let rini = staff(2, Role::Operator, TAMANSARI);
    assert_eq!(office_letter(&engine.db, &rini, &id.to_string()).await.err(), Some(Refusal::NotFound));
}

#[tokio::test]
async fn a_letter_is_set_once_and_setting_it_again_gives_the_same_bytes() {
    let folder = Folder::new();
    let engine = open(&folder).await;
    let (id, issued) = signed(&engine).await;
    assert_eq!(carry_due(&engine.db, &renderer(&engine)).await, Ok(Carried { done: 1, put_off: 0 }));

    let rini = staff(2, Role::Operator, TAMANSARI);
    let paper = office_letter(&engine.db, &rini, &id.to_string()).await.expect("a paper");
    let bytes = engine.blobs.get(TAMANSARI, &paper.file.name).await.expect("bytes").to_vec();
    let scope = OfficeScope::open(&engine.db, &rini).await.expect("a scope");
    let (stored, frozen) = (
        letters::stored_letter(&scope, issued.letter).await.expect("a letter"),
        letters::frozen_letter(&scope, issued.letter).await.expect("its words"),
    );
    drop(scope);
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    assert_eq!(stored.pdf.as_ref().map(|pdf| pdf.sha256), Some(hash));

    let template = frozen.template().expect("the template of the approval");
    let job = letter_job(&frozen.data, template, None, issued.letter.to_string(), stored.issued_at).expect("a job");
    assert_eq!(renderer(&engine).sandbox.render_letter(&job).await.expect("a paper").bytes, bytes);

    // Carried again, as after a stop at the wrong moment: nothing changes.
    let payload = format!(r#"{{"letter":"{}"}}"#, issued.letter);
    let again = Parcel { id: uuid::Uuid::from_u128(1), office: TAMANSARI, topic: "letters.render".into(), payload, account: None };
    assert_eq!(renderer(&engine).carry(&again).await, Ok(()));
    let scope = OfficeScope::open(&engine.db, &rini).await.expect("a scope");
    assert_eq!(letters::stored_letter(&scope, issued.letter).await.expect("a letter"), stored);
    drop(scope);

    let Stage::Issued { token, .. } = frozen.data.stage else { panic!("not issued") };
    let CheckView::Known(checked) = letters::checked(&engine.db, &token.to_string(), Lang::Id).await.expect("an answer") else {
        panic!("unknown")
    };
    assert_eq!(checked.pdf_sha256, Some(letters::hex(&hash)));
}

#[tokio::test]
async fn a_paper_is_for_its_owner_and_its_office_and_for_nobody_else() {
    let folder = Folder::new();
    let engine = open(&folder).await;
    let (id, _) = signed(&engine).await;
    carry_due(&engine.db, &renderer(&engine)).await.expect("carried");
    let id = id.to_string();
    let stranger = staff(3, Role::Operator, 3_510_161_002);
    assert_eq!(office_letter(&engine.db, &stranger, &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(office_letter(&engine.db, &resident(7), &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(office_letter(&engine.db, &Actor::anonymous(), &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(own_letter(&engine.db, &resident(8), &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(own_letter(&engine.db, &Actor::anonymous(), &id).await.err(), Some(Refusal::SignIn));
    assert_eq!(own_letter(&engine.db, &resident(7), "bukan-nomor").await.err(), Some(Refusal::NotFound));
    assert!(own_letter(&engine.db, &resident(7), &id).await.is_ok());
    assert!(office_letter(&engine.db, &staff(4, Role::Verifier, TAMANSARI), &id).await.is_ok());
}

/// Its last day is moved into the past; the program has no clock that a browser could turn.
#[tokio::test]
async fn the_page_of_a_letter_says_that_it_has_run_out_and_still_whose_it_is() {
    use sea_orm::ConnectionTrait;

    let folder = Folder::new();
    let engine = open(&folder).await;
    let (_, issued) = signed(&engine).await;
    let rini = staff(2, Role::Operator, TAMANSARI);
    let scope = OfficeScope::open(&engine.db, &rini).await.expect("a scope");
    let frozen = letters::frozen_letter(&scope, issued.letter).await.expect("its words");
    drop(scope);
    let Stage::Issued { token, .. } = frozen.data.stage else { panic!("not issued") };
    let app = router(&engine);
    let reads = async || {
        let asked = Request::get(format!("/v/{token}").replace(' ', "")).header(header::ACCEPT, "text/html");
        let answer = app.clone().oneshot(asked.body(Body::empty()).expect("a request")).await.expect("an answer");
        String::from_utf8(to_bytes(answer.into_body(), 1 << 20).await.expect("a body").to_vec()).expect("text")
    };
    let page = reads().await;
    assert!(page.contains("<b>Sah<") && !page.contains("Kedaluwarsa"), "{page}");

    let database = sea_orm::Database::connect(format!("sqlite://{}/kampung.db", folder.path())).await.expect("the database");
    database.execute_unprepared("UPDATE letter_public SET valid_until = issued_on - 1").await.expect("a day in the past");
    let page = reads().await;
    assert!(page.contains("<b>Kedaluwarsa<") && !page.contains("<b>Sah<"), "{page}");
    assert!(page.contains("Surat ini asli, tetapi masa berlakunya sudah lewat."), "{page}");
    assert!(page.contains("S*** A*****"), "{page}");
}

/// A browser that does nothing by itself meets each page of the desk while a case goes its way.
#[tokio::test]
async fn every_page_of_the_desk_opens_at_every_step_of_a_case() {
    let engine = support::engine_with_people().await;
    let (head, rini) = (support::hat(&engine, "Hadi Santoso").await, support::hat(&engine, "Rini Wulandari").await);
    let cookies = [support::cookie_of(&engine, head).await, support::cookie_of(&engine, rini).await];
    let app = router(&engine);
    let look = async |id: ApplicationId| {
        let case = ["/kantor/permohonan/", &id.to_string()].concat();
        let slip = [&case, "/slip"].concat();
        for page in ["/kantor", "/kantor/permohonan", &case, &slip, "/kantor/tanda-tangan", "/kantor/register", "/kantor/pengaturan"] {
            for cookie in &cookies {
                let asked = Request::get(page).header(header::ACCEPT, "text/html").header(header::COOKIE, cookie);
                let answer = app.clone().oneshot(asked.body(Body::empty()).expect("a request")).await.expect("an answer");
                assert_eq!(answer.status(), 200, "{page}");
                let body = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
                only_once(page, std::str::from_utf8(&body).expect("text"));
            }
        }
    };
    let village = Village::tamansari(&engine).await;
    village.opens(&engine).await;
    village.signs(&engine, look).await;
}

/// Two fields of one name would answer for each other: the label and the problem lead to the first.
fn only_once(page: &str, html: &str) {
    let mut seen = std::collections::BTreeSet::new();
    for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(seen.insert(id), "{page} holds {id} twice");
    }
}
