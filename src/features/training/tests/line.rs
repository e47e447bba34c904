use futures::future::{join, join_all};

use super::helpers::{DAY, announced, called, change, enrol, enrol_for, holds_true, keep, list, person, photos};
use crate::access::{Code, Refusal};
use crate::domain::{ParticipantId, Phone};
use crate::features::training::acts::{EnrolFor, LeaveTraining};
use crate::features::training::{Place, store};
use crate::server::db::OwnScope;
use crate::server::testing::{Person, on_both_databases};

fn phone(number: &str) -> Option<Phone> {
    Some(Phone::parse(number).expect("a phone"))
}

async fn own(who: &Person) -> ParticipantId {
    let scope = OwnScope::open(who.db(), &who.actor).await.expect("somebody");
    store::own_enrolments(&scope).await.expect("places")[0].1.id
}

on_both_databases! {
    async fn of_a_hundred_who_reach_for_twenty_seats_twenty_sit_and_eighty_wait_in_order(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(20)).await;
        let racers: Vec<Person> = (0..100).map(|number| world.resident(&format!("Warga {number}"))).collect();
        let answers = join_all(racers.iter().map(|racer| enrol(racer, here, id, "Warga Contoh"))).await;
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        let seated = answers.iter().filter(|answer| **answer == Ok(Place::Seated)).count();
        assert_eq!(seated, 20);
        let mut ahead: Vec<u32> = answers.iter().filter_map(|answer| match answer {
            Ok(Place::Waiting { ahead }) => Some(*ahead),
            _ => None,
        }).collect();
        ahead.sort_unstable();
        assert_eq!(ahead, (0..80).collect::<Vec<_>>(), "each place in the line once");
        holds_true(&world, &rini, id).await;
        // And whoever was told that they sit does, and whoever was told that they wait does so at that place.
        let (_, line) = list(&rini, id).await;
        for (racer, answer) in racers.iter().zip(&answers) {
            assert_eq!(line.place(own(racer).await).as_ref(), answer.as_ref().ok());
        }
    }

    async fn nobody_enrols_twice_whoever_writes_them_down(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(20)).await;
        let twice = Err(Refusal::Conflict(Code::EnrolledAlready));
        let siti = world.resident("Siti");
        let race = join_all((0..10).map(|_| enrol(&siti, here, id, "Siti Aminah"))).await;
        assert_eq!(race.iter().filter(|answer| answer.is_ok()).count(), 1, "{race:?}");
        assert!(race.iter().all(|answer| answer.is_ok() || *answer == twice), "{race:?}");
        enrol_for(&rini, id, "Mbah Karto").await.unwrap();
        assert_eq!(enrol_for(&rini, id, " MBAH  karto").await, twice, "the same name");
        let with = |name: &str, number: &str| EnrolFor { training: id, name: person(name), phone: phone(number) };
        rini.does(with("Mbah Karto", "0812 3456 7890")).await.unwrap();
        assert_eq!(rini.does(with("Karto", "+62 812-3456-7890")).await, twice, "the same phone");
        holds_true(&world, &rini, id).await;
    }

    async fn the_table_itself_holds_nobody_twice_and_gives_no_turn_twice(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(20)).await;
        let siti = world.resident("Siti");
        enrol(&siti, here, id, "Siti").await.unwrap();
        world.behind_our_back("UPDATE training_participant SET turn = 7").await.unwrap();
        let twice = world.behind_our_back(
            "INSERT INTO training_participant (office_id, id, version, training, turn, account, body, present, enrolled_at, changed_at)
             SELECT office_id, training, 1, training, 8, account, body, 0, 0, 0 FROM training_participant",
        ).await;
        assert!(twice.is_err(), "an account stands once in a training");
        let turn = world.behind_our_back(
            "INSERT INTO training_turn (office_id, training, turn, participant, there)
             SELECT office_id, training, turn, training, there FROM training_turn",
        ).await;
        assert!(turn.is_err(), "a turn is given once");
    }

    async fn a_seat_that_is_given_up_is_that_of_the_first_who_waits_in_the_same_moment(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        let (siti, budi, ayu) = (world.resident("Siti"), world.resident("Budi"), world.resident("Ayu"));
        for (who, name) in [(&siti, "Siti"), (&budi, "Budi"), (&ayu, "Ayu")] {
            enrol(who, here, id, name).await.unwrap();
        }
        let leave = |participant| LeaveTraining { office: here, participant };
        let (first, second) = (own(&siti).await, own(&budi).await);
        assert_eq!(budi.does(leave(first)).await, Err(Refusal::NotFound), "another's place");
        assert_eq!(siti.does(leave(first)).await.unwrap().moved_up, Some(second));
        assert!(matches!(siti.does(leave(first)).await, Err(Refusal::Stale { .. })), "gone before");
        holds_true(&world, &rini, id).await;
        assert_eq!(enrol(&siti, here, id, "Siti").await, Ok(Place::Waiting { ahead: 1 }), "at the end of the line again");
        let third = own(&ayu).await;
        assert_eq!(rini.does(leave(third)).await.unwrap().moved_up, None, "the office, of one who waited");
        assert_eq!(list(&rini, id).await.0.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Budi", "Siti"]);
        holds_true(&world, &rini, id).await;
    }

    async fn one_who_leaves_and_one_who_comes_at_the_same_instant_never_miss_each_other(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        enrol_for(&rini, id, "Nomor nol").await.unwrap();
        let mut sits = called(&rini, id, "Nomor nol").await;
        for letter in 'A'..='J' {
            let name = ["Warga ", &letter.to_string()].concat();
            let (left, came) = join(rini.does(LeaveTraining { office: here, participant: sits }), enrol_for(&rini, id, &name)).await;
            assert!(left.is_ok() && came.is_ok(), "{left:?} {came:?}");
            holds_true(&world, &rini, id).await;
            sits = called(&rini, id, &name).await;
            assert!(list(&rini, id).await.1.sits(sits), "nobody waits for a seat that is empty");
        }
    }

    async fn nobody_enrols_before_it_is_announced_or_after_the_last_day(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let siti = world.resident("Siti");
        let draft = keep(&rini, here, photos(5)).await;
        assert_eq!(enrol(&siti, here, draft, "Siti").await, Err(Refusal::NotFound), "nobody but the office knows of it");
        assert_eq!(enrol_for(&rini, draft, "Siti").await, Err(Refusal::Conflict(Code::TrainingNotOpen)));
        let id = announced(&rini, here, photos(5)).await;
        assert_eq!(enrol(&world.nobody(), here, id, "Siti").await, Err(Refusal::SignIn));
        assert_eq!(enrol(&rini, here, id, "Rini").await, Err(Refusal::Forbidden), "under the hat of the office");
        world.clock.forward(6 * DAY);
        enrol(&siti, here, id, "Siti").await.unwrap();
        world.clock.forward(DAY);
        assert_eq!(enrol(&world.resident("Budi"), here, id, "Budi").await, Err(Refusal::Conflict(Code::EnrolmentClosed)));
        assert_eq!(enrol_for(&rini, id, "Budi").await, Err(Refusal::Conflict(Code::EnrolmentClosed)));
        change(&rini, here, id, photos(9)).await.unwrap();
        holds_true(&world, &rini, id).await;
    }
}
