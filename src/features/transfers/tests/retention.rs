//! What a move says of people who were not taken in goes after thirty days: that, and nothing else.

use super::helpers::{NIK, accept, annex, decline, offices, third};
use crate::access::{ActName, Actor, Refusal};
use crate::features::applications::{Desk, Reason, ReasonCode, TransferState};
use crate::features::transfers::acts::Forget;
use crate::features::transfers::{Decided, forget_ended, read};
use crate::server::access_log;
use crate::server::db::{Db, OwnScope};
use crate::server::testing::on_both_databases;

const DAY: i64 = 86_400;

fn at<'a>(db: &'a Db, actor: &'a Actor) -> Desk<'a> {
    Desk::open(db, actor, "Petugas".to_owned()).expect("a desk")
}

on_both_databases! {
    async fn of_a_declined_move_the_answer_stays_and_the_people_go(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(decline(letter)).await.unwrap();
        offices.carried().await;
        let (answered, at_origin) = (world.clock.now(), offices.mark(case).await);
        world.clock.forward(29 * DAY);
        assert_eq!(forget_ended(&world.db).await, 0);
        world.clock.forward(DAY - 1);
        assert_eq!(forget_ended(&world.db).await, 0, "to the second");
        assert!(offices.arrived().await[0].content.is_some());
        world.clock.forward(1);
        assert_eq!(forget_ended(&world.db).await, 1);
        let left = offices.arrived().await.remove(0);
        assert_eq!((left.content.is_none(), left.owner), (true, None));
        assert_eq!((left.state, left.origin), (TransferState::Declined, world.tamansari()));
        assert_eq!(left.decided, Some(Decided { by: offices.lain.id(), at: answered }));
        assert_eq!(left.reason, Some(Reason { code: ReasonCode::NotEligible, words: String::new() }));
        assert_eq!(offices.mark(case).await, at_origin, "the office that was left keeps its own");
        assert_eq!(world.record_of(world.kampungbaru()).await.last(), Some(&(ActName::ForgetTransfer, None)), "nobody did it");
        let rows = world.every_row().await;
        assert_eq!(forget_ended(&world.db).await, 0, "once");
        assert_eq!(world.every_row().await, rows);
    }

    async fn the_time_of_a_cancelled_move_begins_with_the_revocation(world: World) {
        let offices = offices(&world).await;
        let (case, _) = offices.sent().await;
        world.clock.forward(20 * DAY);
        offices.revoke(case).await;
        offices.carried().await;
        world.clock.forward(29 * DAY);
        assert_eq!(forget_ended(&world.db).await, 0);
        world.clock.forward(DAY);
        assert_eq!(forget_ended(&world.db).await, 1);
        let left = offices.arrived().await.remove(0);
        assert_eq!((left.content.is_none(), left.owner, left.state), (true, None, TransferState::Cancelled));
        assert!(left.letter_revoked_at.is_some());
    }

    async fn who_was_taken_in_or_still_waits_is_never_forgotten(world: World) {
        let offices = offices(&world).await;
        let (taken, letter) = offices.sent().await;
        offices.issued(2, Some(annex(Some(world.kampungbaru()), true))).await;
        offices.carried().await;
        offices.lain.does(accept(letter)).await.unwrap();
        offices.revoke(taken).await;
        offices.carried().await;
        world.clock.forward(400 * DAY);
        assert_eq!(forget_ended(&world.db).await, 0);
        let arrived = offices.arrived().await;
        assert!(arrived.len() == 2 && arrived.iter().all(|transfer| transfer.content.is_some() && transfer.owner.is_some()));
        for transfer in arrived {
            assert_eq!(world.db.perform_by_itself(world.kampungbaru(), Forget { id: transfer.id }).await, Err(Refusal::Forbidden));
        }
    }

    async fn another_office_keeps_its_own_time_and_nobody_wishes_it(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        offices.lain.does(decline(letter)).await.unwrap();
        world.clock.forward(DAY);
        offices.takes_part(third(&world), true).await;
        let (_, later) = offices.issued(2, Some(annex(Some(third(&world)), true))).await;
        offices.carried().await;
        offices.tono.does(decline(later)).await.unwrap();
        let before = offices.list_of(&offices.tono).await;
        world.clock.forward(29 * DAY);
        for person in [&offices.lain, &offices.dewi] {
            assert_eq!(person.does(Forget { id: letter }).await, Err(Refusal::Forbidden));
        }
        for person in [&offices.tono, &offices.here.head, &offices.here.siti, &world.nobody()] {
            assert_eq!(person.does(Forget { id: letter }).await, Err(Refusal::NotFound));
        }
        assert_eq!(world.db.perform_by_itself(third(&world), Forget { id: letter }).await, Err(Refusal::NotFound));
        assert_eq!(world.db.perform_by_itself(third(&world), Forget { id: later }).await, Err(Refusal::Forbidden));
        assert_eq!(forget_ended(&world.db).await, 1);
        assert_eq!(offices.list_of(&offices.tono).await, before);
        assert!(offices.arrived().await[0].content.is_none());
    }

    async fn what_was_forgotten_is_shown_as_such_and_nobody_is_looked_at(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        offices.lain.does(decline(letter)).await.unwrap();
        world.clock.forward(30 * DAY);
        forget_ended(&world.db).await;
        let desk = at(&world.db, &offices.dewi.actor);
        let list = read::list(&desk, "semua", "").await.unwrap();
        let record = read::record(&desk, letter).await.unwrap();
        let row = &list.rows[0];
        assert_eq!((row.state, list.all), (TransferState::Declined, 1));
        assert_eq!([&row.holder, &row.nik_end, &row.people, &row.planned].map(String::as_str), ["Data sudah dihapus", "–", "–", "–"]);
        assert_eq!((record.number.as_str(), record.from.as_str(), record.movers.len(), record.can.len()), ("", "", 0, 0));
        assert_eq!((record.origin.as_str(), record.reason.as_str()), ("Desa Tamansari (Kec. Licin)", "Syarat tidak terpenuhi"));
        let words = format!("{list:?}{record:?}");
        assert!(!words.contains(NIK) && !words.contains("SITI") && !words.contains("Alamat tujuan tidak ada"), "{words}");
        let own = OwnScope::open(&world.db, &offices.here.siti.actor).await.unwrap();
        let looks = access_log::seen_of(&own, None, 10).await.unwrap();
        assert!(looks.iter().all(|look| look.office != world.kampungbaru().number()), "there is nothing to look at");
    }

    async fn a_revocation_that_comes_late_brings_nothing_back(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(decline(letter)).await.unwrap();
        offices.carried().await;
        world.clock.forward(30 * DAY);
        forget_ended(&world.db).await;
        offices.revoke(case).await;
        offices.carried().await;
        let left = offices.arrived().await.remove(0);
        assert_eq!((left.id, left.content.is_none(), left.owner, left.state), (letter, true, None, TransferState::Declined));
        assert!(left.letter_revoked_at.is_some());
    }
}
