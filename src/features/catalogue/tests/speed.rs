//! However much is for sale, a page of it is found along an index.

use crate::domain::ListingId;
use crate::features::catalogue::Category;
use crate::features::catalogue::store::{self, Place, Shelf, Sort, understand};
use crate::server::db::PublicScope;
use crate::server::testing::{Plan, World, on_both_databases};

/// Many products, one of a hundred of them keripik. Nobody looks at them: what is public of them is not there.
async fn many(world: &World) {
    let office = world.tamansari().number();
    let entry = format!(
        "INSERT INTO market_entry (number, product, shop_id, office, category, price, since, season, there, rules)
         SELECT n, {{id}}, {{id}}, {office} - n % 100, CASE n % 12 WHEN 0 THEN 'kerajinan' ELSE 'lainnya' END, n % 700 * 500, n, 4095, {{yes}}, 1 FROM ({{many}}) m;"
    );
    let sqlite = "WITH RECURSIVE at(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM at WHERE n < 20000) SELECT n FROM at";
    let (id, yes, many) = if world.db.is_postgres() {
        ("gen_random_uuid()", "true", "SELECT n FROM generate_series(1, 20000) n")
    } else {
        ("randomblob(16)", "1", sqlite)
    };
    let entry = entry.replace("{id}", id).replace("{yes}", yes).replace("{many}", many);
    let texts = if world.db.is_postgres() {
        "INSERT INTO market_text SELECT n, (CASE n % 100 WHEN 0 THEN 'kripik:1A pisang:2A' ELSE 'kain:1A pisang:2D' END)::tsvector FROM generate_series(1, 20000) n;
         INSERT INTO market_word SELECT 'w' || n, 'w' || n, 'w' FROM generate_series(1, 20000) n;".to_owned()
    } else {
        format!("INSERT INTO market_text (rowid, name, story) SELECT n, CASE n % 100 WHEN 0 THEN 'kripik' ELSE 'kain' END, 'pisang' FROM ({sqlite});
         INSERT INTO market_word SELECT 'w' || n, 'w' || n, 'w' FROM ({sqlite});")
    };
    let words =
        "INSERT INTO market_word VALUES ('kripik', 'kripik', 'keripik'), ('kripk', 'kripik', 'keripik'), ('pisang', 'pisang', 'pisang');";
    world.behind_our_back(&[&entry, texts.as_str(), words].concat()).await.expect("many products");
    for table in ["market_entry", "market_text", "market_word"] {
        let known = if world.db.is_postgres() { format!("VACUUM ANALYZE {table}") } else { "ANALYZE".to_owned() };
        world.behind_our_back(&known).await.expect("as the database does it by itself");
    }
}

async fn plans(world: &World, table: &str, typed: &str, shelf: Shelf, seen: Option<Place>) -> Vec<Plan> {
    let asked = async {
        let scope = PublicScope::open(&world.db).await.unwrap();
        let wanted = understand(&scope, typed).await.unwrap().map(|understood| understood.wanted);
        let (found, next) = store::market(&scope, &Shelf { wanted, ..shelf }, seen).await.unwrap();
        assert!(found.is_empty() && next.is_some(), "there is a page, of products that are nowhere");
    };
    world.plans(world.tamansari(), table, asked).await
}

on_both_databases! {
    async fn without_words_a_page_is_read_in_its_order(world: World) {
        many(&world).await;
        let here = vec![world.tamansari()];
        for (shelf, index) in [
            (Shelf::default(), "market_entry_since"),
            (Shelf { sort: Sort::Cheapest, ..Shelf::default() }, "market_entry_price"),
            (Shelf { sort: Sort::Dearest, there: true, season: Some(3), ..Shelf::default() }, "market_entry_price"),
            (Shelf { offices: here.clone(), ..Shelf::default() }, "market_entry_office"),
            (Shelf { category: Some(Category::Craft), ..Shelf::default() }, "market_entry_category"),
        ] {
            for seen in [None, Some((5_000, ListingId::from_u128(u128::MAX)))] {
                let seen = seen.map(|(place, id)| if shelf.sort == Sort::Best { (place * 3, id) } else { (place * 20, id) });
                let plans = plans(&world, "market_entry", "", shelf.clone(), seen).await;
                let [plan] = &plans[..] else { panic!("{} statements", plans.len()) };
                // The first page of everything has no condition: its index is read from the end, twenty rows far.
                let sorts = ["TEMP B-TREE", "Sort"].iter().any(|word| plan.way.contains(word));
                assert!(plan.way.contains(index) && !sorts, "{shelf:?}: {}\n{}", plan.sql, plan.way);
            }
        }
    }

    async fn words_are_looked_up_first_and_their_products_by_number(world: World) {
        many(&world).await;
        for shelf in [Shelf::default(), Shelf { sort: Sort::Newest, category: Some(Category::Other), ..Shelf::default() }] {
            let plans = plans(&world, "market_entry", "kripik", shelf, None).await;
            let [plan] = &plans[..] else { panic!("{} statements", plans.len()) };
            let words: &[&str] = if world.db.is_postgres() { &["market_text_words"] } else { &["SCAN market_text VIRTUAL TABLE INDEX 0:M", "SEARCH market_entry USING INTEGER PRIMARY KEY"] };
            assert!(words.iter().all(|way| plan.way.contains(way)), "{}\n{}", plan.sql, plan.way);
        }
    }

    async fn a_mistake_is_looked_up_too(world: World) {
        many(&world).await;
        let plans = plans(&world, "market_word", "kripk pis", Shelf::default(), None).await;
        assert_eq!(plans.len(), 3, "what is known, and each of two words that are not");
        for plan in plans {
            let scans = ["SCAN ", "Seq Scan"].iter().any(|word| plan.way.contains(word));
            assert!(!scans, "{}\n{}", plan.sql, plan.way);
        }
    }
}
