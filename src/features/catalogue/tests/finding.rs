use std::marker::PhantomData;

use super::helpers::{approve, kept, open_shop, propose, public_product};
use crate::domain::{Day, ListingId, OfficeCode, Pin, Version};
use crate::features::catalogue::acts::{AddProduct, Approve, Hide, SeeOwner, Show};
use crate::features::catalogue::store::{self, Shelf, Sort};
use crate::features::catalogue::testing::{sale_pisang, yuni};
use crate::features::catalogue::{Category, Permit, PermitKind, Price, Product, Season, Shop, Spot, Supply, renew_search};
use crate::server::db::PublicScope;
use crate::server::testing::{World, on_both_databases};

/// Names of what is found, in its order.
async fn find(world: &World, typed: &str, shelf: Shelf) -> Vec<String> {
    let scope = PublicScope::open(&world.db).await.unwrap();
    let understood = store::understand(&scope, typed).await.unwrap();
    if understood.as_ref().is_some_and(|understood| understood.wanted.groups.is_empty()) {
        return Vec::new();
    }
    let shelf = Shelf { wanted: understood.map(|understood| understood.wanted), ..shelf };
    let (mut all, mut seen) = (Vec::new(), None);
    loop {
        let (found, next) = store::market(&scope, &shelf, seen).await.unwrap();
        all.extend(found.into_iter().map(|found| found.product.name));
        match next {
            Some(next) => seen = Some(next),
            None => return all,
        }
    }
}

async fn add_public(world: &World, office: OfficeCode, shop: ListingId, product: Product) -> ListingId {
    let (rini, lina) = (world.officer("Rini"), world.officer("Lina"));
    let id = rini.does(AddProduct { office, shop, wish: kept(&product) }).await.unwrap();
    rini.does(propose(office, id, 1, product)).await.unwrap();
    // No two at one moment.
    world.clock.forward(1);
    lina.does(approve::<Product>(id, 2)).await.unwrap();
    id
}

fn pin(latitude: i32, longitude: i32) -> Pin {
    Pin { latitude, longitude }
}

fn named(name: &str, price: i64) -> Product {
    Product { name: name.into(), price: Price::Fixed(price.try_into().unwrap()), wholesale: None, ..sale_pisang() }
}

