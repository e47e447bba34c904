use super::helpers::{DAY, announced, change, day, enrol_for, holds_true, keep, list, notice, photos, quiz, session, training};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::{Day, Version};
use crate::features::training::acts::{CancelTraining, FinishTraining, KeepTraining, OpenTraining};
use crate::features::training::{NoticeState, Outline, Place, Sessions, State};
use crate::forms::{ProblemCode, Problems};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_training_is_announced_once_and_only_while_one_could_still_enrol(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = keep(&rini, here, photos(20)).await;
        assert_eq!(notice(&world, id).await, None, "a draft is the office's own");
        assert!(matches!(rini.does(OpenTraining { training: id, seen: Version(2) }).await, Err(Refusal::Stale { .. })));
        let head = world.head("Hadi");
        assert_eq!(head.does(OpenTraining { training: id, seen: Version::FIRST }).await, Err(Refusal::Forbidden));
        world.clock.forward(7 * DAY);
        let late = OpenTraining { training: id, seen: Version::FIRST };
        assert_eq!(rini.does(late.clone()).await, Err(Refusal::Conflict(Code::EnrolmentClosed)), "the first of December");
        world.clock.forward(-7 * DAY);
        rini.does(late).await.unwrap();
        let shown = notice(&world, id).await.unwrap();
        assert_eq!((shown.state, shown.seated, shown.office), (NoticeState::Open, 0, here));
        assert!(shown.slug.starts_with("foto-produk-dengan-hp-"), "{}", shown.slug);
        let again = OpenTraining { training: id, seen: Version(2) };
        assert_eq!(rini.does(again).await, Err(Refusal::Conflict(Code::TrainingNotDraft)));
        let acts: Vec<ActName> = world.record().await.into_iter().map(|(act, _)| act).collect();
        assert_eq!(acts, [ActName::KeepTraining, ActName::OpenTraining]);
    }

    async fn what_was_announced_keeps_its_test_what_began_and_the_seats_that_are_taken(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let outline = Outline { quiz: Some(quiz()), ..photos(2) };
        let id = announced(&rini, here, outline.clone()).await;
        for name in ["Siti", "Budi", "Ayu"] {
            enrol_for(&rini, id, name).await.unwrap();
        }
        let refused = |code| Err(Refusal::Conflict(code));
        assert_eq!(change(&rini, here, id, Outline { quota: 1, ..outline.clone() }).await, refused(Code::SeatsTaken));
        assert_eq!(change(&rini, here, id, photos(3)).await, refused(Code::QuizSettled), "without its test");
        let stale = KeepTraining { office: here, known: Some((id, Version::FIRST)), outline: outline.clone() };
        assert!(matches!(rini.does(stale).await, Err(Refusal::Stale { .. })));
        world.clock.forward(7 * DAY);
        let moved = Sessions::new(vec![session(day(1), 9, 11), session(day(2), 8, 11)]).unwrap();
        assert_eq!(change(&rini, here, id, Outline { sessions: moved, ..outline.clone() }).await, refused(Code::SessionsBegun));
        let later = Sessions::new(vec![session(day(1), 8, 11), session(day(5), 8, 11)]).unwrap();
        change(&rini, here, id, Outline { title: "Foto".into(), sessions: later.clone(), ..outline.clone() }).await.unwrap();
        let shown = notice(&world, id).await.unwrap();
        assert_eq!((shown.told.title.as_str(), shown.told.sessions), ("Foto", later));
        assert!(shown.slug.starts_with("foto-produk-dengan-hp-"), "an address that was shared stays good");
    }

    async fn more_seats_are_given_to_those_who_wait_in_their_order(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        for name in ["Siti", "Budi", "Ayu", "Dewi"] {
            enrol_for(&rini, id, name).await.unwrap();
        }
        change(&rini, here, id, photos(3)).await.unwrap();
        let (all, line) = list(&rini, id).await;
        let sit: Vec<&str> = all.iter().filter(|one| line.sits(one.id)).map(|one| one.name.as_str()).collect();
        assert_eq!(sit, ["Siti", "Budi", "Ayu"]);
        assert_eq!(line.place(all[3].id), Some(Place::Waiting { ahead: 0 }));
        holds_true(&world, &rini, id).await;
        assert_eq!(change(&rini, here, id, photos(2)).await, Err(Refusal::Conflict(Code::SeatsTaken)));
    }

    async fn a_training_is_finished_after_its_last_session_and_cancelled_for_a_reason(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let [held, off] = [announced(&rini, here, photos(5)).await, announced(&rini, here, photos(5)).await];
        let finish = |training, version| FinishTraining { training, seen: Version(version) };
        assert_eq!(rini.does(finish(held, 2)).await, Err(Refusal::Conflict(Code::TrainingNotHeld)));
        let cancel = |reason: &str, version| CancelTraining { training: off, seen: Version(version), reason: reason.into() };
        let why = Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing));
        assert_eq!(rini.does(cancel(" ", 2)).await, Err(why));
        rini.does(cancel("Narasumber sakit.", 2)).await.unwrap();
        assert_eq!(rini.does(cancel("Lagi.", 3)).await, Err(Refusal::Conflict(Code::TrainingOver)));
        assert_eq!(rini.does(finish(off, 3)).await, Err(Refusal::Conflict(Code::TrainingOver)));
        assert_eq!(change(&rini, here, off, photos(9)).await, Err(Refusal::Conflict(Code::TrainingOver)));
        assert_eq!(notice(&world, off).await.unwrap().state, NoticeState::Cancelled { reason: "Narasumber sakit.".into() });
        world.clock.forward(8 * DAY);
        rini.does(finish(held, 2)).await.unwrap();
        assert_eq!(training(&rini, held).await.state, State::Finished);
        assert_eq!(notice(&world, held).await.unwrap().state, NoticeState::Finished);
        assert_eq!(enrol_for(&rini, held, "Siti").await, Err(Refusal::Conflict(Code::TrainingOver)));
    }

    async fn a_draft_that_is_cancelled_was_never_announced(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = keep(&rini, here, photos(5)).await;
        let finish = FinishTraining { training: id, seen: Version::FIRST };
        assert_eq!(rini.does(finish).await, Err(Refusal::Conflict(Code::TrainingNotOpen)));
        let anything = Outline { quota: 1, closes: Day::new(2026, 11, 25).unwrap(), quiz: Some(quiz()), ..photos(5) };
        change(&rini, here, id, anything).await.unwrap();
        rini.does(CancelTraining { training: id, seen: Version(2), reason: "Salah tanggal.".into() }).await.unwrap();
        assert_eq!(notice(&world, id).await, None);
    }

    async fn no_training_has_seats_for_nobody_or_takes_enrolments_after_it_has_begun(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let last = photos(1).sessions.first_day();
        for (outline, field, code) in [
            (photos(0), "kuota", ProblemCode::TooSmall { min: 1 }),
            (photos(501), "kuota", ProblemCode::TooLarge { max: 500 }),
            (Outline { closes: day(2), ..photos(5) }, "tutup", ProblemCode::DayTooLate { last }),
        ] {
            let kept = rini.does(KeepTraining { office: here, known: None, outline }).await;
            assert_eq!(kept, Err(Refusal::Invalid(Problems::one(field, code))));
        }
    }

    async fn nobody_but_the_officers_of_the_office_keeps_its_trainings(world: World) {
        let here = world.tamansari();
        let strangers = [world.resident("Siti"), world.head("Hadi"), world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510)), world.nobody()];
        for stranger in strangers {
            let kept = stranger.does(KeepTraining { office: here, known: None, outline: photos(5) }).await;
            assert!(matches!(kept, Err(Refusal::Forbidden | Refusal::SignIn)), "{kept:?}");
        }
    }
}
