use super::helpers::{DAY, announced, called, enrol, enrol_for, list, photos, training};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::{IdemKey, Lang, LetterId, OfficeKind, ParticipantId, TrainingId};
use crate::features::letters::{self, CheckView, Month, Outcome, Reason, Stage, Standing};
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile, Official};
use crate::features::training::acts::{FinishTraining, MarkAttendance, RevokeCertificate, SignCertificate};
use crate::features::training::certifying::certified;
use crate::features::training::office::{Desk, certificates};
use crate::features::training::{Pressed, certificate_sheets, own_certificate, sign_all};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

const HOST: &str = "smartkampung.example";

async fn letterhead(head: &Person) {
    let official = Official { name: "HADI SANTOSO".into(), rank: None, nip: None, staff_number: None };
    let profile = OfficeProfile {
        address: "Jalan Raya Tamansari Nomor 12".into(),
        unit_code: Some("429.523.03".into()),
        head: Some(official),
        ..OfficeProfile::proposed(OfficeKind::Desa)
    };
    head.does(KeepProfile { seen: NEVER, profile }).await.expect("a letterhead");
}

fn sign(participant: ParticipantId) -> SignCertificate {
    SignCertificate { participant, host: HOST.into() }
}

/// Siti (by her account) and Mbah Karto were at both sessions, Budi at one; the training is over.
async fn held(world: &World, rini: &Person) -> (TrainingId, [ParticipantId; 3]) {
    let here = world.tamansari();
    let id = announced(rini, here, photos(5)).await;
    enrol(&world.resident("Siti"), here, id, "Siti Aminah").await.expect("a seat");
    enrol_for(rini, id, "Mbah Karto").await.expect("a seat");
    enrol_for(rini, id, "Budi Harsono").await.expect("a seat");
    let all = [called(rini, id, "Siti Aminah").await, called(rini, id, "Mbah Karto").await, called(rini, id, "Budi Harsono").await];
    world.clock.forward(8 * DAY);
    let marks =
        |session, present: &[ParticipantId]| MarkAttendance { training: id, session, present: present.to_vec(), absent: Vec::new() };
    rini.does(marks(1, &all)).await.expect("noted");
    rini.does(marks(2, &all[..2])).await.expect("noted");
    (id, all)
}

async fn finish(rini: &Person, id: TrainingId) {
    let seen = training(rini, id).await.version.expect("a version");
    rini.does(FinishTraining { training: id, seen }).await.expect("it is over");
}

/// What the office sees of the certificates.
async fn page(by: &Person, id: TrainingId) -> String {
    let text = String::new;
    let frame = Frame { unit: text(), place: text(), person: text(), role: text(), counts: FrameCounts::default() };
    let desk = Desk::of(by.db().clone(), by.actor.clone(), frame).expect("a desk");
    certificates(&desk, id, "").await.expect("a page").drawn
}

async fn book(by: &Person) -> Vec<(i64, String, Outcome)> {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    let lines = letters::book(&scope, Month::parse("2026-12").expect("a month"), None).await.expect("a book");
    lines.into_iter().map(|line| (line.sequence, line.holder, line.outcome)).collect()
}

/// What the code of somebody's certificate shows.
async fn checked(world: &World, by: &Person, who: ParticipantId, lang: Lang) -> letters::CheckedLetter {
    let all = list_of(by, who).await;
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    let frozen = letters::frozen_letter(&scope, all).await.expect("its words");
    drop(scope);
    let Stage::Issued { token, .. } = frozen.data.stage else { panic!("not issued") };
    let CheckView::Known(letter) = letters::checked(&world.db, &token.to_string(), lang).await.expect("an answer") else {
        panic!("unknown")
    };
    *letter
}

async fn list_of(by: &Person, who: ParticipantId) -> LetterId {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    super::super::store::enrolment(&scope, who).await.expect("somebody").certificate.expect("a certificate")
}

fn stands() -> Outcome {
    Outcome::Stands { handed_over: false }
}

