use super::helpers::{DAY, announced, keep, photos};
use crate::features::training::{Outline, Topic, next_on};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_weak_listing_is_led_to_the_training_that_still_takes_people(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let found = async |topics: &[Topic]| next_on(&world.db, topics).await.unwrap().map(|notice| notice.told.topic);
        keep(&rini, here, photos(20)).await;
        assert_eq!(found(&[Topic::ProductPhotos]).await, None, "nobody is led to a draft");
        announced(&rini, here, photos(20)).await;
        announced(&rini, here, Outline { topic: Topic::OnlineMarketing, ..photos(20) }).await;
        assert_eq!(found(&[]).await, None);
        assert_eq!(found(&[Topic::Sewing]).await, None);
        assert_eq!(found(&[Topic::Sewing, Topic::OnlineMarketing, Topic::ProductPhotos]).await, Some(Topic::OnlineMarketing));
        // One can enrol until the last day of November, its sessions are in December.
        world.clock.forward(6 * DAY);
        assert_eq!(found(&[Topic::ProductPhotos]).await, Some(Topic::ProductPhotos), "on the last day, too");
        world.clock.forward(DAY);
        assert_eq!(found(&[Topic::ProductPhotos]).await, None, "whom nobody can join");
    }
}
