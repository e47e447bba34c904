//! The story of the write path, told with notes: refusals first, on both databases.

use crate::access::{ActName, Code, Refusal};
use crate::domain::Version;
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::notes::{Rewrite, Write, note, notes, wish};
use crate::server::testing::on_both_databases;

fn write(text: &'static str) -> Write {
    Write { office: None, text, numbered: false }
}

fn numbered(text: &'static str) -> Write {
    Write { numbered: true, ..write(text) }
}

on_both_databases! {
    async fn a_refused_act_leaves_no_trace_and_costs_no_number(world: World) {
        let rini = world.officer("Rini");
        assert_eq!(rini.does(numbered("refused")).await, Err(Refusal::Conflict(Code::NotWaiting)));
        assert_eq!(world.head("Pak Kades").does(numbered("not his")).await, Err(Refusal::Forbidden));
        assert_eq!(world.nobody().does(write("not theirs")).await, Err(Refusal::SignIn));
        assert_eq!(rini.does(numbered("first")).await.unwrap().number, Some(1));
        assert_eq!(world.record().await, [(ActName::StartApplication, Some(rini.id()))]);
    }

    async fn the_other_office_sees_neither_the_note_nor_that_it_exists(world: World) {
        let (rini, lain) = (world.officer("Rini"), world.stranger("Lain"));
        let written = rini.does(write("ours")).await.unwrap();
        let change = Rewrite { office: None, id: written.id, seen: Version::FIRST, text: "theirs" };
        assert_eq!(lain.does(change.clone()).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(Rewrite { office: Some(world.tamansari()), ..change }).await, Err(Refusal::NotFound));
        let theirs = OfficeScope::open(&world.db, &lain.actor).await.unwrap();
        assert_eq!(note(&theirs, written.id).await, Err(Refusal::NotFound));
        assert_eq!(notes(&theirs).await.unwrap(), []);
        let ours = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(note(&ours, written.id).await.unwrap().text, "ours");
    }

    async fn a_resident_reaches_only_what_is_theirs_at_the_office_they_name(world: World) {
        let (siti, budi) = (world.resident("Siti"), world.resident("Budi"));
        let here = Some(world.tamansari());
        let written = siti.does(Write { office: here, ..write("hers") }).await.unwrap();
        let change = Rewrite { office: here, id: written.id, seen: Version::FIRST, text: "his" };
        assert_eq!(budi.does(change.clone()).await, Err(Refusal::NotFound));
        assert_eq!(siti.does(Rewrite { office: Some(world.kampungbaru()), ..change.clone() }).await, Err(Refusal::NotFound));
        assert_eq!(siti.does(change).await, Ok(()));
        let hers = OwnScope::open(&world.db, &siti.actor).await.unwrap();
        assert_eq!(notes(&hers).await.unwrap().len(), 1);
        let his = OwnScope::open(&world.db, &budi.actor).await.unwrap();
        assert_eq!(notes(&his).await.unwrap(), []);
        let his_here = OwnScope::open_at(&world.db, &budi.actor, world.tamansari()).await.unwrap();
        assert_eq!(notes(&his_here).await.unwrap(), []);
    }

    async fn who_looked_at_an_older_version_learns_who_was_faster(world: World) {
        let (rini, joko) = (world.officer("Rini"), world.officer("Joko"));
        let written = rini.does(write("one")).await.unwrap();
        let change = |text| Rewrite { office: None, id: written.id, seen: Version::FIRST, text };
        world.clock.forward(60);
        assert_eq!(rini.does(change("two")).await, Ok(()));
        let stale = Refusal::Stale { by: Some(rini.id()), at: world.clock.now() };
        world.clock.forward(60);
        assert_eq!(joko.does(change("three")).await, Err(stale));
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(note(&scope, written.id).await.unwrap().text, "two");
    }

    async fn a_double_send_is_one_wish_with_one_answer(world: World) {
        let rini = world.officer("Rini");
        let first = rini.does_under(wish(7), numbered("once")).await.unwrap();
        assert_eq!(rini.does_under(wish(7), numbered("once")).await.as_ref(), Ok(&first));
        assert_eq!(world.record().await.len(), 1);
        assert_eq!(rini.does(numbered("next")).await.unwrap().number, Some(2));
        // Another person's key of the same digits is another key.
        assert_ne!(world.officer("Joko").does_under(wish(7), write("his")).await.unwrap().id, first.id);
    }

    async fn a_key_is_not_used_for_another_wish(world: World) {
        let rini = world.officer("Rini");
        let written = rini.does_under(wish(7), write("one")).await.unwrap();
        let change = Rewrite { office: None, id: written.id, seen: Version::FIRST, text: "two" };
        assert_eq!(rini.does_under(wish(7), change).await, Err(Refusal::Conflict(Code::KeyReused)));
    }

    async fn of_twenty_equal_wishes_at_once_one_is_carried_out_and_all_get_its_answer(world: World) {
        let rini = world.officer("Rini");
        let all = (0..20).map(|_| rini.does_under(wish(7), numbered("at once")));
        let answers = futures::future::join_all(all).await;
        assert!(answers.iter().all(|answer| answer.is_ok() && answer == &answers[0]), "{answers:?}");
        assert_eq!(world.record().await.len(), 1);
    }

    /// Key, register, its bump, save, end of the record, line, end again, message, answer;
    /// on PostgreSQL also how far the transaction reaches.
    async fn an_act_with_number_and_message_takes_a_known_number_of_statements(world: World) {
        let rini = world.officer("Rini");
        rini.does(numbered("one")).await.unwrap();
        let before = world.db.statements();
        rini.does(numbered("two")).await.unwrap();
        let postgres = u64::from(world.db.is_postgres());
        assert_eq!(world.db.statements() - before, 9 + postgres);
    }

    async fn of_twenty_equal_changes_at_once_none_finds_itself_stale(world: World) {
        let rini = world.officer("Rini");
        let written = rini.does(write("one")).await.unwrap();
        let change = Rewrite { office: None, id: written.id, seen: Version::FIRST, text: "two" };
        let answers = futures::future::join_all((0..20).map(|_| rini.does_under(wish(7), change.clone()))).await;
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        assert_eq!(world.record().await.len(), 2);
    }

    async fn forty_at_once_get_numbers_without_a_gap(world: World) {
        let people: Vec<_> = (0..4).map(|at| world.officer(["Rini", "Joko", "Sri", "Adi"][at])).collect();
        let texts = ["refused", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
            "refused", "t", "u", "v", "w", "x", "y", "z", "aa", "bb", "refused", "cc", "dd", "ee", "ff", "a", "b", "c", "d", "e"];
        let all = texts.iter().enumerate().map(|(at, text)| people[at % 4].does(numbered(text)));
        let answers = futures::future::join_all(all).await;
        let mut numbers: Vec<_> = answers.iter().flatten().filter_map(|written| written.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=32).collect::<Vec<_>>());
        // Five texts were written twice: the second is a conflict that shows only when saving.
        let conflicts = answers.iter().filter(|answer| **answer == Err(Refusal::Conflict(Code::NotWaiting))).count();
        assert_eq!((answers.len(), conflicts), (40, 8));
        assert_eq!(world.record().await.len(), 32);
    }

    async fn a_save_that_fails_fails_alone(world: World) {
        let rini = world.officer("Rini");
        let (good, bad, last) = tokio::join!(rini.does(numbered("good")), rini.does(numbered("unwritable")), rini.does(numbered("last")));
        assert!(matches!(bad, Err(Refusal::Internal(_))), "{bad:?}");
        let mut numbers = [good.unwrap().number, last.unwrap().number];
        numbers.sort_unstable();
        assert_eq!(numbers, [Some(1), Some(2)]);
    }

    async fn a_panic_is_one_failed_request(world: World) {
        let rini = world.officer("Rini");
        let (panic, good) = tokio::join!(rini.does(write("panic")), rini.does(write("good")));
        assert!(matches!(panic, Err(Refusal::Internal(_))), "{panic:?}");
        assert!(good.is_ok());
        assert!(rini.does(write("afterwards")).await.is_ok());
    }

    async fn a_request_that_goes_away_does_not_stop_its_wish(world: World) {
        let rini = world.officer("Rini");
        let gone = rini.does_under(wish(7), write("sent"));
        // Polled once, so that it is on its way, then dropped.
        assert!(futures::FutureExt::now_or_never(gone).is_none());
        let retry = rini.does_under(wish(7), write("sent")).await;
        assert!(retry.is_ok());
        assert_eq!(world.record().await.len(), 1);
    }

    async fn numbers_begin_again_with_the_year_of_the_office(world: World) {
        let rini = world.officer("Rini");
        // 2026-12-31 23:59:59 in Banyuwangi.
        world.clock.set(crate::domain::Instant::from_micros(1_798_736_399_000_000));
        assert_eq!(rini.does(numbered("old")).await.unwrap().number, Some(1));
        assert_eq!(rini.does(numbered("older")).await.unwrap().number, Some(2));
        world.clock.forward(1);
        assert_eq!(rini.does(numbered("new")).await.unwrap().number, Some(1));
        assert_eq!(world.stranger("Lain").does(numbered("theirs")).await.unwrap().number, Some(1));
    }
}
