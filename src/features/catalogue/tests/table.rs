use super::helpers::{add, approve, listing, market, open_shop, propose, public_product};
use crate::access::{ActName, Code, Refusal};
use crate::domain::{ListingId, Version};
use crate::features::catalogue::acts::{EditProducts, ImportProducts};
use crate::features::catalogue::store;
use crate::features::catalogue::table::{Typed, judge};
use crate::features::catalogue::testing::sale_pisang;
use crate::features::catalogue::{Price, Product, Shop, State};
use crate::forms::ProblemCode;
use crate::server::db::OfficeScope;
use crate::server::sandbox::SheetRow;
use crate::server::testing::{Person, World, on_both_databases};

const HEADS: [&str; 8] = ["alamat_produk", "toko", "nama", "kategori", "harga", "satuan", "persediaan", "grosir_harga"];

/// A file of these rows, under its heads.
fn file(rows: &[[&str; 8]]) -> Vec<SheetRow> {
    let row = |(line, cells): (u32, &[&str; 8])| SheetRow { line, cells: cells.map(str::to_owned).to_vec() };
    (1..).zip(std::iter::once(&HEADS).chain(rows)).map(row).collect()
}

const fn new<'a>(shop: &'a str, name: &'a str) -> [&'a str; 8] {
    ["", shop, name, "makanan-ringan", "9.000", "bungkus", "habis", ""]
}

/// A product there is, at another price.
const fn dearer(slug: &str) -> [&str; 8] {
    [slug, "", "Sale pisang gulung", "makanan-ringan", "19.500", "bungkus", "ada", "16.500"]
}

async fn slugs(world: &World, who: &Person, shop: ListingId, product: ListingId) -> (String, String) {
    let scope = OfficeScope::open(&world.db, &who.actor).await.unwrap();
    let shop = store::listing::<Shop>(&scope, shop).await.unwrap().slug;
    (shop, store::listing::<Product>(&scope, product).await.unwrap().slug)
}

/// The file as it was looked at: what it would do, with the versions that were seen.
async fn looked_at(world: &World, who: &Person, rows: Vec<SheetRow>) -> (ImportProducts, usize) {
    let scope = OfficeScope::open(&world.db, &who.actor).await.unwrap();
    let judged = judge(&rows, &store::stock(&scope).await.unwrap());
    (ImportProducts { office: world.tamansari(), rows, seen: judged.seen.clone() }, judged.wrong())
}

fn typed(id: ListingId, seen: i64, name: &str, price: &str) -> Typed {
    let cells = [name, price, "bungkus", "ada", "24", ""].map(str::to_owned);
    Typed { id, seen: Version(seen), cells }
}

