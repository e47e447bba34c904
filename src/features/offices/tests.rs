//! The story of an office that fills in its letterhead: refusals first.

use super::acts::{BeginRegister, ChoosePilot, KeepProfile};
use super::settings::settings;
use super::{Books, Missing, NEVER, OfficeProfile, Official, gazetteer, pilot_offices, profile};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::{OfficeKind, Version};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

fn filled() -> OfficeProfile {
    let head = Official { name: "HADI SANTOSO".into(), rank: None, nip: None, staff_number: None };
    OfficeProfile { address: "Jl. Raya Tamansari 1, 68454".into(), head: Some(head), ..OfficeProfile::proposed(OfficeKind::Desa) }
}

fn keep(seen: Version) -> KeepProfile {
    KeepProfile { seen, profile: filled() }
}

fn begin(last: u32) -> BeginRegister {
    BeginRegister { register: "agenda".into(), last }
}

async fn kept(person: &Person, world: &World) -> super::KeptProfile {
    let scope = OfficeScope::open(&world.db, &person.actor).await.unwrap();
    profile(&scope).await.unwrap()
}

on_both_databases! {
    async fn neither_operator_nor_resident_changes_the_letterhead(world: World) {
        assert_eq!(world.officer("Rini").does(keep(NEVER)).await, Err(Refusal::Forbidden));
        assert_eq!(world.nobody().does(keep(NEVER)).await.err(), Some(Refusal::NotFound));
        assert_eq!(world.resident("Siti").does(keep(NEVER)).await.err(), Some(Refusal::NotFound));
        assert_eq!(world.officer("Rini").does(begin(117)).await, Err(Refusal::Forbidden));
        assert_eq!(kept(&world.officer("Rini"), &world).await.version, NEVER);
    }

    async fn who_saw_an_older_profile_does_not_overwrite_a_newer_one(world: World) {
        let (head, sri) = (world.head("Pak Kades"), world.staff("Sri", Role::Verifier, Unit::Office(world.tamansari())));
        assert_eq!(head.does(keep(NEVER)).await, Ok(()));
        assert!(matches!(sri.does(keep(NEVER)).await, Err(Refusal::Stale { by: Some(by), .. }) if by == head.id()));
        assert_eq!(sri.does(keep(Version::FIRST)).await, Ok(()));
        assert_eq!(world.record().await, [(ActName::KeepProfile, Some(head.id())), (ActName::KeepProfile, Some(sri.id()))]);
    }

    async fn an_office_is_told_what_is_missing_until_it_has_filled_it_in(world: World) {
        let head = world.head("Pak Kades");
        let before = settings(&world.db, &head.actor).await.unwrap();
        assert_eq!(before.missing, [Missing::Address, Missing::HeadName]);
        assert_eq!(head.does(keep(NEVER)).await, Ok(()));
        let after = settings(&world.db, &head.actor).await.unwrap();
        assert_eq!((after.missing, after.form.kepala_nama.as_str()), (Vec::new(), "HADI SANTOSO"));
        assert_eq!(after.sample, "400.12.2.2/001/35.10.24.2008/2026");
        let theirs = kept(&world.stranger("Lain"), &world).await;
        assert_eq!((theirs.version, theirs.profile.address.as_str()), (NEVER, ""));
    }

    async fn the_pilot_is_what_is_known_and_what_an_administrator_says(world: World) {
        let (here, there) = (world.tamansari(), gazetteer().by_slug("kampunganyar").unwrap().code);
        let choose = |office, pilot| ChoosePilot { office, pilot };
        for nobody in [world.head("Pak Kades"), world.officer("Rini"), world.resident("Siti")] {
            assert!(nobody.does(choose(here, true)).await.is_err());
        }
        let known = pilot_offices(&world.db).await.unwrap();
        assert_eq!((known.len(), known.contains(&here), known.contains(&there)), (19, false, true));
        let wayan = world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(here.regency()));
        assert_eq!(wayan.does(choose(here, true)).await, Ok(()));
        assert_eq!(wayan.does(choose(here, true)).await, Ok(()), "said twice");
        assert_eq!(wayan.does(choose(there, false)).await, Ok(()));
        let now = pilot_offices(&world.db).await.unwrap();
        assert_eq!((now.len(), now.contains(&here), now.contains(&there)), (19, true, false));
        assert_eq!(wayan.does(choose(here, false)).await, Ok(()));
        assert!(!pilot_offices(&world.db).await.unwrap().contains(&here));
    }

    async fn how_letters_are_split_into_books_is_settled_with_the_first_number_of_a_year(world: World) {
        let head = world.head("Pak Kades");
        let split = |seen| KeepProfile { seen, profile: OfficeProfile { books: Books::PerService, ..filled() } };
        assert_eq!(head.does(split(NEVER)).await, Ok(()));
        assert_eq!(head.does(begin(117)).await, Err(Refusal::NotFound), "there is no common book now");
        assert_eq!(head.does(BeginRegister { register: "sku".into(), last: 3 }).await, Ok(()));
        assert_eq!(head.does(keep(Version::FIRST)).await, Err(Refusal::Conflict(Code::BooksSettled)));
        assert_eq!(head.does(split(Version::FIRST)).await, Ok(()), "the rest can still change");
    }

    async fn a_paper_book_is_continued_once_and_not_after_its_first_number(world: World) {
        let head = world.head("Pak Kades");
        assert_eq!(head.does(begin(117)).await, Ok(()));
        assert_eq!(head.does(begin(200)).await, Err(Refusal::Conflict(Code::RegisterBegun)));
        assert_eq!(settings(&world.db, &head.actor).await.unwrap().books[0].last, Some(117));
    }
}
