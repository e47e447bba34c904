use std::marker::PhantomData;

use super::helpers::{add, approve, listing, market, open_shop, propose, public_product};
use crate::access::{Code, Refusal};
use crate::domain::Version;
use crate::features::catalogue::acts::{Archive, Hide, SeeOwner};
use crate::features::catalogue::store;
use crate::features::catalogue::testing::{sale_pisang, yuni};
use crate::features::catalogue::{Product, Shop, State};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn another_office_neither_finds_nor_changes_a_shop(world: World) {
        let (shop, product) = public_product(&world).await;
        let (lain, here, there) = (world.stranger("Lain"), world.tamansari(), world.kampungbaru());
        let before = world.every_row().await;
        assert_eq!(listing::<Shop>(&world, &lain.actor, shop).await.err(), Some(Refusal::NotFound));
        assert_eq!(lain.does(propose(there, product, 3, sale_pisang())).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(propose(here, product, 3, sale_pisang())).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(add(there, shop)).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(approve::<Product>(product, 3)).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(SeeOwner { id: shop, seen: Version(4) }).await, Err(Refusal::NotFound));
        let hide = Hide::<Shop> { id: shop, seen: Version(4), reason: "Salah.".into(), of: PhantomData };
        assert_eq!(lain.does(hide).await, Err(Refusal::NotFound));
        let scope = OfficeScope::open(&world.db, &lain.actor).await.unwrap();
        assert_eq!(store::counts(&scope).await.unwrap(), [0; 6]);
        assert!(store::list(&scope, State::Public, None).await.unwrap().is_empty());
        assert!(store::products(&scope, shop, None).await.unwrap().0.is_empty());
        drop(scope);
        assert_eq!(world.every_row().await, before);
    }

    async fn a_seller_reaches_the_own_shop_alone_and_never_approves(world: World) {
        let (yuni_, budi, here) = (world.resident("Yuni"), world.resident("Budi"), world.tamansari());
        let (others, _) = public_product(&world).await;
        let shop = yuni_.does(open_shop(here)).await.unwrap();
        let product = yuni_.does(add(here, shop)).await.unwrap();
        yuni_.does(propose(here, product, 1, sale_pisang())).await.unwrap();
        assert_eq!(yuni_.does(approve::<Product>(product, 2)).await, Err(Refusal::NotFound), "an approval names no office");
        assert_eq!(yuni_.does(propose(here, others, 4, yuni())).await, Err(Refusal::NotFound));
        assert_eq!(yuni_.does(add(here, others)).await, Err(Refusal::NotFound));
        assert_eq!(budi.does(propose(here, shop, 1, yuni())).await, Err(Refusal::NotFound));
        let close = Archive::<Shop> { office: here, id: shop, seen: Version(1), of: PhantomData };
        assert_eq!(budi.does(close).await, Err(Refusal::NotFound));
        assert_eq!(world.nobody().does(open_shop(here)).await.err(), Some(Refusal::Forbidden));
        assert_eq!(world.head("Hadi").does(open_shop(here)).await.err(), Some(Refusal::Forbidden));
        let own = OwnScope::open(&world.db, &yuni_.actor).await.unwrap();
        assert_eq!(store::listing::<Shop>(&own, shop).await.map(|shop| shop.owner), Ok(Some(yuni_.id())));
        assert_eq!(store::listing::<Shop>(&own, others).await.err(), Some(Refusal::NotFound));
        drop(own);
        assert_eq!(market(&world).await.len(), 1, "what waits is not public");
    }

    async fn a_resident_opens_three_shops_and_not_a_fourth(world: World) {
        let (yuni_, here) = (world.resident("Yuni"), world.tamansari());
        for _ in 0..3 {
            yuni_.does(open_shop(here)).await.unwrap();
        }
        assert_eq!(yuni_.does(open_shop(here)).await.err(), Some(Refusal::Conflict(Code::TooManyListings)));
    }

    async fn a_draft_stands_nowhere_in_clear(world: World) {
        world.officer("Rini").does(open_shop(world.tamansari())).await.unwrap();
        let rows = world.every_row().await;
        for secret in ["Yuni Astuti", "6281200000099", "Dusun Krajan"] {
            assert!(!rows.contains(secret), "{secret}");
        }
    }
}
