//! However many moves there are, each list, count and answer finds its own along an index.

use super::helpers::{accept, offices};
use crate::access::Unit;
use crate::domain::LetterId;
use crate::features::offices::gazetteer;
use crate::features::transfers::forget_ended;
use crate::features::transfers::store::{self, Listed};
use crate::server::db::OfficeScope;
use crate::server::testing::{World, on_both_databases};

/// Many moves of two offices, most of them answered long ago. What they say does not matter: nobody opens them.
async fn many(world: &World) {
    let (sqlite, postgres) = (
        "INSERT INTO transfer (office_id, id, version, origin, state, body, created_at, decided_by, decided_at, reason, changed_at)
         WITH RECURSIVE at(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM at WHERE n < 20000)
         SELECT CASE n % 10 WHEN 0 THEN {here} ELSE {there} END, randomblob(16), 1, 3510010001, state, x'01', n,
             CASE state WHEN 'incoming' THEN NULL ELSE x'00000000000000000000000000000001' END,
             CASE state WHEN 'incoming' THEN NULL ELSE n END, CASE state WHEN 'declined' THEN x'01' END, n
         FROM (SELECT n, CASE n / 10 % 40 WHEN 0 THEN 'incoming' WHEN 1 THEN 'incoming' WHEN 2 THEN 'declined' ELSE 'accepted' END AS state FROM at);
         ANALYZE;",
        "INSERT INTO transfer (office_id, id, version, origin, state, body, created_at, decided_by, decided_at, reason, changed_at)
         SELECT CASE n % 10 WHEN 0 THEN {here} ELSE {there} END, gen_random_uuid(), 1, 3510010001, state, '\\x01', n,
             CASE WHEN state <> 'incoming' THEN '00000000-0000-0000-0000-000000000001'::uuid END,
             CASE WHEN state <> 'incoming' THEN n END, CASE state WHEN 'declined' THEN '\\x01'::bytea END, n
         FROM (SELECT n, CASE n / 10 % 40 WHEN 0 THEN 'incoming' WHEN 1 THEN 'incoming' WHEN 2 THEN 'declined' ELSE 'accepted' END AS state
             FROM generate_series(1, 20000) n) many",
    );
    let sql = if world.db.is_postgres() { postgres } else { sqlite };
    let (here, there) = (world.kampungbaru().number().to_string(), world.tamansari().number().to_string());
    world.behind_our_back(&sql.replace("{here}", &here).replace("{there}", &there)).await.expect("many moves");
    if world.db.is_postgres() {
        world.behind_our_back("VACUUM ANALYZE transfer").await.expect("as the database does it by itself");
    }
}

/// What the database calls the index of the key.
fn primary(world: &World) -> &'static str {
    if world.db.is_postgres() { "transfer_pkey" } else { "sqlite_autoindex_transfer_1" }
}

on_both_databases! {
    async fn lists_and_counts_follow_their_index(world: World) {
        let offices = offices(&world).await;
        many(&world).await;
        let (unit, after) = (Unit::Office(world.kampungbaru()), Some((10_000, LetterId::from_u128(1))));
        for (which, index) in [(Listed::Waiting, "transfer_state"), (Listed::All, "transfer_all")] {
            let plans = world.plans(unit, "transfer", async {
                let scope = OfficeScope::open(&world.db, &offices.lain.actor).await.unwrap();
                // What stands in these rows is nothing that could be opened.
                store::list(&scope, which, None).await.unwrap_err();
                store::list(&scope, which, after).await.unwrap_err();
                store::count(&scope, which).await.unwrap();
            });
            let plans = plans.await;
            let [first, later, count] = &plans[..] else { panic!("{} statements", plans.len()) };
            assert!(first.follows(index), "{which:?}: {}\n{}", first.sql, first.way);
            // A later page may be put in order again: it is never more than the list.
            assert!(later.uses(index), "{which:?}: {}\n{}", later.sql, later.way);
            let any = [index, "transfer_state", primary(&world)];
            assert!(any.iter().any(|index| count.follows(index)), "{which:?}: {}\n{}", count.sql, count.way);
        }
    }

    async fn what_is_forgotten_is_found_among_what_nobody_took_in(world: World) {
        many(&world).await;
        let plans = world.plans(Unit::Office(world.kampungbaru()), "transfer", forget_ended(&world.db)).await;
        // One question for each office; what it finds here is nothing that could be opened.
        let mut questions = plans.iter().filter(|plan| plan.sql.contains(" <> "));
        let place = gazetteer().all().iter().position(|office| office.code == world.kampungbaru()).expect("an office");
        let own = questions.nth(place).expect("the question");
        assert!(own.uses("transfer_state"), "{}\n{}", own.sql, own.way);
    }

    async fn what_is_opened_and_answered_is_found_by_its_key(world: World) {
        let offices = offices(&world).await;
        many(&world).await;
        let (_, letter) = offices.sent().await;
        let plans = world.plans(Unit::Office(world.kampungbaru()), "transfer", async {
            let scope = OfficeScope::open(&world.db, &offices.lain.actor).await.unwrap();
            store::transfer(&scope, letter).await.unwrap();
            drop(scope);
            offices.lain.does(accept(letter)).await.unwrap();
        });
        let plans = plans.await;
        assert!(plans.len() >= 3, "to open, to answer, and the answer: {}", plans.len());
        let whole = if world.db.is_postgres() { " AND (id = '" } else { "(office_id=? AND id=?)" };
        for plan in plans {
            assert!(plan.follows(primary(&world)) && plan.way.contains(whole), "{}\n{}", plan.sql, plan.way);
        }
    }
}
