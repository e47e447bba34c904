use super::helpers::{listing, market, public_product};
use crate::domain::Day;
use crate::features::catalogue::{Product, store};
use crate::server::db::OfficeScope;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn clicks_are_counted_by_day_for_the_product_alone(world: World) {
        let (_, id) = public_product(&world).await;
        let (rini, found) = (world.officer("Rini"), market(&world).await.remove(0));
        let [friday, saturday] = [Day::new(2026, 11, 27), Day::new(2026, 11, 28)].map(Option::unwrap);
        for day in [saturday, friday, saturday, saturday] {
            store::count_click(&world.db, &found, day).await.unwrap();
        }
        let product = listing::<Product>(&world, &rini.actor, id).await.unwrap();
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::clicks(&scope, &product, friday).await.unwrap(), [(friday, 1), (saturday, 3)]);
        assert_eq!(store::clicks(&scope, &product, saturday).await.unwrap(), [(saturday, 3)]);
    }
}
