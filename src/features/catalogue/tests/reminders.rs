use std::marker::PhantomData;

use super::helpers::{approve, propose, public_product};
use crate::access::Actor;
use crate::domain::{Day, ListingId, Version};
use crate::features::catalogue::acts::{Approve, Archive, Hide};
use crate::features::catalogue::store::{self, Reminder};
use crate::features::catalogue::testing::yuni;
use crate::features::catalogue::{Permit, PermitKind, Shop, remind_of_permits};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::testing::{World, on_both_databases};

const DAY: i64 = 86_400;

fn today(world: &World) -> Day {
    day_at(world.clock.now(), world.db.zone())
}

/// The shop of Yuni with a permit that ends on a day.
fn permitted(until: Day) -> Shop {
    let pirt = Permit { kind: PermitKind::Pirt, number: "2063510010123-28".into(), until: Some(until) };
    let forever = Permit { kind: PermitKind::Nib, number: "9120001234567".into(), until: None };
    Shop { permits: vec![forever, pirt], ..yuni() }
}

/// Its permit becomes what visitors see.
async fn renewed(world: &World, shop: ListingId, seen: i64, until: Day) {
    world.officer("Rini").does(propose(world.tamansari(), shop, seen, permitted(until))).await.unwrap();
    let approval = Approve { permits_seen: true, ..approve::<Shop>(shop, seen + 1) };
    world.officer("Lina").does(approval).await.unwrap();
}

/// A public shop whose permit ends in so many days.
async fn ending_in(world: &World, days: i32) -> (ListingId, Day) {
    let (shop, _) = public_product(world).await;
    let until = Day::from_number(today(world).number() + days);
    renewed(world, shop, 4, until).await;
    (shop, until)
}

async fn told(world: &World, shop: ListingId) -> Vec<Reminder> {
    let scope = OfficeScope::open(&world.db, &world.officer("Rini").actor).await.unwrap();
    store::told_of(&scope, &[shop], today(world)).await.unwrap()
}

on_both_databases! {
    async fn of_a_permit_is_told_sixty_and_fourteen_days_before_and_once_each(world: World) {
        let (shop, until) = ending_in(&world, 61).await;
        assert_eq!(remind_of_permits(&world.db).await, Ok(0), "too early");
        world.clock.forward(DAY);
        assert_eq!(remind_of_permits(&world.db).await, Ok(1));
        let first = told(&world, shop).await;
        assert_eq!(first.iter().map(|told| (told.kind, told.until)).collect::<Vec<_>>(), [(PermitKind::Pirt, until)]);
        for _ in 0..3 {
            world.clock.forward(3_600);
            assert_eq!(remind_of_permits(&world.db).await, Ok(0), "told before");
        }
        world.clock.forward(46 * DAY);
        assert_eq!(remind_of_permits(&world.db).await, Ok(1), "the second time");
        world.clock.forward(DAY);
        assert_eq!(remind_of_permits(&world.db).await, Ok(0));
        let last = told(&world, shop).await;
        assert_eq!(last.len(), 1, "one permit, the last time it was told");
        assert!(last[0].told_at > first[0].told_at);
    }

    async fn two_servers_at_once_tell_of_it_once(world: World) {
        let (shop, _) = ending_in(&world, 20).await;
        let all = (0..8).map(|_| remind_of_permits(&world.db));
        assert!(futures::future::join_all(all).await.iter().all(Result::is_ok));
        assert_eq!(told(&world, shop).await.len(), 1);
    }

    async fn a_server_that_slept_past_the_first_time_tells_of_the_second_alone(world: World) {
        let (shop, _) = ending_in(&world, 10).await;
        assert_eq!(remind_of_permits(&world.db).await, Ok(1));
        assert_eq!(remind_of_permits(&world.db).await, Ok(0));
        assert_eq!(told(&world, shop).await.len(), 1);
    }

    async fn nothing_is_told_of_what_was_renewed_and_the_new_day_has_its_own_times(world: World) {
        let (shop, _) = ending_in(&world, 30).await;
        assert_eq!(remind_of_permits(&world.db).await, Ok(1));
        let until = Day::from_number(today(&world).number() + 400);
        renewed(&world, shop, 6, until).await;
        world.clock.forward(20 * DAY);
        assert_eq!(remind_of_permits(&world.db).await, Ok(0), "the old day is nobody's any more");
        world.clock.forward(325 * DAY);
        assert_eq!(remind_of_permits(&world.db).await, Ok(1));
        assert_eq!(told(&world, shop).await.iter().map(|told| told.until).collect::<Vec<_>>(), [until]);
    }

    async fn nothing_is_told_of_shops_that_are_closed_or_hidden_or_whose_permit_has_ended(world: World) {
        let (shop, _) = ending_in(&world, 40).await;
        let (rini, lina) = (world.officer("Rini"), world.officer("Lina"));
        lina.does(Hide::<Shop> { id: shop, seen: Version(6), reason: "Laporan.".into(), of: PhantomData }).await.unwrap();
        assert_eq!(remind_of_permits(&world.db).await, Ok(0), "hidden");
        rini.does(Archive::<Shop> { office: world.tamansari(), id: shop, seen: Version(7), of: PhantomData }).await.unwrap();
        assert_eq!(remind_of_permits(&world.db).await, Ok(0), "closed");
        let (other, _) = ending_in(&world, -1).await;
        assert_eq!(remind_of_permits(&world.db).await, Ok(0), "over");
        assert_eq!((told(&world, shop).await, told(&world, other).await), (vec![], vec![]));
    }

    async fn another_office_is_told_nothing(world: World) {
        let (shop, _) = ending_in(&world, 40).await;
        remind_of_permits(&world.db).await.unwrap();
        let at = async |actor: &Actor| {
            let scope = OfficeScope::open(&world.db, actor).await.unwrap();
            store::told_here(&scope, today(&world)).await.unwrap().iter().map(|told| told.shop).collect::<Vec<_>>()
        };
        assert_eq!(at(&world.stranger("Lain").actor).await, []);
        assert_eq!(at(&world.officer("Rini").actor).await, [shop]);
    }
}
