//! A carrier that is killed between two of its steps. What it has left is carried again.

use super::helpers::{accept, offices};
use crate::access::ActName;
use crate::features::applications::{EventKind, State, TransferState};
use crate::features::transfers::acts::CallBack;
use crate::features::transfers::carry::{Leaving, carry_answer, carry_transfer, deliver};
use crate::server::outbox::Carried;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn after_it_was_marked_it_is_sent(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        assert_eq!((offices.arrived().await.len(), offices.marked(case).await), (0, Some(TransferState::Incoming)));
        offices.carried().await;
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Incoming, Some(TransferState::Incoming)));
    }

    async fn an_answer_that_is_faster_than_its_carrier_stays(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        offices.only_received(letter).await;
        offices.lain.does(accept(letter)).await.unwrap();
        assert_eq!(carry_answer(&world.db, world.kampungbaru(), letter).await, Ok(()));
        assert_eq!(offices.marked(case).await, Some(TransferState::Accepted));
        assert_eq!(carry_transfer(&world.db, world.tamansari(), letter).await, Ok(()));
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Accepted, Some(TransferState::Accepted)));
        assert_eq!(offices.case(case).await.state, State::Issued);
    }

    async fn an_answer_that_is_carried_twice_is_told_once(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(accept(letter)).await.unwrap();
        let twice = (0..5).map(|_| carry_answer(&world.db, world.kampungbaru(), letter));
        for outcome in futures::future::join_all(twice).await {
            assert_eq!(outcome, Ok(()));
        }
        offices.carried().await;
        assert_eq!(offices.told(case).await, [EventKind::TransferAccepted]);
        let settled = world.record().await.into_iter().filter(|(act, _)| *act == ActName::SettleTransfer).count();
        assert_eq!(settled, 1);
    }

    async fn what_was_called_back_at_one_office_is_marked_at_the_other(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.revoke(case).await;
        world.db.perform_by_itself(world.kampungbaru(), CallBack { id: letter }).await.unwrap();
        assert_eq!(offices.marked(case).await, Some(TransferState::Incoming));
        offices.carried().await;
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Cancelled, Some(TransferState::Cancelled)));
        offices.carried().await;
        assert_eq!(carry_transfer(&world.db, world.tamansari(), letter).await, Ok(()));
        assert_eq!(offices.marked(case).await, Some(TransferState::Cancelled));
    }

    async fn a_letter_that_is_revoked_while_its_carrier_stands_still_is_called_back(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        let read = world.db.write(Leaving { origin: world.tamansari(), letter }).await.unwrap().expect("a move");
        offices.revoke(case).await;
        offices.carried().await;
        assert_eq!(offices.arrived().await.len(), 0, "there was nothing to call back");
        assert_eq!(deliver(&world.db, world.tamansari(), letter, read).await, Ok(()));
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Cancelled, Some(TransferState::Cancelled)));
    }

    async fn a_letter_that_is_revoked_in_the_middle_of_its_delivery_is_called_back(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        offices.only_received(letter).await;
        offices.revoke(case).await;
        offices.carried().await;
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Cancelled, Some(TransferState::Cancelled)));
    }

    async fn a_letter_that_is_revoked_before_its_move_arrives_ends_it_at_its_own_office(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, Carried { done: 2, put_off: 0 });
        assert_eq!((offices.arrived().await.len(), offices.marked(case).await), (0, Some(TransferState::Cancelled)));
    }
}
