//! Staff come in with name, password and a second factor, under one hat at a time.

use super::{appoint, client, code_sent, comes_in, does, doors, phone, standing_of, wrong};
use crate::access::{Refusal, Role, Unit};
use crate::features::accounts::testing::{PASSWORD, code_of, hat_of};
use crate::features::accounts::{demo, sign_in};
use crate::forms::ProblemCode;
use crate::server::session::{self, AuthLevel, Token};
use crate::server::testing::on_both_databases;
use crate::text::Lang;

on_both_databases! {
    async fn staff_come_in_with_all_three_or_not_at_all(world: World) {
        let doors = doors(&world);
        let code = code_of(&world, "Rini Wulandari").await;
        let other = if code == "123456" { "654321" } else { "123456" };
        let refused = Err(wrong("sandi", ProblemCode::WrongSignIn));
        for (who, password, code) in [
            ("rini.tamansari", PASSWORD, other),
            ("rini.tamansari", "jangkrik genting serulin", code.as_str()),
            ("nobody.tamansari", PASSWORD, &code),
            ("081200000001", PASSWORD, &code),
            ("081299999999", PASSWORD, &code),
        ] {
            let answer = sign_in::staff_sign_in(&doors, &client(), who, password, code).await.map(|_| ());
            assert_eq!(answer, refused, "{who}");
        }
        let (begun, role) = sign_in::staff_sign_in(&doors, &client(), " Rini.Tamansari ", PASSWORD, &code).await.unwrap();
        let standing = standing_of(&world, &begun.token).await.unwrap();
        assert_eq!((role, standing.actor.role(), standing.level), (Some(Role::Operator), Role::Operator, AuthLevel::TwoFactors));
        assert_eq!(standing.actor.unit(), Some(Unit::Office(world.tamansari())));
        assert!(standing.actor.stepped_up());
    }

    async fn a_code_of_the_second_factor_is_never_used_twice(world: World) {
        let doors = doors(&world);
        let code = code_of(&world, "Rini Wulandari").await;
        let client = client();
        let all = futures::future::join_all((0..4).map(|_| sign_in::staff_sign_in(&doors, &client, "081200000011", PASSWORD, &code))).await;
        assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 1, "at once");
        let again = sign_in::staff_sign_in(&doors, &client, "081200000011", PASSWORD, &code).await.map(|_| ());
        assert_eq!(again, Err(wrong("sandi", ProblemCode::WrongSignIn)), "and afterwards");
        world.clock.forward(30);
        let next = code_of(&world, "Rini Wulandari").await;
        assert!(sign_in::staff_sign_in(&doors, &client, "081200000011", PASSWORD, &next).await.is_ok());
    }

    async fn whoever_guesses_a_staff_password_waits_and_others_do_not(world: World) {
        let doors = doors(&world);
        let code = code_of(&world, "Rini Wulandari").await;
        for _ in 0..10 {
            let answer = sign_in::staff_sign_in(&doors, &client(), "rini.tamansari", "tebakan yang salah", "123456").await.map(|_| ());
            assert_eq!(answer, Err(wrong("sandi", ProblemCode::WrongSignIn)));
        }
        for who in ["rini.tamansari", "081200000011"] {
            let answer = sign_in::staff_sign_in(&doors, &client(), who, PASSWORD, &code).await.map(|_| ());
            assert_eq!(answer, Err(Refusal::TooMany { retry_after: 30 }), "{who}");
        }
        let code = code_of(&world, "Sri Lestari").await;
        assert!(sign_in::staff_sign_in(&doors, &client(), "sri.sobo", PASSWORD, &code).await.is_ok());
    }

    async fn the_password_of_an_office_does_not_open_it_at_the_residents_door(world: World) {
        let doors = doors(&world);
        hat_of(&world, "Rini Wulandari").await;
        let answer = sign_in::with_password(&doors, &client(), &phone("081200000011"), PASSWORD).await.map(|_| ());
        assert_eq!(answer, Err(wrong("sandi", ProblemCode::WrongSignIn)));
        // A code opens what is hers as a resident, and no hat can be put on from there.
        let (challenge, code) = code_sent(&doors, "081200000011").await;
        let arrived = sign_in::enter_code(&doors, &client(), Some(&challenge), &code, Lang::Id).await.unwrap();
        let standing = standing_of(&world, &arrived.begun.token).await.unwrap();
        assert_eq!(standing.actor.role(), Role::Resident);
        let hat = hat_of(&world, "Rini Wulandari").await.membership.unwrap().0;
        assert_eq!(sign_in::take_hat(&doors, &client(), &standing, Some(hat)).await.map(|_| ()), Err(Refusal::NotFound));
        assert_eq!(sign_in::step_up(&doors, &client(), &standing, "123456").await.map(|_| ()), Err(Refusal::Forbidden));
    }

    async fn showing_the_factor_gives_five_minutes_under_a_new_token(world: World) {
        let doors = doors(&world);
        let head = comes_in(&world, hat_of(&world, "Hadi Santoso").await, false).await;
        assert!(!head.actor.stepped_up());
        let code = code_of(&world, "Hadi Santoso").await;
        let bad = if code == "123456" { "654321" } else { "123456" };
        assert_eq!(sign_in::step_up(&doors, &client(), &head, bad).await.map(|_| ()), Err(wrong("kode", ProblemCode::WrongCode)));
        let begun = sign_in::step_up(&doors, &client(), &head, &code).await.unwrap();
        assert!(session::look_up(&world.db, head.hash).await.unwrap().is_none(), "the former token is worth nothing");
        let after = standing_of(&world, &begun.token).await.unwrap();
        assert!(after.actor.stepped_up());
        assert_eq!(after.ends_at, head.ends_at);
        assert!(sign_in::step_up(&doors, &client(), &after, &code).await.is_err(), "the same code again");
        world.clock.forward(300);
        assert!(!standing_of(&world, &begun.token).await.unwrap().actor.stepped_up());
    }

    async fn with_two_hats_one_is_worn_at_a_time_and_the_other_persons_never(world: World) {
        let doors = doors(&world);
        let (here, there) = (world.tamansari(), demo::offices()[1]);
        let other_head = comes_in(&world, hat_of(&world, "Yuli Astuti").await, true).await;
        assert_eq!(does(&world, &other_head, appoint(there, Role::Operator, "081200000011")).await, Ok(None), "she is enrolled already");
        let code = code_of(&world, "Rini Wulandari").await;
        let (begun, role) = sign_in::staff_sign_in(&doors, &client(), "rini.tamansari", PASSWORD, &code).await.unwrap();
        let bare = standing_of(&world, &begun.token).await.unwrap();
        assert_eq!((role, bare.actor.role()), (None, Role::Resident), "none is worn until she chooses");
        let rights = sign_in::hats(&world.db, &bare).await.unwrap().rights;
        assert_eq!(rights.iter().map(|right| right.unit).collect::<Vec<_>>(), [Unit::Office(here), Unit::Office(there)]);
        let hadis = hat_of(&world, "Hadi Santoso").await.membership.unwrap().0;
        assert_eq!(sign_in::take_hat(&doors, &client(), &bare, Some(hadis)).await.map(|_| ()), Err(Refusal::NotFound));
        let (begun, _) = sign_in::take_hat(&doors, &client(), &bare, Some(rights[1].id)).await.unwrap();
        let worn = standing_of(&world, &begun.token).await.unwrap();
        assert_eq!((worn.actor.unit(), worn.actor.stepped_up()), (Some(Unit::Office(there)), true));
        assert!(standing_of(&world, &Token::draw(world.db.entropy())).await.is_none());
        assert!(session::look_up(&world.db, bare.hash).await.unwrap().is_none(), "the former hat is off");
    }
}
