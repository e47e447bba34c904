//! A camat has their own kecamatan, and nothing else: no other one, and no office.

use super::{GENTENG, LICIN, camat, day, page, told};
use crate::access::{Refusal, Role, Unit};
use crate::domain::LetterId;
use crate::features::copies::{KeepCopy, testing};
use crate::server::db::{KecamatanScope, OfficeScope, Reach};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_camat_opens_no_office_and_nobody_else_a_kecamatan(world: World) {
        let agus = camat(&world, "Agus", LICIN);
        assert_eq!(OfficeScope::open(&world.db, &agus.actor).await.err(), Some(Refusal::Forbidden));
        let named = Reach::of(&agus.actor, Some(world.tamansari()), 3510);
        assert_eq!(named, Err(Refusal::NotFound), "nor by naming one that lies in it");
        let others = [
            world.officer("Rini"),
            world.head("Hadi"),
            world.resident("Siti"),
            world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510)),
        ];
        for person in others {
            assert_eq!(KecamatanScope::open(&world.db, &person.actor).await.err(), Some(Refusal::Forbidden), "{:?}", person.actor.role());
        }
        assert_eq!(KecamatanScope::open(&world.db, &world.nobody().actor).await.err(), Some(Refusal::SignIn));
    }

    async fn what_happens_in_another_kecamatan_changes_nothing_that_a_camat_sees(world: World) {
        let (agus, nurul) = (camat(&world, "Agus", LICIN), camat(&world, "Nurul", GENTENG));
        told(&world, LICIN, 1, day("24-11-2026")).await;
        let before = page(&agus, "", "").await;
        // The same letter is known there under the same identity.
        for id in 1..=60 {
            told(&world, GENTENG, id, day("24-11-2026")).await;
        }
        let content = testing::told(&nurul).await.remove(0).content;
        let revoked = KeepCopy { id: LetterId::from_u128(1), content, revoked: true };
        world.db.perform_by_itself(Unit::Kecamatan(GENTENG), revoked).await.unwrap();
        assert_eq!(page(&agus, "", "").await, before);
        // A place in another's list leads nowhere else.
        let next = page(&nurul, "", "").await.next.expect("a second page");
        assert!(page(&agus, "", &next).await.rows.len() <= 1);
        assert_eq!(testing::told(&nurul).await.len(), 50);
    }

    async fn nobody_writes_a_notice_by_hand(world: World) {
        let agus = camat(&world, "Agus", LICIN);
        told(&world, LICIN, 1, day("24-11-2026")).await;
        let content = testing::told(&agus).await.remove(0).content;
        let people = [agus.clone(), world.head("Hadi"), world.officer("Rini"), world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510))];
        for (person, id) in people.into_iter().zip(2..) {
            let keep = KeepCopy { id: LetterId::from_u128(id), content: content.clone(), revoked: false };
            assert_eq!(person.does(keep).await, Err(Refusal::Forbidden), "{:?}", person.actor.role());
        }
        assert_eq!(testing::told(&agus).await.len(), 1);
    }
}
