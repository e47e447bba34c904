//! The form that goes with a letter of moving, from the signature to the download.

use std::os::unix::fs::PermissionsExt;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use sha2::{Digest, Sha256};
use smart_kampung::access::{Actor, Refusal, Role};
use smart_kampung::domain::{ApplicationId, LetterId};
use smart_kampung::features::applications::acts::Issued;
use smart_kampung::features::applications::{office_annex, office_letter, own_annex, own_letter};
use smart_kampung::features::letters::{self, Renderer, StoredLetter, f103_job};
use smart_kampung::server::access_log::{self, AccessPurpose};
use smart_kampung::server::db::{OfficeScope, OwnScope};
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::outbox::{Carried, Carrier, Parcel, carry_due};
use smart_kampung::server::sandbox::Sandbox;
use tower::ServiceExt;

use crate::issuing::{TAMANSARI, open, renderer, resident, signed, staff, village};
use crate::letters::villagers::{FAMILY, f103, pindah};
use crate::support::{self, Folder, Village};

/// A letter with a form, signed and not on paper yet.
async fn signed_with_form(engine: &Engine, village: &Village) -> (ApplicationId, Issued) {
    village.opens(engine).await;
    village.signs_with(engine, &f103(&pindah(&FAMILY))).await
}

async fn stored(engine: &Engine, letter: LetterId) -> StoredLetter {
    let rini = staff(2, Role::Operator, TAMANSARI);
    let scope = OfficeScope::open(&engine.db, &rini).await.expect("a scope");
    letters::stored_letter(&scope, letter).await.expect("a letter")
}

/// A child that works once: the program stops between two papers.
fn works_once(folder: &Folder) -> Sandbox {
    let (program, worked) = ([folder.path(), "/once"].concat(), [folder.path(), "/worked"].concat());
    let script = format!("#!/bin/sh\n[ -e '{worked}' ] && exit 1\n: > '{worked}'\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_smart-kampung"));
    std::fs::write(&program, script).expect("written");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("a program");
    Sandbox::of(program)
}

