use super::helpers::{accept, decline, offices, third};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::Version;
use crate::features::applications::acts::HandOver;
use crate::features::applications::{EventKind, Reason, ReasonCode, SettleTransfer, State, TransferAnswer, TransferState, refusal_reason};
use crate::features::transfers::acts::{AcceptTransfer, DeclineTransfer};
use crate::forms::{ProblemCode, Problems};
use crate::server::outbox::Carried;
use crate::server::testing::on_both_databases;
use crate::text::{Lang, problem_sentence};

const ONE: Carried = Carried { done: 1, put_off: 0 };

#[test]
fn a_no_has_one_of_the_reasons_and_words() {
    let at = |field: &str, code| Err(Refusal::Invalid(Problems::one(field, code)));
    assert_eq!(refusal_reason("duplicate", " \n "), at("catatan", ProblemCode::Missing));
    assert_eq!(refusal_reason("", "Sudah terdaftar."), at("alasan", ProblemCode::MissingChoice));
    assert_eq!(refusal_reason("unreadable", "Buram."), at("alasan", ProblemCode::MissingChoice));
    let words = Reason { code: ReasonCode::Duplicate, words: "Sudah terdaftar.".to_owned() };
    assert_eq!(refusal_reason("duplicate", "Sudah terdaftar."), Ok(words));
    let sentence = problem_sentence(Lang::Id, ProblemCode::Missing, "Penjelasan dalam kalimat");
    assert!(sentence.contains("enjelasan"), "{sentence}");
}

on_both_databases! {
    async fn only_officers_of_the_destination_answer(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        let their_head = world.staff("Bu Lurah", Role::Head, Unit::Office(world.kampungbaru())).stepped_up();
        assert_eq!(their_head.does(accept(letter)).await, Err(Refusal::Forbidden));
        assert_eq!(their_head.does(decline(letter)).await, Err(Refusal::Forbidden));
        for person in [&offices.here.rini, &offices.here.head, &offices.here.siti, &offices.tono, &world.nobody()] {
            assert_eq!(person.does(accept(letter)).await, Err(Refusal::NotFound));
            assert_eq!(person.does(decline(letter)).await, Err(Refusal::NotFound));
        }
        assert_eq!(offices.state().await, TransferState::Incoming);
    }

    async fn of_two_officers_who_answer_the_second_learns_who_was_first(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        let (first, second) = futures::future::join(offices.lain.does(accept(letter)), offices.dewi.does(accept(letter))).await;
        let (winner, loser) = if first.is_ok() { (&offices.lain, second) } else { (&offices.dewi, first) };
        assert!(matches!(loser, Err(Refusal::Stale { by, .. }) if by == Some(winner.id())), "{loser:?}");
        assert!(matches!(offices.dewi.does(decline(letter)).await, Err(Refusal::Stale { by, .. }) if by == Some(winner.id())));
        let seen = Version(2);
        assert_eq!(offices.dewi.does(AcceptTransfer { id: letter, seen }).await, Err(Refusal::Conflict(Code::TransferDecided)));
        let no = DeclineTransfer { seen, ..decline(letter) };
        assert_eq!(offices.dewi.does(no).await, Err(Refusal::Conflict(Code::TransferDecided)));
        assert_eq!(offices.carried().await, ONE, "there is one answer");
        let accepted = world.record_of(world.kampungbaru()).await;
        assert_eq!(accepted, [(ActName::ReceiveTransfer, None), (ActName::AcceptTransfer, Some(winner.id()))]);
    }

    async fn a_double_click_is_one_answer(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = offices.sent().await;
        let key = world.db.fresh_key();
        assert_eq!(offices.lain.does_under(key, accept(letter)).await, Ok(()));
        assert_eq!(offices.lain.does_under(key, accept(letter)).await, Ok(()));
        assert_eq!(world.record_of(world.kampungbaru()).await.len(), 2);
    }

    async fn who_is_taken_in_reads_it_where_they_were(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.lain.does(accept(letter)).await.unwrap();
        assert_eq!(offices.marked(case).await, Some(TransferState::Incoming), "nobody has told them yet");
        assert_eq!(offices.carried().await, ONE);
        assert_eq!((offices.case(case).await.state, offices.marked(case).await), (State::Issued, Some(TransferState::Accepted)));
        assert_eq!(offices.told(case).await, [EventKind::TransferAccepted]);
        assert_eq!(world.record().await.last(), Some(&(ActName::SettleTransfer, None)));
    }

    async fn a_letter_that_was_handed_over_is_answered_all_the_same(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.here.rini.does(HandOver { id: case, seen: Version(5) }).await.unwrap();
        offices.lain.does(accept(letter)).await.unwrap();
        assert_eq!(offices.carried().await, ONE);
        assert_eq!((offices.case(case).await.state, offices.told(case).await), (State::Completed, vec![EventKind::TransferAccepted]));
    }

    async fn who_is_not_taken_in_reads_why_and_the_letter_stands(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        offices.dewi.does(decline(letter)).await.unwrap();
        assert_eq!(offices.carried().await, ONE);
        let mark = offices.mark(case).await.unwrap();
        assert_eq!((mark.state, mark.reason), (TransferState::Declined, Some(decline(letter).reason)));
        assert_eq!((offices.case(case).await.state, offices.told(case).await), (State::Issued, vec![EventKind::TransferDeclined]));
        assert_eq!(offices.here.rini.does(HandOver { id: case, seen: Version(6) }).await, Ok(()));
    }

    async fn nobody_but_the_office_that_the_letter_names_is_heard(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.sent().await;
        let forged = SettleTransfer { letter, from: third(&world), answer: TransferAnswer::Accepted };
        assert_eq!(world.db.perform_by_itself(world.tamansari(), forged.clone()).await, Err(Refusal::NotFound));
        let true_one = SettleTransfer { from: world.kampungbaru(), ..forged };
        assert_eq!(offices.here.head.does(true_one.clone()).await, Err(Refusal::Forbidden), "no person answers for an office");
        assert_eq!(offices.marked(case).await, Some(TransferState::Incoming));
        assert_eq!(world.db.perform_by_itself(world.tamansari(), true_one).await, Ok(()));
    }
}
