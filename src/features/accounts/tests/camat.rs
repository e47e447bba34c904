//! A camat is appointed by the administrator, and comes in as staff do.

use super::{client, comes_in, does, doors, phone, standing_of};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::PersonName;
use crate::features::accounts::acts::{Appoint, Dismiss};
use crate::features::accounts::testing::{PASSWORD, hat_of};
use crate::features::accounts::{onward, screens, sign_in, store};
use crate::server::session::{self, AuthLevel, totp};
use crate::server::testing::on_both_databases;

const SEMPU: Unit = Unit::Kecamatan(351_020);
/// Where it is recorded.
const REGENCY: Unit = Unit::Regency(3510);

fn appoint(unit: Unit, role: Role, typed: &str) -> Appoint {
    Appoint { unit, role, name: PersonName::parse("Sari Dewi").unwrap(), phone: phone(typed) }
}

on_both_databases! {
    async fn nobody_but_the_administrator_appoints_a_camat_and_only_for_a_kecamatan_of_the_regency(world: World) {
        let tired = comes_in(&world, hat_of(&world, "Wayan Sudarma").await, false).await;
        assert_eq!(does(&world, &tired, appoint(SEMPU, Role::Camat, "081300000001")).await, Err(Refusal::StepUp));
        for name in ["Hadi Santoso", "Rini Wulandari", "Agus Setiawan"] {
            let person = comes_in(&world, hat_of(&world, name).await, true).await;
            assert_eq!(does(&world, &person, appoint(SEMPU, Role::Camat, "081300000001")).await, Err(Refusal::Forbidden), "{name}");
        }
        let admin = comes_in(&world, hat_of(&world, "Wayan Sudarma").await, true).await;
        for (unit, role) in [
            (Unit::Kecamatan(351_120), Role::Camat),
            (SEMPU, Role::Head),
            (SEMPU, Role::Operator),
            (Unit::Office(world.tamansari()), Role::Camat),
        ] {
            assert_eq!(does(&world, &admin, appoint(unit, role, "081300000001")).await, Err(Refusal::Forbidden), "{unit:?}");
        }
        assert_eq!(does(&world, &admin, appoint(SEMPU, Role::Camat, "081200000031")).await, Err(Refusal::Forbidden), "oneself");
        assert!(world.record_of(REGENCY).await.iter().all(|(act, _)| *act != ActName::Appoint));
    }

    async fn a_camat_comes_in_with_the_code_and_wears_one_hat(world: World) {
        let doors = doors(&world);
        let admin = comes_in(&world, hat_of(&world, "Wayan Sudarma").await, true).await;
        let id = does(&world, &admin, appoint(SEMPU, Role::Camat, "081300000001")).await.unwrap().unwrap();
        assert_eq!(world.record_of(REGENCY).await.last(), Some(&(ActName::Appoint, Some(admin.account))));
        let again = does(&world, &admin, appoint(SEMPU, Role::Camat, "081300000001")).await;
        assert_eq!(again, Err(Refusal::Conflict(Code::AlreadyStaff)));
        assert!(screens::hand_over(&world.db, &admin, id, SEMPU, String::new()).await.unwrap().camat);
        let (code, person) = store::code_to_hand_over(&world.db, id, admin.account).await.unwrap();
        assert_eq!(person.staff_name.as_deref(), Some("sari.kec-sempu"));
        let browser = sign_in::open_enrolment(&doors, &client(), &code).await.unwrap();
        let secret = store::read_enrolment(&world.db, browser.hash()).await.unwrap().secret.unwrap();
        let now_code = totp::code_at(&secret, world.clock.now()).unwrap();
        let (begun, role) = sign_in::activate(&doors, &client(), &browser, PASSWORD, &now_code).await.unwrap();
        let standing = standing_of(&world, &begun.token).await.unwrap();
        assert_eq!((role, standing.actor.unit(), standing.level), (Some(Role::Camat), Some(SEMPU), AuthLevel::TwoFactors));
        assert_eq!(onward::onward("", Role::Camat), "/kecamatan");
        let frame = screens::frame(&standing, crate::ui::FrameCounts::default());
        assert_eq!((frame.unit.as_str(), frame.role.as_str()), ("Kecamatan Sempu", "Camat"));
        assert_eq!(screens::staff(&world.db, &standing, SEMPU).await.map(drop), Err(Refusal::Forbidden), "and gives no rights");
    }

    async fn the_regencys_page_lists_25_kecamatan_and_who_was_dismissed_is_out_at_once(world: World) {
        let admin = comes_in(&world, hat_of(&world, "Wayan Sudarma").await, true).await;
        let named = async || {
            let view = screens::kecamatan(&world.db, &admin).await.unwrap();
            assert_eq!(view.rows.len(), 25);
            view.rows.into_iter().filter(|row| !row.camat.is_empty()).map(|row| [row.name, row.camat].join(": ")).collect::<Vec<_>>()
        };
        assert_eq!(named().await, ["Genteng: Nurul Hidayati", "Licin: Agus Setiawan"]);
        let hat = hat_of(&world, "Agus Setiawan").await;
        let agus = comes_in(&world, hat, true).await;
        assert_eq!(screens::kecamatan(&world.db, &agus).await.map(drop), Err(Refusal::Forbidden));
        let (right, unit) = hat.membership.map(|(right, _, unit)| (right, unit)).unwrap();
        assert_eq!(does(&world, &admin, Dismiss { unit: SEMPU, right }).await, Err(Refusal::NotFound), "a right of another kecamatan");
        assert_eq!(does(&world, &admin, Dismiss { unit, right }).await, Ok(()));
        assert_eq!(named().await, ["Genteng: Nurul Hidayati"]);
        assert!(session::look_up(&world.db, agus.hash).await.unwrap().is_none(), "the session is over");
    }
}
