use proptest::prelude::*;

use super::*;
use crate::domain::{NumberFacts, NumberPattern};

const HEAD: AccountId = AccountId::from_u128(1);
const NOON: Instant = Instant::from_micros(1_795_600_800_000_000);
const SUCCESSOR: LetterId = LetterId::from_u128(2);

fn day(day: u8) -> Day {
    Day::new(2026, 12, day).expect("a day")
}

fn letter() -> Letter {
    let facts = NumberFacts { code: "475", sequence: 118, inserted: None, unit: None, village_code: "35.10.24.2008", on: day(1) };
    let number = NumberPattern::parse(NumberPattern::DEFAULT).and_then(|pattern| pattern.write(facts)).expect("a number");
    Letter { id: LetterId::from_u128(1), number, issued_on: day(1), valid_until: Some(day(24)), state: State::Issued, handover: None }
}

#[test]
fn a_revoked_letter_can_be_neither_revoked_again_nor_handed_over() {
    let mut letter = letter();
    assert_eq!(letter.revoke(Reason::UntrueStatement, HEAD, NOON), Ok(Event::Revoked { reason: Reason::UntrueStatement }));
    let before = letter.clone();
    assert_eq!(letter.revoke(Reason::HolderAsked, HEAD, NOON), Err(Refusal::Conflict(Code::LetterRevoked)));
    assert_eq!(letter.hand_over(HEAD, NOON), Err(Refusal::Conflict(Code::LetterRevoked)));
    assert_eq!(letter, before);
}

#[test]
fn a_letter_is_handed_over_once() {
    let mut letter = letter();
    assert_eq!(letter.hand_over(HEAD, NOON), Ok(Event::HandedOver));
    assert_eq!(letter.hand_over(HEAD, NOON), Err(Refusal::Conflict(Code::LetterHandedOver)));
}

#[test]
fn a_letter_has_one_successor_and_is_never_its_own() {
    let mut letter = letter();
    assert_eq!(letter.replace(letter.id, HEAD, NOON), Err(Refusal::Conflict(Code::LetterRevoked)));
    assert_eq!(letter.replace(SUCCESSOR, HEAD, NOON), Ok(Event::Replaced { by: SUCCESSOR }));
    assert_eq!(letter.replace(LetterId::from_u128(3), HEAD, NOON), Err(Refusal::Conflict(Code::LetterRevoked)));
    assert_eq!(letter.standing(day(1)), Standing::Replaced);
}

#[test]
fn a_letter_that_was_revoked_before_keeps_its_reason_when_its_successor_comes() {
    let mut letter = letter();
    letter.revoke(Reason::WrongContent, HEAD, NOON).expect("revoked");
    letter.replace(SUCCESSOR, HEAD, NOON).expect("replaced");
    assert!(matches!(letter.state, State::Revoked { reason: Reason::WrongContent, replaced_by: Some(SUCCESSOR), .. }));
}

#[test]
fn a_letter_holds_on_its_last_day_and_not_on_the_next() {
    let mut letter = letter();
    assert_eq!(letter.standing(day(24)), Standing::Valid);
    assert_eq!(letter.standing(day(25)), Standing::Expired);
    letter.valid_until = None;
    assert_eq!(letter.standing(Day::LAST), Standing::Valid);
}

#[test]
fn a_letter_that_was_wrong_did_not_merely_run_out() {
    let mut letter = letter();
    letter.revoke(Reason::UntrueStatement, HEAD, NOON).expect("revoked");
    assert_eq!(letter.standing(day(31)), Standing::Revoked);
}

#[derive(Clone, Copy, Debug)]
enum Step {
    HandOver,
    Revoke,
    Replace(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![Just(Step::HandOver), Just(Step::Revoke), (1_u8..5).prop_map(Step::Replace)]
}

impl Step {
    fn on(self, letter: &mut Letter) -> Result<Event, Refusal> {
        match self {
            Self::HandOver => letter.hand_over(HEAD, NOON),
            Self::Revoke => letter.revoke(Reason::WrongContent, HEAD, NOON),
            Self::Replace(id) => letter.replace(LetterId::from_u128(id.into()), HEAD, NOON),
        }
    }
}

proptest! {
    #[test]
    fn nothing_brings_a_letter_back_and_a_refusal_changes_nothing(steps in prop::collection::vec(any_step(), 0..12), at in 1_u8..32) {
        let mut letter = letter();
        for step in steps {
            let before = letter.clone();
            let answer = step.on(&mut letter);
            prop_assert_eq!(&letter.number, &before.number);
            prop_assert_eq!(answer.is_err(), letter == before);
            if before.standing(day(at)) >= Standing::Revoked {
                prop_assert!(letter.standing(day(at)) >= before.standing(day(at)));
            }
            if before.handover.is_some() {
                prop_assert_eq!(letter.handover, before.handover);
            }
        }
    }
}
