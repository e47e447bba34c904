use super::helpers::{accept, decline, offices};
use crate::access::{Code, Refusal};
use crate::domain::Version;
use crate::features::applications::{State, TransferState};
use crate::features::transfers::acts::AcceptTransfer;
use crate::server::outbox::Carried;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_move_that_waits_ends_with_its_letter(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, Carried { done: 1, put_off: 0 });
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Cancelled, Some(TransferState::Cancelled)));
        assert!(matches!(offices.lain.does(accept(letter)).await, Err(Refusal::Stale { by: None, .. })), "nobody was first");
        let seen = Version(2);
        assert_eq!(offices.lain.does(AcceptTransfer { id: letter, seen }).await, Err(Refusal::Conflict(Code::TransferDecided)));
        assert_eq!((offices.case(case).await.state, offices.told(case).await), (State::Revoked, vec![]));
    }

    async fn who_was_taken_in_stays_and_the_office_learns_that_the_letter_is_gone(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(accept(letter)).await.unwrap();
        offices.carried().await;
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, Carried { done: 1, put_off: 0 });
        let arrived = offices.arrived().await.remove(0);
        assert_eq!((arrived.state, arrived.letter_revoked_at), (TransferState::Accepted, Some(world.clock.now())));
        assert_eq!((offices.case(case).await.state, offices.marked(case).await), (State::Revoked, Some(TransferState::Accepted)));
    }

    async fn an_answer_that_meets_a_revoked_letter_is_kept_and_wakes_no_case(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(decline(letter)).await.unwrap();
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, Carried { done: 2, put_off: 0 });
        assert_eq!((offices.case(case).await.state, offices.marked(case).await), (State::Revoked, Some(TransferState::Declined)));
        assert_eq!(offices.told(case).await, []);
    }

    async fn of_an_answer_and_a_revocation_at_once_both_offices_keep_the_same(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        let (answered, ()) = futures::future::join(offices.lain.does(accept(letter)), offices.revoke(case)).await;
        assert_eq!(answered, Ok(()), "its office has not heard of the revocation yet");
        assert_eq!(offices.carried().await, Carried { done: 2, put_off: 0 });
        let arrived = offices.arrived().await.remove(0);
        assert_eq!((arrived.state, arrived.letter_revoked_at.is_some()), (TransferState::Accepted, true));
        assert_eq!(offices.marked(case).await, Some(TransferState::Accepted));
    }
}
