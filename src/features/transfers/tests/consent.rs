//! Siti takes back that the office of destination may have her data. Either it has left before, and she is
//! told so, or nothing ever leaves.

use super::helpers::{Offices, accept, annex, decline, offices, third};
use crate::access::{ActName, Code, Refusal};
use crate::domain::{ApplicationId, Lang};
use crate::features::applications::acts::Comment;
use crate::features::applications::testing::{Looking, desk_case, own_case};
use crate::features::applications::{Desk, EventKind, State, TransferState};
use crate::features::transfers::acts::CallBack;
use crate::features::transfers::carry::{Leaving, carry_transfer, deliver};
use crate::server::outbox::Carried;
use crate::server::testing::{World, on_both_databases};

const ONE: Carried = Carried { done: 1, put_off: 0 };
const SENT: Result<(), Refusal> = Err(Refusal::Conflict(Code::AlreadySent));
const NOTHING: Result<(), Refusal> = Err(Refusal::Conflict(Code::NothingToSend));

/// Nothing is at Kampungbaru, nothing of it in its record, and both sides of Tamansari say why, once.
async fn nothing_has_left(world: &World, offices: &Offices<'_>, case: ApplicationId) {
    assert_eq!((offices.arrived().await.len(), offices.marked(case).await), (0, Some(TransferState::Withdrawn)));
    assert_eq!(world.record_of(world.kampungbaru()).await, []);
    assert_eq!(offices.told(case).await, [EventKind::ConsentWithdrawn]);
    let record = world.record().await;
    let times = |act, by| record.iter().filter(|line| **line == (act, by)).count();
    assert_eq!(times(ActName::WithdrawConsent, Some(offices.here.siti.id())), 1);
    assert_eq!(times(ActName::NoteTransfer, None), 0);
}

