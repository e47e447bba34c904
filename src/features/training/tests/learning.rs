//! The course of the village's own staff, from the record of an act to the list of the regency.

use super::helpers::{DAY, announced, photos};
use crate::access::{ActName, Actor, Refusal, Role, Unit};
use crate::features::accounts::testing::hat_of;
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile, gazetteer};
use crate::features::training::learning::{Progress, Task, learned, learning};
use crate::features::training::office::Desk;
use crate::server::audit::{First, firsts_here, firsts_within};
use crate::server::db::{OfficeScope, RegencyScope};
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

fn frame() -> Frame {
    let text = String::new;
    Frame { unit: text(), place: text(), person: text(), role: text(), counts: FrameCounts::default() }
}

fn keeps(by: &Person) -> KeepProfile {
    let office = by.actor.unit().and_then(Unit::office).expect("an office");
    let kind = gazetteer().by_code(office).expect("an office").kind;
    KeepProfile { seen: NEVER, profile: OfficeProfile { address: "Jalan Raya 12".into(), ..OfficeProfile::proposed(kind) } }
}

/// Somebody of a demonstration, who has just shown the second factor.
async fn invented(world: &World, name: &str) -> Person {
    let mut person = world.officer(name);
    person.actor = Actor::new(hat_of(world, name).await, true);
    person
}

async fn firsts(world: &World, by: &Person) -> Vec<First> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an officer");
    firsts_here(&scope).await.expect("what was done")
}

on_both_databases! {
    async fn what_is_refused_or_not_taught_or_done_by_no_officer_ticks_nothing(world: World) {
        let rini = world.officer("Rini");
        assert_eq!(rini.does(keeps(&rini)).await.err(), Some(Refusal::Forbidden), "an operator keeps no profile");
        announced(&rini, world.tamansari(), photos(5)).await;
        assert_eq!(firsts(&world, &rini).await, []);
        let scope = RegencyScope::open(&world.db, &rini.actor).await.err();
        assert_eq!(scope, Some(Refusal::Forbidden), "an office does not read the others");
        for stranger in [rini, world.resident("Siti"), world.nobody(), world.staff("Agus", Role::Camat, Unit::Kecamatan(351_024))] {
            assert!(learned(&world.db, &stranger.actor, frame(), "").await.is_err());
        }
        let wayan = world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510));
        assert_eq!(learned(&world.db, &wayan.actor, frame(), "kec-atlantis").await.err(), Some(Refusal::NotFound));
    }

    async fn the_first_time_stays_and_the_other_office_has_nothing_of_it(world: World) {
        let (hadi, sri) = (world.head("Hadi"), world.stranger("Sri"));
        let first = world.clock.now();
        let key = world.db.fresh_key();
        hadi.does_under(key, keeps(&hadi)).await.unwrap();
        hadi.does_under(key, keeps(&hadi)).await.unwrap();
        let once = First { office: world.tamansari(), account: hadi.id(), act: ActName::KeepProfile, at: first };
        assert_eq!(firsts(&world, &hadi).await, [once]);
        world.clock.forward(DAY);
        let again = KeepProfile { seen: NEVER.next(), ..keeps(&hadi) };
        hadi.does(again).await.unwrap();
        assert_eq!(firsts(&world, &hadi).await, [once], "the second time ticks nothing anew");
        assert_eq!(firsts(&world, &sri).await, []);

        let lurah = world.staff("Yuli", Role::Head, Unit::Office(world.kampungbaru()));
        lurah.does(keeps(&lurah)).await.unwrap();
        assert_eq!(firsts(&world, &hadi).await, [once]);
        let gede = world.staff("Gede", Role::Reviewer, Unit::Regency(3510));
        let scope = RegencyScope::open(&world.db, &gede.actor).await.unwrap();
        let mut all = firsts_within(&scope).await.unwrap();
        drop(scope);
        all.sort_by_key(|first| first.at);
        assert_eq!(all.iter().map(|first| (first.office, first.account)).collect::<Vec<_>>(), [
            (world.tamansari(), hadi.id()),
            (world.kampungbaru(), lurah.id())
        ]);
        let progress = Progress::of(Role::Head, hadi.id(), world.tamansari(), &all);
        assert_eq!((progress.done(), progress.is_trained()), (1, false));
        assert_eq!(progress.tasks.iter().find(|(task, _)| *task == Task::KeepProfile).and_then(|(_, at)| *at), Some(first));
    }

    async fn a_head_reads_how_far_the_office_is_and_the_regency_reads_all_of_them(world: World) {
        let (hadi, rini) = (invented(&world, "Hadi Santoso").await, invented(&world, "Rini Wulandari").await);
        hadi.does(keeps(&hadi)).await.unwrap();
        let desk = |who: &Person| Desk::of(world.db.clone(), who.actor.clone(), frame()).unwrap();
        let own = learning(&desk(&hadi), None).await.unwrap().drawn;
        for said in ["1 dari 3 tugas selesai", "Selesai 24 November 2026, 09.00", "Pegawai lain", "Rini Wulandari", "0 dari 6 tugas"] {
            assert!(own.contains(said), "{said}: {own}");
        }
        assert!(!own.contains("Sri Lestari"), "of another office");
        let hers = learning(&desk(&rini), None).await.unwrap().drawn;
        assert!(hers.contains("0 dari 6 tugas selesai") && !hers.contains("Hadi Santoso"), "{hers}");

        let bpm = invented(&world, "Gede Artawan").await;
        let all = learned(&world.db, &bpm.actor, frame(), "").await.unwrap().drawn;
        assert_eq!(all.matches("<tr>").count(), 1 + 217, "a head and every office");
        assert!(all.contains("0 dari 12 pegawai terlatih. Dari 217 kantor, 0 sudah terlatih seluruhnya dan 213 belum"), "{all}");
        let licin = learned(&world.db, &bpm.actor, frame(), "kec-licin").await.unwrap().drawn;
        assert!(licin.contains("Hadi Santoso") && licin.contains("1 dari 3") && !licin.contains("Sri Lestari"), "{licin}");
        assert!(licin.contains("Belum ada pegawai"), "the other offices of the kecamatan are there, too: {licin}");
    }
}
