use futures::future::join_all;

use super::helpers::{card, copies, enter, holds_true, lend, loan_of, more, named, person, turtle};
use crate::access::{Code, Refusal};
use crate::domain::{Day, OfficeCode, ReaderId, TitleId};
use crate::features::library::acts::{CancelReservation, Fate, LendCopy, LetGo, RenewLoan, ReserveTitle, ReturnCopy, Whose};
use crate::features::library::store;
use crate::features::library::{CopyPlace, Reservation, Turn};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::{Person, World, on_both_databases};

fn reserve(office: OfficeCode, title: TitleId, reader: ReaderId) -> ReserveTitle {
    ReserveTitle { office, title, whose: Whose::Reader(reader) }
}

async fn line(world: &World, by: &Person) -> Vec<Reservation> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an officer");
    store::open_reservations(&scope, None).await.expect("a queue")
}

on_both_databases! {
    async fn who_came_first_is_served_first_and_nobody_takes_what_waits_for_another(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let mut readers = Vec::new();
        for name in ["Siti", "Budi", "Ayu"] {
            readers.push(card(&rini, here, name).await);
        }
        let [siti, budi, ayu] = readers[..] else { panic!("three") };
        lend(&rini, copy, siti).await.unwrap();
        assert_eq!(rini.does(reserve(here, title, siti)).await, Err(Refusal::Conflict(Code::TitleWithReader)));
        assert_eq!(rini.does(reserve(here, title, budi)).await, Ok(Fate::Waits));
        assert_eq!(rini.does(reserve(here, title, budi)).await, Err(Refusal::Conflict(Code::ReservedAlready)));
        world.clock.forward(60);
        assert_eq!(rini.does(reserve(here, title, ayu)).await, Ok(Fate::Waits));
        holds_true(&world, &rini, title).await;
        let loan = loan_of(&copies(&world, &rini, title).await[0]);
        assert_eq!(rini.does(RenewLoan { office: here, loan }).await, Err(Refusal::Conflict(Code::CopyReserved)));

        assert_eq!(rini.does(ReturnCopy { copy }).await.unwrap().aside_for, Some(budi));
        holds_true(&world, &rini, title).await;
        assert_eq!(lend(&rini, copy, ayu).await, Err(Refusal::Conflict(Code::CopyReserved)));
        assert_eq!(line(&world, &rini).await[0].turn, Turn::Ready { copy, until: Day::new(2026, 11, 27).unwrap() });
        // Nobody comes, and the copy goes to the next.
        rini.does(LetGo { copy }).await.unwrap();
        assert!(matches!(rini.does(LetGo { copy }).await, Ok(())), "it was aside for Ayu, and is let go again");
        assert!(matches!(rini.does(LetGo { copy }).await, Err(Refusal::Stale { .. })));
        assert!(line(&world, &rini).await.is_empty());
        holds_true(&world, &rini, title).await;
        assert!(lend(&rini, copy, ayu).await.is_ok());
    }

    async fn a_copy_that_stands_on_the_shelf_is_put_aside_at_once_and_lent_to_whom_it_waits_for(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 2).await;
        let [siti, budi] = [card(&rini, here, "Siti").await, card(&rini, here, "Budi").await];
        assert_eq!(rini.does(reserve(here, title, siti)).await, Ok(Fate::Aside(Day::new(2026, 11, 27).unwrap())));
        holds_true(&world, &rini, title).await;
        let both = copies(&world, &rini, title).await;
        let aside = both.iter().find(|copy| copy.place != CopyPlace::Shelf).unwrap().id;
        let other = both.iter().find(|copy| copy.place == CopyPlace::Shelf).unwrap().id;
        assert_eq!(lend(&rini, other, siti).await, Err(Refusal::Conflict(Code::AsideForThem)));
        assert!(lend(&rini, other, budi).await.is_ok());
        assert!(lend(&rini, aside, siti).await.is_ok());
        assert!(line(&world, &rini).await.is_empty());
        holds_true(&world, &rini, title).await;
    }

    async fn new_copies_serve_whoever_waits_and_the_rest_stand_on_the_shelf(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let [siti, budi] = [card(&rini, here, "Siti").await, card(&rini, here, "Budi").await];
        lend(&rini, copies(&world, &rini, title).await[0].id, siti).await.unwrap();
        rini.does(reserve(here, title, budi)).await.unwrap();
        more(&rini, here, title, 2).await;
        holds_true(&world, &rini, title).await;
        let labels: Vec<String> = copies(&world, &rini, title).await.into_iter().map(|copy| copy.code).collect();
        assert_eq!(labels, ["242008-B1", "242008-B2", "242008-B3"]);
        assert!(matches!(line(&world, &rini).await[0].turn, Turn::Ready { .. }));
    }

    async fn a_return_and_a_reservation_at_the_same_instant_never_miss_each_other(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let [siti, budi] = [card(&rini, here, "Siti").await, card(&rini, here, "Budi").await];
        for _ in 0..10 {
            rini.does(LendCopy { copy, reader: siti }).await.unwrap();
            let (back, reserved) = futures::future::join(rini.does(ReturnCopy { copy }), rini.does(reserve(here, title, budi))).await;
            assert!(back.is_ok() && reserved.is_ok(), "{back:?} {reserved:?}");
            holds_true(&world, &rini, title).await;
            assert!(matches!(line(&world, &rini).await[0].turn, Turn::Ready { .. }), "nobody waits for a book that is there");
            rini.does(LetGo { copy }).await.unwrap();
        }
    }

    async fn a_resident_reserves_in_another_village_and_sees_it_at_home(world: World) {
        let (sri, there) = (world.stranger("Sri"), world.kampungbaru());
        let title = enter(&sri, there, turtle(), 1).await;
        let (licin, budi) = (world.resident("Licin"), world.resident("Budi"));
        let own = |name: &str| ReserveTitle { office: there, title, whose: Whose::Own(person(name)) };
        assert!(matches!(licin.does(own("Ni Luh Ayu")).await, Ok(Fate::Aside(_))));
        assert_eq!(budi.does(own("Budi Santoso")).await, Ok(Fate::Waits), "a reader of their own, who waits");
        holds_true(&world, &sri, title).await;
        let waits = {
            let scope = OwnScope::open(&world.db, &licin.actor).await.unwrap();
            store::own_reservations(&scope).await.unwrap()
        };
        assert_eq!((waits.len(), waits[0].0), (1, there));
        let reservation = waits[0].1.id;
        assert_eq!(budi.does(CancelReservation { office: there, reservation }).await, Err(Refusal::NotFound), "another's");
        let copy = copies(&world, &sri, title).await[0].id;
        lend(&sri, copy, waits[0].1.reader).await.unwrap();
        let lent = {
            let scope = OwnScope::open(&world.db, &licin.actor).await.unwrap();
            store::own_loans(&scope).await.unwrap()
        };
        assert_eq!((lent.len(), lent[0].office, lent[0].loan.copy), (1, there, copy));
        let renew = RenewLoan { office: there, loan: lent[0].loan.id };
        assert_eq!(budi.does(renew.clone()).await, Err(Refusal::NotFound));
        assert_eq!(licin.does(renew.clone()).await, Err(Refusal::Conflict(Code::CopyReserved)), "Budi waits");
        let his = { store::own_reservations(&OwnScope::open(&world.db, &budi.actor).await.unwrap()).await.unwrap()[0].1.id };
        budi.does(CancelReservation { office: there, reservation: his }).await.unwrap();
        assert!(matches!(budi.does(CancelReservation { office: there, reservation: his }).await, Err(Refusal::Stale { .. })));
        holds_true(&world, &sri, title).await;
        assert!(licin.does(renew).await.is_ok(), "nobody waits any more");
    }

    async fn a_copy_put_aside_for_who_gave_it_up_waits_for_an_officer_to_carry_it_back(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let siti = world.resident("Siti");
        siti.does(ReserveTitle { office: here, title, whose: Whose::Own(person("Siti")) }).await.unwrap();
        let reservation = line(&world, &rini).await[0].id;
        siti.does(CancelReservation { office: here, reservation }).await.unwrap();
        let copy = copies(&world, &rini, title).await.remove(0);
        assert!(matches!(copy.place, CopyPlace::Aside { .. }));
        holds_true(&world, &rini, title).await;
        rini.does(LetGo { copy: copy.id }).await.unwrap();
        assert_eq!(copies(&world, &rini, title).await[0].place, CopyPlace::Shelf);
        holds_true(&world, &rini, title).await;
    }

    async fn nobody_waits_for_more_than_two_titles_or_for_what_the_library_does_not_have(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let siti = card(&rini, here, "Siti").await;
        for name in ["Satu", "Dua"] {
            let title = enter(&rini, here, named(name), 1).await;
            rini.does(reserve(here, title, siti)).await.unwrap();
        }
        let third = enter(&rini, here, named("Tiga"), 1).await;
        assert_eq!(rini.does(reserve(here, third, siti)).await, Err(Refusal::Conflict(Code::TooManyReservations)));
        let elsewhere = enter(&sri, world.kampungbaru(), named("Empat"), 1).await;
        let budi = card(&rini, here, "Budi").await;
        assert_eq!(rini.does(reserve(here, elsewhere, budi)).await, Err(Refusal::NotFound));
        let racers = join_all((0..10).map(|_| rini.does(reserve(here, third, budi)))).await;
        assert_eq!(racers.iter().filter(|answer| answer.is_ok()).count(), 1, "{racers:?}");
        holds_true(&world, &rini, third).await;
    }
}
