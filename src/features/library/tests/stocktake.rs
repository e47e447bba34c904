use futures::future::join_all;

use super::helpers::{card, copies, enter, lend, more, named, turtle};
use crate::access::{ActName, Code, Refusal};
use crate::domain::{CopyId, StocktakeId};
use crate::features::library::acts::{BeginStocktake, CountCopies, EndStocktake, LoseCopy, NoteStray, RestoreCopy, ReturnCopy};
use crate::features::library::store;
use crate::features::library::{Gone, Progress};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

async fn begin(by: &Person, world: &World) -> StocktakeId {
    by.does(BeginStocktake { office: world.tamansari() }).await.expect("a stock-taking")
}

async fn progress(world: &World, by: &Person, id: StocktakeId) -> (u32, u32) {
    let scope = OfficeScope::open(&world.db, &by.actor).await.unwrap();
    let stocktake = store::stocktake(&scope, id).await.unwrap();
    let Progress { seen, unseen } = store::progress(&scope, &stocktake).await.unwrap();
    (seen, unseen)
}

async fn unseen(world: &World, by: &Person, id: StocktakeId) -> Vec<CopyId> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.unwrap();
    let stocktake = store::stocktake(&scope, id).await.unwrap();
    store::unseen(&scope, &stocktake, None).await.unwrap().into_iter().map(|copy| copy.id).collect()
}

async fn elsewhere(world: &World, by: &Person, id: StocktakeId) -> Vec<CopyId> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.unwrap();
    let stocktake = store::stocktake(&scope, id).await.unwrap();
    store::seen_elsewhere(&scope, &stocktake).await.unwrap().0.into_iter().map(|copy| copy.id).collect()
}

fn count(stocktake: StocktakeId, copies: &[CopyId]) -> CountCopies {
    CountCopies { stocktake, copies: copies.to_vec() }
}

