use super::helpers::{card, copies, enter, find, holds_true, lend, more, named, person, turtle};
use crate::access::{ActName, Code, Refusal};
use crate::features::library::acts::{ImportBooks, ReserveTitle, Whose};
use crate::features::library::store::{self, Shelves, Wanted};
use crate::features::library::table::{Judged, isbns, judge, table};
use crate::features::library::{CopyPlace, Title};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::sandbox::SheetRow;
use crate::server::testing::{Person, World, on_both_databases};

const HEADS: [&str; 7] = ["item_code", "total", "title", "age", "classification", "isbn_issn", "location"];

fn file(rows: &[[&str; 7]]) -> Vec<SheetRow> {
    let row = |(line, cells): (u32, &[&str; 7])| SheetRow { line, cells: cells.map(str::to_owned).to_vec() };
    (1..).zip(std::iter::once(&HEADS).chain(rows)).map(row).collect()
}

const fn new(name: &str) -> [&str; 7] {
    ["", "2", name, "Anak", "813", "", "Rak 1"]
}

async fn shelves(world: &World, who: &Person, rows: &[SheetRow]) -> Shelves {
    let scope = OfficeScope::open(&world.db, &who.actor).await.unwrap();
    store::shelves(&scope, &isbns(rows)).await.unwrap()
}

/// The file as it was looked at: what it would do, and the wish to write it.
async fn looked_at(world: &World, who: &Person, rows: Vec<SheetRow>) -> (ImportBooks, Judged) {
    let today = day_at(world.clock.now(), world.db.zone());
    let judged = judge(&rows, &shelves(world, who, &rows).await, today);
    (ImportBooks { office: world.tamansari(), rows, seen: judged.mark() }, judged)
}

/// All that goes out.
async fn exported(world: &World, who: &Person) -> Vec<Vec<String>> {
    table(&shelves(world, who, &[]).await)
}

fn rows_of(table: &[Vec<String>]) -> Vec<SheetRow> {
    (1..).zip(table).map(|(line, cells)| SheetRow { line, cells: cells.clone() }).collect()
}

/// Another regency on a database of the same kind.
async fn second(world: &World) -> World {
    if world.db.is_postgres() { World::on_postgresql().await } else { World::on_sqlite().await }
}

