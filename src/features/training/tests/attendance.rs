use super::helpers::{DAY, announced, called, enrol, enrol_for, list, on_the_wall, photos, quiz};
use crate::access::{Code, Refusal};
use crate::domain::{OfficeCode, ParticipantId, TrainingId, Version};
use crate::features::training::acts::{AnswerTest, AttendSession, FinishTraining, LeaveTraining, MarkAttendance, TellFeedback};
use crate::features::training::attendance_code::AttendanceCode;
use crate::features::training::{Enrolment, Feedback, How, Outline, Score, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, on_both_databases};

fn marks(training: TrainingId, session: u8, present: &[ParticipantId], absent: &[ParticipantId]) -> MarkAttendance {
    MarkAttendance { training, session, present: present.to_vec(), absent: absent.to_vec() }
}

async fn was_at(by: &Person, training: TrainingId, session: u8) -> Vec<String> {
    let there = list(by, training).await.0.into_iter().filter(|one| one.was_at(session));
    there.map(|one| one.name.as_str().to_owned()).collect()
}

async fn one(by: &Person, id: ParticipantId) -> Enrolment {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    store::enrolment(&scope, id).await.expect("somebody")
}

fn answers(office: OfficeCode, training: TrainingId, answers: &[Option<u8>]) -> AnswerTest {
    AnswerTest { office, training, answers: answers.to_vec() }
}

