//! What the desk's pages say, and what it makes of the codes that are typed there.

use super::helpers::{card, copies, enter, lend, more, named, person, turtle};
use crate::access::Refusal;
use crate::domain::{ReaderId, Version};
use crate::features::library::acts::{CountVisitors, DescribeReader, KeepReader, ReserveTitle, ReturnCopy, Whose};
use crate::features::library::office::{
    Desk, PartView, Said, ShelfView, correction, counter, labels, new_title, reader, readers, rules, title, title_called, titles, with_card,
};
use crate::features::library::store;
use crate::features::library::{CopyPlace, Who};
use crate::forms::{ProblemCode, Problems};
use crate::server::access_log::{AccessPurpose, seen_of};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::{Person, on_both_databases};
use crate::ui::{Frame, FrameCounts};

fn desk(person: &Person) -> Desk {
    let frame =
        Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
    Desk::of(person.db().clone(), person.actor.clone(), frame).expect("a desk")
}

async fn at(person: &Person, typed: &str, result: &str) -> ShelfView {
    counter(&desk(person), typed, Said { result, days_late: 3 }).await.expect("a desk")
}

fn part<'a>(view: &'a ShelfView, title: &str) -> &'a PartView {
    view.parts.iter().find(|part| part.title == title).expect(title)
}

fn acts(part: &PartView) -> Vec<&str> {
    part.forms.iter().map(|form| form.act.as_str()).collect()
}

fn names(part: &PartView) -> Vec<&str> {
    part.rows.iter().map(|row| row.way.words.as_str()).collect()
}

async fn card_of(person: &Person, id: ReaderId) -> String {
    let scope = OfficeScope::open(person.db(), &person.actor).await.expect("an officer");
    store::reader(&scope, id).await.expect("a reader").card
}

