use super::helpers::{add, approve, market, propose, public_product};
use crate::domain::Day;
use crate::features::catalogue::testing::sale_pisang;
use crate::features::catalogue::{Product, store};
use crate::server::db::{OfficeScope, PublicScope};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn clicks_are_counted_by_day_for_the_product_alone(world: World) {
        let (_, id) = public_product(&world).await;
        let (rini, found) = (world.officer("Rini"), market(&world).await.remove(0));
        let [friday, saturday] = [Day::new(2026, 11, 27), Day::new(2026, 11, 28)].map(Option::unwrap);
        for day in [saturday, friday, saturday, saturday] {
            store::count_clicks(&world.db, &[&found], day).await.unwrap();
        }
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::clicks(&scope, &[id], friday).await.unwrap(), [(friday, 1), (saturday, 3)]);
        assert_eq!(store::clicks(&scope, &[id], saturday).await.unwrap(), [(saturday, 3)]);
    }

    async fn a_basket_of_several_products_counts_each_of_them_and_those_of_a_shop_are_found_alone(world: World) {
        let (shop, id) = public_product(&world).await;
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let other = rini.does(add(here, shop)).await.unwrap();
        rini.does(propose(here, other, 1, sale_pisang())).await.unwrap();
        world.clock.forward(1);
        lina.does(approve::<Product>(other, 2)).await.unwrap();
        rini.does(add(here, shop)).await.unwrap();
        let scope = PublicScope::open(&world.db).await.unwrap();
        let found = store::products_of(&scope, shop).await.unwrap();
        assert_eq!(found.iter().map(|found| found.id).collect::<Vec<_>>(), [other, id], "the newest first, and no draft");
        assert_eq!(store::products_of(&scope, id).await.unwrap(), [], "another shop has none of them");
        drop(scope);
        let friday = Day::new(2026, 11, 27).unwrap();
        store::count_clicks(&world.db, &found.iter().collect::<Vec<_>>(), friday).await.unwrap();
        store::count_clicks(&world.db, &[&found[0]], friday).await.unwrap();
        for (id, clicks) in [(other, 2), (id, 1)] {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            assert_eq!(store::clicks(&scope, &[id], friday).await.unwrap(), [(friday, clicks)]);
        }
    }
}
