use super::helpers::{approve, propose, public_product};
use super::links::{PHONE, link, resident, take};
use crate::access::{ActName, Actor, Refusal};
use crate::domain::{ListingId, ParticipantId, TrainingId};
use crate::features::catalogue::acts::MeasureEffect;
use crate::features::catalogue::effect::{Group, Measured, measure_effects, regency};
use crate::features::catalogue::store;
use crate::features::catalogue::testing::yuni;
use crate::features::catalogue::{OpenHours, Shop};
use crate::features::training::Topic;
use crate::features::training::testing::{announced, enrols, today, trainer, was_held};
use crate::server::db::{OfficeScope, RegencyScope};
use crate::server::testing::{Person, World, on_both_databases};

const DAY: i64 = 86_400;

async fn measured(world: &World, by: &Person) -> Vec<(u8, Option<u8>)> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an office");
    let mut all: Vec<_> = store::measured_here(&scope).await.expect("measures").into_iter().map(|one| (one.before, one.after)).collect();
    all.sort_unstable();
    all
}

/// A public shop in the hands of its seller, who sits in a training of today.
async fn seated(world: &World, phone: &str, training: TrainingId) -> (ListingId, Actor, ParticipantId) {
    let (shop, _) = public_product(world).await;
    let seller = resident(world, phone).await;
    let rini = world.officer("Rini");
    rini.does(super::links::link_to(shop, phone)).await.expect("a link");
    let scope = OfficeScope::open(&world.db, &rini.actor).await.expect("an office");
    let token = store::open_link(&scope, shop).await.expect("links").expect("a link").token;
    drop(scope);
    take(world, &seller, world.tamansari(), &token).await.expect("the shop");
    // A name has no digits.
    let name: String = phone.bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    let participant = enrols(world, world.tamansari(), training, &seller, &name).await;
    (shop, seller, participant)
}

/// The shop says when it is open: one thing of what the coach looks at is there that was not.
async fn improves(world: &World, shop: ListingId, seen: i64) {
    let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
    let hour = |hour| crate::domain::TimeOfDay::new(hour, 0).expect("an hour");
    let better = Shop { hours: Some(OpenHours { opens: hour(8), closes: hour(17) }), ..yuni() };
    rini.does(propose(here, shop, seen, better)).await.expect("proposed");
    lina.does(approve::<Shop>(shop, seen + 1)).await.expect("public");
}

on_both_databases! {
    async fn a_shop_is_measured_on_the_first_day_and_thirty_days_after_the_last_once_each(world: World) {
        let (here, rini) = (world.tamansari(), world.officer("Rini"));
        let training = announced(&world, here, today(&world, "Foto Produk", Topic::ProductPhotos)).await;
        let (shop, _, participant) = seated(&world, PHONE, training).await;
        assert_eq!(measure_effects(&world.db).await, Ok(1));
        let first = measured(&world, &rini).await;
        let [(before, None)] = first[..] else { panic!("{first:?}") };
        assert_eq!(measure_effects(&world.db).await, Ok(0), "the round comes by every hour");
        was_held(&world, here, training, &[participant]).await;
        improves(&world, shop, 5).await;
        world.clock.forward(29 * DAY);
        assert_eq!(measure_effects(&world.db).await, Ok(0), "too early");
        world.clock.forward(DAY);
        assert_eq!(measure_effects(&world.db).await, Ok(1));
        assert_eq!(measure_effects(&world.db).await, Ok(0));
        let both = measured(&world, &rini).await;
        let [(kept, Some(after))] = both[..] else { panic!("{both:?}") };
        assert!(kept == before && after > before, "{both:?}");
        assert_eq!(measured(&world, &world.stranger("Lain")).await, [], "another office");
        let acts = world.record().await.into_iter().filter(|(act, by)| (*act, *by) == (ActName::MeasureEffect, None)).count();
        assert_eq!(acts, 2, "by nobody, and a round without work leaves nothing");
    }

    async fn who_did_not_come_or_came_late_to_be_measured_has_no_effect(world: World) {
        let (here, rini) = (world.tamansari(), world.officer("Rini"));
        let training = announced(&world, here, today(&world, "Foto Produk", Topic::ProductPhotos)).await;
        let (_, _, absent) = seated(&world, PHONE, training).await;
        assert_eq!(measure_effects(&world.db).await, Ok(1));
        let (_, _, late) = seated(&world, "081200000098", training).await;
        was_held(&world, here, training, &[late]).await;
        world.clock.forward(DAY);
        assert_eq!(measure_effects(&world.db).await, Ok(0), "its day is over");
        world.clock.forward(29 * DAY);
        assert_eq!(measure_effects(&world.db).await, Ok(0), "{absent}: was not there");
        let all = measured(&world, &rini).await;
        assert!(matches!(all[..], [(_, None)]), "{all:?}");
        world.clock.forward(8 * DAY);
        assert_eq!(measure_effects(&world.db).await, Ok(0), "too late");
    }

    async fn a_shop_of_another_office_is_not_looked_at_and_nobody_measures_by_a_wish(world: World) {
        let there = world.kampungbaru();
        let training = announced(&world, there, today(&world, "Foto Produk", Topic::ProductPhotos)).await;
        let (shop, _) = public_product(&world).await;
        let seller = resident(&world, PHONE).await;
        take(&world, &seller, world.tamansari(), &link(&world, shop).await).await.expect("the shop");
        enrols(&world, there, training, &seller, "Yuni").await;
        assert_eq!(measure_effects(&world.db).await, Ok(0));
        assert_eq!(measured(&world, &trainer(&world, there)).await, []);
        for person in [world.officer("Rini"), world.head("Hadi"), trainer(&world, there)] {
            assert!(person.does(MeasureEffect { training }).await.is_err());
        }
    }

    async fn fewer_than_three_shops_are_shown_to_no_regency(world: World) {
        let here = world.tamansari();
        let training = announced(&world, here, today(&world, "Foto Produk", Topic::ProductPhotos)).await;
        let mut came = Vec::new();
        for phone in ["081200000091", "081200000092"] {
            came.push(seated(&world, phone, training).await.2);
        }
        assert_eq!(measure_effects(&world.db).await, Ok(2));
        was_held(&world, here, training, &came).await;
        world.clock.forward(30 * DAY);
        assert_eq!(measure_effects(&world.db).await, Ok(2));
        let bpm = world.staff("BPM", crate::access::Role::RegencyAdmin, crate::access::Unit::Regency(3510));
        let scope = RegencyScope::open(&world.db, &bpm.actor).await.expect("the regency");
        let all: Vec<Measured> = store::measured_everywhere(&scope).await.expect("measures");
        drop(scope);
        assert_eq!(Group::of("x", &all).map(|group| group.shops), Some(2));
        let page = regency(&world.db, &bpm.actor).await.expect("a page");
        assert!(page.contains("1 topik lain") && !page.contains("Foto produk"), "{page}");
        assert_eq!(regency(&world.db, &world.officer("Rini").actor).await.err(), Some(Refusal::Forbidden));
    }
}
