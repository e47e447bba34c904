use std::marker::PhantomData;

use super::helpers::{add, approve, listing, open_shop, propose, public_product};
use super::photos::{files, photo};
use crate::access::{ActName, Actor, Code, Refusal};
use crate::domain::{Lang, ListingId, OfficeCode, Phone, Version};
use crate::features::accounts::{demo, home_offices};
use crate::features::catalogue::acts::{Archive, ArrangePhotos, MakeSellerLink, TakeShop};
use crate::features::catalogue::seller::{Own, TakingView, taking};
use crate::features::catalogue::store;
use crate::features::catalogue::testing::{sale_pisang, yuni};
use crate::features::catalogue::{Aim, Product, Shop};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::session::Token;
use crate::server::testing::{World, on_both_databases};

pub const PHONE: &str = "081200000099";

pub async fn resident(world: &World, phone: &str) -> Actor {
    Actor::new(demo::invent_resident(&world.db, phone).await.expect("a new phone"), true)
}

pub fn link_to(id: ListingId, phone: &str) -> MakeSellerLink {
    MakeSellerLink { id, phone: Phone::parse(phone).expect("a phone") }
}

/// Rini makes a link for the phone of Yuni.
pub async fn link(world: &World, shop: ListingId) -> Token {
    let rini = world.officer("Rini");
    rini.does(link_to(shop, PHONE)).await.unwrap();
    let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
    store::open_link(&scope, shop).await.unwrap().expect("a link").token
}

pub async fn take(world: &World, who: &Actor, office: OfficeCode, token: &Token) -> Result<ListingId, Refusal> {
    world.db.perform_with_ticket(who.clone(), office, world.db.fresh_key(), TakeShop { link: token.hash() }).await
}

/// What somebody is shown who opens a link.
async fn page(world: &World, who: &Actor, token: &Token) -> TakingView {
    let own = Own::of(world.db.clone(), who.clone(), "Yuni Astuti".into(), Lang::Id);
    taking(&own, &token.in_writing()).await.expect("a page")
}

fn refused<T>(code: Code) -> Result<T, Refusal> {
    Err(Refusal::Conflict(code))
}

