//! Rights are given, set up, renewed and taken.

use super::{appoint, client, comes_in, does, doors, standing_of, wrong};
use crate::access::{ActName, Code, Refusal, Role};
use crate::features::accounts::acts::{Dismiss, IssueCode, Lost, spell};
use crate::features::accounts::testing::{PASSWORD, code_of, hat_of};
use crate::features::accounts::{demo, screens, sign_in, store};
use crate::forms::ProblemCode;
use crate::server::session::{self, Token, totp};
use crate::server::testing::on_both_databases;
use crate::text::Lang;

on_both_databases! {
    async fn rights_are_given_after_a_fresh_second_factor_and_by_the_right_hand(world: World) {
        let here = world.tamansari();
        let tired = comes_in(&world, hat_of(&world, "Hadi Santoso").await, false).await;
        assert_eq!(does(&world, &tired, appoint(here, Role::Operator, "081300000001")).await, Err(Refusal::StepUp));
        let head = comes_in(&world, hat_of(&world, "Hadi Santoso").await, true).await;
        let elsewhere = demo::offices()[1];
        assert_eq!(does(&world, &head, appoint(elsewhere, Role::Operator, "081300000001")).await, Err(Refusal::NotFound));
        assert_eq!(does(&world, &head, appoint(here, Role::Head, "081300000001")).await, Err(Refusal::Forbidden));
        assert_eq!(does(&world, &head, appoint(here, Role::Verifier, "081200000013")).await, Err(Refusal::Forbidden), "oneself");
        assert_eq!(does(&world, &head, appoint(here, Role::Verifier, "081200000011")).await, Err(Refusal::Conflict(Code::AlreadyStaff)));
        let rini = comes_in(&world, hat_of(&world, "Rini Wulandari").await, true).await;
        assert_eq!(does(&world, &rini, appoint(here, Role::Operator, "081300000001")).await, Err(Refusal::Forbidden));
        let admin = comes_in(&world, hat_of(&world, "Wayan Sudarma").await, true).await;
        assert_eq!(does(&world, &admin, appoint(here, Role::Operator, "081300000001")).await, Err(Refusal::Forbidden));
        assert!(does(&world, &admin, appoint(here, Role::Head, "081300000002")).await.unwrap().is_some());
        assert!(does(&world, &head, appoint(here, Role::Operator, "081300000001")).await.unwrap().is_some());
        let record = world.record().await;
        assert_eq!(record, [(ActName::Appoint, Some(admin.account)), (ActName::Appoint, Some(head.account))]);
    }

    async fn a_code_opens_nothing_at_the_practice_office(world: World) {
        let there = world.practice().await;
        let head = comes_in(&there, hat_of(&there, "Hadi Santoso").await, true).await;
        let id = does(&there, &head, appoint(there.tamansari(), Role::Operator, "081300000001")).await.unwrap().unwrap();
        let (code, _) = store::code_to_hand_over(&there.db, id, head.account).await.unwrap();
        let refused = sign_in::open_enrolment(&doors(&there), &client(), &code).await.map(|_| ());
        assert_eq!(refused, Err(Refusal::Forbidden));
    }

    async fn a_new_officer_sets_up_password_and_factor_with_the_code_that_was_handed_over(world: World) {
        let doors = doors(&world);
        let head = comes_in(&world, hat_of(&world, "Hadi Santoso").await, true).await;
        let id = does(&world, &head, appoint(world.tamansari(), Role::Operator, "081300000001")).await.unwrap().unwrap();
        let (code, person) = store::code_to_hand_over(&world.db, id, head.account).await.unwrap();
        assert_eq!(person.staff_name.as_deref(), Some("sari.tamansari-licin"));
        let rini = comes_in(&world, hat_of(&world, "Rini Wulandari").await, true).await;
        assert!(store::code_to_hand_over(&world.db, id, rini.account).await.is_err(), "only who issued it sees the code");

        let refused = sign_in::open_enrolment(&doors, &client(), &spell(&[1; 12])).await.map(|_| ());
        assert_eq!(refused, Err(wrong("kode", ProblemCode::WrongCode)));
        let grouped = format!("{}-{}-{}", &code[..4], &code[4..8], code[8..].to_lowercase());
        let browser = sign_in::open_enrolment(&doors, &client(), &grouped).await.unwrap();
        let other = Token::draw(world.db.entropy());
        assert_eq!(sign_in::activate(&doors, &client(), &other, PASSWORD, "123456").await.map(|_| ()), Err(Refusal::NotFound));
        let secret = store::read_enrolment(&world.db, browser.hash()).await.unwrap().secret.unwrap();
        let now_code = totp::code_at(&secret, world.clock.now()).unwrap();
        let short = sign_in::activate(&doors, &client(), &browser, "pendek", &now_code).await.map(|_| ());
        assert_eq!(short, Err(wrong("sandi", ProblemCode::TooShort { min: 12 })));
        let other_code = if now_code == "123456" { "654321" } else { "123456" };
        let bad = sign_in::activate(&doors, &client(), &browser, PASSWORD, other_code).await.map(|_| ());
        assert_eq!(bad, Err(wrong("kode", ProblemCode::WrongCode)));

        let (begun, role) = sign_in::activate(&doors, &client(), &browser, PASSWORD, &now_code).await.unwrap();
        assert_eq!((role, standing_of(&world, &begun.token).await.unwrap().actor.role()), (Some(Role::Operator), Role::Operator));
        assert!(sign_in::open_enrolment(&doors, &client(), &code).await.is_err(), "the code works once");
        assert!(store::code_to_hand_over(&world.db, id, head.account).await.is_err(), "and is not shown any more");
        let replay = sign_in::staff_sign_in(&doors, &client(), "081300000001", PASSWORD, &now_code).await.map(|_| ());
        assert_eq!(replay, Err(wrong("sandi", ProblemCode::WrongSignIn)));
        world.clock.forward(30);
        let next = totp::code_at(&secret, world.clock.now()).unwrap();
        assert!(sign_in::staff_sign_in(&doors, &client(), "sari.tamansari-licin", PASSWORD, &next).await.is_ok());
    }

    async fn a_code_for_a_lost_password_keeps_the_factor_and_an_old_code_is_void(world: World) {
        let doors = doors(&world);
        let head = comes_in(&world, hat_of(&world, "Hadi Santoso").await, true).await;
        let rini = hat_of(&world, "Rini Wulandari").await;
        let issue = |lost| IssueCode { unit: world.tamansari().into(), right: rini.membership.unwrap().0, lost };
        let first = does(&world, &head, issue(Lost::Password)).await.unwrap();
        let (old, _) = store::code_to_hand_over(&world.db, first, head.account).await.unwrap();
        let second = does(&world, &head, issue(Lost::Password)).await.unwrap();
        let (code, _) = store::code_to_hand_over(&world.db, second, head.account).await.unwrap();
        assert!(sign_in::open_enrolment(&doors, &client(), &old).await.is_err());
        let session_before = comes_in(&world, rini, false).await;
        let browser = sign_in::open_enrolment(&doors, &client(), &code).await.unwrap();
        assert!(store::read_enrolment(&world.db, browser.hash()).await.unwrap().secret.is_none(), "no new factor");
        let factor = code_of(&world, "Rini Wulandari").await;
        assert!(sign_in::activate(&doors, &client(), &browser, "angklung daun bintang", &factor).await.is_ok());
        assert!(session::look_up(&world.db, session_before.hash).await.unwrap().is_none(), "sessions of before ended");

        let third = does(&world, &head, issue(Lost::Phone)).await.unwrap();
        let (code, _) = store::code_to_hand_over(&world.db, third, head.account).await.unwrap();
        let browser = sign_in::open_enrolment(&doors, &client(), &code).await.unwrap();
        assert!(store::read_enrolment(&world.db, browser.hash()).await.unwrap().secret.is_some());
        world.clock.forward(3 * 24 * 3600);
        assert!(store::read_enrolment(&world.db, browser.hash()).await.is_err(), "three days are over");
    }

    /// The head learns the code of an account that was somebody's before: its owner learns of the head.
    async fn a_right_and_a_code_for_an_account_that_was_there_are_seen_by_its_owner(world: World) {
        let head = comes_in(&world, hat_of(&world, "Hadi Santoso").await, true).await;
        let ratna = comes_in(&world, hat_of(&world, "Ratna Contoh").await, false).await;
        let seen = async || {
            let watched = screens::watchers(&world.db, &ratna, None, Lang::Id).await.unwrap();
            watched.rows.into_iter().map(|row| (row.who, row.unit, row.purpose)).collect::<Vec<_>>()
        };
        let line = |purpose: &str| ("Hadi Santoso".to_owned(), "Desa Tamansari".to_owned(), purpose.to_owned());
        let here = world.tamansari();
        assert!(does(&world, &head, appoint(here, Role::Operator, "081200000001")).await.unwrap().is_some());
        let mut rows = seen().await;
        rows.sort();
        assert_eq!(rows, [line("appointment"), line("code")]);
        world.clock.forward(60);
        let right = store::rights(&world.db, ratna.account).await.unwrap()[0].id;
        does(&world, &head, IssueCode { unit: here.into(), right, lost: Lost::Phone }).await.unwrap();
        assert_eq!(seen().await[0], line("code"));
        // Refused, or for nobody known: nothing was done to anybody.
        let again = does(&world, &head, appoint(here, Role::Verifier, "081200000001")).await;
        assert_eq!(again, Err(Refusal::Conflict(Code::AlreadyStaff)));
        does(&world, &head, appoint(here, Role::Operator, "081300000009")).await.unwrap();
        assert_eq!(seen().await.len(), 3);
    }

    async fn who_is_dismissed_is_out_at_the_next_request(world: World) {
        let head = comes_in(&world, hat_of(&world, "Hadi Santoso").await, true).await;
        let rini = hat_of(&world, "Rini Wulandari").await;
        let at_work = comes_in(&world, rini, false).await;
        let right = rini.membership.unwrap().0;
        let stranger = comes_in(&world, hat_of(&world, "Yuli Astuti").await, true).await;
        let elsewhere = demo::offices()[1];
        assert_eq!(does(&world, &stranger, Dismiss { unit: elsewhere.into(), right }).await, Err(Refusal::NotFound));
        assert_eq!(does(&world, &head, Dismiss { unit: world.tamansari().into(), right }).await, Ok(()));
        assert!(session::look_up(&world.db, at_work.hash).await.unwrap().is_none());
        assert_eq!(does(&world, &head, Dismiss { unit: world.tamansari().into(), right }).await, Err(Refusal::NotFound));
        let own = hat_of(&world, "Hadi Santoso").await.membership.unwrap().0;
        assert_eq!(does(&world, &head, Dismiss { unit: world.tamansari().into(), right: own }).await, Err(Refusal::Forbidden));
    }
}