on_both_databases! {
    async fn the_desk_says_of_a_code_whose_it_is_or_where_its_copy_stands(world: World) {
        let (rini, hadi, sri) = (world.officer("Rini"), world.head("Hadi"), world.stranger("Sri"));
        let title = enter(&rini, world.tamansari(), turtle(), 1).await;
        let code = copies(&world, &rini, title).await[0].code.clone();
        enter(&sri, world.kampungbaru(), named("Buku Lain"), 1).await;
        let problem = |view: ShelfView| view.find.and_then(|find| find.problem).unwrap_or_default();
        assert!(problem(at(&sri, &code, "").await).contains("Desa Tamansari (Kec. Licin)"));
        assert!(problem(at(&rini, "buku", "").await).starts_with("Isi kode seperti pada label"));
        assert!(problem(at(&rini, "99", "").await).ends_with("242008-B99."));
        assert_eq!(at(&rini, "", "").await.find.and_then(|find| find.problem), None);
        for typed in [code.as_str(), "b1", "1"] {
            let view = at(&rini, typed, "").await;
            assert_eq!(acts(part(&view, &turtle().name)), ["lend"], "{typed}");
        }
        assert!(acts(part(&at(&hadi, "1", "").await, &turtle().name)).is_empty(), "the head looks on");
        let figures = at(&rini, "", "").await;
        let facts: Vec<&str> = part(&figures, "Angka perpustakaan").facts.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(facts, ["1", "1", "0", "0"], "what another library has is not counted");
    }

    async fn a_copy_that_comes_back_late_is_put_aside_for_who_waits(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let (siti, budi) = (card(&rini, here, "Siti Aminah").await, card(&rini, here, "Budi Santoso").await);
        lend(&rini, copy, siti).await.unwrap();
        rini.does(ReserveTitle { office: here, title, whose: Whose::Reader(budi) }).await.unwrap();
        let lent = at(&rini, "1", "dipinjam").await;
        assert_eq!(lent.result.as_deref(), Some("Buku sudah dipinjamkan."));
        let sheet = part(&lent, &turtle().name);
        assert_eq!((acts(sheet), sheet.large.as_str()), (vec!["return", "renew"], "Kembali Selasa, 1 Desember 2026"));
        assert!(sheet.facts.iter().any(|(_, said)| said == "Siti Aminah, kartu 242008-A1"));
        assert_eq!(names(part(&lent, "Pesanan yang menunggu")), [turtle().name]);
        world.clock.forward(10 * 86_400);
        let late = at(&rini, "", "").await;
        assert_eq!(part(&late, "Terlambat").rows[0].mark.as_ref().map(|mark| mark.words.as_str()), Some("terlambat 3 hari"));
        assert_eq!(at(&rini, "1", "kembali").await.result, None, "it is not back");
        rini.does(ReturnCopy { copy }).await.unwrap();
        let back = at(&rini, "1", "kembali").await;
        assert_eq!(back.result.as_deref(), Some("Sudah kembali, terlambat 3 hari. Tidak ada denda."));
        assert_eq!(back.notes[0].title, "Sisihkan untuk Budi Santoso, kartu 242008-A2");
        assert_eq!(acts(part(&back, &turtle().name)), ["lend"], "he may come still");
        assert!(part(&back, "Disisihkan").rows[0].forms.is_empty());
        world.clock.forward(10 * 86_400);
        let over = at(&rini, "1", "").await;
        assert_eq!(acts(part(&over, &turtle().name)), ["lend", "let_go"]);
        let row = &part(&over, "Disisihkan").rows[0];
        assert_eq!((row.mark.as_ref().map(|mark| mark.words.as_str()), row.forms.len()), (Some("Lewat batas"), 1));
        rini.does(CountVisitors { office: here, more: 1 }).await.unwrap();
        let counted = at(&rini, "", "pengunjung").await;
        assert_eq!(counted.result.as_deref(), Some("Tercatat. Pengunjung hari ini: 1."));
    }

    async fn a_book_is_asked_for_by_its_number_before_it_is_entered(world: World) {
        let (rini, sri, hadi) = (world.officer("Rini"), world.stranger("Sri"), world.head("Hadi"));
        let id = enter(&rini, world.tamansari(), turtle(), 1).await;
        assert_eq!(new_title(&desk(&hadi), "", false).await.err(), Some(Refusal::Forbidden));
        let ask = async |typed: &str, without| new_title(&desk(&sri), typed, without).await.unwrap();
        let problem = |view: &ShelfView| view.find.as_ref().and_then(|find| find.problem.clone()).unwrap_or_default();
        let nothing = ask("", false).await;
        assert_eq!((problem(&nothing).as_str(), nothing.parts.len()), ("", 0));
        let wrong = ask("978-602-03-3295-7", false).await;
        assert!(problem(&wrong).contains("salah ketik"), "{}", problem(&wrong));
        assert_eq!(wrong.find.unwrap().typed, "978-602-03-3295-7", "what was typed stays");
        assert!(problem(&ask("97860", false).await).ends_with("Yang terisi 5."));
        let known = ask("602-03-3295-0", false).await;
        assert_eq!((acts(&known.parts[0]), known.parts[0].title.as_str()), (vec!["add_copies"], "Kura-kura Kecil di Pantai Sukamade"));
        assert_eq!(acts(&ask("9780804429573", false).await.parts[0]), ["add_title"]);
        assert_eq!(acts(&ask("", true).await.parts[0]), ["add_title"]);

        assert_eq!(correction(&desk(&sri), id).await.err(), Some(Refusal::Forbidden), "who entered it corrects it");
        assert_eq!(acts(&correction(&desk(&rini), id).await.unwrap().parts[0]), ["correct"]);
        more(&sri, world.kampungbaru(), id, 2).await;
        let theirs = title(&desk(&sri), id, Said::default()).await.unwrap();
        assert_eq!(part(&theirs, "Eksemplar").rows.len(), 2, "no copy of another library");
        assert!(theirs.ways.iter().all(|way| !way.to.ends_with("/ubah")));
        assert_eq!(labels(&desk(&sri), id).await.unwrap().sheet.map(|sheet| sheet.matches("class=\"qr\"").count()), Some(2));
    }

    async fn titles_are_listed_page_by_page_and_found_by_words_and_number(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        for number in 0..52 {
            enter(&rini, world.tamansari(), named(&format!("Buku {number:02}")), 1).await;
        }
        enter(&sri, world.kampungbaru(), turtle(), 1).await;
        let first = titles(&desk(&rini), "", "").await.unwrap();
        let (page, next) = (first.parts[0].rows.len(), first.next.unwrap());
        assert_eq!((page, names(&first.parts[0])[49]), (50, "Buku 49"));
        let seen = next.rsplit_once('=').unwrap().1;
        let second = titles(&desk(&rini), "", seen).await.unwrap();
        assert_eq!((names(&second.parts[0]), second.next), (vec!["Buku 50", "Buku 51"], None));
        assert_eq!(names(&titles(&desk(&rini), "buku 07", "").await.unwrap().parts[0]), ["Buku 07"]);
        assert!(titles(&desk(&rini), "sukamade", "").await.unwrap().parts[0].rows.is_empty(), "another library has it");
        let number = titles(&desk(&rini), "978-602-03-3295-6", "").await.unwrap();
        assert_eq!(number.parts[0].rows[0].more.last().map(String::as_str), Some("Tidak ada eksemplar"));
    }

    async fn readers_are_found_by_card_and_name_and_a_look_at_them_is_noted(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let siti = world.resident("Siti");
        let book = enter(&rini, here, turtle(), 2).await;
        siti.does(ReserveTitle { office: here, title: book, whose: Whose::Own(person("Siti Aminah")) }).await.unwrap();
        let own = {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            store::reader_of_account(&scope, siti.id()).await.unwrap().unwrap()
        };
        let child = KeepReader { office: here, known: None, name: person("Ayu Lestari"), who: Who::ChildOf(own.id), active: true };
        let ayu = rini.does(child).await.unwrap();
        let listed = async |typed: &str| {
            let view = readers(&desk(&rini), typed, "").await.unwrap();
            let mut names: Vec<String> = view.parts.iter().flat_map(|part| &part.rows).map(|row| row.way.words.clone()).collect();
            // Both came at the same instant.
            names.sort();
            names
        };
        assert_eq!(listed("").await, ["Ayu Lestari", "Siti Aminah"]);
        assert_eq!(listed(&own.card).await, ["Siti Aminah"]);
        assert_eq!(listed("LESTARI").await, ["Ayu Lestari"]);
        assert!(listed("budi").await.is_empty());
        assert_eq!(reader(&desk(&sri), own.id, Said::default()).await.err(), Some(Refusal::NotFound));

        let copy = copies(&world, &rini, book).await.into_iter().find(|copy| copy.place == CopyPlace::Shelf).unwrap();
        lend(&rini, copy.id, ayu).await.unwrap();
        let view = reader(&desk(&rini), ayu, Said { result: "dipinjam", days_late: 0 }).await.unwrap();
        assert_eq!(view.result.as_deref(), Some("Buku sudah dipinjamkan, kembali Selasa, 1 Desember 2026."));
        let row = &part(&view, "Sedang dipinjam").rows[0];
        assert_eq!(row.forms.iter().map(|form| form.act.as_str()).collect::<Vec<_>>(), ["return", "renew"]);
        let mother = reader(&desk(&rini), own.id, Said::default()).await.unwrap();
        assert_eq!(names(part(&mother, "Anak")), ["Ayu Lestari"]);
        assert_eq!(names(part(&mother, "Pesanan")), [turtle().name]);
        let looks = {
            let scope = OwnScope::open(&world.db, &siti.actor).await.unwrap();
            seen_of(&scope, None, 10).await.unwrap()
        };
        assert_eq!(looks.len(), 2, "at the child's page and at her own");
        assert!(looks.iter().all(|look| look.purpose == Some(AccessPurpose::Library) && look.actor == rini.id()));
    }

    async fn a_code_is_that_of_a_reader_a_copy_or_an_edition(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let book = enter(&rini, here, turtle(), 1).await;
        let siti = card(&rini, here, "Siti Aminah").await;
        let wrong = |field: &str, code| Some(Refusal::Invalid(Problems::one(field, code)));
        for (typed, code) in [("", ProblemCode::Missing), ("siti", ProblemCode::UnknownLabel), ("9", ProblemCode::UnknownLabel), ("082002-A1", ProblemCode::UnknownLabel)] {
            assert_eq!(with_card(&world.db, &rini.actor, "kartu", typed).await.err(), wrong("kartu", code), "{typed}");
        }
        let label = card_of(&rini, siti).await;
        assert_eq!(with_card(&world.db, &sri.actor, "kartu", &label).await.err(), wrong("kartu", ProblemCode::UnknownLabel), "another library's");
        assert_eq!(with_card(&world.db, &rini.actor, "kartu", " a1 ").await.map(|reader| reader.id), Ok(siti));
        for typed in ["1", "242008-b1", "978-602-03-3295-6", "6020332950"] {
            assert_eq!(title_called(&world.db, &rini.actor, here, typed).await, Ok(book), "{typed}");
        }
        for (typed, code) in [("", ProblemCode::Missing), ("2", ProblemCode::UnknownLabel), ("9786020332957", ProblemCode::UnknownLabel)] {
            assert_eq!(title_called(&world.db, &rini.actor, here, typed).await.err(), wrong("label", code), "{typed}");
        }
    }

    async fn the_rules_are_a_form_for_officers_and_plain_facts_for_the_head(world: World) {
        let view = rules(&desk(&world.officer("Rini")), Said::default()).await.unwrap();
        assert_eq!(acts(&view.parts[0]), ["rules"]);
        let ticked = view.parts[0].forms[0].fields.iter().filter(|field| field.value == "ya").count();
        assert_eq!((ticked, view.parts[0].forms[0].hidden.len()), (5, 0), "nobody has changed the usual ones");
        let head = rules(&desk(&world.head("Hadi")), Said::default()).await.unwrap();
        assert!(head.parts[0].forms.is_empty() && head.parts[0].facts.len() == 6);
    }

    async fn two_readers_of_one_name_are_told_apart_at_the_desk(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let (first, second) = (card(&rini, here, "Siti Aminah").await, card(&rini, here, "Siti Aminah").await);
        let describe = |reader, seen| DescribeReader { reader, seen, about: "RT 02, cucu Mbah Karto".into() };
        assert_eq!(sri.does(describe(first, Version::FIRST)).await, Err(Refusal::NotFound));
        assert_eq!(world.head("Hadi").does(describe(first, Version::FIRST)).await, Err(Refusal::Forbidden));
        assert!(matches!(rini.does(describe(first, Version(9))).await, Err(Refusal::Stale { .. })));
        rini.does(describe(first, Version::FIRST)).await.unwrap();
        assert!(!world.every_row().await.contains("Mbah Karto"), "it is sealed");
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        let all = store::readers(&scope, store::Which::These(&[first, second])).await.unwrap();
        let about = |id| all.iter().find(|reader| reader.id == id).map(|reader| reader.about.as_str());
        assert_eq!((about(first), about(second)), (Some("RT 02, cucu Mbah Karto"), Some("")));
    }
}
