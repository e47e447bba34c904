use super::helpers::{add, approve, listing, market, open_shop, propose, public_product};
use super::photos::{files, photo};
use crate::access::{Code, Refusal};
use crate::domain::{ListingId, OfficeCode, Version};
use crate::features::catalogue::acts::{AddProduct, ArrangePhotos, Edit};
use crate::features::catalogue::office::as_proposal;
use crate::features::catalogue::store::{self, PAGE};
use crate::features::catalogue::testing::sale_pisang;
use crate::features::catalogue::{Aim, Product, ProductForm, State, Wish};
use crate::forms::Problems;
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::{Person, World, on_both_databases};

/// Somebody has got as far as the name, and a price that is none.
fn half() -> ProductForm {
    ProductForm { nama: "Keripik talas".into(), harga: "gratis".into(), ..ProductForm::default() }
}

fn keep(form: &ProductForm) -> Wish<Product> {
    form.wish(Aim::Keep).expect("a draft")
}

fn adds(office: OfficeCode, shop: ListingId, form: &ProductForm) -> AddProduct {
    AddProduct { office, shop, wish: keep(form) }
}

/// What one press makes of a draft, as an officer reaches it.
async fn pressed(world: &World, who: &Person, id: ListingId, seen: i64) -> Result<Edit<Product>, Refusal> {
    let scope = OfficeScope::open(&world.db, &who.actor).await?;
    as_proposal(&scope, world.tamansari(), id, Version(seen)).await
}