on_both_databases! {
    async fn while_one_row_is_wrong_nothing_of_the_file_is_written(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        enter(&rini, here, turtle(), 1).await;
        let before = world.every_row().await;
        let (import, judged) = looked_at(&world, &rini, file(&[new("Kue"), ["", "", "", "", "", "", ""], ["", "", "Laut", "x", "", "1", ""]])).await;
        assert_eq!((judged.wrong(), judged.titles.len()), (2, 1));
        assert!(matches!(rini.does(import).await, Err(Refusal::Stale { .. })));
        let (nothing, _) = looked_at(&world, &rini, file(&[])).await;
        assert_eq!(rini.does(nothing).await, Err(Refusal::Conflict(Code::NothingChanged)));
        assert_eq!(world.every_row().await, before);
    }

    async fn a_file_is_written_once_however_often_it_is_sent_and_whoever_waits_is_served(world: World) {
        let (rini, siti, here) = (world.officer("Rini"), world.resident("Siti"), world.tamansari());
        let waited_for = enter(&rini, here, turtle(), 1).await;
        let budi = card(&rini, here, "Budi").await;
        lend(&rini, copies(&world, &rini, waited_for).await[0].id, budi).await.unwrap();
        siti.does(ReserveTitle { office: here, title: waited_for, whose: Whose::Own(person("Siti")) }).await.unwrap();
        let isbn = turtle().isbn.unwrap().to_string();
        let joined = ["", "2", "Nama lain", "", "", isbn.as_str(), ""];
        let (import, judged) = looked_at(&world, &rini, file(&[new("Kue"), joined, ["B40", "", "Laut", "Anak", "500", "", ""], new("Kue")])).await;
        assert_eq!((judged.faults.len(), judged.titles.len(), judged.new_copies()), (0, 2, 7));
        let key = world.db.fresh_key();
        assert_eq!(rini.does_under(key, import.clone()).await, Ok(7));
        assert_eq!(rini.does_under(key, import.clone()).await, Ok(7), "the same wish");
        assert!(matches!(rini.does(import).await, Err(Refusal::Stale { .. })), "brought in once more, it is another wish");
        let all = shelves(&world, &rini, &[]).await;
        assert_eq!((all.copies.len(), all.titles.len()), (8, 3));
        let mut codes: Vec<_> = all.copies.iter().map(|copy| copy.code.as_str()).collect();
        codes.sort_unstable();
        let wanted = ["242008-B1", "242008-B40", "242008-B41", "242008-B42", "242008-B43", "242008-B44", "242008-B45", "242008-B46"];
        assert_eq!(codes, wanted, "new labels begin behind those that are printed");
        let aside = copies(&world, &rini, waited_for).await.into_iter().filter(|copy| matches!(copy.place, CopyPlace::Aside { .. })).count();
        assert_eq!((aside, copies(&world, &rini, waited_for).await.len()), (1, 3));
        for title in all.titles.keys() {
            holds_true(&world, &rini, *title).await;
        }
        more(&rini, here, waited_for, 1).await;
        assert_eq!(find(&world, Wanted { words: "kue".into(), ..Wanted::default() }).await.len(), 1, "everybody finds it");
        assert!(world.record().await.contains(&(ActName::ImportBooks, Some(rini.id()))));
    }

    async fn what_somebody_changed_since_it_was_looked_at_is_not_written_over(world: World) {
        let (rini, lina, sri) = (world.officer("Rini"), world.officer("Lina"), world.stranger("Sri"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        enter(&rini, here, named("Kura-kura"), 1).await;
        let isbn = turtle().isbn.unwrap().to_string();
        let (import, _) = looked_at(&world, &rini, file(&[["", "", "Baru", "Anak", "813", isbn.as_str(), ""]])).await;
        enter(&sri, there, turtle(), 1).await;
        let before = world.every_row().await;
        assert!(matches!(rini.does(import).await, Err(Refusal::Stale { .. })), "another village was faster with the number");
        assert_eq!(world.every_row().await, before);
        let rows = rows_of(&exported(&world, &rini).await);
        let mut elsewhere = rows.clone();
        elsewhere[1].cells.last_mut().unwrap().replace_range(.., "Rak 9");
        let (mine, _) = looked_at(&world, &rini, elsewhere.clone()).await;
        let (hers, _) = looked_at(&world, &lina, elsewhere).await;
        assert_eq!(lina.does(hers).await, Ok(0), "another shelf");
        assert!(matches!(rini.does(mine).await, Err(Refusal::Stale { .. })));
        assert_eq!(exported(&world, &rini).await[1].last().map(String::as_str), Some("Rak 9"));
    }

    async fn what_goes_out_comes_in_unchanged_here_and_in_an_empty_library(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        enter(&rini, here, turtle(), 2).await;
        enter(&rini, here, Title { summary: "Satu.\nDua.".into(), year: None, ..named("=Dapur; \"Osing\"") }, 11).await;
        let out = exported(&world, &rini).await;
        assert_eq!(out.len(), 14);
        let (_, judged) = looked_at(&world, &rini, rows_of(&out)).await;
        assert_eq!((judged.faults.len(), judged.writes(), judged.unchanged), (0, false, 13), "nothing to do");

        let empty = second(&world).await;
        let eko = empty.officer("Eko");
        let (import, judged) = looked_at(&empty, &eko, rows_of(&out)).await;
        assert_eq!((judged.faults.len(), judged.titles.len(), judged.new_copies()), (0, 2, 13));
        assert_eq!(eko.does(import).await, Ok(13));
        assert_eq!(exported(&empty, &eko).await, out);
        more(&eko, here, *shelves(&empty, &eko, &[]).await.titles.keys().next().unwrap(), 1).await;
        assert_eq!(exported(&empty, &eko).await.len(), 15, "no label is given twice");
    }

    async fn a_library_brings_in_its_own_books_alone(world: World) {
        let (rini, sri, here, there) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari(), world.kampungbaru());
        enter(&rini, here, turtle(), 1).await;
        let before = world.every_row().await;
        let (import, judged) = looked_at(&world, &sri, rows_of(&exported(&world, &rini).await)).await;
        assert_eq!(judged.wrong(), 1, "the label is of another library");
        assert_eq!(sri.does(import.clone()).await, Err(Refusal::NotFound));
        assert!(matches!(sri.does(ImportBooks { office: there, ..import.clone() }).await, Err(Refusal::Stale { .. })));
        assert_eq!(exported(&world, &sri).await.len(), 1, "none of them goes out there");
        for who in [world.head("Hadi"), world.resident("Budi"), world.nobody()] {
            assert!(who.does(import.clone()).await.is_err());
        }
        assert_eq!(world.every_row().await, before);
    }
}
