use futures::future::join_all;

use super::helpers::{card, copies, enter, holds_true, lend, loan_of, named, person, turtle};
use crate::access::{Code, Refusal};
use crate::domain::{Day, Weekday};
use crate::features::library::acts::{CountVisitors, KeepReader, KeepRules, LoseCopy, RenewLoan, RestoreCopy, ReturnCopy};
use crate::features::library::store::{self, Which};
use crate::features::library::{CopyPlace, Gone, Rules, Who};
use crate::forms::{ProblemCode, Problems};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::testing::on_both_databases;

const DAY: i64 = 86_400;

on_both_databases! {
    async fn a_copy_is_lent_once_however_many_reach_for_it(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let mut readers = Vec::new();
        for letter in 'A'..='T' {
            readers.push(card(&rini, here, &["Pembaca ", &letter.to_string()].concat()).await);
        }
        let answers = join_all(readers.iter().map(|reader| lend(&rini, copy, *reader))).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        assert!(answers.iter().all(|answer| matches!(answer, Ok(_) | Err(Refusal::Conflict(Code::CopyLent)))), "{answers:?}");
        holds_true(&world, &rini, title).await;
        let back = rini.does(ReturnCopy { copy }).await.unwrap();
        assert_eq!((back.days_late, back.aside_for), (-7, None));
        assert_eq!(rini.does(ReturnCopy { copy }).await, Err(Refusal::Conflict(Code::CopyNotLent)));
        holds_true(&world, &rini, title).await;
    }

    async fn the_table_itself_lends_no_copy_twice(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let [siti, budi] = [card(&rini, here, "Siti").await, card(&rini, here, "Budi").await];
        lend(&rini, copy, siti).await.unwrap();
        world.behind_our_back("UPDATE library_copy SET place = 'shelf', loan = NULL, until = NULL").await.unwrap();
        assert_eq!(lend(&rini, copy, budi).await, Err(Refusal::Conflict(Code::CopyLent)));
    }

    async fn a_reader_has_no_more_than_the_rules_allow_and_keeps_it_once_longer(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let others = enter(&rini, here, named("Menanam Buah Naga"), 2).await;
        let siti = card(&rini, here, "Siti Aminah").await;
        let copy = copies(&world, &rini, title).await[0].id;
        let due = lend(&rini, copy, siti).await.unwrap();
        // The world begins on a Tuesday.
        assert_eq!(due, Day::new(2026, 12, 1).unwrap());
        let two = copies(&world, &rini, others).await;
        lend(&rini, two[0].id, siti).await.unwrap();
        assert_eq!(lend(&rini, two[1].id, siti).await, Err(Refusal::Conflict(Code::TooManyLoans)));

        let loan = loan_of(&copies(&world, &rini, title).await[0]);
        world.clock.forward(3 * DAY);
        let longer = rini.does(RenewLoan { office: here, loan }).await.unwrap();
        assert_eq!(longer, Day::new(2026, 12, 8).unwrap());
        assert_eq!(copies(&world, &rini, title).await[0].place, CopyPlace::Lent { loan, due: longer });
        assert_eq!(rini.does(RenewLoan { office: here, loan }).await, Err(Refusal::Conflict(Code::NoRenewals)));
        world.clock.forward(12 * DAY);
        assert_eq!(rini.does(RenewLoan { office: here, loan }).await, Err(Refusal::Conflict(Code::LoanLate)));
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let late = store::late_ones(&scope, day_at(world.clock.now(), world.db.zone())).await.unwrap();
        assert_eq!(late.iter().map(|loan| loan.due).collect::<Vec<_>>(), [due, longer]);
        drop(scope);
        assert_eq!(rini.does(ReturnCopy { copy }).await.unwrap().days_late, 1);
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::loans_since(&scope, world.clock.now().plus_seconds(-90 * DAY)).await, Ok(2));
        assert_eq!(store::loans_since(&scope, world.clock.now()).await, Ok(0));
    }

    async fn what_is_lent_comes_back_on_a_day_on_which_the_library_is_open(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 2).await;
        let siti = card(&rini, here, "Siti").await;
        let both = copies(&world, &rini, title).await;
        let closed = vec![Day::new(2026, 12, 1).unwrap(), Day::new(2026, 12, 2).unwrap()];
        let rules = Rules { open_on: vec![Weekday::Tuesday, Weekday::Wednesday, Weekday::Saturday], closed, ..Rules::default() };
        rini.does(KeepRules { office: here, seen: None, rules: rules.clone() }).await.unwrap();
        assert_eq!(lend(&rini, both[0].id, siti).await, Ok(Day::new(2026, 12, 5).unwrap()), "a Saturday");
        let stale = KeepRules { office: here, seen: None, rules };
        assert!(matches!(rini.does(stale).await, Err(Refusal::Stale { .. })), "somebody has changed them since");
    }

    async fn a_book_that_is_due_over_a_holiday_is_late_from_the_first_open_day_on(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let siti = card(&rini, here, "Siti").await;
        let closed = vec![Day::new(2026, 12, 24).unwrap(), Day::new(2026, 12, 25).unwrap()];
        rini.does(KeepRules { office: here, seen: None, rules: Rules { closed, ..Rules::default() } }).await.unwrap();
        world.clock.forward(23 * DAY);
        assert_eq!(lend(&rini, copy, siti).await, Ok(Day::new(2026, 12, 28).unwrap()), "Christmas, and the weekend behind it");
        world.clock.forward(10 * DAY);
        let late = async || {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            store::late_ones(&scope, day_at(world.clock.now(), world.db.zone())).await.unwrap().len()
        };
        assert_eq!(late().await, 0, "the 27th is a Sunday");
        world.clock.forward(3 * DAY);
        assert_eq!(late().await, 1);
        assert_eq!(rini.does(ReturnCopy { copy }).await.unwrap().days_late, 2);
    }

    async fn a_child_borrows_through_a_guardian_and_whoever_gave_the_card_back_borrows_nothing(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 3).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let siti = card(&rini, here, "Siti").await;
        let child = |guardian| KeepReader { office: here, known: None, name: person("Ayu"), who: Who::ChildOf(guardian), active: true };
        let ayu = rini.does(child(siti)).await.unwrap();
        let not_grown = Refusal::Invalid(Problems::one("wali", ProblemCode::NotAChoice));
        assert_eq!(rini.does(child(ayu)).await, Err(not_grown), "a child is nobody's guardian");
        lend(&rini, copy, ayu).await.unwrap();
        let readers = {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            assert_eq!(store::children_of(&scope, siti).await.unwrap().len(), 1);
            store::readers(&scope, Which::After(None)).await.unwrap()
        };
        let first = readers.iter().find(|reader| reader.id == siti).unwrap();
        assert_eq!((readers.len(), first.card.as_str()), (2, "242008-A1"));
        let known = Some((siti, first.version.unwrap()));
        rini.does(KeepReader { office: here, known, name: person("Siti Aminah"), who: Who::Adult, active: false }).await.unwrap();
        let second = copies(&world, &rini, title).await[1].id;
        assert_eq!(lend(&rini, second, siti).await, Err(Refusal::Conflict(Code::ReaderInactive)));
        let again = KeepReader { office: here, known, name: person("Siti"), who: Who::Adult, active: true };
        assert!(matches!(rini.does(again).await, Err(Refusal::Stale { .. })));
    }

    async fn a_copy_that_is_lost_ends_its_loan_and_comes_back_when_it_is_found(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let siti = card(&rini, here, "Siti").await;
        assert!(matches!(rini.does(RestoreCopy { copy }).await, Err(Refusal::Stale { .. })), "it is there");
        lend(&rini, copy, siti).await.unwrap();
        let lose = |note: &str| LoseCopy { copy, why: Gone::Lost, note: note.into(), from_shelf: false };
        assert_eq!(rini.does(lose(" ")).await, Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing))));
        rini.does(lose("Hanyut saat banjir.")).await.unwrap();
        holds_true(&world, &rini, title).await;
        assert_eq!(rini.does(lose("Lagi.")).await, Err(Refusal::Conflict(Code::CopyGone)));
        assert_eq!(lend(&rini, copy, siti).await, Err(Refusal::Conflict(Code::CopyGone)));
        let open = {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            store::open_loans_of(&scope, siti).await
        };
        assert_eq!(open, Ok(0), "nobody owes what is lost");
        rini.does(RestoreCopy { copy }).await.unwrap();
        holds_true(&world, &rini, title).await;
        assert!(lend(&rini, copy, siti).await.is_ok());
    }

    async fn visitors_are_counted_by_the_day_and_a_tap_that_was_sent_twice_is_one(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let today = day_at(world.clock.now(), world.db.zone());
        let key = world.db.fresh_key();
        for _ in 0..2 {
            rini.does_under(key, CountVisitors { office: here, more: 1 }).await.unwrap();
        }
        join_all((0..5).map(|_| rini.does(CountVisitors { office: here, more: 1 }))).await;
        world.clock.forward(DAY);
        rini.does(CountVisitors { office: here, more: 3 }).await.unwrap();
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::visitors(&scope, today, today).await, Ok(6));
        assert_eq!(store::visitors(&scope, today, today.plus_days(1)).await, Ok(9));
    }
}
