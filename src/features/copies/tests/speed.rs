//! However many letters there are, a month of one kecamatan is one range of the index.

use super::{GENTENG, LICIN, camat, day};
use crate::access::Unit;
use crate::domain::LetterId;
use crate::features::copies::store;
use crate::features::letters::Month;
use crate::server::db::KecamatanScope;
use crate::server::testing::{World, on_both_databases};

/// Eight notices a day of two kecamatan, for years.
async fn many(world: &World) {
    let (sqlite, postgres) = (
        "WITH RECURSIVE at(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM at WHERE n < 8000)
         INSERT INTO copy_notice (office_id, id, version, issued_on, holder, people, class, origin, elsewhere, changed_at)
         SELECT CASE n % 2 WHEN 0 THEN {here} ELSE {there} END, randomblob(16), 1, {from} + n / 8, 'S***', 1, 4, 3510242008, 'X', 0 FROM at;
         ANALYZE;",
        "INSERT INTO copy_notice (office_id, id, version, issued_on, holder, people, class, origin, elsewhere, changed_at)
         SELECT CASE n % 2 WHEN 0 THEN {here} ELSE {there} END, gen_random_uuid(), 1, {from} + n / 8, 'S***', 1, 4, 3510242008, 'X', 0
         FROM generate_series(1, 8000) n;
         ANALYZE copy_notice;",
    );
    let sql = if world.db.is_postgres() { postgres } else { sqlite };
    let words = [("{here}", LICIN.to_string()), ("{there}", GENTENG.to_string()), ("{from}", day("1-1-2025").number().to_string())];
    let sql = words.iter().fold(sql.to_owned(), |sql, (word, value)| sql.replace(word, value));
    world.behind_our_back(&sql).await.expect("many notices");
}

on_both_databases! {
    async fn the_list_and_the_counts_of_a_month_follow_its_index(world: World) {
        many(&world).await;
        let (agus, month) = (camat(&world, "Agus", LICIN), Month::parse("2026-11").expect("a month"));
        let plans = world.plans(Unit::Kecamatan(LICIN), "copy_notice", async {
            let scope = KecamatanScope::open(&world.db, &agus.actor).await.unwrap();
            let first = store::of_month(&scope, month, None).await.unwrap();
            let last = first.last().expect("a full page");
            let place = (last.content.issued_on, last.id);
            assert_eq!(store::of_month(&scope, month, Some(place)).await.unwrap().len(), 50);
            assert_eq!(store::count(&scope, month).await, Ok(120));
            assert_eq!(store::count_before(&scope, month, place).await, Ok(50));
            assert_eq!(store::found(&scope, LetterId::from_u128(1)).await, Ok(None));
        });
        let plans = plans.await;
        assert_eq!(plans.len(), 5);
        // A later page may be put in order again: it is never more than the month.
        for plan in &plans[..4] {
            assert!(plan.uses("copy_notice_month"), "{}\n{}", plan.sql, plan.way);
        }
        assert!(plans[0].follows("copy_notice_month"), "{}\n{}", plans[0].sql, plans[0].way);
        let primary = if world.db.is_postgres() { "copy_notice_pkey" } else { "sqlite_autoindex_copy_notice_1" };
        assert!(plans[4].follows(primary), "{}\n{}", plans[4].sql, plans[4].way);
    }
}