on_both_databases! {
    async fn the_office_notes_by_its_list_who_was_there_and_takes_nobody_away_whom_it_did_not_see(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(2)).await;
        let siti = world.resident("Siti");
        enrol(&siti, here, id, "Siti").await.unwrap();
        enrol_for(&rini, id, "Mbah Karto").await.unwrap();
        enrol_for(&rini, id, "Yang Menunggu").await.unwrap();
        let [s, k, w] = [called(&rini, id, "Siti").await, called(&rini, id, "Mbah Karto").await, called(&rini, id, "Yang Menunggu").await];
        assert_eq!(rini.does(marks(id, 1, &[s], &[])).await, Err(Refusal::Conflict(Code::SessionNotBegun)));
        world.clock.forward(7 * DAY);
        assert_eq!(rini.does(marks(id, 3, &[s], &[])).await, Err(Refusal::NotFound), "there is no third session");
        assert_eq!(rini.does(marks(id, 2, &[s], &[])).await, Err(Refusal::Conflict(Code::SessionNotBegun)), "the next day");
        assert_eq!(rini.does(marks(id, 1, &[k, w], &[])).await, Err(Refusal::Conflict(Code::NotSeated)));
        assert!(was_at(&rini, id, 1).await.is_empty(), "all of it or nothing");
        // Siti gives the code while the list lies open, in which she is not ticked yet.
        siti.does(AttendSession { office: here, training: id, code: on_the_wall(&world, &rini, id, 1).await.unwrap() }).await.unwrap();
        rini.does(marks(id, 1, &[k], &[])).await.unwrap();
        assert_eq!(was_at(&rini, id, 1).await, ["Siti", "Mbah Karto"]);
        assert_eq!(one(&rini, s).await.presence[0].how, How::Code);
        rini.does(marks(id, 1, &[s], &[k])).await.unwrap();
        assert_eq!(was_at(&rini, id, 1).await, ["Siti"], "struck out again");
        assert_eq!(one(&rini, s).await.presence[0].how, How::Code, "once is enough");
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::trained_since(&scope, world.clock.now().plus_seconds(-30 * DAY)).await, Ok(1));
        drop(scope);
        assert_eq!(rini.does(LeaveTraining { office: here, participant: s }).await, Err(Refusal::Conflict(Code::AttendedAlready)));
    }

    async fn by_code_one_attends_while_it_is_shown_and_for_oneself(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(1)).await;
        let (siti, budi) = (world.resident("Siti"), world.resident("Budi"));
        enrol(&siti, here, id, "Siti").await.unwrap();
        enrol(&budi, here, id, "Budi").await.unwrap();
        let attend = |code| AttendSession { office: here, training: id, code };
        let guessed = AttendanceCode::parse("123456").unwrap();
        assert_eq!(siti.does(attend(guessed)).await, Err(Refusal::Conflict(Code::SessionNotOpen)));
        world.clock.forward(7 * DAY);
        let first = on_the_wall(&world, &rini, id, 1).await.unwrap();
        assert_eq!(budi.does(attend(first)).await, Err(Refusal::Conflict(Code::NotSeated)));
        assert_eq!(world.resident("Ayu").does(attend(first)).await, Err(Refusal::NotFound), "not enrolled");
        assert_eq!(world.nobody().does(attend(first)).await, Err(Refusal::SignIn));
        siti.does(attend(first)).await.unwrap();
        siti.does(attend(first)).await.unwrap();
        assert_eq!(was_at(&rini, id, 1).await, ["Siti"]);
        world.clock.forward(DAY);
        assert_eq!(siti.does(attend(first)).await, Err(Refusal::Conflict(Code::CodeNotShown)), "yesterday's");
        let second = on_the_wall(&world, &rini, id, 2).await.unwrap();
        siti.does(attend(second)).await.unwrap();
        rini.does(FinishTraining { training: id, seen: Version(2) }).await.unwrap();
        assert_eq!(siti.does(attend(second)).await, Err(Refusal::Conflict(Code::TrainingOver)));
        assert_eq!(rini.does(marks(id, 1, &[], &[])).await, Err(Refusal::Conflict(Code::TrainingOver)), "attendance is settled");
    }

    async fn the_test_is_taken_once_before_and_once_after_by_who_was_there(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, Outline { quiz: Some(quiz()), ..photos(1) }).await;
        let (siti, budi) = (world.resident("Siti"), world.resident("Budi"));
        enrol(&siti, here, id, "Siti").await.unwrap();
        enrol(&budi, here, id, "Budi").await.unwrap();
        let refused = |code| Err(Refusal::Conflict(code));
        assert_eq!(budi.does(answers(here, id, &[Some(0), Some(1)])).await, refused(Code::NotSeated));
        let missing = Refusal::Invalid(Problems::one("soal_2", ProblemCode::MissingChoice));
        assert_eq!(siti.does(answers(here, id, &[Some(0), None])).await, Err(missing));
        let none = Refusal::Invalid(Problems::one("soal_1", ProblemCode::NotAChoice));
        assert_eq!(siti.does(answers(here, id, &[Some(9), Some(0)])).await, Err(none));
        assert_eq!(siti.does(answers(here, id, &[Some(0), Some(0)])).await, Ok(Score { right: 1, of: 2 }));
        assert_eq!(siti.does(answers(here, id, &[Some(0), Some(1)])).await, refused(Code::AnsweredAlready));
        world.clock.forward(7 * DAY);
        siti.does(AttendSession { office: here, training: id, code: on_the_wall(&world, &rini, id, 1).await.unwrap() }).await.unwrap();
        assert_eq!(siti.does(answers(here, id, &[Some(0), Some(1)])).await, refused(Code::AnsweredAlready), "the first day still");
        world.clock.forward(DAY);
        assert_eq!(siti.does(answers(here, id, &[Some(0), Some(1)])).await, Ok(Score { right: 2, of: 2 }));
        assert_eq!(siti.does(answers(here, id, &[Some(0), Some(1)])).await, refused(Code::AnsweredAlready));
        let kept = one(&rini, called(&rini, id, "Siti").await).await;
        assert_eq!((kept.before.map(Score::percent), kept.after.map(Score::percent)), (Some(50), Some(100)));
    }

    async fn whoever_was_there_says_how_it_was_and_may_say_it_anew(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = announced(&rini, here, photos(2)).await;
        let siti = world.resident("Siti");
        enrol(&siti, here, id, "Siti").await.unwrap();
        let tell = |stars| TellFeedback { office: here, training: id, feedback: Feedback { stars, text: "Jelas.".into() } };
        assert_eq!(siti.does(tell(5)).await, Err(Refusal::Conflict(Code::NotAttended)));
        world.clock.forward(7 * DAY);
        siti.does(AttendSession { office: here, training: id, code: on_the_wall(&world, &rini, id, 1).await.unwrap() }).await.unwrap();
        for wrong in [0, 6] {
            let nothing = Refusal::Invalid(Problems::one("nilai", ProblemCode::MissingChoice));
            assert_eq!(siti.does(tell(wrong)).await, Err(nothing));
        }
        siti.does(tell(2)).await.unwrap();
        siti.does(tell(4)).await.unwrap();
        let kept = one(&rini, called(&rini, id, "Siti").await).await;
        assert_eq!(kept.feedback, Some(Feedback { stars: 4, text: "Jelas.".into() }));
        assert_eq!(siti.does(answers(here, id, &[])).await, Err(Refusal::NotFound), "there is no test");
    }
}
