use super::helpers::{Plant, desk, siti_answers};
use crate::access::{ActName, Actor, Code, Hat, Refusal, Role, Unit};
use crate::domain::OfficeKind;
use crate::domain::Version;
use crate::features::applications::acts::{Approve, Claim, Comment, Reject, RequestFix, Reveal};
use crate::features::applications::{EventKind, IdentitySeen, Lease, Reason, ReasonCode, Returned, State, Target, store};
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile};
use crate::server::access_log::{AccessPurpose, seen_of};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::on_both_databases;

fn reason() -> Reason {
    Reason { code: ReasonCode::NotEligible, words: "Usaha tidak ada.".into() }
}

fn returned(name: &str) -> Vec<Returned> {
    vec![Returned { target: Target::Answer(name.into()), reason: Reason { code: ReasonCode::Incomplete, words: "Kurang jelas.".into() } }]
}

on_both_databases! {
    async fn of_two_officers_who_claim_one_case_the_second_learns_who_has_it(world: World) {
        let desk = desk(&world).await;
        let id = desk.sent(&world, 1).await;
        let claim = Claim { id, seen: Version::FIRST };
        assert_eq!(desk.rini.does(claim.clone()).await, Ok(()));
        assert!(matches!(desk.joko.does(claim).await, Err(Refusal::Stale { by: Some(by), .. }) if by == desk.rini.id()));
        // Also when he has looked again: the lease is alive.
        let again = desk.joko.does(Claim { id, seen: Version(2) }).await;
        assert!(matches!(again, Err(Refusal::Stale { by: Some(by), .. }) if by == desk.rini.id()));
        world.clock.forward(2 * 3_600);
        assert_eq!(desk.joko.does(Claim { id, seen: Version(2) }).await, Ok(()));
        assert_eq!(world.record().await[2..], [(ActName::Claim, Some(desk.rini.id())), (ActName::Claim, Some(desk.joko.id()))]);
    }

    async fn a_foreign_office_finds_no_case_and_leaves_no_trace(world: World) {
        let desk = desk(&world).await;
        let (id, lain) = (desk.claimed(&world, 1).await, world.stranger("Lain"));
        let seen = Version(2);
        assert_eq!(lain.does(Claim { id, seen }).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(Comment { id, note: "x".into() }).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(Reject { id, seen, reason: reason() }).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(Reveal { id, purpose: AccessPurpose::RevealToCompare }).await, Err(Refusal::NotFound));
        assert_eq!(world.record_of(world.kampungbaru()).await, []);
        assert_eq!(desk.case(&world, id).await.state, State::InReview);
    }

    async fn who_does_not_hold_the_case_decides_nothing(world: World) {
        let desk = desk(&world).await;
        let (id, seen) = (desk.claimed(&world, 1).await, Version(2));
        assert_eq!(desk.joko.does(Reject { id, seen, reason: reason() }).await, Err(Refusal::Forbidden));
        assert_eq!(desk.joko.does(RequestFix { id, seen, items: returned("nama_usaha") }).await, Err(Refusal::Forbidden));
        assert_eq!(desk.joko.does(desk.approve(id)).await, Err(Refusal::Forbidden));
        assert_eq!(desk.siti.does(Claim { id, seen }).await, Err(Refusal::NotFound));
        assert_eq!(desk.joko.does(Reveal { id, purpose: AccessPurpose::RevealToCompare }).await, Err(Refusal::Forbidden));
    }

    async fn a_return_that_names_nothing_of_the_case_is_refused(world: World) {
        let desk = desk(&world).await;
        let (id, seen) = (desk.claimed(&world, 1).await, Version(2));
        for items in [Vec::new(), returned("gaji"), returned("ktp")] {
            assert_eq!(desk.rini.does(RequestFix { id, seen, items }).await, Err(Refusal::Conflict(Code::NothingReturned)));
        }
        assert_eq!(desk.rini.does(RequestFix { id, seen, items: returned("nama_usaha") }).await, Ok(()));
        let case = desk.case(&world, id).await;
        assert_eq!((case.state, case.returned.len()), (State::NeedsFix, 1));
        assert!(case.promise.is_some_and(|promise| promise.is_paused()));
    }

    async fn a_verifier_who_filed_a_case_at_the_counter_does_not_decide_it(world: World) {
        let desk = desk(&world).await;
        let sri = world.staff("Sri", Role::Verifier, Unit::Office(world.tamansari()));
        let (office, owner) = (world.tamansari(), desk.siti.id());
        let id = sri.does(Plant { office, owner, sent_by: sri.id(), reference: 1, answers: siti_answers() }).await.unwrap();
        sri.does(Claim { id, seen: Version::FIRST }).await.unwrap();
        assert_eq!(sri.does(Reject { id, seen: Version(2), reason: reason() }).await, Err(Refusal::Forbidden));
        assert_eq!(sri.does(desk.approve(id)).await, Err(Refusal::Forbidden));
        world.clock.forward(2 * 3_600);
        desk.rini.does(Claim { id, seen: Version(2) }).await.unwrap();
        assert_eq!(desk.rini.does(Approve { seen: Version(3), ..desk.approve(id) }).await, Ok(()));
    }

    async fn without_a_letterhead_nothing_is_approved(world: World) {
        let desk = desk(&world).await;
        let id = desk.claimed(&world, 1).await;
        let bare = OfficeProfile::proposed(OfficeKind::Desa);
        desk.head.does(KeepProfile { seen: Version::FIRST, profile: bare }).await.unwrap();
        assert_ne!(NEVER, Version::FIRST);
        assert_eq!(desk.rini.does(desk.approve(id)).await, Err(Refusal::Conflict(Code::LetterheadIncomplete)));
    }

    async fn who_saw_an_older_case_does_not_decide_it(world: World) {
        let desk = desk(&world).await;
        let id = desk.claimed(&world, 1).await;
        let stale = desk.rini.does(Approve { id, seen: Version::FIRST, identity: IdentitySeen::KtpAtCounter }).await;
        assert!(matches!(stale, Err(Refusal::Stale { .. })), "{stale:?}");
        // A note is no decision: it needs no version, and does not lose a race.
        assert_eq!(desk.joko.does(Comment { id, note: "Sudah ditelepon.".into() }).await, Ok(()));
        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let case = store::case(&scope, id).await.unwrap();
        let told = store::timeline(&scope, &case).await.unwrap();
        assert_eq!(told.last().map(|event| event.kind), Some(EventKind::Noted));
    }

    async fn numbers_are_shown_for_five_minutes_and_the_record_says_so(world: World) {
        let desk = desk(&world).await;
        let id = desk.claimed(&world, 1).await;
        let reveal = Reveal { id, purpose: AccessPurpose::RevealToCompare };
        assert_eq!(desk.rini.does(reveal.clone()).await, Err(Refusal::StepUp), "her phone may lie on the desk of somebody else");
        assert_eq!(world.record().await.last(), Some(&(ActName::Claim, Some(desk.rini.id()))));
        desk.rini.clone().stepped_up().does(reveal).await.unwrap();
        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let shown = async |to, now| store::revealed(&scope, id, to, now).await.unwrap().is_some();
        let now = world.clock.now();
        assert!(shown(desk.rini.id(), now).await);
        assert!(!shown(desk.joko.id(), now).await);
        assert!(!shown(desk.rini.id(), now.plus_seconds(300)).await);
        assert_eq!(world.record().await.last(), Some(&(ActName::Reveal, Some(desk.rini.id()))));
        // Its owner sees it, by the same transaction.
        let siti = store::case(&scope, id).await.unwrap().owner;
        let hers = Actor::new(Hat { account: siti, membership: None }, false);
        let seen = seen_of(&OwnScope::open(&world.db, &hers).await.unwrap(), None, 10).await.unwrap();
        assert!(seen.iter().any(|look| look.purpose == Some(AccessPurpose::RevealToCompare) && look.actor == desk.rini.id()), "{seen:?}");
    }

    async fn another_case_of_the_same_card_is_found_at_its_own_office_by_a_hash_that_says_nothing(world: World) {
        let (desk, lain) = (desk(&world).await, world.stranger("Lain"));
        let planted = |office, reference, nik: &str, kk: &str| {
            world.clock.forward(60);
            let (mut answers, owner) = (siti_answers(), desk.siti.id());
            answers.put("nik", nik);
            answers.put("no_kk", kk);
            Plant { office, owner, sent_by: owner, reference, answers }
        };
        let (nik, kk) = ("3510 1645 0690 0001", "3510 1601 0110 0001");
        let case = desk.claimed(&world, 1).await;
        let again = desk.rini.does(planted(world.tamansari(), 2, nik, "3510160101100002")).await.unwrap();
        let child = desk.rini.does(planted(world.tamansari(), 3, "3510164506900002", kk)).await.unwrap();
        desk.rini.does(planted(world.tamansari(), 4, "3510164506900003", "3510160101100003")).await.unwrap();
        let moved = lain.does(planted(world.kampungbaru(), 5, nik, kk)).await.unwrap();

        let here = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let found = store::of_same_card(&here, &store::case(&here, case).await.unwrap()).await.unwrap();
        assert_eq!(found.iter().map(|case| (case.id, case.same_nik)).collect::<Vec<_>>(), [(child, false), (again, true)]);
        let there = OfficeScope::open(&world.db, &lain.actor).await.unwrap();
        assert_eq!(store::of_same_card(&there, &store::case(&there, moved).await.unwrap()).await.unwrap(), []);
        assert_ne!(here.blind_index().of("nik", nik), there.blind_index().of("nik", nik), "two offices that know one number do not see so");
        drop((here, there));
        let rows = world.every_row().await.to_uppercase();
        for number in [nik, kk] {
            let bare = number.replace(' ', "");
            for clear in [number, &bare] {
                assert!(!rows.contains(clear) && !rows.contains(&data_encoding::HEXUPPER.encode(clear.as_bytes())), "a number stands in clear");
            }
        }
    }

    async fn what_comes_next_is_new_or_in_ones_own_hands_or_dropped(world: World) {
        let desk = desk(&world).await;
        let (returned_one, held) = (desk.claimed(&world, 1).await, desk.claimed(&world, 2).await);
        world.clock.forward(60);
        let new = desk.sent(&world, 3).await;
        desk.rini.does(RequestFix { id: returned_one, seen: Version(2), items: returned("nama_usaha") }).await.unwrap();
        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let next = async |me, now| {
            let cases = store::queue(&scope, store::Waiting::Next, me, now, None).await.unwrap();
            cases.into_iter().map(|case| case.id).collect::<Vec<_>>()
        };
        let now = world.clock.now();
        assert_eq!(next(desk.rini.id(), now).await, [held, new]);
        assert_eq!(next(desk.joko.id(), now).await, [new]);
        assert_eq!(next(desk.joko.id(), now.plus_seconds(Lease::SECONDS + 60)).await, [held, new], "nobody holds it any more");
    }
}
