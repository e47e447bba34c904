//! What the camat of both places are told of a move, refusals first; and a carrier that is killed between
//! two of its steps.

use super::helpers::{NIK, Offices, annex, offices};
use crate::access::{ActName, Refusal, Role, Unit};
use crate::domain::{ApplicationId, LetterId, OfficeCode};
use crate::features::applications::{Copied, State};
use crate::features::copies::{KeepCopy, MovedTo, testing};
use crate::features::transfers::TransferCarrier;
use crate::features::transfers::carry::copies::{Copying, carry_copies};
use crate::server::outbox::{Carried, Carrier, Parcel, carry_due};
use crate::server::testing::{Person, World, on_both_databases};

const LICIN: i64 = 351_024;
const BANYUWANGI: i64 = 351_016;

/// Carries the notices alone.
struct Notices(TransferCarrier);

impl Carrier for Notices {
    fn topics(&self) -> &'static [&'static str] {
        &[crate::features::applications::COPY]
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Refusal> {
        let Copied { letter } = serde_json::from_str(&parcel.payload).expect("a message");
        assert_eq!(parcel.payload, format!(r#"{{"letter":"{letter}"}}"#), "an identity and nothing else");
        self.0.carry(parcel).await
    }
}

async fn carried(world: &World) -> Carried {
    carry_due(&world.db, &Notices(TransferCarrier { db: world.db.clone() })).await.unwrap()
}

fn camat(world: &World, kecamatan: i64) -> Person {
    world.staff(&format!("Camat {kecamatan}"), Role::Camat, Unit::Kecamatan(kecamatan))
}

/// What the camat of both kecamatan have: how many lines, and how many of them revoked.
async fn lines(world: &World) -> [(usize, usize); 2] {
    let mut lines = [(0, 0); 2];
    for (line, kecamatan) in lines.iter_mut().zip([LICIN, BANYUWANGI]) {
        let told = testing::told(&camat(world, kecamatan)).await;
        *line = (told.len(), told.iter().filter(|notice| notice.revoked_at.is_some()).count());
    }
    lines
}

/// Tells one kecamatan and stops there, as a carrier that is killed, with what it had read.
async fn told_only(world: &World, kecamatan: i64, keep: KeepCopy) -> Result<(), Refusal> {
    world.db.perform_by_itself(Unit::Kecamatan(kecamatan), keep).await
}

async fn read_of(world: &World, letter: LetterId) -> KeepCopy {
    let read = world.db.write(Copying { origin: world.tamansari(), letter }).await.unwrap();
    let (content, revoked) = read.expect("a move");
    KeepCopy { id: letter, content, revoked }
}

async fn moves_to(offices: &Offices<'_>, number: u64, to: Option<OfficeCode>) -> (ApplicationId, LetterId) {
    offices.issued(number, Some(annex(to, false))).await
}

on_both_databases! {
    async fn a_letter_that_lets_nobody_move_is_told_to_nobody(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = offices.issued(1, None).await;
        offices.revoke(case).await;
        assert_eq!(carried(&world).await, Carried { done: 0, put_off: 0 });
        assert_eq!(carry_copies(&world.db, world.tamansari(), letter).await, Ok(()));
        assert_eq!(lines(&world).await, [(0, 0); 2]);
    }

    async fn a_move_within_the_regency_is_told_to_both_camat_whether_or_not_the_data_may_go_on(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        assert_eq!(carried(&world).await, Carried { done: 1, put_off: 0 });
        let notice = testing::told(&camat(&world, LICIN)).await.remove(0);
        assert_eq!((notice.id, notice.revoked_at), (letter, None));
        let content = notice.content.clone();
        assert_eq!((content.holder.as_str(), content.people, content.class), ("S*** A*****", 2, 2));
        assert_eq!((content.origin, content.to), (world.tamansari(), MovedTo::Office(world.kampungbaru())));
        assert_eq!(content.issued_on.iso(), "2026-11-24");
        assert_eq!(testing::told(&camat(&world, BANYUWANGI)).await, [notice], "word for word");
        assert_eq!(testing::told(&camat(&world, 351_009)).await, [], "whom it does not concern");
        for kecamatan in [LICIN, BANYUWANGI] {
            assert_eq!(world.record_of(Unit::Kecamatan(kecamatan)).await, [(ActName::KeepCopy, None)]);
        }
    }

    async fn a_move_out_of_the_regency_or_within_a_kecamatan_or_an_office_is_told_to_one(world: World) {
        let offices = offices(&world).await;
        let neighbour = OfficeCode::try_from(3_510_242_001).unwrap();
        for (to, number) in [None, Some(3_515_172_003.try_into().unwrap()), Some(neighbour), Some(world.tamansari())].into_iter().zip(1..) {
            moves_to(&offices, number, to).await;
        }
        assert_eq!(carried(&world).await, Carried { done: 4, put_off: 0 });
        assert_eq!(lines(&world).await, [(4, 0), (0, 0)]);
        let to: Vec<_> = testing::told(&camat(&world, LICIN)).await.into_iter().map(|notice| notice.content.to).collect();
        for expected in [
            MovedTo::Elsewhere("Banyuwangi, Provinsi Jawa Timur".into()),
            MovedTo::Office(neighbour),
            MovedTo::Office(world.tamansari()),
        ] {
            assert!(to.contains(&expected), "{to:?}");
        }
    }

    async fn nothing_that_names_anybody_is_stored_at_a_kecamatan(world: World) {
        let offices = offices(&world).await;
        moves_to(&offices, 1, Some(world.kampungbaru())).await;
        carried(&world).await;
        let rows = world.every_row().await;
        let stored = rows.split_once("copy_notice:").and_then(|(_, rest)| rest.split_once("counter:")).expect("two tables").0;
        assert_eq!(stored.matches("S*** A*****").count(), 2, "{stored}");
        for word in [NIK, "SITI", "BAYU", "Jalan Kawah Ijen", "500.2.2.4"] {
            assert!(!stored.contains(word), "{word}");
        }
    }

    async fn ten_deliveries_are_one_line(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        for outcome in futures::future::join_all((0..10).map(|_| carry_copies(&world.db, world.tamansari(), letter))).await {
            assert_eq!(outcome, Ok(()));
        }
        assert_eq!(carried(&world).await, Carried { done: 1, put_off: 0 });
        assert_eq!(lines(&world).await, [(1, 0); 2]);
    }

    async fn a_revoked_letter_is_marked_once_at_both(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        carried(&world).await;
        offices.revoke(case).await;
        assert_eq!(carried(&world).await, Carried { done: 1, put_off: 0 });
        assert_eq!(lines(&world).await, [(1, 1); 2]);
        assert_eq!(carry_copies(&world.db, world.tamansari(), letter).await, Ok(()));
        let told = [(ActName::KeepCopy, None), (ActName::KeepCopy, None)];
        assert_eq!(world.record_of(Unit::Kecamatan(LICIN)).await, told);
        assert_eq!(offices.case(case).await.state, State::Revoked);
    }

    async fn a_revocation_that_comes_before_the_notice_brings_it_along(world: World) {
        let offices = offices(&world).await;
        let (case, _) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        offices.revoke(case).await;
        assert_eq!(carried(&world).await, Carried { done: 2, put_off: 0 });
        assert_eq!(lines(&world).await, [(1, 1); 2]);
    }

    async fn a_notice_that_comes_after_the_revocation_takes_no_mark_away(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        let read_before = read_of(&world, letter).await;
        offices.revoke(case).await;
        carried(&world).await;
        for kecamatan in [LICIN, BANYUWANGI] {
            assert!(told_only(&world, kecamatan, read_before.clone()).await.is_err());
        }
        assert_eq!(lines(&world).await, [(1, 1); 2]);
    }

    async fn a_carrier_that_is_killed_after_the_first_kecamatan_tells_the_second(world: World) {
        let offices = offices(&world).await;
        let (_, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        let read = read_of(&world, letter).await;
        for kecamatan in [LICIN, BANYUWANGI] {
            let _ = told_only(&world, kecamatan, read.clone()).await;
            let first = lines(&world).await;
            assert!(kecamatan == BANYUWANGI || first == [(1, 0), (0, 0)]);
        }
        assert_eq!(carried(&world).await, Carried { done: 1, put_off: 0 });
        assert_eq!(lines(&world).await, [(1, 0); 2]);
    }

    async fn a_carrier_that_is_killed_in_the_middle_of_a_revocation_marks_the_second(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        // It told one of the valid letter, died, and another told the other one of the revoked letter.
        let valid = read_of(&world, letter).await;
        assert_eq!(told_only(&world, LICIN, valid).await, Ok(()));
        offices.revoke(case).await;
        let revoked = read_of(&world, letter).await;
        assert_eq!(told_only(&world, BANYUWANGI, revoked).await, Ok(()));
        assert_eq!(lines(&world).await, [(1, 0), (1, 1)]);
        assert_eq!(carried(&world).await, Carried { done: 2, put_off: 0 });
        assert_eq!(lines(&world).await, [(1, 1); 2]);
    }

    async fn of_a_notice_and_a_revocation_at_once_both_camat_keep_the_same(world: World) {
        let offices = offices(&world).await;
        let (case, letter) = moves_to(&offices, 1, Some(world.kampungbaru())).await;
        let (first, (), second) = futures::future::join3(
            carry_copies(&world.db, world.tamansari(), letter),
            offices.revoke(case),
            carry_copies(&world.db, world.tamansari(), letter),
        )
        .await;
        // Who was in the way of another is carried again.
        assert!([first, second].into_iter().all(|outcome| matches!(outcome, Ok(()) | Err(Refusal::Busy | Refusal::Stale { .. }))));
        world.clock.forward(60);
        carried(&world).await;
        assert_eq!(lines(&world).await, [(1, 1); 2]);
    }
}
