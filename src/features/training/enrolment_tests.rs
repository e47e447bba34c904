use super::*;
use crate::features::training::tests::{photos, quiz};
use crate::features::training::{Outline, Training};

fn training(state: State) -> Training {
    Training {
        id: TrainingId::from_u128(1),
        office: 3_510_242_008.try_into().expect("a code"),
        version: None,
        slug: "foto".into(),
        outline: Outline { quiz: Some(quiz()), ..photos(2) },
        state,
        next_turn: 2,
    }
}

fn siti(sessions: &[u8]) -> Enrolment {
    let presence = |session: &u8| Presence::listed(*session, AccountId::from_u128(3), Instant::from_micros(0));
    Enrolment {
        id: ParticipantId::from_u128(2),
        version: None,
        training: TrainingId::from_u128(1),
        turn: 1,
        name: PersonName::parse("Siti").expect("a name"),
        who: Person::Guest { phone: None },
        enrolled_at: Instant::from_micros(0),
        left_at: None,
        presence: sessions.iter().map(presence).collect(),
        before: None,
        after: None,
        feedback: None,
        certificate: None,
    }
}

#[test]
fn presence_stands_once_and_in_the_order_of_the_sessions() {
    let mut one = siti(&[2]);
    let at = |session| Presence::by_code(session, AccountId::from_u128(3), Instant::from_micros(9));
    assert_eq!(one.attend(at(1), false), Err(Refusal::Conflict(Code::NotSeated)));
    one.attend(at(1), true).expect("a seat");
    one.attend(at(2), true).expect("a seat");
    assert_eq!(one.presence.iter().map(|presence| (presence.session, presence.how)).collect::<Vec<_>>(), [(1, How::Code), (2, How::List)]);
    one.miss(1);
    assert!(!one.was_at(1) && one.was_at(2));
}

#[test]
fn each_test_has_its_days() {
    let sessions = photos(2).sessions;
    let (first, last) = (sessions.first_day(), sessions.last_day());
    let no = |code| Err(Refusal::Conflict(code));
    let open = training(State::Open);
    assert_eq!(siti(&[]).test_now(&open, true, first), Ok(Taken::Before));
    assert_eq!(siti(&[]).test_now(&open, true, last), no(Code::NotTestTime), "never there");
    assert_eq!(siti(&[1]).test_now(&open, true, last), Ok(Taken::After));
    assert_eq!(siti(&[1]).test_now(&training(State::Finished), true, last.plus_days(9)), Ok(Taken::After));
    let off = training(State::Cancelled { reason: "Sakit.".into() });
    assert_eq!(siti(&[1]).test_now(&off, true, last), no(Code::TrainingOver));
    assert_eq!(siti(&[]).test_now(&training(State::Finished), true, last), no(Code::TrainingOver));
    assert_eq!(siti(&[]).test_now(&open, false, first), no(Code::NotSeated));
}

#[test]
fn who_was_there_does_not_leave_and_nobody_leaves_twice() {
    let open = training(State::Open);
    assert_eq!(siti(&[1]).leave(&open, Instant::from_micros(1)), Err(Refusal::Conflict(Code::AttendedAlready)));
    assert_eq!(siti(&[]).leave(&training(State::Finished), Instant::from_micros(1)), Err(Refusal::Conflict(Code::TrainingOver)));
    let mut one = siti(&[]);
    one.leave(&open, Instant::from_micros(1)).expect("nothing is in the way");
    assert!(matches!(one.leave(&open, Instant::from_micros(2)), Err(Refusal::Stale { .. })));
    assert_eq!(one.left_at, Some(Instant::from_micros(1)));
}
