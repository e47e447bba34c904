use super::helpers::{NIK, accept, annex, decline, offices};
use crate::access::{ActName, Actor};
use crate::domain::{Lang, LetterId};
use crate::features::applications::testing::{Looking, own_case};
use crate::features::applications::{Desk, TransferState};
use crate::features::transfers::acts::Receive;
use crate::features::transfers::{Move, read};
use crate::server::access_log::{self, AccessPurpose};
use crate::server::db::{Db, OwnScope};
use crate::server::testing::on_both_databases;

fn at<'a>(db: &'a Db, actor: &'a Actor) -> Desk<'a> {
    Desk::open(db, actor, "Petugas".to_owned()).expect("a desk")
}

on_both_databases! {
    async fn the_list_shows_nobody_in_clear(world: World) {
        let offices = offices(&world).await;
        offices.sent().await;
        let list = read::list(&at(&world.db, &offices.lain.actor), "", "").await.unwrap();
        let [row] = &list.rows[..] else { panic!("one move") };
        assert_eq!((row.holder.as_str(), row.nik_end.as_str(), row.people.as_str()), ("S*** A*****", "…0001", "2"));
        assert_eq!((row.origin.as_str(), row.planned.as_str()), ("Desa Tamansari (Kec. Licin)", "1 Desember 2026"));
        let words = format!("{list:?}");
        assert!(!words.contains(NIK) && !words.contains("SITI") && !words.contains("BAYU"));
    }

    async fn who_opens_a_move_is_read_by_its_owner(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        let record = read::record(&at(&world.db, &offices.dewi.actor), letter).await.unwrap();
        let lines: Vec<_> = record.movers.iter().map(|mover| (mover.name.as_str(), mover.nik.as_str())).collect();
        assert_eq!(lines, [("SITI AMINAH", "**** **** **** 0001"), ("BAYU AMINAH", "**** **** **** 0002")]);
        assert_eq!(record.to, "Jalan Kawah Ijen 7, RT 002 RW 001, Kampungbaru, Kec. Licin");
        assert!(!format!("{record:?}").contains(NIK));
        let own = OwnScope::open(&world.db, &offices.here.siti.actor).await.unwrap();
        let seen = access_log::seen_of(&own, None, 10).await.unwrap();
        let theirs: Vec<_> = seen.iter().filter(|look| look.office == world.kampungbaru().number()).collect();
        assert_eq!(theirs.len(), 1);
        assert_eq!((theirs[0].actor, theirs[0].purpose), (offices.dewi.id(), Some(AccessPurpose::Transfer)));
    }

    async fn a_button_is_there_for_who_may_press_it_while_it_leads_somewhere(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        let lurah = world.staff("Bu Lurah", crate::access::Role::Head, crate::access::Unit::Office(world.kampungbaru()));
        let can = async |person: &crate::server::testing::Person| read::record(&at(&world.db, &person.actor), letter).await.unwrap().can;
        assert_eq!(can(&offices.lain).await, [ActName::AcceptTransfer, ActName::DeclineTransfer]);
        assert_eq!(can(&lurah).await, []);
        offices.lain.does(decline(letter)).await.unwrap();
        assert_eq!(can(&offices.dewi).await, []);
        let record = read::record(&at(&world.db, &offices.dewi.actor), letter).await.unwrap();
        assert_eq!((record.state, record.reason), (TransferState::Declined, decline(letter).reason.words));
    }

    async fn the_resident_reads_which_office_acts_next(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        let looking = Looking::new(&world.db, &offices.here.siti.actor, Lang::En);
        let transfer = own_case(&looking, case).await.unwrap().transfer.unwrap();
        assert_eq!((transfer.state, transfer.office.as_str()), (TransferState::Incoming, "Kelurahan Sobo (Kec. Banyuwangi)"));
        offices.lain.does(accept(letter)).await.unwrap();
        offices.carried().await;
        let page = own_case(&looking, case).await.unwrap();
        assert_eq!(page.transfer.map(|transfer| transfer.state), Some(TransferState::Accepted));
        assert_eq!(page.timeline.last().map(|row| row.kind), Some(crate::features::applications::EventKind::TransferAccepted));
    }

    async fn a_long_list_goes_on_where_the_page_ended(world: World) {
        let offices = offices(&world).await;
        let annex = annex(Some(world.kampungbaru()), true);
        let content = Move {
            movers: annex.movers,
            from: annex.from,
            to: annex.to,
            on: annex.on,
            number: "470/1/2026".to_owned(),
            issued_on: annex.on,
        };
        for number in 1..=51 {
            // Several come at one moment: the identity parts them.
            world.clock.forward(number % 2);
            let id = LetterId::from_u128(u128::from(number.unsigned_abs()));
            let receive = Receive { id, origin: world.tamansari(), owner: None, content: content.clone() };
            world.db.perform_by_itself(world.kampungbaru(), receive).await.unwrap();
        }
        let desk = at(&world.db, &offices.lain.actor);
        for (which, oldest_first) in [("", true), ("semua", false)] {
            let first = read::list(&desk, which, "").await.unwrap();
            let second = read::list(&desk, which, &first.next.clone().expect("a second page")).await.unwrap();
            assert_eq!((first.rows.len(), second.rows.len(), second.next), (50, 1, None));
            let mut ids: Vec<_> = first.rows.iter().chain(&second.rows).map(|row| row.id.as_u128()).collect();
            if !oldest_first {
                ids.reverse();
            }
            assert_eq!(ids, (1..=51).collect::<Vec<u128>>(), "{which}");
        }
    }
}