on_both_databases! {
    async fn nothing_that_is_typed_fails(world: World) {
        public_product(&world).await;
        for typed in ["", " ", "\"", "sale OR", "NEAR(", "*", "a:b", "'; DROP", "(((", "kopi & | !", "\u{0}", "ÄÖ", "😀", "x", &"a ".repeat(500)] {
            find(&world, typed, Shelf::default()).await;
        }
        assert_eq!(find(&world, "kulkas", Shelf::default()).await, [""; 0]);
        assert_eq!(find(&world, "", Shelf::default()).await, ["Sale pisang gulung"]);
    }

    async fn a_product_is_found_by_its_name_its_shop_and_its_place_however_they_are_spelt(world: World) {
        public_product(&world).await;
        for typed in ["sale pisang", "SALE", "pissang", "pisng", "sale pisnag", "gulungan", "dapur yuni", "Tamansari", "licin", "Manis", "awak jemuran", "gulu"] {
            assert_eq!(find(&world, typed, Shelf::default()).await, ["Sale pisang gulung"], "{typed}");
        }
        let scope = PublicScope::open(&world.db).await.unwrap();
        let understood = store::understand(&scope, "sale pisnag kulkas").await.unwrap().unwrap();
        assert_eq!(understood.corrected, [("pisnag".to_owned(), "pisang".to_owned())]);
        assert_eq!((understood.unknown, understood.wanted.any), (vec!["kulkas".to_owned()], false));
        assert_eq!(store::understand(&scope, "  ").await.unwrap(), None);
    }

    async fn what_is_hidden_or_renamed_is_found_no_more(world: World) {
        let (shop, product) = public_product(&world).await;
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let all = |typed: &'static str| find(&world, typed, Shelf::default());
        lina.does(Hide::<Shop> { id: shop, seen: Version(4), reason: "Laporan.".into(), of: PhantomData }).await.unwrap();
        assert_eq!((all("sale").await.len(), all("").await.len()), (0, 0), "with its shop");
        lina.does(Show::<Shop> { id: shop, seen: Version(5), of: PhantomData }).await.unwrap();
        assert_eq!(all("yuni").await.len(), 1);
        rini.does(propose(here, shop, 6, Shop { name: "Pawon Mbak Wati".into(), ..yuni() })).await.unwrap();
        assert_eq!((all("yuni").await.len(), all("wati").await.len()), (1, 0), "nobody has approved it");
        lina.does(approve::<Shop>(shop, 7)).await.unwrap();
        assert_eq!((all("yuni").await.len(), all("wati").await.len()), (0, 1));
        rini.does(propose(here, product, 3, named("Kripik ubi", 9_000))).await.unwrap();
        lina.does(approve::<Product>(product, 4)).await.unwrap();
        assert_eq!((all("gulung").await.len(), all("keripik ubi").await), (0, vec!["Kripik ubi".to_owned()]));
        lina.does(Hide::<Product> { id: product, seen: Version(5), reason: "Laporan.".into(), of: PhantomData }).await.unwrap();
        assert_eq!((all("ubi").await.len(), all("").await.len()), (0, 0));
    }

    async fn what_is_chosen_narrows_what_is_found(world: World) {
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        rini.does(SeeOwner { id: shop, seen: Version(1) }).await.unwrap();
        let halal = Permit { kind: PermitKind::Halal, number: "ID35110000123450621".into(), until: Day::new(2026, 12, 31) };
        let pirt = Permit { kind: PermitKind::Pirt, number: "2063510010123-28".into(), until: None };
        rini.does(propose(here, shop, 2, Shop { permits: vec![halal, pirt], ..yuni() })).await.unwrap();
        lina.does(Approve { permits_seen: true, ..approve::<Shop>(shop, 3) }).await.unwrap();
        let goods = [
            Product { permits: vec![PermitKind::Halal, PermitKind::Pirt], ..named("Keripik nangka", 25_000) },
            Product { season: Season::of([10, 11]), category: Category::Harvest, supply: Supply::InStock(None), ..named("Buah nangka", 9_000) },
            Product { supply: Supply::SoldOut, ..named("Dodol nangka", 24_999) },
            Product { supply: Supply::ToOrder(3), season: Season::of([1]), ..named("Sirup nangka", 50_000) },
        ];
        for product in goods {
            add_public(&world, here, shop, product).await;
        }
        let day = |year, month, day| Day::new(year, month, day);
        let (now, later) = (day(2026, 12, 31), day(2027, 1, 1));
        for (shelf, names) in [
            (Shelf { halal: now, ..Shelf::default() }, &["Keripik nangka"][..]),
            (Shelf { halal: later, ..Shelf::default() }, &[]),
            (Shelf { pirt: later, ..Shelf::default() }, &["Keripik nangka"]),
            (Shelf { season: Some(10), ..Shelf::default() }, &["Keripik nangka", "Dodol nangka", "Buah nangka"]),
            (Shelf { season: Some(1), ..Shelf::default() }, &["Sirup nangka", "Keripik nangka", "Dodol nangka"]),
            (Shelf { there: true, ..Shelf::default() }, &["Keripik nangka", "Buah nangka"]),
            (Shelf { prices: Some((10_000, Some(25_000))), ..Shelf::default() }, &["Dodol nangka"]),
            (Shelf { prices: Some((25_000, None)), ..Shelf::default() }, &["Sirup nangka", "Keripik nangka"]),
            (Shelf { category: Some(Category::Harvest), ..Shelf::default() }, &["Buah nangka"]),
            (Shelf { offices: vec![world.kampungbaru()], ..Shelf::default() }, &[]),
            (Shelf { offices: vec![here], shop: Some(shop), there: true, season: Some(10), ..Shelf::default() }, &["Keripik nangka", "Buah nangka"]),
        ] {
            for typed in ["", "nangka"] {
                let found = find(&world, typed, Shelf { sort: Sort::Dearest, ..shelf.clone() }).await;
                assert_eq!(found, names, "{typed}: {shelf:?}");
            }
        }
    }

    async fn every_order_goes_on_where_its_page_ends_and_leaves_nothing_out(world: World) {
        let (shop, _) = public_product(&world).await;
        for at in 0..45 {
            // Many at one price: the last of a page is not known by it alone.
            add_public(&world, world.tamansari(), shop, named(&format!("Pisang nomor {at}"), 10_000 + at / 20 * 1_000)).await;
        }
        for typed in ["", "pisang"] {
            for sort in [Sort::Best, Sort::Newest, Sort::Cheapest, Sort::Dearest, Sort::Nearest(Spot::default())] {
                let found = find(&world, typed, Shelf { sort, ..Shelf::default() }).await;
                let mut each = found.clone();
                each.sort_unstable();
                each.dedup();
                assert_eq!((found.len(), each.len()), (46, 46), "{typed} {sort:?}");
                match sort {
                    Sort::Newest => assert_eq!(found[0], "Pisang nomor 44"),
                    Sort::Cheapest => assert_eq!(found[45], "Sale pisang gulung"),
                    Sort::Dearest => assert_eq!(found[0], "Sale pisang gulung"),
                    Sort::Best | Sort::Nearest(_) => {}
                }
            }
        }
    }

    async fn a_story_makes_nobody_the_cheapest_of_what_is_looked_for(world: World) {
        let (shop, _) = public_product(&world).await;
        add_public(&world, world.tamansari(), shop, Product { story: "Enak dengan pisang.".into(), ..named("Gula semut", 2_000) }).await;
        let by = |sort| find(&world, "pisang", Shelf { sort, ..Shelf::default() });
        assert_eq!(by(Sort::Best).await, ["Sale pisang gulung", "Gula semut"]);
        assert_eq!(by(Sort::Cheapest).await, ["Sale pisang gulung"]);
    }

    async fn what_was_public_before_there_was_a_search_is_learnt_when_the_server_starts(world: World) {
        public_product(&world).await;
        assert_eq!(renew_search(&world.db).await, Ok(0), "everything is known");
        let forget = "DELETE FROM market_text; DELETE FROM market_word; UPDATE market_entry SET rules = 0;";
        world.behind_our_back(forget).await.unwrap();
        assert_eq!(find(&world, "pisang", Shelf::default()).await, [""; 0]);
        assert_eq!(renew_search(&world.db).await, Ok(1));
        assert_eq!(find(&world, "pisang", Shelf::default()).await.len(), 1);
        world.behind_our_back("DELETE FROM market_entry").await.unwrap();
        world.behind_our_back("DELETE FROM market_text").await.unwrap();
        assert_eq!(renew_search(&world.db).await, Ok(1));
        assert_eq!(find(&world, "", Shelf::default()).await.len(), 1);
    }

    async fn the_nearest_come_first_page_by_page_and_what_is_nowhere_comes_last(world: World) {
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let open = async |pin: Option<Pin>| {
            let shop = rini.does(open_shop(here)).await.unwrap();
            rini.does(SeeOwner { id: shop, seen: Version(1) }).await.unwrap();
            rini.does(propose(here, shop, 2, Shop { pin, ..yuni() })).await.unwrap();
            lina.does(approve::<Shop>(shop, 3)).await.unwrap();
            shop
        };
        // Its village is in the mountains; the visitor stands at the harbour, and so does one shop.
        let (village, harbour, square) = (open(None).await, open(Some(pin(-8_142_500, 114_400_700))).await, open(Some(pin(-8_210_900, 114_375_200))).await);
        for number in 1..=8 {
            for (shop, place) in [(village, "gunung"), (harbour, "pelabuhan"), (square, "alun-alun")] {
                add_public(&world, here, shop, named(&format!("Kue {place} {number}"), 9_000)).await;
            }
        }
        let at_harbour = Sort::Nearest(Spot::of_pin(pin(-8_143_000, 114_400_000)));
        let nearest = || Shelf { sort: at_harbour, ..Shelf::default() };
        let places = |found: &[String]| found.iter().map(|name| name.split(' ').nth(1).unwrap_or_default().to_owned()).collect::<Vec<_>>();
        let expected: Vec<String> = ["pelabuhan", "alun-alun", "gunung"].iter().flat_map(|place| std::iter::repeat_n((*place).to_owned(), 8)).collect();
        let found = find(&world, "", nearest()).await;
        assert_eq!(places(&found), expected);
        assert_eq!(found.iter().collect::<std::collections::BTreeSet<_>>().len(), 24, "each of them once");
        assert_eq!(places(&find(&world, "kue", nearest()).await), expected, "and so does what is looked for");
        world.behind_our_back("UPDATE market_entry SET latitude = NULL, longitude = NULL WHERE price = 9000").await.unwrap();
        let newest: Vec<String> = find(&world, "", Shelf::default()).await;
        assert_eq!(find(&world, "", nearest()).await, newest, "nobody knows where");
        world.behind_our_back("UPDATE market_entry SET rules = 1").await.unwrap();
        assert_eq!(renew_search(&world.db).await, Ok(24));
        assert_eq!(places(&find(&world, "", nearest()).await), expected, "once it is written anew");
    }
}
