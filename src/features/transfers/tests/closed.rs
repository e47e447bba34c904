//! The office to which somebody moves takes no part: nothing is sent, then or later, and both sides say so.

use super::helpers::{accept, annex, offices, third};
use crate::access::ActName;
use crate::domain::Lang;
use crate::features::applications::testing::{Looking, desk_case, own_case};
use crate::features::applications::{Desk, EventKind, State, TransferState};
use crate::features::transfers::carry::carry_transfer;
use crate::server::outbox::Carried;
use crate::server::testing::{World, on_both_databases};

const ONE: Carried = Carried { done: 1, put_off: 0 };

/// How often the office that is left has decided about the move.
async fn decided(world: &World) -> usize {
    world.record().await.into_iter().filter(|line| *line == (ActName::NoteTransfer, None)).count()
}

on_both_databases! {
    async fn an_office_that_takes_no_part_is_sent_nothing_and_both_sides_read_why(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.issued(1, Some(annex(Some(third(&world)), true))).await;
        assert_eq!(offices.carried().await, ONE, "it is done, and not tried again");
        assert_eq!(offices.list_of(&offices.tono).await, []);
        assert_eq!(world.record_of(third(&world)).await, []);
        assert_eq!((offices.marked(case).await, offices.case(case).await.state), (Some(TransferState::Closed), State::Issued));
        assert_eq!(decided(&world).await, 1, "the office keeps that it has sent nothing");

        let own = own_case(&Looking::new(&world.db, &offices.here.siti.actor, Lang::Id), case).await.unwrap();
        let transfer = own.transfer.expect("where the move stands");
        assert_eq!((transfer.state, transfer.office.as_str()), (TransferState::Closed, "Desa Sarongan (Kec. Pesanggaran)"));
        assert_eq!(own.timeline.last().map(|row| row.kind), Some(EventKind::TransferClosed));
        let rini = &offices.here.rini;
        let desk = Desk::open(&world.db, &rini.actor, "Petugas".to_owned()).unwrap();
        let seen = desk_case(&desk, case).await.unwrap();
        assert_eq!(seen.history[0].what, "Tidak dikirim: kantor tujuan belum ikut");
        assert_eq!(seen.transfer.map(|transfer| transfer.state), Some(TransferState::Closed));
        assert_eq!(carry_transfer(&world.db, world.tamansari(), letter).await, Ok(()));
        assert_eq!((offices.told(case).await, decided(&world).await), (vec![EventKind::TransferClosed], 1));
    }

    async fn an_office_that_closes_between_issue_and_carrying_is_sent_nothing(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        offices.takes_part(world.kampungbaru(), false).await;
        assert_eq!(offices.carried().await, ONE);
        assert_eq!((offices.arrived().await.len(), offices.marked(case).await), (0, Some(TransferState::Closed)));
        assert_eq!(world.record_of(world.kampungbaru()).await, []);
        assert_eq!(offices.told(case).await, [EventKind::TransferClosed]);
    }

    async fn an_office_that_opens_again_is_not_sent_what_was_not_sent(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.takes_part(world.kampungbaru(), false).await;
        offices.carried().await;
        offices.takes_part(world.kampungbaru(), true).await;
        assert_eq!(carry_transfer(&world.db, world.tamansari(), letter).await, Ok(()));
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, ONE, "there is nothing to call back");
        assert_eq!((offices.arrived().await.len(), offices.marked(case).await), (0, Some(TransferState::Closed)));
        assert_eq!(world.record_of(world.kampungbaru()).await, []);
        assert_eq!(offices.told(case).await, [EventKind::TransferClosed]);
    }

    async fn what_has_left_before_the_office_closed_arrives_and_is_answered(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        offices.only_marked(letter).await;
        offices.takes_part(world.kampungbaru(), false).await;
        assert_eq!(offices.carried().await, ONE);
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Incoming, Some(TransferState::Incoming)));
        offices.lain.does(accept(letter)).await.unwrap();
        offices.carried().await;
        assert_eq!(offices.told(case).await, [EventKind::TransferAccepted]);
    }

    async fn of_ten_carriers_and_an_office_that_closes_at_once_both_offices_keep_the_same(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        let carriers = futures::future::join_all((0..10).map(|_| carry_transfer(&world.db, world.tamansari(), letter)));
        let (outcomes, ()) = futures::future::join(carriers, offices.takes_part(world.kampungbaru(), false)).await;
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        assert_eq!(offices.carried().await, ONE);
        let both: (usize, Option<TransferState>) = (offices.arrived().await.len(), offices.marked(case).await);
        assert!([(1, Some(TransferState::Incoming)), (0, Some(TransferState::Closed))].contains(&both), "{both:?}");
        assert_eq!((decided(&world).await, offices.told(case).await.len()), (1, 1 - both.0));
    }
}
