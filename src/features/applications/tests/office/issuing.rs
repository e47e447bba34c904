use super::helpers::{Desk, HOST, desk, filled, other_desk};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::{Lang, OfficeKind, Version};
use crate::features::applications::acts::{Agree, HandOver, Issue, SendBack};
use crate::features::applications::{Reason, ReasonCode, State};
use crate::features::letters::{self, CheckView, CrossOut, Stage, Standing, VoidReason};
use crate::features::offices::{BeginRegister, KeepProfile, OfficeProfile, profile};
use crate::server::db::OfficeScope;
use crate::server::testing::{World, on_both_databases};

fn cross_out() -> CrossOut {
    CrossOut { service: "sku".into(), classification: "500.2.2.4".into(), reason: VoidReason::Spoiled }
}

/// What the letter itself says, as it is set on paper.
async fn frozen(world: &World, desk: &Desk, id: crate::domain::LetterId) -> letters::LetterData {
    let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
    letters::frozen_letter(&scope, id).await.unwrap().data
}

on_both_databases! {
    async fn only_the_head_signs_and_only_with_the_second_factor(world: World) {
        let desk = desk(&world).await;
        let issue = desk.agreed(&world, 1).await;
        assert_eq!(desk.rini.does(issue.clone()).await, Err(Refusal::Forbidden));
        let tired = world.staff("Pak Kades", Role::Head, Unit::Office(world.tamansari()));
        assert_eq!(tired.does(issue.clone()).await, Err(Refusal::StepUp));
        assert_eq!(desk.siti.does(issue.clone()).await, Err(Refusal::NotFound));
        let (_, their_head) = other_desk(&world).await;
        assert_eq!(their_head.does(issue).await, Err(Refusal::NotFound));
        assert!(world.record().await.iter().all(|(act, _)| *act != ActName::Issue));
    }

    async fn a_head_who_approved_a_case_does_not_sign_it(world: World) {
        let desk = desk(&world).await;
        let id = desk.claimed(&world, 1).await;
        desk.head.does(desk.approve(id)).await.unwrap();
        let hash = desk.hash(&world, id).await;
        assert_eq!(desk.head.does(Agree { id, hash }).await, Err(Refusal::Forbidden));
        let issue = Issue { id, seen: Version(3), hash, host: HOST.into() };
        assert_eq!(desk.head.does(issue).await, Err(Refusal::Forbidden));
    }

    async fn a_letter_that_was_not_read_is_not_signed(world: World) {
        let desk = desk(&world).await;
        let id = desk.approved(&world, 1).await;
        let hash = desk.hash(&world, id).await;
        let issue = Issue { id, seen: Version(3), hash, host: HOST.into() };
        assert_eq!(desk.head.does(issue.clone()).await, Err(Refusal::Conflict(Code::NotRead)));
        assert_eq!(desk.rini.does(Agree { id, hash }).await, Err(Refusal::Forbidden));
        assert_eq!(desk.head.does(Agree { id, hash: [7; 32] }).await, Err(Refusal::Conflict(Code::SnapshotChanged)));
        desk.head.does(Agree { id, hash }).await.unwrap();
        assert!(desk.head.does(issue).await.is_ok());
    }

    async fn what_was_sent_back_and_approved_anew_is_read_anew(world: World) {
        let desk = desk(&world).await;
        let issue = desk.agreed(&world, 1).await;
        let reason = Reason { code: ReasonCode::Other, words: "Periksa alamatnya.".into() };
        desk.head.does(SendBack { id: issue.id, seen: Version(3), reason }).await.unwrap();
        assert!(matches!(desk.head.does(issue.clone()).await, Err(Refusal::Stale { .. })));
        desk.rini.does(crate::features::applications::acts::Claim { id: issue.id, seen: Version(4) }).await.unwrap();
        let approve = crate::features::applications::acts::Approve { seen: Version(5), ..desk.approve(issue.id) };
        world.clock.forward(86_400);
        desk.rini.does(approve).await.unwrap();
        let new = desk.hash(&world, issue.id).await;
        assert_ne!(new, issue.hash, "the letter is dated on another day");
        let unread = Issue { seen: Version(6), hash: new, ..issue.clone() };
        assert_eq!(desk.head.does(unread).await, Err(Refusal::Conflict(Code::NotRead)));
        let old = Issue { seen: Version(6), ..issue };
        assert_eq!(desk.head.does(old).await, Err(Refusal::Conflict(Code::SnapshotChanged)));
    }

    async fn a_refusal_costs_no_number(world: World) {
        let desk = desk(&world).await;
        let issue = desk.agreed(&world, 1).await;
        let bare = OfficeProfile::proposed(OfficeKind::Desa);
        desk.head.does(KeepProfile { seen: Version::FIRST, profile: bare }).await.unwrap();
        assert_eq!(desk.head.does(issue.clone()).await, Err(Refusal::Conflict(Code::LetterheadIncomplete)));
        let again = filled(OfficeKind::Desa);
        desk.head.does(KeepProfile { seen: Version(2), profile: again }).await.unwrap();
        assert_eq!(desk.head.does(issue).await.unwrap().number, "500.2.2.4/001/35.10.24.2008/2026");
    }

    async fn a_new_head_does_not_sign_what_names_the_old_one(world: World) {
        let desk = desk(&world).await;
        let issue = desk.agreed(&world, 1).await;
        let mut changed = filled(OfficeKind::Desa);
        changed.head.as_mut().unwrap().name = "BUDI UTOMO".into();
        desk.head.does(KeepProfile { seen: Version::FIRST, profile: changed }).await.unwrap();
        assert_eq!(desk.head.does(issue).await, Err(Refusal::Conflict(Code::SnapshotChanged)));
    }

    async fn a_paper_book_is_continued_and_a_crossed_out_number_stays_in_it(world: World) {
        let desk = desk(&world).await;
        desk.head.does(BeginRegister { register: "agenda".into(), last: 117 }).await.unwrap();
        let (_, first) = desk.issued(&world, 1).await;
        assert_eq!(desk.rini.does(cross_out()).await, Err(Refusal::Forbidden));
        desk.head.does(cross_out()).await.unwrap();
        let (_, third) = desk.issued(&world, 2).await;
        let numbers = [first.number, third.number];
        assert_eq!(numbers, ["500.2.2.4/118/35.10.24.2008/2026", "500.2.2.4/120/35.10.24.2008/2026"]);
        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let month = letters::Month::parse("2026-11").unwrap();
        let book = letters::book(&scope, month, None).await.unwrap();
        assert_eq!(book.iter().map(|line| line.sequence).collect::<Vec<_>>(), [118, 119, 120]);
        assert!(matches!(book[1].outcome, letters::Outcome::Void { reason: Some(VoidReason::Spoiled) }));
        let theirs = OfficeScope::open(&world.db, &world.stranger("Lain").actor).await.unwrap();
        assert_eq!(letters::book(&theirs, month, None).await.unwrap(), []);
    }

    async fn before_it_is_signed_a_letter_has_neither_number_nor_code(world: World) {
        let desk = desk(&world).await;
        let id = desk.approved(&world, 1).await;
        let snapshot = desk.case(&world, id).await.snapshot.unwrap();
        let draft = letters::FrozenLetter::read(&snapshot.bytes).unwrap();
        assert_eq!(draft.data.stage, Stage::Draft);
        assert_eq!(desk.case(&world, id).await.letter, None);
    }

    async fn a_signed_letter_can_be_checked_by_everybody_and_a_forged_code_is_an_unknown_one(world: World) {
        let desk = desk(&world).await;
        let (id, issued) = desk.issued(&world, 1).await;
        assert_eq!(desk.case(&world, id).await.state, State::Issued);
        let Stage::Issued { token, host, number, .. } = frozen(&world, &desk, issued.letter).await.stage else { panic!("not issued") };
        assert_eq!((host.as_str(), number.as_str()), (HOST, issued.number.as_str()));
        let CheckView::Known(letter) = letters::checked(&world.db, &token.to_string(), Lang::Id).await.unwrap() else { panic!("unknown") };
        assert_eq!((letter.standing, letter.holder.as_str(), letter.kecamatan.as_str()), (Standing::Valid, "S*** A*****", "Licin"));
        assert_eq!(letter.valid_until.map(|day| day.iso()), Some("2026-12-24".to_owned()));
        let forged = letters::Token::from_bits(token.bits() ^ 1).to_string();
        let unknown = letters::checked(&world.db, &forged, Lang::Id).await.unwrap();
        assert!(matches!(unknown, CheckView::Unknown { .. }));
        assert_eq!(letters::checked(&world.db, "bukan kode", Lang::Id).await.unwrap(), unknown);
        world.clock.forward(31 * 86_400);
        let CheckView::Known(letter) = letters::checked(&world.db, &token.to_string(), Lang::Id).await.unwrap() else { panic!("unknown") };
        assert_eq!(letter.standing, Standing::Expired);
    }

    async fn the_foreign_office_finds_neither_letter_nor_its_words(world: World) {
        let desk = desk(&world).await;
        let (id, issued) = desk.issued(&world, 1).await;
        let (lain, their_head) = other_desk(&world).await;
        let theirs = OfficeScope::open(&world.db, &lain.actor).await.unwrap();
        assert_eq!(letters::stored_letter(&theirs, issued.letter).await.err(), Some(Refusal::NotFound));
        assert_eq!(letters::frozen_letter(&theirs, issued.letter).await.err(), Some(Refusal::NotFound));
        drop(theirs);
        assert_eq!(their_head.does(HandOver { id, seen: Version(4) }).await, Err(Refusal::NotFound));
        assert_eq!(profile(&OfficeScope::open(&world.db, &lain.actor).await.unwrap()).await.unwrap().office, world.kampungbaru());
    }

    async fn fifty_at_once_get_the_numbers_one_to_fifty(world: World) {
        let desk = desk(&world).await;
        let mut wishes = Vec::new();
        for number in 0..50 {
            wishes.push(desk.agreed(&world, number).await);
        }
        let answers = futures::future::join_all(wishes.into_iter().map(|issue| desk.head.does(issue))).await;
        let mut numbers: Vec<_> = answers.into_iter().map(|issued| issued.unwrap().number).collect();
        numbers.sort_unstable();
        let expected: Vec<_> = (1..=50).map(|at| format!("500.2.2.4/{at:03}/35.10.24.2008/2026")).collect();
        assert_eq!(numbers, expected);
    }

    async fn a_letter_is_handed_over_once(world: World) {
        let desk = desk(&world).await;
        let (id, issued) = desk.issued(&world, 1).await;
        assert_eq!(desk.rini.does(HandOver { id, seen: Version(4) }).await, Ok(()));
        assert_eq!(desk.rini.does(HandOver { id, seen: Version(5) }).await, Err(Refusal::Conflict(Code::LetterHandedOver)));
        assert_eq!(desk.case(&world, id).await.state, State::Completed);
        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        assert!(letters::stored_letter(&scope, issued.letter).await.unwrap().letter.handover.is_some());
    }
}
