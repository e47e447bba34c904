//! A new installation has no account, and one way to the first.

use super::{client, doors, phone, standing_of};
use crate::access::{Role, Unit};
use crate::domain::PersonName;
use crate::features::accounts::testing::PASSWORD;
use crate::features::accounts::{console, onward, screens, sign_in, store};
use crate::server::session::totp;
use crate::server::testing::on_both_databases;
use crate::ui::FrameCounts;

on_both_databases! {
    /// O20: nothing is delivered with a password.
    async fn no_account_after_fresh_install(world: World) {
        assert!(!store::anybody(&world.db).await.unwrap());
        let doors = doors(&world);
        for who in ["admin", "administrator", "081200000031", "wayan.kabupaten"] {
            assert!(sign_in::staff_sign_in(&doors, &client(), who, "admin", "000000").await.is_err(), "{who}");
        }
    }

    async fn the_first_administrator_comes_in_with_a_code_from_the_command_line(world: World) {
        let doors = doors(&world);
        let name = PersonName::parse("Wayan Sudarma").unwrap();
        let first = console::admin_code(&world.db, name.clone(), phone("081200000031")).await.unwrap();
        let code = console::admin_code(&world.db, name, phone("081200000031")).await.unwrap();
        assert!(sign_in::open_enrolment(&doors, &client(), &first).await.is_err(), "the newer one counts");
        let browser = sign_in::open_enrolment(&doors, &client(), &code).await.unwrap();
        let secret = store::read_enrolment(&world.db, browser.hash()).await.unwrap().secret.unwrap();
        let now_code = totp::code_at(&secret, world.clock.now()).unwrap();
        let (begun, role) = sign_in::activate(&doors, &client(), &browser, PASSWORD, &now_code).await.unwrap();
        assert_eq!(role, Some(Role::RegencyAdmin));
        let standing = standing_of(&world, &begun.token).await.unwrap();
        assert_eq!(standing.actor.unit(), Some(Unit::Regency(3510)));
        assert_eq!(onward::onward("", Role::RegencyAdmin), "/bpm/kantor");
        assert_eq!(screens::frame(&standing, FrameCounts::default()).unit, "Kabupaten Banyuwangi");
    }
}