on_both_databases! {
    async fn one_stocktake_is_open_at_a_library_at_a_time_however_many_begin_one(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let begun = join_all((0..8).map(|_| rini.does(BeginStocktake { office: here }))).await;
        assert_eq!(begun.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert!(begun.iter().filter_map(|outcome| outcome.as_ref().err()).all(|refusal| *refusal == Refusal::Conflict(Code::StocktakeOpen)));
        let first = *begun.iter().flatten().next().unwrap();
        sri.does(BeginStocktake { office: there }).await.unwrap();
        rini.does(EndStocktake { stocktake: first }).await.unwrap();
        assert_eq!(rini.does(EndStocktake { stocktake: first }).await, Err(Refusal::Conflict(Code::StocktakeEnded)));
        assert_ne!(rini.does(BeginStocktake { office: here }).await, Ok(first));
    }

    async fn two_phones_that_count_the_same_shelf_lose_nothing_and_count_nothing_twice(world: World) {
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let title = enter(&rini, here, turtle(), 40).await;
        let all: Vec<CopyId> = copies(&world, &rini, title).await.into_iter().map(|copy| copy.id).collect();
        let id = begin(&rini, &world).await;
        assert_eq!(progress(&world, &rini, id).await, (0, 40));
        // Each goes its own way through the shelf, and they meet in the middle.
        let one = join_all(all[..25].iter().map(|copy| rini.does(count(id, &[*copy]))));
        let other = join_all(all[15..].iter().rev().map(|copy| lina.does(count(id, &[*copy]))));
        let (one, other) = futures::join!(one, other);
        let counted: u32 = one.into_iter().chain(other).map(|outcome| outcome.expect("counted")).sum();
        assert_eq!(counted, 40, "each was new to one of them");
        assert_eq!(progress(&world, &rini, id).await, (40, 0));
        assert_eq!(rini.does(count(id, &all[..3])).await, Ok(0), "all of them once more");
        let key = world.db.fresh_key();
        assert_eq!(rini.does_under(key, count(id, &all[..2])).await, Ok(0));
        assert!(world.record().await.contains(&(ActName::CountCopies, Some(lina.id()))));
    }

    async fn what_is_lent_is_not_counted_and_what_comes_back_was_seen(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 5).await;
        let siti = card(&rini, here, "Siti").await;
        let all: Vec<CopyId> = copies(&world, &rini, title).await.into_iter().map(|copy| copy.id).collect();
        lend(&rini, all[0], siti).await.unwrap();
        lend(&rini, all[1], siti).await.unwrap();
        rini.does(LoseCopy { copy: all[2], why: Gone::Lost, note: "Banjir.".into(), from_shelf: false }).await.unwrap();
        world.clock.forward(60);
        let id = begin(&rini, &world).await;
        assert_eq!(progress(&world, &rini, id).await, (0, 2), "two are lent, and one is gone");
        world.clock.forward(60);
        rini.does(ReturnCopy { copy: all[0] }).await.unwrap();
        assert_eq!(progress(&world, &rini, id).await, (1, 2));
        more(&rini, here, title, 1).await;
        assert_eq!(progress(&world, &rini, id).await, (1, 2), "what is new was just in somebody's hands");
        // On the shelf, though a reader should have it; and though it should be gone.
        rini.does(count(id, &[all[1], all[2], all[3]])).await.unwrap();
        assert_eq!(progress(&world, &rini, id).await, (3, 1));
        assert_eq!(elsewhere(&world, &rini, id).await, [all[1], all[2]]);
        rini.does(EndStocktake { stocktake: id }).await.unwrap();
        assert_eq!(unseen(&world, &rini, id).await, [all[4]]);
        rini.does(LoseCopy { copy: all[4], why: Gone::Lost, note: "Tidak ada di rak.".into(), from_shelf: true }).await.unwrap();
        rini.does(RestoreCopy { copy: all[2] }).await.unwrap();
        assert_eq!((unseen(&world, &rini, id).await, elsewhere(&world, &rini, id).await), (vec![], vec![all[1]]));
    }

    async fn what_left_the_shelf_since_the_result_was_read_is_not_lost(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let siti = card(&rini, here, "Siti").await;
        let id = begin(&rini, &world).await;
        rini.does(EndStocktake { stocktake: id }).await.unwrap();
        assert_eq!(unseen(&world, &rini, id).await, [copy]);
        // It was found, and lent, while a colleague has the list of missing copies open.
        lend(&rini, copy, siti).await.unwrap();
        let before = world.every_row().await;
        let lose = |from_shelf| LoseCopy { copy, why: Gone::Lost, note: "Tidak ada di rak.".into(), from_shelf };
        assert!(matches!(rini.does(lose(true)).await, Err(Refusal::Stale { .. })));
        assert_eq!(world.every_row().await, before, "the loan goes on");
        assert_eq!(rini.does(lose(false)).await, Ok(()), "a reader may lose what they have");
    }

    async fn of_copies_that_were_seen_elsewhere_a_page_is_shown_and_the_number_of_all(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 50).await;
        more(&rini, here, title, 1).await;
        let all: Vec<CopyId> = copies(&world, &rini, title).await.into_iter().map(|copy| copy.id).collect();
        for copy in &all {
            rini.does(LoseCopy { copy: *copy, why: Gone::Lost, note: "Banjir.".into(), from_shelf: false }).await.unwrap();
        }
        let id = begin(&rini, &world).await;
        rini.does(count(id, &all[..50])).await.unwrap();
        rini.does(count(id, &all[50..])).await.unwrap();
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let stocktake = store::stocktake(&scope, id).await.unwrap();
        let (shown, number) = store::seen_elsewhere(&scope, &stocktake).await.unwrap();
        assert_eq!((shown.len(), number), (50, 51));
    }

    async fn after_the_end_nothing_is_counted(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let id = begin(&rini, &world).await;
        rini.does(EndStocktake { stocktake: id }).await.unwrap();
        let before = world.every_row().await;
        let ended = Refusal::Conflict(Code::StocktakeEnded);
        assert_eq!(rini.does(count(id, &[copy])).await, Err(ended.clone()));
        assert_eq!(rini.does(NoteStray { stocktake: id, label: "B99".into() }).await, Err(ended));
        assert_eq!(world.every_row().await, before);
    }

    async fn a_label_that_belongs_to_nothing_here_is_noted_once_and_only_so_many(world: World) {
        let (rini, lina) = (world.officer("Rini"), world.officer("Lina"));
        let id = begin(&rini, &world).await;
        let note = |label: &str| NoteStray { stocktake: id, label: label.to_owned() };
        let (one, other) = futures::join!(rini.does(note("082002-B4")), lina.does(note("082002-B4")));
        assert_eq!((one, other), (Ok(()), Ok(())));
        let wrong = |code| Err(Refusal::Invalid(Problems::one("label", code)));
        assert_eq!(rini.does(note(" ")).await, wrong(ProblemCode::Missing));
        assert_eq!(rini.does(note(&"x".repeat(41))).await, wrong(ProblemCode::TooLong { max: 40 }));
        for number in 0..199 {
            rini.does(note(&format!("asing {number}"))).await.unwrap();
        }
        assert_eq!(rini.does(note("satu lagi")).await, wrong(ProblemCode::TooMany { max: 200 }));
        assert_eq!(rini.does(note("asing 7")).await, Ok(()), "it is noted");
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(store::strays(&scope, id).await.unwrap().len(), 200, "each of them is shown");
    }

    async fn another_library_neither_counts_nor_is_counted(world: World) {
        let (rini, sri, here, there) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari(), world.kampungbaru());
        let (title, other) = (enter(&rini, here, turtle(), 1).await, enter(&sri, there, named("Lain"), 1).await);
        let (mine, theirs) = (copies(&world, &rini, title).await[0].id, copies(&world, &sri, other).await[0].id);
        let id = begin(&rini, &world).await;
        let before = world.every_row().await;
        let no = Some(Refusal::NotFound);
        assert_eq!(rini.does(count(id, &[mine, theirs])).await.err(), no, "a copy of another library");
        assert_eq!(sri.does(count(id, &[theirs])).await.err(), no);
        assert_eq!(sri.does(NoteStray { stocktake: id, label: "B9".into() }).await.err(), no);
        assert_eq!(sri.does(EndStocktake { stocktake: id }).await.err(), no);
        assert_eq!(sri.does(BeginStocktake { office: here }).await.err(), no);
        for who in [world.head("Hadi"), world.resident("Budi"), world.nobody()] {
            assert!(who.does(count(id, &[mine])).await.is_err());
            assert!(who.does(EndStocktake { stocktake: id }).await.is_err());
        }
        assert_eq!(world.every_row().await, before);
        assert_eq!(progress(&world, &rini, id).await, (0, 1));
        let scope = OfficeScope::open(&world.db, &sri.actor).await.unwrap();
        assert_eq!(store::open_stocktake(&scope).await, Ok(None));
    }
}
