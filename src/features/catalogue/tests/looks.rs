use std::marker::PhantomData;

use super::helpers::{market, public_product};
use crate::domain::{Day, Version};
use crate::features::catalogue::acts::Hide;
use crate::features::catalogue::store;
use crate::features::catalogue::{Looks, Shop};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::testing::{World, on_both_databases};

fn today(world: &World) -> Day {
    day_at(world.db.clock().now(), world.db.zone())
}

on_both_databases! {
    async fn looks_are_added_up_day_by_day_and_words_are_told_once_several_have_come_by_them(world: World) {
        let (_, product) = public_product(&world).await;
        let (slug, today, looks) = (market(&world).await[0].slug.clone(), today(&world), Looks::default());
        let yesterday = Day::from_number(today.number() - 1);
        for _ in 0..2 {
            looks.note(&slug, "sale  Pisang", today);
        }
        looks.note(&slug, "081234567890", yesterday);
        looks.note("tidak-ada", "kopi", today);
        looks.write_down(&world.db).await.unwrap();
        looks.note(&slug, "sale", today);
        for _ in 0..3 {
            looks.note(&slug, "penjual ini penipu", today);
        }
        looks.write_down(&world.db).await.unwrap();
        looks.write_down(&world.db).await.unwrap();
        let officer = world.officer("Rini");
        let scope = OfficeScope::open(&world.db, &officer.actor).await.unwrap();
        let mut days = store::looks(&scope, &[product], yesterday).await.unwrap();
        days.sort();
        assert_eq!(days, [(yesterday, 1), (today, 6)]);
        assert_eq!(store::looks(&scope, &[product], today).await, Ok(vec![(today, 6)]));
        assert_eq!(store::leads(&scope, &[product], yesterday).await, Ok(Vec::new()), "two of one word may be one person");
        drop(scope);
        looks.note(&slug, "Sale pisang ", today);
        looks.write_down(&world.db).await.unwrap();
        let scope = OfficeScope::open(&world.db, &officer.actor).await.unwrap();
        assert_eq!(store::leads(&scope, &[product], yesterday).await, Ok(vec![("sale pisang".into(), vec![(today, 3)])]));
        let rows = world.every_row().await;
        assert!(!rows.contains("081234567890"), "a number may be somebody's own");
        assert!(!rows.contains("penipu"), "an address is no way to write to a seller");
    }

    async fn the_regency_sees_what_each_village_sells_and_how_often_it_was_asked_for(world: World) {
        let today = today(&world);
        assert_eq!(store::figures(&world.db, today, 30).await, Ok(Vec::new()));
        public_product(&world).await;
        let product = market(&world).await.remove(0);
        store::count_clicks(&world.db, &[&product], today).await.unwrap();
        store::count_clicks(&world.db, &[&product], Day::from_number(today.number() - 30)).await.unwrap();
        let figures = store::figures(&world.db, today, 30).await.unwrap();
        let [one] = figures[..] else { panic!("one village sells") };
        assert_eq!((one.office, one.shops, one.products, one.new, one.orders, one.ending), (world.tamansari(), 1, 1, 1, 1, 0));
        let later = Day::from_number(today.number() + 40);
        let [one] = store::figures(&world.db, later, 30).await.unwrap()[..] else { panic!("one village sells") };
        assert_eq!((one.products, one.new, one.orders), (1, 0, 0), "nothing of it is of these days");
    }

    async fn what_a_hidden_shop_sells_is_no_figure_of_its_village(world: World) {
        let (hidden, _) = public_product(&world).await;
        public_product(&world).await;
        world.officer("Rini").does(Hide::<Shop> { id: hidden, seen: Version(4), reason: "Laporan.".into(), of: PhantomData }).await.unwrap();
        let [one] = store::figures(&world.db, today(&world), 30).await.unwrap()[..] else { panic!("one village sells") };
        assert_eq!((one.shops, one.products), (1, 1));
    }
}
