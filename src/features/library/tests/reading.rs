//! What everybody and what a reader is shown, in words.

use super::helpers::{card, copies, enter, lend, loan_of, more, named, person, turtle};
use crate::access::Refusal;
use crate::domain::{Day, Lang, TitleId, Weekday};
use crate::features::library::acts::{KeepReader, KeepRules, ReserveTitle, ReturnCopy, Whose};
use crate::features::library::own::own_loans;
use crate::features::library::public::{Asked, Reading, Wish, catalogue, title};
use crate::features::library::store;
use crate::features::library::{Age, Class, Rules, Title, Who};
use crate::server::db::ShownScope;
use crate::server::testing::{Person, World, on_both_databases};

const ORIGIN: &str = "https://contoh.id";

fn reading(world: &World, by: &Person, lang: Lang) -> Reading {
    Reading::of(world.db.clone(), by.actor.clone(), "Siti Aminah".into(), ORIGIN.into(), lang)
}

fn asked(change: impl FnOnce(&mut Asked)) -> Asked {
    let mut asked = Asked::default();
    change(&mut asked);
    asked
}

async fn page(world: &World, slug: &str, asked: Asked) -> Result<String, Refusal> {
    catalogue(&reading(world, &world.nobody(), Lang::Id), slug, &asked).await.map(|view| view.drawn)
}

async fn title_for(world: &World, by: &Person, id: TitleId, at: &str) -> crate::features::library::public::TitlePageView {
    title(&reading(world, by, Lang::Id), &id.to_string(), Wish { at, fetch: "" }).await.expect("a title")
}