fn missing(outcome: Result<Edit<Product>, Refusal>) -> Problems {
    match outcome {
        Err(Refusal::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

on_both_databases! {
    async fn a_half_typed_product_is_kept_letter_by_letter_and_is_no_proposal_before_it_is_whole(world: World) {
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let (shop, _) = public_product(&world).await;
        let id = rini.does(adds(here, shop, &half())).await.unwrap();
        let kept = listing::<Product>(&world, &rini.actor, id).await.unwrap();
        assert_eq!((kept.standing.latest().form.clone(), kept.standing.state()), (half(), State::Draft));
        let fields: Vec<_> = missing(pressed(&world, &rini, id, 1).await).iter().map(|problem| problem.field.clone()).collect();
        assert_eq!(fields, ["kategori", "harga", "satuan", "persediaan"]);
        assert_eq!(lina.does(approve::<Product>(id, 1)).await, Err(Refusal::Conflict(Code::NothingProposed)));
        assert_eq!(market(&world).await.len(), 1, "visitors see the other one alone");
        let whole = ProductForm { nama: "Keripik talas".into(), ..ProductForm::of(&sale_pisang()) };
        rini.does(Edit { office: here, id, seen: Version(1), wish: keep(&whole) }).await.unwrap();
        assert!(matches!(rini.does(pressed(&world, &rini, id, 1).await.unwrap()).await, Err(Refusal::Stale { .. })), "another version");
        rini.does(pressed(&world, &rini, id, 2).await.unwrap()).await.unwrap();
        lina.does(approve::<Product>(id, 3)).await.unwrap();
        assert_eq!(market(&world).await.len(), 2);
    }

    async fn what_visitors_see_stays_whole_while_somebody_empties_the_next_version(world: World) {
        let (_, id) = public_product(&world).await;
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        rini.does(Edit { office: here, id, seen: Version(3), wish: keep(&half()) }).await.unwrap();
        assert_eq!(market(&world).await[0].product, sale_pisang());
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let listed = store::list(&scope, State::Public, None).await.unwrap();
        drop(scope);
        let product = listed.iter().find(|listed| listed.id == id).expect("the product");
        assert_eq!((product.name.as_str(), product.draft, product.version), ("Keripik talas", Some(false), Version(4)));
    }

    async fn a_half_typed_product_takes_photos_and_does_not_go_with_them(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        let id = rini.does(adds(here, shop, &half())).await.unwrap();
        let first = rini.does(photo(here, id, "satu")).await.unwrap();
        let sends = ArrangePhotos { office: here, id, seen: Version(2), photos: vec![(first, "Keripik.".into())], aim: Aim::Propose };
        assert!(matches!(rini.does(sends.clone()).await, Err(Refusal::Invalid(_))));
        rini.does(ArrangePhotos { aim: Aim::Keep, ..sends }).await.unwrap();
        let kept = listing::<Product>(&world, &rini.actor, id).await.unwrap();
        let last = kept.standing.latest();
        assert_eq!((last.form.clone(), last.photos[0].alt.as_str()), (half(), "Keripik."));
        rini.does(Edit { office: here, id, seen: Version(3), wish: keep(&half()) }).await.unwrap();
        assert_eq!(files(&world).await, ["satu"], "a form says nothing of photos, and loses none");
    }

    async fn a_draft_of_a_seller_is_sent_by_the_seller_and_by_no_other(world: World) {
        let (yuni, budi, here) = (world.resident("Yuni"), world.resident("Budi"), world.tamansari());
        let shop = yuni.does(open_shop(here)).await.unwrap();
        let id = yuni.does(add(here, shop)).await.unwrap();
        let theirs = OwnScope::open(&world.db, &budi.actor).await.unwrap();
        assert_eq!(as_proposal::<Product>(&theirs, here, id, Version(1)).await.err(), Some(Refusal::NotFound));
        drop(theirs);
        let own = OwnScope::open(&world.db, &yuni.actor).await.unwrap();
        let edit = as_proposal::<Product>(&own, here, id, Version(1)).await.unwrap();
        drop(own);
        assert_eq!(budi.does(edit.clone()).await, Err(Refusal::NotFound));
        yuni.does(edit).await.unwrap();
        let sent = listing::<Product>(&world, &world.officer("Rini").actor, id).await.unwrap();
        assert_eq!(sent.standing.proposed(), Some(&sale_pisang()));
    }

    async fn a_long_shop_goes_on_where_its_page_ends_and_shows_nothing_of_another(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let (shop, other) = (rini.does(open_shop(here)).await.unwrap(), rini.does(open_shop(here)).await.unwrap());
        let mut all = Vec::new();
        // Some at one moment, some at another.
        for number in 0..=PAGE {
            if number % 7 == 0 {
                world.clock.forward(1);
            }
            all.push(rini.does(add(here, shop)).await.unwrap());
        }
        rini.does(add(here, other)).await.unwrap();
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let (first, next) = store::products(&scope, shop, None).await.unwrap();
        assert_eq!(first.len() as u64, PAGE);
        let (last, end) = store::products(&scope, shop, next).await.unwrap();
        assert_eq!((last.len(), end), (1, None));
        let mut found: Vec<_> = first.iter().chain(&last).map(|product| product.id).collect();
        let mut known = store::product_ids(&scope, shop).await.unwrap();
        for ids in [&mut found, &mut known, &mut all] {
            ids.sort_by_key(|id| id.as_u128());
        }
        assert_eq!((&found, &known), (&all, &all));
    }

    async fn a_page_that_is_just_full_has_no_next_one(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        for _ in 0..PAGE {
            rini.does(add(here, shop)).await.unwrap();
        }
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::products(&scope, shop, None).await.unwrap().1, None);
    }

    async fn proposed_once_a_product_is_no_draft_in_the_lists(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        let id = rini.does(add(here, shop)).await.unwrap();
        let drafts = async || {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            let (drafts, proposed) = (store::list(&scope, State::Draft, None).await, store::list(&scope, State::Proposed, None).await);
            let all = drafts.unwrap().into_iter().chain(proposed.unwrap());
            all.filter(|listed| listed.id == id).map(|listed| listed.draft).collect::<Vec<_>>()
        };
        assert_eq!(drafts().await, [Some(true)]);
        rini.does(propose(here, id, 1, sale_pisang())).await.unwrap();
        assert_eq!(drafts().await, [None]);
    }
}
