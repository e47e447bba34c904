use std::marker::PhantomData;

use super::helpers::{add, approve, listing, market, open_shop, propose, public_product, verifier};
use crate::access::{ActName, Code, Refusal};
use crate::domain::{ListingId, Version};
use crate::features::catalogue::acts::{Approve, Archive, GiveBack, Hide, SeeOwner, Show};
use crate::features::catalogue::store;
use crate::features::catalogue::testing::{sale_pisang, yuni};
use crate::features::catalogue::{Permit, PermitKind, Product, Shop, State};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::PublicScope;
use crate::server::testing::on_both_databases;

fn hide<C>(id: ListingId, seen: i64) -> Hide<C> {
    Hide { id, seen: Version(seen), reason: "Laporan penipuan.".into(), of: PhantomData }
}

on_both_databases! {
    async fn nothing_of_a_shop_is_public_before_its_owner_was_seen_and_another_officer_approves(world: World) {
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        assert_eq!(lina.does(approve::<Shop>(shop, 1)).await, Err(Refusal::Conflict(Code::NothingProposed)));
        rini.does(propose(here, shop, 1, yuni())).await.unwrap();
        assert_eq!(rini.does(approve::<Shop>(shop, 2)).await, Err(Refusal::Forbidden), "who wrote it");
        assert_eq!(lina.does(approve::<Shop>(shop, 2)).await, Err(Refusal::Conflict(Code::OwnerNotSeen)));
        let product = rini.does(add(here, shop)).await.unwrap();
        rini.does(propose(here, product, 1, sale_pisang())).await.unwrap();
        assert_eq!(lina.does(approve::<Product>(product, 2)).await, Err(Refusal::Conflict(Code::ShopNotPublic)));
        assert_eq!(market(&world).await, []);
        lina.does(SeeOwner { id: shop, seen: Version(2) }).await.unwrap();
        lina.does(approve::<Shop>(shop, 3)).await.unwrap();
        lina.does(approve::<Product>(product, 2)).await.unwrap();
        let found = market(&world).await;
        assert_eq!((found.len(), &found[0].product, found[0].office), (1, &sale_pisang(), here));
        let record: Vec<_> = world.record().await;
        assert!(record.contains(&(ActName::ApproveListing, Some(lina.id()))) && record.contains(&(ActName::OpenShop, Some(rini.id()))));
    }

    async fn visitors_see_the_approved_version_until_the_new_one_is_approved(world: World) {
        let (_, id) = public_product(&world).await;
        let (rini, joko, here) = (world.officer("Rini"), verifier(&world, "Joko"), world.tamansari());
        let new = Product { story: "Tanpa gula.".into(), ..sale_pisang() };
        rini.does(propose(here, id, 3, new.clone())).await.unwrap();
        assert_eq!(market(&world).await[0].product, sale_pisang());
        assert!(matches!(joko.does(approve::<Product>(id, 3)).await, Err(Refusal::Stale { by: Some(by), .. }) if by == rini.id()));
        let silent = GiveBack::<Product> { id, seen: Version(4), reason: " ".into(), of: PhantomData };
        assert_eq!(joko.does(silent.clone()).await, Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing))));
        joko.does(GiveBack { reason: "Ceritanya salah.".into(), ..silent }).await.unwrap();
        assert_eq!(market(&world).await[0].product, sale_pisang());
        rini.does(propose(here, id, 5, new.clone())).await.unwrap();
        joko.does(approve::<Product>(id, 6)).await.unwrap();
        assert_eq!(market(&world).await[0].product, new);
    }

    async fn a_hidden_shop_takes_its_products_from_the_market_and_brings_them_back(world: World) {
        let (shop, product) = public_product(&world).await;
        let lina = world.officer("Lina");
        let slug = market(&world).await[0].slug.clone();
        lina.does(hide::<Shop>(shop, 4)).await.unwrap();
        assert_eq!(market(&world).await, []);
        let visitor = PublicScope::open(&world.db).await.unwrap();
        assert_eq!(store::public_product(&visitor, &slug).await.err(), Some(Refusal::NotFound));
        drop(visitor);
        assert_eq!(lina.does(hide::<Shop>(shop, 5)).await, Err(Refusal::Conflict(Code::NotPublic)));
        lina.does(Show::<Shop> { id: shop, seen: Version(5), of: PhantomData }).await.unwrap();
        assert_eq!(market(&world).await.len(), 1);
        lina.does(hide::<Product>(product, 3)).await.unwrap();
        assert_eq!(market(&world).await, []);
        let here = world.tamansari();
        lina.does(Archive::<Product> { office: here, id: product, seen: Version(4), of: PhantomData }).await.unwrap();
        let closed = listing::<Product>(&world, &lina.actor, product).await.unwrap();
        assert_eq!((closed.standing.state(), closed.slug), (State::Archived, slug));
    }

    async fn a_permit_of_odd_form_is_approved_by_whoever_has_looked_at_it(world: World) {
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        rini.does(SeeOwner { id: shop, seen: Version(1) }).await.unwrap();
        let odd = Shop { permits: vec![Permit { kind: PermitKind::Pirt, number: "206".into(), until: None }], ..yuni() };
        rini.does(propose(here, shop, 2, odd)).await.unwrap();
        let unseen = Err(Refusal::Invalid(Problems::one("izin_dilihat", ProblemCode::NotTicked)));
        assert_eq!(lina.does(approve::<Shop>(shop, 3)).await, unseen);
        assert_eq!(lina.does(Approve { permits_seen: true, ..approve::<Shop>(shop, 3) }).await, Ok(()));
    }

    async fn a_product_sent_twice_is_one(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        let key = world.db.fresh_key();
        let first = rini.does_under(key, add(here, shop)).await.unwrap();
        assert_eq!(rini.does_under(key, add(here, shop)).await, Ok(first));
        let scope = crate::server::db::OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::products(&scope, shop, None).await.unwrap().0.len(), 1);
        assert_eq!(store::counts(&scope).await.unwrap(), [0, 0, 2, 0, 0, 0], "the shop, and one product");
    }
}
