use std::marker::PhantomData;

use super::helpers::{add, public_product};
use crate::access::Actor;
use crate::domain::Version;
use crate::features::catalogue::acts::{Hide, Show};
use crate::features::catalogue::{Product, Shop, products_here};
use crate::server::db::OfficeScope;
use crate::server::testing::{World, on_both_databases};

async fn counted(world: &World, actor: &Actor) -> u32 {
    products_here(&OfficeScope::open(&world.db, actor).await.unwrap()).await.unwrap()
}

on_both_databases! {
    async fn only_what_visitors_see_is_counted_and_for_its_own_office(world: World) {
        let (rini, lain) = (world.officer("Rini"), world.stranger("Lain"));
        assert_eq!(counted(&world, &rini.actor).await, 0);
        let (shop, product) = public_product(&world).await;
        rini.does(add(world.tamansari(), shop)).await.unwrap();
        assert_eq!((counted(&world, &rini.actor).await, counted(&world, &lain.actor).await), (1, 0), "no draft, and not elsewhere");
        rini.does(Hide::<Shop> { id: shop, seen: Version(4), reason: "Laporan.".into(), of: PhantomData }).await.unwrap();
        assert_eq!(counted(&world, &rini.actor).await, 0, "a hidden shop takes its products along");
        rini.does(Show::<Shop> { id: shop, seen: Version(5), of: PhantomData }).await.unwrap();
        assert_eq!(counted(&world, &rini.actor).await, 1);
        rini.does(Hide::<Product> { id: product, seen: Version(3), reason: "Laporan.".into(), of: PhantomData }).await.unwrap();
        assert_eq!(counted(&world, &rini.actor).await, 0);
    }
}
