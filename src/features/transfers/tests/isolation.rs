//! Nobody reads across: each office has its own record, and the other one's answer is all that comes back.

use super::helpers::{NIK, accept, decline, offices};
use crate::access::{Actor, Refusal};
use crate::features::applications::desk::DeskCaseView;
use crate::features::applications::testing::desk_case;
use crate::features::applications::{Desk, TransferState, store as cases};
use crate::features::letters;
use crate::features::transfers::read;
use crate::server::db::{Db, OfficeScope};
use crate::server::testing::{Person, on_both_databases};

fn at<'a>(db: &'a Db, actor: &'a Actor) -> Desk<'a> {
    Desk::open(db, actor, "Petugas".to_owned()).expect("a desk")
}

/// Without what is drawn anew for each look.
async fn seen_by(person: &Person, case: crate::domain::ApplicationId) -> DeskCaseView {
    let mut view = desk_case(&at(person.db(), &person.actor), case).await.expect("a case");
    view.key = crate::domain::IdemKey::from_u128(0);
    view
}

on_both_databases! {
    async fn the_office_that_was_left_and_a_third_one_find_nothing(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        for person in [&offices.here.rini, &offices.here.head, &offices.tono] {
            let desk = at(&world.db, &person.actor);
            for which in ["", "semua"] {
                let list = read::list(&desk, which, "").await.unwrap();
                assert_eq!((list.rows, list.waiting, list.all, list.next), (vec![], 0, 0, None));
            }
            assert_eq!(read::record(&desk, letter).await.err(), Some(Refusal::NotFound));
            assert_eq!(person.does(accept(letter)).await, Err(Refusal::NotFound));
            assert_eq!(person.does(decline(letter)).await, Err(Refusal::NotFound));
        }
        assert_eq!(offices.state().await, TransferState::Incoming);
    }

    async fn the_destination_reads_neither_case_nor_letter_nor_mark(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(accept(letter)).await.unwrap();
        offices.carried().await;
        for person in [&offices.lain, &offices.dewi, &offices.tono] {
            assert_eq!(desk_case(&at(&world.db, &person.actor), case).await.err(), Some(Refusal::NotFound));
            let scope = OfficeScope::open(&world.db, &person.actor).await.unwrap();
            assert_eq!(cases::case(&scope, case).await.err(), Some(Refusal::NotFound));
            assert_eq!(cases::transfer_mark(&scope, case).await, Ok(None));
            assert_eq!(letters::stored_letter(&scope, letter).await.err(), Some(Refusal::NotFound));
            assert_eq!(letters::frozen_letter(&scope, letter).await.err(), Some(Refusal::NotFound));
        }
    }

    async fn what_the_office_that_was_left_sees_changes_by_the_answer_alone(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        let before = seen_by(&offices.here.rini, case).await;
        let at_work = async {
            read::record(&at(&world.db, &offices.lain.actor), letter).await.unwrap();
            offices.lain.does(accept(letter)).await.unwrap();
        };
        at_work.await;
        assert_eq!(seen_by(&offices.here.rini, case).await, before, "before the answer is carried nothing is seen of it");
        offices.carried().await;
        let after = seen_by(&offices.here.rini, case).await;
        let mut expected = before;
        expected.seen = expected.seen.next();
        expected.transfer.as_mut().unwrap().state = TransferState::Accepted;
        expected.history.insert(0, after.history[0].clone());
        expected.can.clone_from(&after.can);
        assert_eq!(after, expected);
        assert_eq!((after.history[0].what.as_str(), after.history[0].words.as_str()), ("Pindah diterima kantor tujuan", ""));
        let words = format!("{after:?}");
        assert!(!words.contains(&offices.lain.id().to_string()) && !words.contains(NIK));
    }
}
