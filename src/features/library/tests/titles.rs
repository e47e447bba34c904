use futures::future::join_all;

use super::helpers::{copies, enter, find, more, named, names_for, turtle};
use crate::access::{Code, Refusal};
use crate::domain::{Isbn, Version};
use crate::features::library::acts::{AddCopies, AddTitle, CorrectTitle, LoseCopy};
use crate::features::library::store::{self, Wanted};
use crate::features::library::{Age, Class, Gone, Title};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::PublicScope;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_title_is_entered_once_and_stands_in_every_library_that_has_it(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let title = enter(&rini, here, turtle(), 2).await;
        let twice = AddTitle { office: there, title: turtle(), copies: 1, shelf: String::new() };
        assert_eq!(sri.does(twice).await, Err(Refusal::Conflict(Code::TitleKnown)));
        assert_eq!(store::title_with_isbn(&world.db, turtle().isbn.unwrap()).await.map(|known| known.map(|known| known.id)), Ok(Some(title)));
        more(&sri, there, title, 1).await;
        let found = find(&world, Wanted::default()).await;
        assert_eq!(found.len(), 1);
        let held: Vec<_> = found[0].holdings.iter().map(|holding| (holding.office, holding.copies, holding.free)).collect();
        assert_eq!(held.len(), 2);
        assert!(held.contains(&(here, 2, 2)) && held.contains(&(there, 1, 1)), "{held:?}");

        let right = Title { year: Some(2025), ..turtle() };
        let correct = |office| CorrectTitle { office, id: title, seen: Version::FIRST, title: right.clone() };
        assert_eq!(sri.does(correct(there)).await, Err(Refusal::Forbidden), "who entered it corrects it");
        rini.does(correct(here)).await.unwrap();
        assert!(matches!(rini.does(correct(here)).await, Err(Refusal::Stale { .. })));
        assert_eq!(find(&world, Wanted::default()).await[0].known.title.year, Some(2025));
    }

    async fn the_number_of_a_title_is_corrected_and_two_titles_never_have_one(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let first = enter(&rini, here, turtle(), 1).await;
        let second = enter(&rini, here, named("Tanpa Nomor"), 1).await;
        let number = turtle().isbn;
        let correct = |id, seen, title| CorrectTitle { office: here, id, seen: Version(seen), title };
        let same = Title { isbn: number, ..named("Tanpa Nomor") };
        assert_eq!(rini.does(correct(second, 1, same.clone())).await, Err(Refusal::Conflict(Code::TitleKnown)));
        // The first was another edition: its number was read wrongly, and is free again.
        let right = Isbn::parse("9789793062792").ok();
        rini.does(correct(first, 1, Title { isbn: right, ..turtle() })).await.unwrap();
        assert_eq!(store::title_with_isbn(&world.db, number.unwrap()).await, Ok(None));
        rini.does(correct(second, 1, same)).await.unwrap();
        let found = store::title_with_isbn(&world.db, number.unwrap()).await.unwrap().unwrap();
        assert_eq!((found.id, found.title.isbn), (second, number));
        rini.does(correct(second, 2, named("Tanpa Nomor"))).await.unwrap();
        assert_eq!(store::title_with_isbn(&world.db, number.unwrap()).await, Ok(None), "a book need not have one");
    }

    async fn a_title_is_found_however_it_is_spelt_and_by_what_it_is_about(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        enter(&rini, here, Title { summary: "Cara membuat kerupuk ikan.".into(), ..named("Dapur Osing") }, 1).await;
        world.clock.forward(1);
        enter(&rini, here, Title { class: Class::Technology, age: Age::Adults, ..named("Menanam Buah Naga") }, 1).await;
        for (words, names) in [
            ("krupuk", vec!["Dapur Osing"]),
            ("penanaman", vec!["Menanam Buah Naga"]),
            ("tanam nag", vec!["Menanam Buah Naga"]),
            ("larasati naga", vec!["Menanam Buah Naga"]),
            ("sepeda", vec![]),
            ("!?", vec![]),
            ("naga \" *)(", vec!["Menanam Buah Naga"]),
        ] {
            assert_eq!(names_for(&world, words).await, names, "{words}");
        }
        assert_eq!(names_for(&world, "").await, ["Menanam Buah Naga", "Dapur Osing"], "the newest first");
        let of = |wanted| async { find(&world, wanted).await.len() };
        assert_eq!(of(Wanted { class: Some(Class::Technology), ..Wanted::default() }).await, 1);
        assert_eq!(of(Wanted { age: Some(Age::Children), ..Wanted::default() }).await, 1);
        assert_eq!(of(Wanted { offices: vec![world.kampungbaru()], ..Wanted::default() }).await, 0);
        assert_eq!(of(Wanted { offices: vec![here], free: true, ..Wanted::default() }).await, 2);
    }

    async fn a_title_whose_last_copy_is_gone_is_in_the_catalogue_no_more(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        rini.does(LoseCopy { copy, why: Gone::Withdrawn, note: "Sudah usang.".into(), from_shelf: false }).await.unwrap();
        assert!(find(&world, Wanted::default()).await.is_empty());
        let scope = PublicScope::open(&world.db).await.unwrap();
        assert!(store::holdings_of(&scope, title).await.unwrap().is_empty());
        assert!(store::public_title(&scope, title).await.is_ok(), "its address says that no library has it");
    }

    async fn labels_are_given_once_however_many_add_copies_at_the_same_instant(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let add = || AddCopies { office: here, title, copies: 3, shelf: String::new() };
        assert!(join_all((0..5).map(|_| rini.does(add()))).await.iter().all(Result::is_ok));
        let mut labels: Vec<String> = copies(&world, &rini, title).await.into_iter().map(|copy| copy.code).collect();
        labels.sort();
        labels.dedup();
        assert_eq!(labels.len(), 16);
        let too_many = AddCopies { copies: 51, ..add() };
        assert_eq!(rini.does(too_many).await, Err(Refusal::Invalid(Problems::one("eksemplar", ProblemCode::TooLarge { max: 50 }))));
        let none = AddCopies { copies: 0, ..add() };
        assert_eq!(rini.does(none).await, Err(Refusal::Invalid(Problems::one("eksemplar", ProblemCode::TooSmall { min: 1 }))));
    }

    async fn the_catalogue_is_read_page_by_page_and_misses_nothing(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        for number in 0..45 {
            enter(&rini, here, named(&format!("Buku {number}")), 1).await;
        }
        for words in ["", "buku"] {
            let (mut seen, mut all) = (None, Vec::new());
            loop {
                let scope = PublicScope::open(&world.db).await.unwrap();
                let wanted = Wanted { words: words.into(), ..Wanted::default() };
                let (page, next) = store::find(&scope, &wanted, seen).await.unwrap();
                all.extend(page.into_iter().map(|found| found.known.title.name));
                seen = next;
                if seen.is_none() {
                    break;
                }
            }
            all.sort();
            all.dedup();
            assert_eq!(all.len(), 45, "{words}");
        }
    }
}
