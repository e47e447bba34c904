use super::helpers::{DAY, announced, called, enrol, on_the_wall, photos};
use crate::access::{Code, Refusal};
use crate::domain::IdemKey;
use crate::features::training::acts::AttendSession;
use crate::features::training::store;
use crate::server::db::OfficeScope;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_code_is_good_in_the_room_and_too_old_in_a_chat(world: World) {
        let (rini, siti, here) = (world.officer("Rini"), world.resident("Siti"), world.tamansari());
        let id = announced(&rini, here, photos(2)).await;
        enrol(&siti, here, id, "Siti Aminah").await.expect("a seat");
        assert_eq!(on_the_wall(&world, &rini, id, 1).await, Err(Refusal::Conflict(Code::SessionNotOpen)));
        // 1 December, 9 in the morning.
        world.clock.forward(7 * DAY);
        let code = on_the_wall(&world, &rini, id, 1).await.expect("a code");
        let gives = |code| siti.does(AttendSession { office: here, training: id, code });
        world.clock.forward(30);
        assert_eq!(gives(code).await, Err(Refusal::Conflict(Code::CodeTooOld)), "thirty seconds after it was shown");
        let now = on_the_wall(&world, &rini, id, 1).await.expect("a code");
        world.clock.forward(29);
        // Whoever presses twice was there once.
        let (first, second) = tokio::join!(gives(now), gives(now));
        assert_eq!((first, second), (Ok(()), Ok(())));
        let siti = called(&rini, id, "Siti Aminah").await;
        let scope = OfficeScope::open(&world.db, &rini.actor).await.expect("an officer");
        assert_eq!(store::enrolment(&scope, siti).await.expect("Siti").presence.len(), 1);
    }

    async fn who_sends_a_code_again_because_the_answer_was_lost_hears_that_they_are_noted(world: World) {
        let (rini, siti, here) = (world.officer("Rini"), world.resident("Siti"), world.tamansari());
        let id = announced(&rini, here, photos(2)).await;
        enrol(&siti, here, id, "Siti Aminah").await.expect("a seat");
        world.clock.forward(7 * DAY);
        let attend = AttendSession { office: here, training: id, code: on_the_wall(&world, &rini, id, 1).await.expect("a code") };
        let sends = |key| siti.does_under(IdemKey::from_u128(key), attend.clone());
        assert_eq!(sends(1).await, Ok(()));
        world.clock.forward(60);
        assert_eq!(sends(1).await, Ok(()), "the same press");
        assert_eq!(sends(2).await, Err(Refusal::Conflict(Code::CodeTooOld)), "another one");
    }

    async fn a_code_of_another_office_or_training_opens_nothing(world: World) {
        let (rini, siti, here) = (world.officer("Rini"), world.resident("Siti"), world.tamansari());
        let (lain, there) = (world.stranger("Lain"), world.kampungbaru());
        let mine = announced(&rini, here, photos(2)).await;
        enrol(&siti, here, mine, "Siti Aminah").await.expect("a seat");
        let (beside, far) = (announced(&rini, here, photos(2)).await, announced(&lain, there, photos(2)).await);
        world.clock.forward(7 * DAY);
        for (by, other) in [(&rini, beside), (&lain, far)] {
            let code = on_the_wall(&world, by, other, 1).await.expect("a code");
            let given = siti.does(AttendSession { office: here, training: mine, code }).await;
            assert_eq!(given, Err(Refusal::Conflict(Code::CodeNotShown)));
        }
        let code = on_the_wall(&world, &rini, mine, 1).await.expect("a code");
        let given = siti.does(AttendSession { office: there, training: mine, code }).await;
        assert_eq!(given, Err(Refusal::NotFound), "not that office's");
    }
}