on_both_databases! {
    async fn nobody_but_its_owner_takes_it_back(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        let act = || offices.taking_back(case);
        for person in [&offices.lain, &offices.tono, &world.resident("Budi"), &world.nobody()] {
            assert_eq!(person.does(act()).await, Err(Refusal::NotFound));
        }
        for person in [&offices.here.rini, &offices.here.head] {
            assert_eq!(person.does(act()).await, Err(Refusal::Forbidden));
        }
        assert_eq!((offices.mark(case).await, offices.told(case).await), (None, vec![]));
        offices.carried().await;
        assert_eq!(offices.state().await, TransferState::Incoming);
    }

    async fn where_nothing_is_sent_there_is_nothing_to_take_back(world: World) {
        let offices = offices(&world).await;
        let nowhere = [None, Some(annex(Some(world.kampungbaru()), false)), Some(annex(Some(world.tamansari()), true)), Some(annex(None, true))];
        for (annex, number) in nowhere.into_iter().zip(1..) {
            let (case, _) = offices.issued(number, annex).await;
            assert_eq!((offices.takes_back(case).await, offices.mark(case).await), (NOTHING, None));
        }
        let (closed, _) = offices.issued(5, Some(annex(Some(third(&world)), true))).await;
        offices.carried().await;
        assert_eq!((offices.takes_back(closed).await, offices.marked(closed).await), (NOTHING, Some(TransferState::Closed)));
        let (revoked, _) = offices.issued(6, Some(annex(Some(world.kampungbaru()), true))).await;
        offices.revoke(revoked).await;
        assert_eq!((offices.takes_back(revoked).await, offices.mark(revoked).await), (NOTHING, None));
    }

    async fn taken_back_before_the_letter_is_signed_nothing_leaves_with_it(world: World) {
        let offices = offices(&world).await;
        let case = offices.approved(1, Some(annex(Some(world.kampungbaru()), true))).await;
        assert_eq!(offices.takes_back(case).await, Ok(()));
        assert_eq!(offices.case(case).await.state, State::AwaitingSignature, "the letter is issued all the same");
        let letter = offices.signs(case).await;
        assert_eq!(offices.carried().await, ONE, "it is done, and not tried again");
        nothing_has_left(&world, &offices, case).await;
        assert_eq!(carry_transfer(&world.db, world.tamansari(), letter).await, Ok(()));
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, ONE, "there is nothing to call back");
        nothing_has_left(&world, &offices, case).await;
    }

    async fn taken_back_between_issue_and_carrying_nothing_leaves(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        assert_eq!(offices.takes_back(case).await, Ok(()));
        assert_eq!(offices.carried().await, ONE);
        nothing_has_left(&world, &offices, case).await;
    }

    async fn taken_back_while_a_carrier_stands_still_with_what_it_has_read_nothing_leaves(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        let read = world.db.write(Leaving { origin: world.tamansari(), letter }).await.unwrap().expect("a move");
        assert_eq!(offices.takes_back(case).await, Ok(()));
        assert_eq!(deliver(&world.db, world.tamansari(), letter, read).await, Ok(()));
        offices.carried().await;
        nothing_has_left(&world, &offices, case).await;
    }

    async fn once_it_was_marked_it_has_left_wherever_its_carrier_was_killed(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        assert_eq!(offices.takes_back(case).await, SENT);
        offices.only_received(letter).await;
        assert_eq!(offices.takes_back(case).await, SENT);
        assert_eq!(offices.carried().await, ONE);
        assert_eq!(offices.takes_back(case).await, SENT);
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Incoming, Some(TransferState::Incoming)));
        offices.lain.does(accept(letter)).await.unwrap();
        assert_eq!(offices.takes_back(case).await, SENT);
        offices.carried().await;
        assert_eq!(offices.takes_back(case).await, SENT);
        assert_eq!((offices.told(case).await, offices.state().await), (vec![EventKind::TransferAccepted], TransferState::Accepted));
    }

    async fn what_was_declined_or_called_back_had_left(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(decline(letter)).await.unwrap();
        offices.carried().await;
        assert_eq!(offices.takes_back(case).await, SENT);
        let (case, letter) = offices.issued(2, Some(annex(Some(world.kampungbaru()), true))).await;
        offices.carried().await;
        offices.revoke(case).await;
        world.db.perform_by_itself(world.kampungbaru(), CallBack { id: letter }).await.unwrap();
        assert_eq!(offices.takes_back(case).await, SENT);
        offices.carried().await;
        assert_eq!((offices.takes_back(case).await, offices.marked(case).await), (SENT, Some(TransferState::Cancelled)));
    }

    async fn of_ten_carriers_and_one_who_takes_it_back_at_once_the_first_has_decided(world: World) {
        let offices = offices(&world).await;
        for number in 1..=4 {
            let (case, letter) = offices.issued(number, Some(annex(Some(world.kampungbaru()), true))).await;
            let before = offices.arrived().await.len();
            let carriers = futures::future::join_all((0..10).map(|_| carry_transfer(&world.db, world.tamansari(), letter)));
            let (taken_back, carried) = if number % 2 == 0 {
                futures::future::join(offices.takes_back(case), carriers).await
            } else {
                let (carried, taken_back) = futures::future::join(carriers, offices.takes_back(case)).await;
                (taken_back, carried)
            };
            assert!(carried.iter().all(Result::is_ok), "{carried:?}");
            offices.carried().await;
            let arrived = offices.arrived().await.len() - before;
            match (taken_back, arrived) {
                (Ok(()), 0) => {
                    assert_eq!(offices.marked(case).await, Some(TransferState::Withdrawn));
                    assert_eq!(offices.told(case).await, [EventKind::ConsentWithdrawn]);
                }
                (SENT, 1) => {
                    assert_eq!(offices.marked(case).await, Some(TransferState::Incoming));
                    assert_eq!(offices.told(case).await, []);
                }
                both => panic!("{both:?}"),
            }
        }
    }

    async fn taken_back_twice_it_is_told_once(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        let (siti, key) = (&offices.here.siti, world.db.fresh_key());
        for _ in 0..2 {
            assert_eq!(world.db.perform(siti.actor.clone(), key, offices.taking_back(case)).await, Ok(()));
        }
        assert_eq!(offices.takes_back(case).await, NOTHING, "from another page");
        offices.carried().await;
        nothing_has_left(&world, &offices, case).await;
    }

    async fn an_officer_who_writes_into_the_case_meanwhile_is_no_reason_to_send(world: World) {
        let offices = offices(&world).await;
        let case = offices.approved(1, Some(annex(Some(world.kampungbaru()), true))).await;
        let notes = (0..4).map(|_| offices.here.rini.does(Comment { id: case, note: "Sudah ditelepon.".into() }));
        let (taken_back, noted) = futures::future::join(offices.takes_back(case), futures::future::join_all(notes)).await;
        assert_eq!((taken_back, noted), (Ok(()), vec![Ok(()); 4]));
        offices.signs(case).await;
        offices.carried().await;
        nothing_has_left(&world, &offices, case).await;
    }

    async fn both_sides_read_what_was_taken_back_and_the_page_offers_it_while_it_may_be(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        let looking = Looking::new(&world.db, &offices.here.siti.actor, Lang::En);
        let offered = async || own_case(&looking, case).await.unwrap().consent.map(|consent| consent.office);
        assert_eq!(offered().await.as_deref(), Some("Kelurahan Sobo (Kec. Banyuwangi)"));
        offices.takes_back(case).await.unwrap();
        let page = own_case(&looking, case).await.unwrap();
        assert_eq!((page.consent, page.transfer.map(|transfer| transfer.state)), (None, Some(TransferState::Withdrawn)));
        assert_eq!(page.timeline.last().map(|row| row.kind), Some(EventKind::ConsentWithdrawn));
        let desk = Desk::open(&world.db, &offices.here.rini.actor, "Petugas".to_owned()).unwrap();
        assert_eq!(desk_case(&desk, case).await.unwrap().history[0].what, "Pemohon menarik persetujuan kirim data");

        let (sent, _) = offices.issued(2, Some(annex(Some(world.kampungbaru()), true))).await;
        offices.carried().await;
        assert_eq!(own_case(&looking, sent).await.unwrap().consent, None, "it has left");
    }
}
