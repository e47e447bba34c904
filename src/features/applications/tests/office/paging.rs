//! Lists that are longer than a page: every line once, in one order, also where many share a moment.

use std::collections::BTreeSet;

use super::helpers::desk;
use crate::features::applications::desk::read::{self, Desk as Screen};
use crate::features::letters::{CrossOut, VoidReason};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn the_second_page_of_the_queue_begins_where_the_first_one_ends(world: World) {
        let desk = desk(&world).await;
        let mut sent = BTreeSet::new();
        for number in 0..52 {
            sent.insert(desk.sent(&world, number).await);
            if number == 30 {
                world.clock.forward(60);
            }
        }
        let screen = Screen::open(&world.db, &desk.rini.actor, "Rini".into()).unwrap();
        let first = read::queue(&screen, "baru", "", "").await.unwrap();
        assert_eq!((first.rows.len(), first.counts.new), (50, 52));
        let second = read::queue(&screen, "baru", "", &first.next.unwrap()).await.unwrap();
        assert_eq!((second.rows.len(), second.next), (2, None));
        let shown: Vec<_> = first.rows.iter().chain(&second.rows).map(|row| row.id).collect();
        assert_eq!(shown.len(), sent.len());
        assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), sent, "no line twice, and none left out");
        let nonsense = read::queue(&screen, "baru", "", "kemarin.x").await.unwrap();
        assert_eq!(nonsense.rows, first.rows, "a place that is none is the beginning");
    }

    async fn the_second_page_of_the_book_begins_where_the_first_one_ends(world: World) {
        let desk = desk(&world).await;
        for _ in 0..52 {
            let void = CrossOut { service: "sku".into(), classification: "500.2.2.4".into(), reason: VoidReason::Spoiled };
            desk.head.does(void).await.unwrap();
        }
        let screen = Screen::open(&world.db, &desk.rini.actor, "Rini".into()).unwrap();
        let first = read::book(&screen, "2026-11", "").await.unwrap();
        assert_eq!((first.rows.len(), first.letters), (50, 52));
        let second = read::book(&screen, "2026-11", &first.next.unwrap()).await.unwrap();
        assert_eq!(second.next, None);
        let numbers: Vec<i64> = first.rows.iter().chain(&second.rows).map(|row| row.sequence).collect();
        assert_eq!(numbers, (1..=52).collect::<Vec<_>>());
    }
}
