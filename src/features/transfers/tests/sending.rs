use super::helpers::{NIK, annex, offices, third};
use crate::access::ActName;
use crate::features::applications::TransferState;
use crate::features::transfers::carry::carry_transfer;
use crate::server::outbox::Carried;
use crate::server::testing::on_both_databases;

const NOTHING: Carried = Carried { done: 0, put_off: 0 };

on_both_databases! {
    async fn who_did_not_consent_or_stays_or_leaves_the_regency_is_sent_to_nobody(world: World) {
        let offices = offices(&world).await;
        let nowhere = [
            None,
            Some(annex(Some(world.kampungbaru()), false)),
            Some(annex(Some(world.tamansari()), true)),
            Some(annex(None, true)),
            Some(annex(Some(3_515_172_003.try_into().unwrap()), true)),
        ];
        for (annex, number) in nowhere.into_iter().zip(1..) {
            let (case, letter) = offices.issued(number, annex).await;
            assert_eq!(offices.carried().await, NOTHING, "issuing leaves no message");
            assert_eq!(carry_transfer(&world.db, world.tamansari(), letter).await, Ok(()));
            assert_eq!((offices.arrived().await.len(), offices.mark(case).await), (0, None));
            offices.revoke(case).await;
            assert_eq!(offices.carried().await, NOTHING, "revoking leaves no message");
        }
    }

    async fn a_letter_that_is_revoked_before_delivery_sends_nothing(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        offices.revoke(case).await;
        assert_eq!(offices.carried().await, Carried { done: 2, put_off: 0 });
        assert_eq!((offices.arrived().await.len(), offices.mark(case).await), (0, None));
        assert_eq!(world.record_of(world.kampungbaru()).await, []);
    }

    async fn a_letter_that_ran_out_before_delivery_sends_nothing(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.leaving().await;
        world.clock.forward(31 * 86_400);
        offices.carried().await;
        assert_eq!((offices.arrived().await.len(), offices.mark(case).await), (0, None));
    }

    async fn ten_deliveries_open_it_once(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.leaving().await;
        let again = (0..10).map(|_| carry_transfer(&world.db, world.tamansari(), letter));
        for outcome in futures::future::join_all(again).await {
            assert_eq!(outcome, Ok(()));
        }
        assert_eq!(offices.carried().await, Carried { done: 1, put_off: 0 });
        assert_eq!((offices.state().await, offices.marked(case).await), (TransferState::Incoming, Some(TransferState::Incoming)));
        assert_eq!(world.record_of(world.kampungbaru()).await, [(ActName::ReceiveTransfer, None)]);
        let noted = world.record().await.into_iter().filter(|line| *line == (ActName::NoteTransfer, None)).count();
        assert_eq!(noted, 1);
        assert_eq!(offices.list_of(&offices.tono).await, [], "{}", third(&world));
    }

    async fn what_arrives_is_what_siti_lets_the_office_have_under_its_own_key(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        let annex = annex(Some(world.kampungbaru()), true);
        let arrived = offices.arrived().await.remove(0);
        assert_eq!((arrived.id, arrived.origin, arrived.owner), (letter, world.tamansari(), Some(offices.here.siti.id())));
        let content = arrived.content.expect("a move");
        assert_eq!((content.movers, content.from, content.to, content.on), (annex.movers, annex.from, annex.to, annex.on));
        assert_eq!((content.number.as_str(), content.issued_on.iso().as_str()), ("500.2.2.4/001/35.10.24.2008/2026", "2026-11-24"));
        let (rows, in_digits) = (world.every_row().await, data_encoding::HEXUPPER.encode(NIK.as_bytes()));
        assert!(!rows.contains(NIK) && !rows.to_uppercase().contains(&in_digits), "a number stands in clear");
    }
}
