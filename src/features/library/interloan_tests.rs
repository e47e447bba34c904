use proptest::prelude::*;

use super::*;
use crate::features::library::CopyPlace;

const NOW: Instant = Instant::from_micros(7);

/// The steps, in the order of [`TABLE`].
const STEPS: [&str; 8] = ["send", "decline", "cancel", "receive", "turn_home", "arrive_home", "be_lost_there", "be_given_up"];

/// Stage, and where each step leads: `-` nowhere.
const TABLE: [(&str, [&str; 8]); 8] = [
    ("asked", ["sent", "declined", "cancelled", "-", "-", "-", "-", "-"]),
    ("declined", ["-", "-", "-", "-", "-", "-", "-", "-"]),
    ("cancelled", ["-", "-", "-", "-", "-", "-", "-", "-"]),
    ("sent", ["-", "-", "-", "there", "-", "-", "-", "lost"]),
    ("there", ["-", "-", "-", "-", "homeward", "-", "lost", "-"]),
    ("homeward", ["-", "-", "-", "-", "-", "home", "-", "lost"]),
    ("home", ["-", "-", "-", "-", "-", "-", "-", "-"]),
    ("lost", ["-", "-", "-", "-", "-", "-", "-", "lost"]),
];

fn copy() -> Copy {
    Copy {
        id: CopyId::from_u128(5),
        version: None,
        title: TitleId::from_u128(3),
        code: "242008-B12".into(),
        shelf: String::new(),
        place: CopyPlace::Shelf,
        guest: None,
    }
}

fn asked() -> Interloan {
    let office = |code: i64| OfficeCode::try_from(code).expect("an office");
    Interloan {
        id: InterloanId::from_u128(1),
        version: None,
        lender: office(3_510_242_008),
        receiver: office(3_510_082_002),
        title: TitleId::from_u128(3),
        stage: Stage::Asked,
        asked_at: Instant::from_micros(1),
        moved_at: Instant::from_micros(1),
    }
}

fn at(stage: &str) -> Interloan {
    let traveller = || Traveller { copy: copy().id, code: copy().code };
    let stage = match stage {
        "asked" => Stage::Asked,
        "declined" => Stage::Declined("Sedang dipakai.".into()),
        "cancelled" => Stage::Cancelled,
        "sent" => Stage::Sent(traveller()),
        "there" => Stage::There(traveller()),
        "homeward" => Stage::Homeward(traveller()),
        "home" => Stage::Home(traveller()),
        _ => Stage::Lost(traveller()),
    };
    Interloan { stage, ..asked() }
}

fn does(interloan: &mut Interloan, step: &str) -> Result<(), Refusal> {
    match step {
        "send" => interloan.send(&copy(), NOW),
        "decline" => interloan.decline("Sedang dipakai.".into(), NOW),
        "cancel" => interloan.cancel(NOW),
        "receive" => interloan.receive(NOW),
        "turn_home" => interloan.turn_home(NOW),
        "arrive_home" => interloan.arrive_home(NOW),
        "be_lost_there" => interloan.be_lost_there(NOW),
        _ => interloan.be_given_up(NOW),
    }
}

#[test]
fn a_loan_between_libraries_goes_the_ways_of_the_table_and_no_other() {
    for (stage, leads) in TABLE {
        for (step, to) in STEPS.into_iter().zip(leads) {
            let mut interloan = at(stage);
            let outcome = does(&mut interloan, step);
            assert_eq!(outcome.is_ok(), to != "-", "{stage}: {step}");
            let expected = if to == "-" { stage } else { to };
            assert_eq!(interloan.stage.code(), expected, "{stage}: {step}");
            if outcome.is_err() {
                assert_eq!(interloan, at(stage), "a refused step changes nothing");
            }
        }
    }
}

#[test]
fn whoever_cancels_too_late_and_whoever_gives_up_too_early_is_told_why() {
    assert_eq!(at("sent").cancel(NOW), Err(Refusal::Conflict(Code::InterloanSent)));
    assert_eq!(at("there").be_given_up(NOW), Err(Refusal::Conflict(Code::CopyElsewhere)));
    assert_eq!(at("home").arrive_home(NOW), Err(Refusal::Conflict(Code::InterloanMoved)));
}

proptest! {
    /// Whatever is pressed in whatever order: the copy that was sent is the one that comes home, and what has ended
    /// has ended.
    #[test]
    fn no_order_of_presses_swaps_the_copy_or_wakes_what_has_ended(presses in prop::collection::vec(0..STEPS.len(), 0..40)) {
        let mut interloan = asked();
        for press in presses {
            let before = interloan.clone();
            let _ = does(&mut interloan, STEPS[press]);
            if let Some(traveller) = before.stage.traveller() {
                prop_assert_eq!(interloan.stage.traveller(), Some(traveller));
            }
            if matches!(before.stage.code(), "declined" | "cancelled" | "home" | "lost") {
                prop_assert_eq!(&interloan.stage, &before.stage);
            }
            prop_assert_eq!(interloan.stage.traveller().is_some(), !matches!(interloan.stage.code(), "asked" | "declined" | "cancelled"));
        }
    }
}
