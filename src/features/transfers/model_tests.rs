//! The state machine, walked at random.

use proptest::prelude::*;

use super::*;
use crate::features::applications::ReasonCode;

const SITI: AccountId = AccountId::from_u128(1);
const RINI: AccountId = AccountId::from_u128(2);
const JOKO: AccountId = AccountId::from_u128(3);
const MORNING: Instant = Instant::from_micros(1_795_485_600_000_000);

#[derive(Clone, Copy, Debug)]
enum Try {
    Accept,
    Decline,
    CallBack,
    Forget,
}

fn incoming() -> Transfer {
    let (from, on) = (3_510_242_008.try_into().expect("a code"), Day::FIRST);
    let content = Move { movers: Vec::new(), from: Place::default(), to: Place::default(), on, number: String::new(), issued_on: on };
    Transfer::incoming(LetterId::from_u128(1), from, Some(SITI), content, MORNING)
}

fn reason() -> Reason {
    Reason { code: ReasonCode::NotEligible, words: "Alamatnya tidak ada di desa ini.".to_owned() }
}

fn attempt(transfer: &mut Transfer, wish: Try, now: Instant) -> Result<(), Refusal> {
    match wish {
        Try::Accept => transfer.accept(RINI, now),
        Try::Decline => transfer.decline(reason(), JOKO, now),
        Try::CallBack => transfer.call_back(now),
        Try::Forget => transfer.forget(now),
    }
}

proptest! {
    #[test]
    fn whatever_is_tried_a_move_keeps_its_rules(
        tries in prop::collection::vec(
            prop_oneof![Just(Try::Accept), Just(Try::Decline), Just(Try::CallBack), Just(Try::Forget), Just(Try::Forget)],
            1..10,
        ),
    ) {
        let (mut transfer, mut now) = (incoming(), MORNING);
        for wish in tries {
            now = now.plus_seconds(20 * 86_400);
            let before = transfer.clone();
            if attempt(&mut transfer, wish, now).is_err() {
                prop_assert_eq!(&transfer, &before, "a refused {:?} changed something", wish);
            }
            let answered = matches!(transfer.state, TransferState::Accepted | TransferState::Declined);
            prop_assert!(before.state == TransferState::Incoming || transfer.state == before.state, "an answer stays");
            prop_assert_eq!(transfer.decided.is_some(), answered);
            prop_assert_eq!(transfer.reason.is_some(), transfer.state == TransferState::Declined);
            prop_assert!(transfer.letter_revoked_at.is_some() || transfer.state != TransferState::Cancelled);
            prop_assert!(transfer.letter_revoked_at.is_none() || transfer.state != TransferState::Incoming);
            let ended = transfer.ended_at().is_some_and(|ended| ended.plus_seconds(Transfer::KEPT_SECONDS) <= now);
            prop_assert!(transfer.content.is_some() || ended, "forgotten before its time");
            prop_assert_eq!(transfer.owner.is_none(), transfer.content.is_none());
            prop_assert!(transfer.content.is_some() || transfer.reason.as_ref().is_none_or(|reason| reason.words.is_empty()));
        }
    }
}

#[test]
fn a_letter_that_is_revoked_cancels_what_waits_and_marks_what_was_accepted() {
    let mut waits = incoming();
    waits.call_back(MORNING).expect("called back");
    assert_eq!((waits.state, waits.accept(RINI, MORNING)), (TransferState::Cancelled, Err(Refusal::Conflict(Code::TransferDecided))));
    let mut taken = incoming();
    taken.accept(RINI, MORNING).expect("accepted");
    taken.call_back(MORNING).expect("noted");
    assert_eq!((taken.state, taken.letter_revoked_at), (TransferState::Accepted, Some(MORNING)));
    assert_eq!(taken.call_back(MORNING), Err(Refusal::Conflict(Code::TransferDecided)));
}
