//! What is done with a person's data in their absence is seen by them.

use super::{client, comes_in, doors, phone, standing_of};
use crate::access::{Actor, Refusal};
use crate::domain::{AccountId, IdemKey};
use crate::features::accounts::testing::hat_of;
use crate::features::accounts::{rights, screens, sign_in, store};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::session::Token;
use crate::server::session::otp::Channel;
use crate::server::testing::on_both_databases;
use crate::text::Lang;

on_both_databases! {
    async fn a_slip_opens_its_phone_once_within_a_day_and_its_owner_sees_it(world: World) {
        let doors = doors(&world);
        let ratna = hat_of(&world, "Ratna Contoh").await;
        let rini = comes_in(&world, hat_of(&world, "Rini Wulandari").await, false).await;
        let key = IdemKey::from_u128(1);
        let slip = rights::print_slip(&doors, rini.clone(), phone("081200000001"), key).await.unwrap();
        let (code, _) = store::slip_to_print(&world.db, slip, rini.account).await.unwrap();
        assert!(store::slip_to_print(&world.db, slip, ratna.account).await.is_err(), "only who printed it");
        assert_eq!(rights::print_slip(&doors, rini.clone(), phone("081200000001"), key).await, Ok(slip), "a double click is one slip");
        let budi = comes_in(&world, hat_of(&world, "Budi Contoh").await, false).await;
        let forbidden = rights::print_slip(&doors, budi, phone("081200000001"), IdemKey::from_u128(2)).await;
        assert_eq!(forbidden, Err(Refusal::Forbidden));

        let ask = async |typed: &str| sign_in::ask_code(&doors, &client(), &phone(typed), Channel::Slip).await.unwrap();
        let enter = async |challenge: &Token, code: &str| sign_in::enter_code(&doors, &client(), Some(challenge), code, Lang::Id).await;
        assert!(enter(&ask("081200000002").await, &code).await.is_err(), "another phone");
        let challenge = ask("081200000001").await;
        assert!(enter(&challenge, "AAAA-AAAA").await.is_err());
        let typed = format!(" {}-{} ", code[..4].to_lowercase(), &code[4..]);
        let arrived = enter(&challenge, &typed).await.unwrap();
        let standing = standing_of(&world, &arrived.begun.token).await.unwrap();
        assert_eq!(standing.account, ratna.account);
        world.clock.forward(3600);
        assert!(enter(&ask("081200000001").await, &code).await.is_err(), "the second time");
        let watched = screens::watchers(&world.db, &standing, None, Lang::Id).await.unwrap();
        let seen: Vec<_> = watched.rows.iter().map(|row| (row.who.as_str(), row.purpose.as_str())).collect();
        assert!(!seen.is_empty() && seen.iter().all(|row| *row == ("Rini Wulandari", "slip")), "{seen:?}");
    }

    async fn who_looked_is_seen_by_the_person_alone_fifty_at_a_time(world: World) {
        let (ratna, budi) = (hat_of(&world, "Ratna Contoh").await, hat_of(&world, "Budi Contoh").await);
        let rini = comes_in(&world, hat_of(&world, "Rini Wulandari").await, false).await;
        let object = Object { kind: "application", id: 7 };
        let look = |subject: AccountId| Look { subject, purpose: AccessPurpose::CaseReview, object };
        assert_eq!(access_log::log(&world.db, &Actor::anonymous(), look(ratna.account)).await, Err(Refusal::SignIn));
        let resident = comes_in(&world, budi, false).await;
        assert_eq!(access_log::log(&world.db, &resident.actor, look(ratna.account)).await, Err(Refusal::Forbidden));
        for _ in 0..52 {
            world.clock.forward(60);
            access_log::log(&world.db, &rini.actor, look(ratna.account)).await.unwrap();
        }
        let hers = comes_in(&world, ratna, false).await;
        let first = screens::watchers(&world.db, &hers, None, Lang::Id).await.unwrap();
        assert_eq!(first.rows.len(), 50);
        assert_eq!((first.rows[0].who.as_str(), first.rows[0].unit.as_str()), ("Rini Wulandari", "Desa Tamansari"));
        let after = first.after.unwrap().parse().unwrap();
        let second = screens::watchers(&world.db, &hers, Some(after), Lang::Id).await.unwrap();
        assert_eq!((second.rows.len(), second.after), (2, None));
        assert_eq!(screens::watchers(&world.db, &resident, None, Lang::Id).await.unwrap().rows, []);
    }
}
