//! Readers are told of what they have to bring back: once before, and once when it is late.

use futures::future::join_all;

use super::helpers::{card, copies, enter, lend, loan_of, named, person, turtle};
use crate::domain::{Lang, LoanId};
use crate::features::library::acts::{RenewLoan, ReserveTitle, ReturnCopy, Whose};
use crate::features::library::office::{Desk, Said, counter};
use crate::features::library::own::own_loans;
use crate::features::library::public::Reading;
use crate::features::library::remind_readers;
use crate::features::library::store::{self, Reminder};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

const DAY: i64 = 86_400;

/// Siti, who has an account, has a book of Tamansari for a week.
async fn lent_to_siti(world: &World) -> (Person, LoanId) {
    let (rini, here, siti) = (world.officer("Rini"), world.tamansari(), world.resident("Siti"));
    let title = enter(&rini, here, turtle(), 1).await;
    siti.does(ReserveTitle { office: here, title, whose: Whose::Own(person("Siti")) }).await.unwrap();
    let reader = { store::own_readers(&OwnScope::open(&world.db, &siti.actor).await.unwrap()).await.unwrap()[0].1.id };
    let copy = copies(world, &rini, title).await[0].id;
    lend(&rini, copy, reader).await.unwrap();
    (siti, loan_of(&copies(world, &rini, title).await[0]))
}

async fn told(world: &World, by: &Person, loan: LoanId) -> Vec<Reminder> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.unwrap();
    store::told_of(&scope, &[loan]).await.unwrap()
}

on_both_databases! {
    async fn a_reader_is_told_the_day_before_and_once_when_it_is_late(world: World) {
        let (_, loan) = lent_to_siti(&world).await;
        world.clock.forward(5 * DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(0), "two days are early");
        world.clock.forward(DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(1));
        for _ in 0..3 {
            world.clock.forward(3_600);
            assert_eq!(remind_readers(&world.db).await, Ok(0), "told before");
        }
        world.clock.forward(DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(0), "the last day is no late one");
        world.clock.forward(DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(1));
        world.clock.forward(9 * DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(0), "late is told once");
        let all = told(&world, &world.officer("Rini"), loan).await;
        assert_eq!(all.iter().map(|told| told.late).collect::<Vec<_>>(), [true, false]);
    }

    async fn two_servers_at_once_tell_of_it_once(world: World) {
        let (_, loan) = lent_to_siti(&world).await;
        world.clock.forward(6 * DAY);
        let all = join_all((0..6).map(|_| remind_readers(&world.db))).await;
        assert_eq!(all.iter().map(|told| told.as_ref().copied().unwrap_or_default()).sum::<usize>(), 1, "{all:?}");
        assert_eq!(told(&world, &world.officer("Rini"), loan).await.len(), 1);
    }

    async fn whoever_keeps_it_longer_is_told_of_the_new_day_and_whoever_brought_it_of_nothing(world: World) {
        let (siti, loan) = lent_to_siti(&world).await;
        world.clock.forward(6 * DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(1));
        let due = siti.does(RenewLoan { office: world.tamansari(), loan }).await.unwrap();
        assert_eq!(remind_readers(&world.db).await, Ok(0));
        world.clock.forward(7 * DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(1));
        assert_eq!(told(&world, &world.officer("Rini"), loan).await[0].due, due);
        let copy = { store::loan(&OfficeScope::open(&world.db, &world.officer("Rini").actor).await.unwrap(), loan).await.unwrap().copy };
        world.officer("Rini").does(ReturnCopy { copy }).await.unwrap();
        world.clock.forward(9 * DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(0), "it is back");
    }

    async fn what_was_told_is_read_by_the_reader_and_their_library_alone(world: World) {
        let (siti, loan) = lent_to_siti(&world).await;
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        // Somebody without an account is nobody's whom the server could tell.
        let title = enter(&rini, here, named("Buku Lain"), 1).await;
        let wayan = card(&rini, here, "Wayan").await;
        lend(&rini, copies(&world, &rini, title).await[0].id, wayan).await.unwrap();
        world.clock.forward(9 * DAY);
        assert_eq!(remind_readers(&world.db).await, Ok(1));
        assert!(told(&world, &world.stranger("Sri"), loan).await.is_empty());
        let reading = |by: &Person| Reading::of(world.db.clone(), by.actor.clone(), String::new(), "https://contoh.id".into(), Lang::Id);
        let own = own_loans(&reading(&siti), "").await.unwrap();
        assert!(own.have.1[0].told.contains("Diingatkan 3 Desember 2026"), "{:?}", own.have);
        assert!(own_loans(&reading(&world.resident("Budi")), "").await.unwrap().have.1.is_empty());
        let frame = Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
        let desk = Desk::of(world.db.clone(), rini.actor.clone(), frame).unwrap();
        let view = counter(&desk, "", Said::default()).await.unwrap();
        let late = view.parts.iter().find(|part| part.title == "Terlambat").unwrap();
        let said: Vec<String> = late.rows.iter().flat_map(|row| row.more.clone()).collect();
        assert!(said.iter().any(|line| line == "Diingatkan di akunnya 3 Desember 2026"), "{said:?}");
        assert!(said.iter().any(|line| line == "Tanpa akun: kabari langsung"), "{said:?}");
    }
}