on_both_databases! {
    async fn whoever_was_not_at_every_session_of_a_training_that_is_over_gets_no_certificate(world: World) {
        let (rini, head) = (world.officer("Rini"), world.head("Pak Kades"));
        let (id, [siti, karto, budi]) = held(&world, &rini).await;
        assert_eq!(head.does(sign(siti)).await, Err(Refusal::Conflict(Code::TrainingNotOver)), "attendance may change still");
        finish(&rini, id).await;
        assert_eq!(head.does(sign(siti)).await, Err(Refusal::Conflict(Code::LetterheadIncomplete)), "who would sign?");
        assert!(page(&rini, id).await.contains("/kantor/pengaturan"), "there it is filled in");
        letterhead(&head).await;
        assert!(!page(&rini, id).await.contains("/kantor/pengaturan"));
        assert_eq!(head.does(sign(budi)).await, Err(Refusal::Conflict(Code::NotAtEverySession)));
        for (who, refusal) in [
            (&rini, Refusal::Forbidden),
            (&world.resident("Siti"), Refusal::NotFound),
            (&world.staff("Pak Kades", Role::Head, Unit::Office(world.tamansari())), Refusal::StepUp),
        ] {
            assert_eq!(who.does(sign(karto)).await.err(), Some(refusal));
        }
        let lurah = world.staff("Bu Lurah", Role::Head, Unit::Office(world.kampungbaru())).stepped_up();
        assert_eq!(lurah.does(sign(siti)).await, Err(Refusal::NotFound), "another office");
        assert_eq!(sign_all(&world.db, &lurah.actor, IdemKey::from_u128(1), HOST, id).await, Err(Refusal::NotFound));
        assert_eq!(book(&rini).await, [], "no refusal has cost a number");
        assert!(list(&rini, id).await.0.iter().all(|one| one.certificate.is_none()));
    }

    async fn one_press_signs_each_once_and_the_book_has_no_gap(world: World) {
        let (rini, head) = (world.officer("Rini"), world.head("Pak Kades"));
        letterhead(&head).await;
        let (id, [siti, ..]) = held(&world, &rini).await;
        finish(&rini, id).await;
        let press = |key| sign_all(&world.db, &head.actor, IdemKey::from_u128(key), HOST, id);
        let (one, other) = tokio::join!(press(1), press(2));
        let signed: u32 = [one, other].into_iter().map(|pressed| pressed.expect("an answer").signed).sum();
        assert_eq!(signed, 2, "two heads at the same instant sign each once");
        assert_eq!(press(1).await, Ok(Pressed::default()), "the same press again");
        let mut lines = book(&rini).await;
        lines.sort_by_key(|(sequence, ..)| *sequence);
        assert_eq!(lines.iter().map(|(sequence, ..)| *sequence).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(head.does(sign(siti)).await, Err(Refusal::Conflict(Code::CertificateSigned)));
        let lurah = world.staff("Bu Lurah", Role::Head, Unit::Office(world.kampungbaru())).stepped_up();
        let scope = OfficeScope::open(&world.db, &lurah.actor).await.expect("an office");
        assert_eq!(letters::book(&scope, Month::parse("2026-12").expect("a month"), None).await, Ok(Vec::new()), "another book");
        drop(scope);
        let acts: Vec<ActName> = world.record().await.into_iter().map(|(act, _)| act).filter(|act| *act == ActName::SignCertificate).collect();
        assert_eq!(acts.len(), 2, "each in the record");
    }

    async fn a_list_of_certificates_takes_as_many_questions_however_many_are_signed(world: World) {
        let (rini, head) = (world.officer("Rini"), world.head("Pak Kades"));
        letterhead(&head).await;
        let (id, [siti, karto, _]) = held(&world, &rini).await;
        finish(&rini, id).await;
        let asked = async || {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.expect("an office");
            let before = world.db.statements();
            let signed = certified(&scope, id).await.expect("a list").into_iter().filter(|(_, letter)| letter.is_some()).count();
            (signed, world.db.statements() - before)
        };
        head.does(sign(siti)).await.expect("a certificate");
        let (one, questions) = asked().await;
        head.does(sign(karto)).await.expect("a certificate");
        assert_eq!((one, asked().await), (1, (2, questions)));
    }

    async fn whoever_checks_a_certificate_reads_of_which_training_it_is(world: World) {
        let (rini, head) = (world.officer("Rini"), world.head("Pak Kades"));
        letterhead(&head).await;
        let (id, [siti, ..]) = held(&world, &rini).await;
        finish(&rini, id).await;
        let certified = head.does(sign(siti)).await.expect("a certificate");
        let letter = checked(&world, &rini, siti, Lang::Id).await;
        assert_eq!((letter.standing, letter.title.as_str(), letter.holder.as_str()), (Standing::Valid, "Sertifikat Pelatihan", "S*** A*****"));
        assert_eq!((letter.number.as_str(), letter.valid_until), (certified.number.as_str(), None));
        let said: Vec<&str> = letter.course.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(said, ["Foto Produk dengan HP", "1–2 Desember 2026", "6 jam", "Balai desa"]);
        let letter = checked(&world, &rini, siti, Lang::En).await;
        assert_eq!(letter.title, "Certificate of training");
        let said: Vec<(&str, &str)> = letter.course.iter().map(|(name, said)| (name.as_str(), said.as_str())).collect();
        assert_eq!(said[1..3], [("Held", "1–2 December 2026"), ("Length", "6 hours")]);
        // The paper follows; whoever is not its owner has none.
        let stranger = world.resident("Ayu");
        assert_eq!(own_certificate(&world.db, &stranger.actor, &siti.to_string()).await.err(), Some(Refusal::NotFound));
        assert_eq!(certificate_sheets(&world.db, &world.stranger("Lain").actor, &id.to_string(), 1).await.err(), Some(Refusal::NotFound));
        assert_eq!(certificate_sheets(&world.db, &world.resident("Siti").actor, &id.to_string(), 1).await.err(), Some(Refusal::NotFound));
        let (_, sheets) = certificate_sheets(&world.db, &rini.actor, &id.to_string(), 1).await.expect("sheets");
        assert_eq!(sheets.certificates.iter().map(|one| one.person.name.as_str()).collect::<Vec<_>>(), ["Siti Aminah"]);
        for none in [0, 2] {
            let part = certificate_sheets(&world.db, &rini.actor, &id.to_string(), none).await;
            assert_eq!(part.err(), Some(Refusal::NotFound), "there is one part");
        }
    }

    async fn a_revoked_certificate_says_so_and_only_a_press_of_its_own_signs_another(world: World) {
        let (rini, head) = (world.officer("Rini"), world.head("Pak Kades"));
        letterhead(&head).await;
        let (id, [siti, karto, _]) = held(&world, &rini).await;
        finish(&rini, id).await;
        let revoke = |participant, certificate| RevokeCertificate { participant, certificate, reason: Reason::WrongContent };
        assert_eq!(head.does(revoke(siti, LetterId::from_u128(1))).await, Err(Refusal::NotFound), "there is none yet");
        assert_eq!(sign_all(&world.db, &head.actor, IdemKey::from_u128(1), HOST, id).await.map(|pressed| pressed.signed), Ok(2));
        let first = list_of(&rini, siti).await;
        assert_eq!(rini.does(revoke(siti, first)).await, Err(Refusal::Forbidden));
        let lurah = world.staff("Bu Lurah", Role::Head, Unit::Office(world.kampungbaru())).stepped_up();
        assert_eq!(lurah.does(revoke(siti, first)).await, Err(Refusal::NotFound));
        head.does(revoke(siti, first)).await.expect("revoked");
        assert_eq!(head.does(revoke(siti, first)).await, Err(Refusal::Conflict(Code::LetterRevoked)), "the first reason stays");
        let letter = checked(&world, &rini, siti, Lang::Id).await;
        assert_eq!((letter.standing, letter.reason), (Standing::Revoked, Some(Reason::WrongContent)));
        assert_eq!(checked(&world, &rini, karto, Lang::Id).await.standing, Standing::Valid, "the other one stands");
        assert_eq!(sign_all(&world.db, &head.actor, IdemKey::from_u128(2), HOST, id).await.map(|pressed| pressed.signed), Ok(0));
        head.does(sign(siti)).await.expect("another one");
        let late = head.does(revoke(siti, first)).await;
        assert!(matches!(late, Err(Refusal::Stale { .. })), "a page that shows the first one: {late:?}");
        assert_eq!(checked(&world, &rini, siti, Lang::Id).await.standing, Standing::Valid);
        let mut lines = book(&rini).await;
        lines.sort_by_key(|(sequence, ..)| *sequence);
        let outcomes: Vec<bool> = lines.iter().map(|(_, _, outcome)| *outcome == stands()).collect();
        assert_eq!((lines.len(), outcomes), (3, vec![false, true, true]));
    }
}