on_both_databases! {
    async fn whoever_holds_a_link_and_its_phone_becomes_the_seller_of_the_shop_and_all_it_sells(world: World) {
        let (shop, product) = public_product(&world).await;
        let (seller, here) = (resident(&world, PHONE).await, world.tamansari());
        let token = link(&world, shop).await;
        let own = OwnScope::open(&world.db, &seller).await.unwrap();
        assert_eq!(store::shops_within(&own).await, Ok(Vec::new()), "to hold a link is not to have taken it");
        drop(own);
        assert_eq!(take(&world, &seller, here, &token).await, Ok(shop));
        let own = OwnScope::open(&world.db, &seller).await.unwrap();
        let (at, taken) = store::shops_within(&own).await.unwrap().remove(0);
        assert_eq!((at, taken.id, taken.owner), (here, shop, seller.account()));
        assert_eq!(store::products(&own, shop, None).await.unwrap().0.len(), 1);
        drop(own);
        let dearer = Product { story: "Dijemur sendiri.".into(), ..sale_pisang() };
        world.db.perform(seller.clone(), world.db.fresh_key(), propose(here, product, 3, dearer)).await.unwrap();
        world.db.perform(seller.clone(), world.db.fresh_key(), add(here, shop)).await.unwrap();
        let more = world.officer("Rini").does(add(here, shop)).await.unwrap();
        let own = OwnScope::open(&world.db, &seller).await.unwrap();
        assert_eq!(store::listing::<Product>(&own, more).await.map(|product| product.owner), Ok(seller.account()), "what comes later too");
        drop(own);
        world.officer("Lina").does(approve::<Product>(product, 4)).await.unwrap();
        assert_eq!(home_offices(&world.db, seller.account().unwrap()).await, Ok(vec![here]));
        assert!(world.record().await.contains(&(ActName::TakeShop, seller.account())));
    }

    async fn a_link_that_was_forwarded_used_replaced_or_kept_too_long_opens_nothing(world: World) {
        let (shop, _) = public_product(&world).await;
        let (seller, friend, here) = (resident(&world, PHONE).await, resident(&world, "081200000098").await, world.tamansari());
        let replaced = link(&world, shop).await;
        let token = link(&world, shop).await;
        let before = world.every_row().await;
        assert_eq!(take(&world, &friend, here, &token).await, refused(Code::LinkForAnother));
        assert_eq!(take(&world, &seller, here, &replaced).await, Err(Refusal::NotFound));
        assert_eq!(take(&world, &seller, world.kampungbaru(), &token).await, Err(Refusal::NotFound), "a link is of its office");
        assert_eq!(take(&world, &world.officer("Rini").actor, here, &token).await, Err(Refusal::NotFound), "an officer has no such phone");
        assert_eq!(take(&world, &Actor::anonymous(), here, &token).await, Err(Refusal::SignIn));
        world.clock.forward(7 * 24 * 3600);
        assert_eq!(take(&world, &seller, here, &token).await, refused(Code::LinkExpired));
        assert_eq!(world.every_row().await, before);
        let token = link(&world, shop).await;
        take(&world, &seller, here, &token).await.unwrap();
        assert_eq!(take(&world, &seller, here, &token).await, refused(Code::LinkTaken));
        assert_eq!(take(&world, &friend, here, &token).await, refused(Code::LinkForAnother), "and a stranger learns nothing more");
    }

    async fn a_link_names_its_shop_to_whom_it_opens_for_and_to_nobody_else(world: World) {
        let here = world.tamansari();
        let shop = world.officer("Rini").does(open_shop(here)).await.unwrap();
        let (seller, friend) = (resident(&world, PHONE).await, resident(&world, "081200000098").await);
        let token = link(&world, shop).await;
        let names_it = |view: &TakingView| format!("{view:?}").contains("Dapur Bu Yuni");
        let forwarded = page(&world, &friend, &token).await;
        assert!(forwarded.take.is_none() && !names_it(&forwarded), "{forwarded:?}");
        let offered = page(&world, &seller, &token).await;
        assert!(offered.take.is_some() && names_it(&offered), "a draft, too: {offered:?}");
        world.clock.forward(7 * 24 * 3600);
        assert!(!names_it(&page(&world, &seller, &token).await), "too late");
        let token = link(&world, shop).await;
        take(&world, &seller, here, &token).await.unwrap();
        assert!(!names_it(&page(&world, &seller, &token).await), "taken");
    }

    async fn a_shop_is_handed_on_when_its_seller_changes(world: World) {
        let (shop, _) = public_product(&world).await;
        let (first, second, here) = (resident(&world, PHONE).await, resident(&world, "081200000098").await, world.tamansari());
        take(&world, &first, here, &link(&world, shop).await).await.unwrap();
        world.officer("Rini").does(link_to(shop, "081200000098")).await.unwrap();
        let scope = OfficeScope::open(&world.db, &world.officer("Rini").actor).await.unwrap();
        let token = store::open_link(&scope, shop).await.unwrap().expect("a link").token;
        drop(scope);
        take(&world, &second, here, &token).await.unwrap();
        let own = OwnScope::open(&world.db, &first).await.unwrap();
        assert_eq!(store::listing::<Shop>(&own, shop).await.err(), Some(Refusal::NotFound));
        drop(own);
        let late = world.db.perform(first, world.db.fresh_key(), propose(here, shop, 6, yuni())).await;
        assert_eq!(late, Err(Refusal::NotFound));
    }

    async fn only_the_office_of_a_shop_hands_it_over_and_no_shop_that_is_closed(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        assert_eq!(world.stranger("Lain").does(link_to(shop, PHONE)).await, Err(Refusal::NotFound));
        assert_eq!(world.head("Hadi").does(link_to(shop, PHONE)).await, Err(Refusal::Forbidden));
        let token = link(&world, shop).await;
        rini.does(Archive::<Shop> { office: here, id: shop, seen: Version(1), of: PhantomData }).await.unwrap();
        assert_eq!(rini.does(link_to(shop, PHONE)).await, refused(Code::ListingArchived));
        assert_eq!(take(&world, &resident(&world, PHONE).await, here, &token).await, refused(Code::ListingArchived));
        assert_eq!(listing::<Shop>(&world, &rini.actor, shop).await.map(|shop| shop.owner), Ok(None));
    }

    async fn a_seller_takes_away_a_photo_that_the_office_had_sent_and_its_file_goes(world: World) {
        let (shop, product) = public_product(&world).await;
        let (seller, here) = (resident(&world, PHONE).await, world.tamansari());
        world.officer("Rini").does(photo(here, product, "satu")).await.unwrap();
        take(&world, &seller, here, &link(&world, shop).await).await.unwrap();
        assert_eq!(files(&world).await, ["satu"]);
        let none = ArrangePhotos { office: here, id: product, seen: Version(4), photos: Vec::new(), aim: Aim::Keep };
        world.db.perform(seller, world.db.fresh_key(), none).await.unwrap();
        assert_eq!(files(&world).await, [""; 0]);
    }

    async fn a_link_stands_nowhere_in_clear(world: World) {
        let (shop, _) = public_product(&world).await;
        let token = link(&world, shop).await.in_writing();
        let rows = world.every_row().await;
        for secret in [token.as_str(), "6281200000099 "] {
            assert!(!rows.contains(secret), "{secret}");
        }
    }
}