#[tokio::test]
async fn a_stop_between_letter_and_form_leaves_the_form_to_the_next_delivery() {
    let folder = Folder::new();
    let engine = open(&folder).await;
    let (id, issued) = signed_with_form(&engine, &village()).await;
    let payload = format!(r#"{{"letter":"{}"}}"#, issued.letter);
    let parcel = Parcel { id: uuid::Uuid::from_u128(1), office: TAMANSARI, topic: "letters.render".into(), payload, account: None };

    let stopped = Renderer { sandbox: works_once(&folder), ..renderer(&engine) };
    assert!(stopped.carry(&parcel).await.is_err());
    let half = stored(&engine, issued.letter).await;
    assert!(half.pdf.is_some() && half.annex.is_none(), "{half:?}");
    let (owner, rini, id) = (resident(7), staff(2, Role::Operator, TAMANSARI), id.to_string());
    assert!(own_letter(&engine.db, &owner, &id).await.is_ok());
    assert_eq!(own_annex(&engine.db, &owner, &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(office_annex(&engine.db, &rini, &id).await.err(), Some(Refusal::NotFound));

    assert_eq!(renderer(&engine).carry(&parcel).await, Ok(()));
    let whole = stored(&engine, issued.letter).await;
    assert_eq!(whole.pdf, half.pdf, "the letter's first bytes stay");
    let paper = own_annex(&engine.db, &owner, &id).await.expect("a form");
    let bytes = engine.blobs.get(TAMANSARI, &paper.file.name).await.expect("bytes").to_vec();
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    assert_eq!(whole.annex.as_ref().map(|annex| (annex.sha256, annex.size_bytes)), Some((hash, bytes.len() as u64)));
    let scope = OfficeScope::open(&engine.db, &rini).await.expect("a scope");
    let frozen = letters::frozen_letter(&scope, issued.letter).await.expect("its words");
    drop(scope);
    let job = f103_job(&frozen.data, format!("{} F-1.03", issued.letter), whole.issued_at).expect("a form");
    assert_eq!(renderer(&engine).sandbox.render_letter(&job).await.expect("a paper").bytes, bytes);

    // Carried once more, nothing changes.
    assert_eq!(renderer(&engine).carry(&parcel).await, Ok(()));
    assert_eq!(stored(&engine, issued.letter).await, whole);
}

#[tokio::test]
async fn a_letter_that_no_form_goes_with_has_none() {
    let folder = Folder::new();
    let engine = open(&folder).await;
    let (id, issued) = signed(&engine).await;
    assert_eq!(carry_due(&engine.db, &renderer(&engine)).await, Ok(Carried { done: 1, put_off: 0 }));
    assert_eq!(stored(&engine, issued.letter).await.annex, None);
    assert_eq!(own_annex(&engine.db, &resident(7), &id.to_string()).await.err(), Some(Refusal::NotFound));
}

#[tokio::test]
async fn a_form_is_for_its_owner_and_its_office_and_for_nobody_else() {
    let folder = Folder::new();
    let engine = open(&folder).await;
    let (id, _) = signed_with_form(&engine, &village()).await;
    carry_due(&engine.db, &renderer(&engine)).await.expect("carried");
    let id = id.to_string();
    let stranger = staff(3, Role::Operator, 3_510_161_002);
    assert_eq!(office_annex(&engine.db, &stranger, &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(office_annex(&engine.db, &resident(7), &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(office_annex(&engine.db, &Actor::anonymous(), &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(own_annex(&engine.db, &resident(8), &id).await.err(), Some(Refusal::NotFound));
    assert_eq!(own_annex(&engine.db, &Actor::anonymous(), &id).await.err(), Some(Refusal::SignIn));
    assert_eq!(own_annex(&engine.db, &resident(7), "bukan-nomor").await.err(), Some(Refusal::NotFound));
    let (annex, letter) = (own_annex(&engine.db, &resident(7), &id).await, own_letter(&engine.db, &resident(7), &id).await);
    let (annex, letter) = (annex.expect("a form"), letter.expect("a letter"));
    assert!(annex.file.name != letter.file.name && annex.number == letter.number);
    assert!(office_annex(&engine.db, &staff(4, Role::Verifier, TAMANSARI), &id).await.is_ok());
    assert!(office_letter(&engine.db, &staff(4, Role::Verifier, TAMANSARI), &id).await.is_ok());
}

async fn ask(app: &Router, cookie: &str, path: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    let asked = Request::get(path).header(header::ACCEPT, "text/html").header(header::COOKIE, cookie);
    let answer = app.clone().oneshot(asked.body(Body::empty()).expect("a request")).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    (parts.status, parts.headers, to_bytes(body, 1 << 20).await.expect("a body").to_vec())
}

#[tokio::test]
async fn both_case_pages_lead_to_the_form_once_it_is_there_and_each_download_of_the_office_is_noted() {
    let engine = support::engine_with_people().await;
    let (ratna, rini) = (support::hat(&engine, "Ratna Contoh").await, support::hat(&engine, "Rini Wulandari").await);
    let cookies = [support::cookie_of(&engine, ratna).await, support::cookie_of(&engine, rini).await];
    let (id, _) = signed_with_form(&engine, &Village::tamansari(&engine).await).await;
    let app = router(&engine);
    let pages = [format!("/permohonan/{id}"), format!("/kantor/permohonan/{id}")];
    let links = async |words: &str| {
        let mut found = [false; 2];
        for (found, (page, cookie)) in found.iter_mut().zip(pages.iter().zip(&cookies)) {
            let (status, _, body) = ask(&app, cookie, page).await;
            assert_eq!(status, 200, "{page}");
            let body = String::from_utf8(body).expect("text");
            *found = body.contains(&[page, words].concat()) && body.contains("Formulir F-1.03 (PDF)");
        }
        found
    };
    assert_eq!(links("/formulir.pdf").await, [false, false], "not before it is set");
    carry_due(&engine.db, &renderer(&engine)).await.expect("carried");
    assert_eq!(links("/formulir.pdf").await, [true, true]);

    let me = Actor::new(ratna, false);
    let looks = async || {
        let own = OwnScope::open(&engine.db, &me).await.expect("a scope");
        let seen = access_log::seen_of(&own, None, 100).await.expect("a list");
        seen.iter().filter(|seen| seen.purpose == Some(AccessPurpose::File)).count()
    };
    for (at, (page, cookie)) in pages.iter().zip(&cookies).enumerate() {
        let (_, letter, _) = ask(&app, cookie, &[page, "/surat.pdf"].concat()).await;
        let before = looks().await;
        let (status, mut form, body) = ask(&app, cookie, &[page, "/formulir.pdf"].concat()).await;
        assert!(status == 200 && body.starts_with(b"%PDF-1.7"), "{page}: {status}");
        assert_eq!(looks().await, before + at, "one's own look is nobody's business, that of an officer is");
        let name = form[header::CONTENT_DISPOSITION].to_str().expect("text").to_owned();
        assert_eq!(name.replace("formulir-f-1.03-", "surat-"), letter[header::CONTENT_DISPOSITION].to_str().expect("text"));
        assert!(name.starts_with("attachment; filename=\"formulir-f-1.03-500.2.2.4-001-"), "{name}");
        form.insert(header::CONTENT_DISPOSITION, letter[header::CONTENT_DISPOSITION].clone());
        let fence = [header::CACHE_CONTROL, header::X_CONTENT_TYPE_OPTIONS, header::CONTENT_SECURITY_POLICY, header::CONTENT_TYPE];
        for name in fence {
            assert_eq!(form.get(&name), letter.get(&name), "{page}: {name}");
        }
    }
}
