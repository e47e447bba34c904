use super::*;
use crate::domain::ParticipantId;
use crate::features::training::tests::photos;

fn training(state: State) -> Training {
    Training {
        id: TrainingId::from_u128(1),
        office: 3_510_242_008.try_into().expect("a code"),
        version: None,
        slug: "foto".into(),
        outline: photos(2),
        state,
        next_turn: 1,
    }
}

fn line(length: u8) -> Line {
    Line::new(2, (0..length).map(|turn| (i64::from(turn), ParticipantId::from_u128(turn.into()))).collect())
}

fn states() -> [State; 4] {
    [State::Draft, State::Open, State::Finished, State::Cancelled { reason: "Sakit.".into() }]
}

/// The first day of December, on which the first session is, and its last one on the second.
fn first() -> Day {
    photos(2).sessions.first_day()
}

/// When every session begins.
fn eight() -> TimeOfDay {
    TimeOfDay::new(8, 0).expect("an hour")
}

#[test]
fn a_training_is_not_over_before_its_last_session_has_begun() {
    let early = (first().plus_days(1), TimeOfDay::new(7, 59).expect("a minute"));
    assert_eq!(training(State::Open).finish(early), Err(Refusal::Conflict(Code::TrainingNotHeld)), "on its day, in the dark");
}

#[test]
fn every_state_allows_what_the_table_says_and_nothing_else() {
    let no = |code| Some(Refusal::Conflict(code));
    let over = || no(Code::TrainingOver);
    let table = [
        // change, open, cancel, finish, accepts, attendance
        [None, None, None, no(Code::TrainingNotOpen), no(Code::TrainingNotOpen), no(Code::TrainingNotOpen)],
        [None, no(Code::TrainingNotDraft), None, None, None, None],
        [over(), no(Code::TrainingNotDraft), over(), over(), over(), over()],
        [over(), no(Code::TrainingNotDraft), over(), over(), over(), over()],
    ];
    for (state, row) in states().into_iter().zip(table) {
        let before = first().plus_days(-1);
        let found = [
            training(state.clone()).change(photos(2), &line(0), before).err(),
            training(state.clone()).open(before).err(),
            training(state.clone()).cancel("Sakit.").err(),
            training(state.clone()).finish((first().plus_days(1), eight())).err(),
            training(state.clone()).accepts(&line(0), before).err(),
            training(state.clone()).notes_attendance(1, first()).err(),
        ];
        assert_eq!(found, row, "{state:?}");
    }
}

#[test]
fn a_refusal_leaves_the_training_as_it_was() {
    for state in states() {
        let mut one = training(state);
        let before = one.clone();
        assert!(one.cancel(" ").is_err() && one.finish((first(), eight())).is_err());
        if one.state != State::Draft {
            assert!(one.change(photos(1), &line(5), first()).is_err());
        }
        assert_eq!(one, before);
    }
}

#[test]
fn the_line_is_closed_behind_the_last_who_may_wait() {
    let full = Line::new(2, (0..502).map(|turn| (turn, ParticipantId::from_u128(0))).collect());
    assert_eq!(training(State::Open).accepts(&full, first().plus_days(-1)), Err(Refusal::Conflict(Code::TrainingFull)));
    assert_eq!(training(State::Open).accepts(&line(9), first()), Err(Refusal::Conflict(Code::EnrolmentClosed)));
    assert_eq!(training(State::Open).notes_attendance(0, first()), Err(Refusal::NotFound));
}