on_both_databases! {
    async fn while_one_row_is_wrong_nothing_of_the_file_is_written(world: World) {
        let (shop, product) = public_product(&world).await;
        let rini = world.officer("Rini");
        let (shop, slug) = slugs(&world, &rini, shop, product).await;
        let before = world.every_row().await;
        let (import, wrong) = looked_at(&world, &rini, file(&[new(&shop, "Keripik"), dearer(&slug), new("Toko Lain", "Kue")])).await;
        assert_eq!(wrong, 1);
        assert!(matches!(rini.does(import).await, Err(Refusal::Stale { .. })));
        let (nothing, _) = looked_at(&world, &rini, file(&[])).await;
        assert_eq!(rini.does(nothing).await, Err(Refusal::Conflict(Code::NothingChanged)));
        assert_eq!(world.every_row().await, before);
    }

    async fn what_somebody_changed_since_it_was_looked_at_is_not_written_over(world: World) {
        let (shop, product) = public_product(&world).await;
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let (shop, slug) = slugs(&world, &rini, shop, product).await;
        let (import, wrong) = looked_at(&world, &rini, file(&[new(&shop, "Keripik"), dearer(&slug)])).await;
        assert_eq!(wrong, 0);
        let mine = Product { story: "Dijemur lagi.".into(), ..sale_pisang() };
        lina.does(propose(here, product, 3, mine.clone())).await.unwrap();
        let before = world.every_row().await;
        assert!(matches!(rini.does(import).await, Err(Refusal::Stale { .. })));
        assert_eq!(world.every_row().await, before);
        assert_eq!(listing::<Product>(&world, &rini.actor, product).await.unwrap().standing.proposed(), Some(&mine));
    }

    async fn a_file_becomes_proposals_that_another_officer_approves_and_sent_twice_it_is_one(world: World) {
        let (shop, product) = public_product(&world).await;
        let (rini, lina) = (world.officer("Rini"), world.officer("Lina"));
        let (shop, slug) = slugs(&world, &rini, shop, product).await;
        let (import, _) = looked_at(&world, &rini, file(&[new(&shop, "Keripik"), dearer(&slug)])).await;
        let key = world.db.fresh_key();
        assert_eq!(rini.does_under(key, import.clone()).await, Ok(2));
        assert_eq!(rini.does_under(key, import.clone()).await, Ok(2));
        assert!(matches!(rini.does(import).await, Err(Refusal::Stale { .. })), "brought in once more, it is another wish");
        assert_eq!(market(&world).await[0].product, sale_pisang(), "visitors see what was approved");
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let stock = store::stock(&scope).await.unwrap();
        drop(scope);
        assert_eq!(stock.products.len(), 2);
        for listing in &stock.products {
            assert_eq!(listing.standing.state(), State::Proposed);
            let (id, seen) = (listing.id, listing.version.unwrap().0);
            assert_eq!(rini.does(approve::<Product>(id, seen)).await, Err(Refusal::Forbidden), "who wrote it");
            lina.does(approve::<Product>(id, seen)).await.unwrap();
        }
        let mut found = market(&world).await;
        found.sort_by(|one, other| one.product.name.cmp(&other.product.name));
        let price = |at: usize| found[at].product.price.amount().amount();
        assert_eq!((found.len(), price(0), price(1)), (2, 9_000, 19_500));
        assert_eq!(found[1].product.story, sale_pisang().story, "what the file has no column for stays");
        assert!(world.record().await.contains(&(ActName::ImportProducts, Some(rini.id()))));
    }

    async fn a_product_or_a_shop_of_another_office_is_not_there(world: World) {
        let (shop, product) = public_product(&world).await;
        let (rini, lain, here, there) = (world.officer("Rini"), world.stranger("Lain"), world.tamansari(), world.kampungbaru());
        let (shop, slug) = slugs(&world, &rini, shop, product).await;
        let before = world.every_row().await;
        let (import, wrong) = looked_at(&world, &lain, file(&[new(&shop, "Keripik"), dearer(&slug)])).await;
        assert_eq!(wrong, 2, "both are unknown there");
        assert_eq!(lain.does(import.clone()).await, Err(Refusal::NotFound));
        assert!(matches!(lain.does(ImportProducts { office: there, ..import.clone() }).await, Err(Refusal::Stale { .. })));
        let scope = OfficeScope::open(&world.db, &lain.actor).await.unwrap();
        assert_eq!(store::stock(&scope).await.unwrap(), store::Stock::default());
        assert_eq!(store::open_products(&scope, None).await.unwrap().0, []);
        drop(scope);
        let edit = |office| EditProducts { office, rows: vec![typed(product, 3, "Milik saya", "18.000")] };
        assert_eq!(lain.does(edit(here)).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(edit(there)).await, Err(Refusal::NotFound));
        for who in [world.head("Hadi"), world.resident("Budi"), world.nobody()] {
            assert!(who.does(ImportProducts { office: here, ..import.clone() }).await.is_err());
            assert!(who.does(edit(here)).await.is_err());
        }
        assert_eq!(world.every_row().await, before);
    }

    async fn of_the_rows_of_a_table_all_that_say_something_new_are_written_or_none(world: World) {
        let (shop, one) = public_product(&world).await;
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let two = rini.does(add(here, shop)).await.unwrap();
        let before = world.every_row().await;
        let edit = |rows: Vec<Typed>| EditProducts { office: here, rows };
        let same = typed(one, 3, "Sale pisang gulung", "18000");
        let wrong = rini.does(edit(vec![typed(one, 3, "Sale manis", "18.000"), typed(two, 1, "", "gratis")])).await;
        let Err(Refusal::Invalid(problems)) = wrong else { panic!("{wrong:?}") };
        let found: Vec<_> = problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect();
        assert_eq!(found, [(format!("nama_{two}"), ProblemCode::Missing), (format!("harga_{two}"), ProblemCode::NotAnAmount)]);
        assert_eq!(rini.does(edit(vec![same.clone()])).await, Err(Refusal::Conflict(Code::NothingChanged)));
        let stale = rini.does(edit(vec![typed(one, 3, "Sale manis", "18.000"), typed(two, 7, "Sale asin", "18.000")])).await;
        assert!(matches!(stale, Err(Refusal::Stale { .. })), "{stale:?}");
        assert_eq!(world.every_row().await, before);
        lina.does(propose(here, one, 3, Product { story: "Baru.".into(), ..sale_pisang() })).await.unwrap();
        assert_eq!(rini.does(edit(vec![same, typed(two, 1, "Sale asin", "18.000")])).await, Ok(1), "who was faster elsewhere is in nobody's way");
        let written = listing::<Product>(&world, &rini.actor, two).await.unwrap();
        assert_eq!((written.standing.name(), written.standing.state()), ("Sale asin", State::Proposed));
        assert_eq!(listing::<Product>(&world, &rini.actor, one).await.unwrap().version, Some(Version(4)));
        assert!(matches!(written.standing.proposed().map(|product| product.price), Some(Price::Fixed(_))));
    }

    async fn a_full_file_is_written_in_one_go_while_others_wait_for_a_moment(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let mut shops = Vec::new();
        for _ in 0..10 {
            let shop = rini.does(open_shop(here)).await.unwrap();
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            shops.push(store::listing::<Shop>(&scope, shop).await.unwrap().slug);
        }
        let names: Vec<String> = (0..2_000).map(|number| format!("Kue {number}")).collect();
        let rows: Vec<[&str; 8]> = names.iter().enumerate().map(|(at, name)| new(&shops[at % 10], name)).collect();
        let (import, wrong) = looked_at(&world, &rini, file(&rows)).await;
        assert_eq!(wrong, 0);
        let begun = std::time::Instant::now();
        assert_eq!(rini.does(import).await, Ok(2_000));
        println!("2,000 products in {:?}", begun.elapsed());
        world.behind_our_back(if world.db.is_postgres() { "ANALYZE listing" } else { "ANALYZE" }).await.expect("as it is done by itself");
        let pages = async {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            let (first, _) = store::open_products(&scope, None).await.unwrap();
            let last = first.last().unwrap();
            let place = (last.part.shop, last.created_at.micros(), last.id);
            assert_eq!(store::open_products(&scope, Some(place)).await.unwrap().0.len(), 50);
        };
        let plans = world.plans(here, "listing", pages).await;
        for plan in [&plans[0], &plans[2]] {
            assert!(plan.follows("listing_shop"), "{}\n{}", plan.sql, plan.way);
        }
    }

    async fn the_table_goes_on_where_its_page_ends_and_closed_products_are_not_in_it(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let mut all = Vec::new();
        for number in 0..3 {
            let shop = rini.does(open_shop(here)).await.unwrap();
            for _ in 0..(if number == 1 { 40 } else { 8 }) {
                all.push(rini.does(add(here, shop)).await.unwrap());
            }
        }
        let close = crate::features::catalogue::acts::Archive::<Product> { office: here, id: all.remove(3), seen: Version(1), of: std::marker::PhantomData };
        rini.does(close).await.unwrap();
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let (first, shops) = store::open_products(&scope, None).await.unwrap();
        let last = first.last().unwrap();
        let (rest, _) = store::open_products(&scope, Some((last.part.shop, last.created_at.micros(), last.id))).await.unwrap();
        let found: Vec<ListingId> = first.iter().chain(&rest).map(|product| product.id).collect();
        assert_eq!((first.len(), rest.len(), shops.len()), (50, 5, 3));
        assert_eq!(found.iter().collect::<std::collections::BTreeSet<_>>(), all.iter().collect());
    }
}