on_both_databases! {
    async fn the_catalogue_is_looked_through_by_words_and_by_what_is_chosen(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let turtle = enter(&rini, here, turtle(), 2).await;
        more(&sri, there, turtle, 1).await;
        enter(&sri, there, Title { age: Age::Adults, class: Class::Technology, ..named("Kerupuk <b>Ikan</b>") }, 1).await;
        let all = page(&world, "", Asked::default()).await.unwrap();
        assert!(all.contains("Tersedia di 2 pustaka") && all.contains("Ada di 1 pustaka"), "{all}");
        assert!(all.contains("Kerupuk &lt;b&gt;Ikan&lt;/b&gt;"), "a name is a text: {all}");
        let spelt = page(&world, "", asked(|asked| asked.cari = "krupuk".into())).await.unwrap();
        assert!(spelt.contains("Kerupuk") && !spelt.contains("Kura-kura"), "{spelt}");
        for (chosen, name) in [
            (asked(|asked| asked.umur = "anak".into()), "Kura-kura"),
            (asked(|asked| asked.kelas = "600".into()), "Kerupuk"),
            (asked(|asked| asked.kecamatan = "kec-licin".into()), "Kura-kura"),
        ] {
            let found = page(&world, "", chosen.clone()).await.unwrap();
            let other = if name == "Kerupuk" { "Kura-kura" } else { "Kerupuk" };
            assert!(found.contains(name) && !found.contains(other), "{chosen:?}: {found}");
        }
        let copies = copies(&world, &rini, turtle).await;
        for (copy, name) in copies.iter().zip(["Budi", "Ayu"]) {
            let reader = card(&rini, here, name).await;
            lend(&rini, copy.id, reader).await.unwrap();
        }
        let free_here = asked(|asked| (asked.ada, asked.kecamatan) = ("ya".into(), "kec-licin".into()));
        assert!(page(&world, "", free_here).await.unwrap().contains("Coba kurangi saringan"), "the free copy is elsewhere");
        assert!(page(&world, "tamansari-licin", Asked::default()).await.unwrap().contains("Sedang dipinjam"));
        let none = page(&world, "", asked(|asked| asked.cari = "sepeda".into())).await.unwrap();
        assert!(none.contains("Tidak ditemukan") && none.contains("Coba satu kata saja"), "{none}");
    }

    async fn what_cannot_be_chosen_is_not_there(world: World) {
        for wrong in [
            asked(|asked| asked.umur = "bayi".into()),
            asked(|asked| asked.kelas = "601".into()),
            asked(|asked| asked.kecamatan = "kec-atlantis".into()),
            asked(|asked| asked.ada = "tidak".into()),
            asked(|asked| asked.setelah = "kemarin".into()),
        ] {
            assert_eq!(page(&world, "", wrong.clone()).await.err(), Some(Refusal::NotFound), "{wrong:?}");
        }
        assert_eq!(page(&world, "atlantis", Asked::default()).await.err(), Some(Refusal::NotFound));
        let reading = reading(&world, &world.nobody(), Lang::Id);
        assert_eq!(title(&reading, "bukan-judul", Wish::default()).await.err(), Some(Refusal::NotFound));
        assert_eq!(title(&reading, &TitleId::from_u128(7).to_string(), Wish::default()).await.err(), Some(Refusal::NotFound));
    }

    async fn the_next_page_goes_on_where_the_last_one_ended_with_all_that_was_asked(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        for number in 0..25 {
            enter(&rini, here, named(&format!("Buku nomor {number:02}")), 1).await;
        }
        let asked = asked(|asked| (asked.cari, asked.umur) = ("nomor".into(), "anak".into()));
        let first = page(&world, "tamansari-licin", asked.clone()).await.unwrap();
        let next = first.split("href=\"").find(|rest| rest.contains("setelah=")).expect("a next page").split('"').next().unwrap();
        assert!(next.starts_with("/d/tamansari-licin/pustaka?cari=nomor&amp;umur=anak&amp;setelah="), "{next}");
        let seen = next.split("setelah=").nth(1).unwrap().to_owned();
        let second = page(&world, "tamansari-licin", Asked { setelah: seen, ..asked }).await.unwrap();
        let (many, rest) = (first.matches("card-name").count(), second.matches("card-name").count());
        assert_eq!((many, rest), (20, 5));
        assert!(!second.contains("setelah="), "there is no third page");
    }

    async fn a_village_says_when_its_library_is_open_and_what_it_allows(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let usual = page(&world, "tamansari-licin", Asked::default()).await.unwrap();
        assert!(!usual.contains("Buka Senin") && usual.contains("Pustaka ini belum mendaftarkan buku"), "{usual}");
        let rules = Rules {
            copies: 3,
            days: 14,
            open_on: vec![Weekday::Monday, Weekday::Saturday],
            closed: vec![Day::new(2026, 12, 5).unwrap()],
            hours: "16.00-18.00 <WIB>".into(),
            ..Rules::default()
        };
        rini.does(KeepRules { office: here, seen: None, rules }).await.unwrap();
        let own = page(&world, "tamansari-licin", Asked::default()).await.unwrap();
        for said in ["Buka Senin, Sabtu, 16.00-18.00 &lt;WIB&gt;.", "Tutup 5 Desember 2026.", "Boleh pinjam 3 buku selama 14 hari."] {
            assert!(own.contains(said), "{said}: {own}");
        }
        let english = catalogue(&reading(&world, &world.nobody(), Lang::En), "tamansari-licin", &Asked::default()).await.unwrap();
        assert!(english.drawn.contains("Open Monday, Saturday") && english.title == "Library of Desa Tamansari", "{}", english.title);
    }

    async fn what_an_office_shows_to_all_has_nobody_in_it(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let siti = card(&rini, here, "Siti").await;
        lend(&rini, copies(&world, &rini, title).await[0].id, siti).await.unwrap();
        let loan = loan_of(&copies(&world, &rini, title).await[0]);
        let scope = ShownScope::open(&world.db, here).await.unwrap();
        assert_eq!(store::copies_of(&scope, title).await.unwrap().len(), 1, "what stands there is shown");
        assert_eq!(store::loan(&scope, loan).await.err(), Some(Refusal::NotFound));
        assert_eq!(store::reader(&scope, siti).await.err(), Some(Refusal::NotFound));
        assert_eq!(store::loans_since(&scope, crate::domain::Instant::from_micros(0)).await, Ok(0));
    }

    async fn a_title_says_where_it_is_and_leads_a_visitor_in_and_back(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let id = enter(&rini, here, turtle(), 2).await;
        more(&sri, world.kampungbaru(), id, 1).await;
        let both = copies(&world, &rini, id).await;
        for (copy, name) in both.iter().zip(["Budi", "Ayu"]) {
            let reader = card(&rini, here, name).await;
            lend(&rini, copy.id, reader).await.unwrap();
        }
        let view = title_for(&world, &world.nobody(), id, "tamansari-licin").await;
        assert_eq!((view.title.as_str(), view.address.as_str()), ("Kura-kura Kecil di Pantai Sukamade", &*[ORIGIN, "/pustaka/", &id.to_string()].concat()));
        assert!(view.order.is_none() && view.note.is_none(), "a visitor signs in first");
        for said in [
            "2 eksemplar, semua sedang dipinjam. Paling cepat kembali Selasa, 1 Desember 2026.",
            "1 eksemplar, 1 tersedia.",
            "9786020332956",
            "Cerita anak",
            "\"@type\":\"Book\"",
        ] {
            assert!(view.drawn.contains(said), "{said}: {}", view.drawn);
        }
        let back = format!("/masuk?lanjut=%2Fpustaka%2F{id}%3Fdi%3Dtamansari-licin");
        assert!(view.drawn.contains(&back), "{}", view.drawn);
        assert!(!title_for(&world, &rini, id, "").await.drawn.contains("Pesan di sini"), "an officer reserves at the desk");
        let scope = crate::server::db::PublicScope::open(&world.db).await.unwrap();
        assert_eq!(store::newest(&scope).await, Ok(vec![id]));
    }

    async fn a_resident_is_told_what_happens_before_and_after_a_reservation(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = enter(&rini, here, turtle(), 1).await;
        let (siti, budi) = (world.resident("Siti"), world.resident("Budi"));
        let order = title_for(&world, &siti, id, "tamansari-licin").await.order.expect("a form");
        assert_eq!(order.name.expect("a new reader").value, "Siti Aminah");
        assert!(order.sentences[0].contains("sampai Jumat, 27 November 2026"), "{:?}", order.sentences);
        assert_eq!(title(&reading(&world, &siti, Lang::Id), &id.to_string(), Wish { at: "sobo", fetch: "" }).await.err(), Some(Refusal::NotFound), "it has none");
        siti.does(ReserveTitle { office: here, title: id, whose: Whose::Own(person("Siti Aminah")) }).await.unwrap();
        let after = title_for(&world, &siti, id, "tamansari-licin").await;
        assert!(after.order.is_none() && after.note.is_some_and(|note| note.title == "Sudah Anda pesan di sini"));
        let behind = title_for(&world, &budi, id, "tamansari-licin").await.order.expect("a form");
        assert!(behind.sentences[0].contains("yang pertama dalam antrean"), "{:?}", behind.sentences);
        budi.does(ReserveTitle { office: here, title: id, whose: Whose::Own(person("Budi")) }).await.unwrap();
        let other = enter(&rini, here, named("Yang lain"), 1).await;
        assert!(title_for(&world, &siti, other, "tamansari-licin").await.order.expect("a form").name.is_none(), "she has a card");
    }

    async fn somebody_reads_at_home_what_they_have_what_waits_and_what_they_had(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let siti = world.resident("Siti");
        let own = || async { own_loans(&reading(&world, &siti, Lang::Id), "antre").await.unwrap() };
        let nothing = own().await;
        assert!(nothing.none.is_some() && nothing.have.1.is_empty() && nothing.result.is_some());
        let mut titles = Vec::new();
        for name in ["Satu", "Dua"] {
            let id = enter(&rini, here, named(name), 1).await;
            siti.does(ReserveTitle { office: here, title: id, whose: Whose::Own(person("Siti")) }).await.unwrap();
            titles.push(id);
        }
        let waits = own().await.waits.1;
        assert_eq!(waits.len(), 2);
        assert!(waits[0].told.starts_with("Disisihkan sampai Jumat, 27 November 2026. Ambil di kantor Desa Tamansari. Buka Senin"), "{}", waits[0].told);
        let reader = {
            let scope = crate::server::db::OwnScope::open(&world.db, &siti.actor).await.unwrap();
            store::own_readers(&scope).await.unwrap()[0].1.id
        };
        for id in &titles {
            lend(&rini, copies(&world, &rini, *id).await[0].id, reader).await.unwrap();
        }
        rini.does(ReturnCopy { copy: copies(&world, &rini, titles[1]).await[0].id }).await.unwrap();
        let child = KeepReader { office: here, known: None, name: person("Ayu"), who: Who::ChildOf(reader), active: true };
        let ayu = rini.does(child).await.unwrap();
        lend(&rini, copies(&world, &rini, titles[1]).await[0].id, ayu).await.unwrap();
        let at_home = own().await;
        let told: Vec<&str> = at_home.have.1.iter().map(|row| row.told.as_str()).collect();
        assert!(told.contains(&"Kembalikan paling lambat Selasa, 1 Desember 2026, 7 hari lagi."), "{told:?}");
        assert!(told.contains(&"Untuk Ayu. Kembalikan paling lambat Selasa, 1 Desember 2026, 7 hari lagi."), "{told:?}");
        assert!(at_home.have.1.iter().all(|row| row.press.is_some()) && at_home.before.1[0].told == "Kembali 24 November 2026.");
        world.clock.forward(9 * 86_400);
        let late = own().await.have.1;
        assert!(late[0].told.contains("Terlambat 2 hari.") && late[0].press.is_none(), "{}", late[0].told);
        let budi = own_loans(&reading(&world, &world.resident("Budi"), Lang::Id), "").await.unwrap();
        assert!(budi.none.is_some(), "another's books are nobody's affair");
    }
}
