use super::helpers::{DAY, announced, called, change, enrol, enrol_for, list, photos};
use crate::access::ActName;
use crate::domain::{ParticipantId, TrainingId};
use crate::features::training::acts::{CancelTraining, LeaveTraining, RemindOfSession};
use crate::features::training::{remind_of_sessions, store};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

/// Who has a seat after having waited.
async fn moved(by: &Person, training: TrainingId) -> Vec<ParticipantId> {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an office");
    let mut all: Vec<_> = store::moved_up(&scope, training).await.expect("turns").into_iter().map(|(who, _)| who).collect();
    all.sort_unstable();
    all
}

/// How many messages of a topic wait to be carried.
async fn messages(world: &World, topic: &str) -> usize {
    world.every_row().await.matches(&[topic, "|"].concat()).count()
}

async fn acts(world: &World, act: ActName) -> usize {
    world.record().await.into_iter().filter(|(done, _)| *done == act).count()
}

on_both_databases! {
    async fn whoever_waited_and_has_a_seat_now_is_told_once_and_nobody_else(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        let siti = world.resident("Siti");
        enrol(&siti, here, id, "Siti").await.unwrap();
        for name in ["Budi", "Ayu", "Karto"] {
            enrol_for(&rini, id, name).await.unwrap();
        }
        let [first, budi, ayu, karto] = [
            called(&rini, id, "Siti").await, called(&rini, id, "Budi").await, called(&rini, id, "Ayu").await, called(&rini, id, "Karto").await,
        ];
        assert_eq!(moved(&rini, id).await, []);
        // A resident leaves, who sees nobody else of it.
        siti.does(LeaveTraining { office: here, participant: first }).await.unwrap();
        assert_eq!((moved(&rini, id).await, messages(&world, "training.moved_up").await), (vec![budi], 1));
        // One who waited leaves: nobody moves up by that.
        rini.does(LeaveTraining { office: here, participant: karto }).await.unwrap();
        assert_eq!((moved(&rini, id).await, messages(&world, "training.moved_up").await), (vec![budi], 1));
        // More seats than before.
        change(&rini, here, id, photos(5)).await.unwrap();
        let mut both = vec![budi, ayu];
        both.sort_unstable();
        assert_eq!((moved(&rini, id).await, messages(&world, "training.moved_up").await), (both.clone(), 2));
        change(&rini, here, id, photos(9)).await.unwrap();
        assert_eq!((moved(&rini, id).await, messages(&world, "training.moved_up").await), (both, 2), "nobody waited");
        assert!(list(&rini, id).await.1.sits(ayu));
        assert_eq!(moved(&world.stranger("Lain"), id).await, [], "another office");
    }

    async fn a_session_is_told_of_on_the_day_before_once(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        announced(&rini, here, photos(1)).await;
        enrol(&world.resident("Siti"), here, id, "Siti").await.unwrap();
        assert_eq!(remind_of_sessions(&world.db).await, Ok(0), "a week before");
        world.clock.forward(6 * DAY);
        let (one, other) = tokio::join!(remind_of_sessions(&world.db), remind_of_sessions(&world.db));
        assert_eq!(one.unwrap() + other.unwrap(), 1, "two servers at the same instant, and nobody sits in the other training");
        assert_eq!(remind_of_sessions(&world.db).await, Ok(0), "the round comes by every hour");
        assert_eq!((messages(&world, "training.tomorrow").await, acts(&world, ActName::RemindOfSession).await), (1, 1));
        world.clock.forward(DAY);
        assert_eq!(remind_of_sessions(&world.db).await, Ok(1), "the second morning");
        assert_eq!(messages(&world, "training.tomorrow").await, 2);
        assert_eq!(world.record_of(world.kampungbaru()).await, [], "another office");
        for person in [rini.clone(), world.head("Hadi"), world.resident("Siti")] {
            assert!(person.does(RemindOfSession { training: id, session: 1 }).await.is_err(), "nobody's wish");
        }
    }

    async fn nobody_is_reminded_of_what_was_cancelled(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        enrol(&world.resident("Siti"), here, id, "Siti").await.unwrap();
        world.clock.forward(6 * DAY);
        rini.does(CancelTraining { training: id, seen: crate::domain::Version(2), reason: "Hujan.".into() }).await.unwrap();
        assert_eq!(remind_of_sessions(&world.db).await, Ok(0));
        assert_eq!(messages(&world, "training.tomorrow").await, 0);
    }
}
