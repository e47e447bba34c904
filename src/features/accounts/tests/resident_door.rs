//! Residents come in with their phone and a code; refusals first.

use super::{client, code_sent, comes_in, does, doors, phone, standing_of, wrong};
use crate::access::{Refusal, Role};
use crate::domain::{AccountId, IdemKey, OfficeCode, PersonName};
use crate::features::accounts::acts::EditProfile;
use crate::features::accounts::store::By;
use crate::features::accounts::testing::{PASSWORD, hat_of};
use crate::features::accounts::{own_password, sign_in, store};
use crate::forms::ProblemCode;
use crate::server::db::{Reach, Stop, Work, WriteScope, key};
use crate::server::session::otp::{Channel, SlipsOnly};
use crate::server::session::{self, AuthLevel, Budget, Doors, Token, spend};
use crate::server::testing::{World, on_both_databases};
use crate::text::Lang;
use std::sync::Arc;

on_both_databases! {
    async fn a_known_phone_and_an_unknown_one_are_answered_alike(world: World) {
        let doors = doors(&world);
        hat_of(&world, "Ratna Contoh").await;
        for typed in ["081200000001", "081299999999"] {
            let answers = futures::future::join_all((0..3).map(|_| async {
                sign_in::ask_code(&doors, &client(), &phone(typed), Channel::Sms).await.map(|_| ())
            })).await;
            assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{typed}");
            assert!(answers.contains(&Err(Refusal::TooMany { retry_after: 60 })), "{typed}");
            let none = Token::draw(world.db.entropy());
            let refused = sign_in::enter_code(&doors, &client(), Some(&none), "123456", Lang::Id).await.map(|_| ());
            assert_eq!(refused, Err(wrong("kode", ProblemCode::WrongCode)), "{typed}");
            let refused = sign_in::with_password(&doors, &client(), &phone(typed), "kopi ijen pagi").await.map(|_| ());
            assert_eq!(refused, Err(wrong("sandi", ProblemCode::WrongSignIn)), "{typed}");
        }
    }

    async fn a_phone_gets_three_codes_a_quarter_of_an_hour_and_five_a_day(world: World) {
        let doors = doors(&world);
        let mut sent = 0;
        for _ in 0..(4 * 15) {
            sent += u32::from(sign_in::ask_code(&doors, &client(), &phone("081234567890"), Channel::Sms).await.is_ok());
            world.clock.forward(60);
        }
        assert!((3..=5).contains(&sent), "{sent} in an hour");
        let first = sent;
        for _ in 0..(23 * 4) {
            sent += u32::from(sign_in::ask_code(&doors, &client(), &phone("081234567890"), Channel::Sms).await.is_ok());
            world.clock.forward(15 * 60);
        }
        assert!(sent <= 5 + 5, "{first} and then {sent} in a day");
    }

    async fn a_stranger_who_asks_for_codes_of_a_phone_does_not_close_the_counter_to_its_owner(world: World) {
        let doors = doors(&world);
        let ask = async |channel| sign_in::ask_code(&doors, &client(), &phone("081234567890"), channel).await.map(|_| ());
        while ask(Channel::Sms).await.is_ok() {
            world.clock.forward(60);
        }
        for _ in 0..6 {
            assert_eq!(ask(Channel::Slip).await, Ok(()));
        }
        assert!(matches!(ask(Channel::Sms).await, Err(Refusal::TooMany { .. })), "what sends is used up still");
    }

    async fn the_codes_of_a_day_have_a_ceiling_and_slips_have_none(world: World) {
        let doors = doors(&world);
        let spent = futures::future::join_all((0..2_000).map(|_| spend(&doors, Budget::CodesOfADay, b""))).await;
        assert_eq!(spent.into_iter().filter(Result::is_ok).count(), 2_000);
        let ask = async |channel| sign_in::ask_code(&doors, &client(), &phone("081234567890"), channel).await.map(|_| ());
        assert!(matches!(ask(Channel::Sms).await, Err(Refusal::TooMany { .. })), "whoever asks");
        assert_eq!(ask(Channel::Slip).await, Ok(()));
    }

    async fn without_a_gateway_there_are_slips_and_nothing_else(world: World) {
        let doors = Doors { gateway: Arc::new(SlipsOnly), ..doors(&world) };
        let refused = sign_in::ask_code(&doors, &client(), &phone("081234567890"), Channel::Sms).await.map(|_| ());
        assert_eq!(refused, Err(wrong("lewat", ProblemCode::MissingChoice)));
        assert!(sign_in::ask_code(&doors, &client(), &phone("081234567890"), Channel::Slip).await.is_ok());
    }

    async fn a_new_phone_gets_an_account_with_its_code_and_keeps_it(world: World) {
        let doors = doors(&world);
        let (challenge, code) = code_sent(&doors, "0812 3456 7890").await;
        assert!(store::read(&world.db, By::Phone(&phone("081234567890"))).await.unwrap().is_none(), "not before the code");
        let arrived = sign_in::enter_code(&doors, &client(), Some(&challenge), &code, Lang::En).await.unwrap();
        assert!(!arrived.has_name);
        let first = standing_of(&world, &arrived.begun.token).await.unwrap();
        assert_eq!((first.actor.role(), first.level, first.language), (Role::Resident, AuthLevel::Phone, Lang::En));
        let name = PersonName::parse("Siti Aminah").unwrap();
        assert_eq!(does(&world, &first, EditProfile { account: first.account, name, language: Lang::Id }).await, Ok(()));

        world.clock.forward(3600);
        let (challenge, code) = code_sent(&doors, "+62 812-3456-7890").await;
        let arrived = sign_in::enter_code(&doors, &client(), Some(&challenge), &code, Lang::Id).await.unwrap();
        let second = standing_of(&world, &arrived.begun.token).await.unwrap();
        assert!(arrived.has_name);
        assert_eq!((second.account, second.name.as_deref()), (first.account, Some("Siti Aminah")));
    }

    async fn two_tabs_with_one_new_phone_are_one_account(world: World) {
        let doors = doors(&world);
        let generous = Doors { demo: true, ..doors.clone() };
        let mut challenges = Vec::new();
        for _ in 0..4 {
            challenges.push(code_sent(&generous, "081234567890").await);
        }
        let client = client();
        let all = challenges.iter().map(|(token, code)| sign_in::enter_code(&doors, &client, Some(token), code, Lang::Id));
        let mut accounts = std::collections::HashSet::new();
        for arrived in futures::future::join_all(all).await {
            accounts.insert(standing_of(&world, &arrived.unwrap().begun.token).await.unwrap().account.as_u128());
        }
        assert_eq!(accounts.len(), 1);
    }

    async fn a_disabled_account_is_dead_at_the_next_request_and_at_the_door(world: World) {
        let doors = doors(&world);
        let ratna = hat_of(&world, "Ratna Contoh").await;
        let (challenge, code) = code_sent(&doors, "081200000001").await;
        let arrived = sign_in::enter_code(&doors, &client(), Some(&challenge), &code, Lang::Id).await.unwrap();
        assert!(standing_of(&world, &arrived.begun.token).await.is_some());
        disable(&world, ratna.account).await;
        assert!(standing_of(&world, &arrived.begun.token).await.is_none());
        world.clock.forward(3600);
        let (challenge, code) = code_sent(&doors, "081200000001").await;
        let refused = sign_in::enter_code(&doors, &client(), Some(&challenge), &code, Lang::Id).await.map(|_| ());
        assert_eq!(refused, Err(Refusal::Forbidden));
    }

    async fn a_token_that_was_there_before_signing_in_is_nobodys_afterwards(world: World) {
        let doors = doors(&world);
        let planted = Token::draw(world.db.entropy());
        let (challenge, code) = code_sent(&doors, "081234567890").await;
        let arrived = sign_in::enter_code(&doors, &client(), Some(&challenge), &code, Lang::Id).await.unwrap();
        assert_ne!(arrived.begun.token, planted);
        assert_ne!(arrived.begun.token, challenge, "nor is the challenge's token that of the session");
        assert!(standing_of(&world, &planted).await.is_none());
        assert!(standing_of(&world, &challenge).await.is_none());
    }

    async fn a_residents_password_is_set_changed_with_the_old_one_and_ends_other_sessions(world: World) {
        let doors = doors(&world);
        let ratna = hat_of(&world, "Ratna Contoh").await;
        let (here, there) = (comes_in(&world, ratna, false).await, comes_in(&world, ratna, false).await);
        let key = |number| IdemKey::from_u128(number);
        let set = async |old: &str, new: &str, number| own_password::set(&doors, here.clone(), old, new, key(number)).await;
        assert_eq!(set("", "pendek", 1).await, Err(wrong("sandi", ProblemCode::TooShort { min: 8 })));
        assert_eq!(set("", "ratnacontoh", 2).await, Err(wrong("sandi", ProblemCode::CommonPassword)));
        assert_eq!(set("", "kopi ijen pagi", 3).await, Ok(()));
        assert!(session::look_up(&world.db, there.hash).await.unwrap().is_none(), "the other session ended");
        assert!(session::look_up(&world.db, here.hash).await.unwrap().is_some(), "this one did not");
        assert_eq!(set("", "teh manis sore", 4).await, Err(wrong("sandi_lama", ProblemCode::WrongSignIn)));
        assert!(sign_in::with_password(&doors, &client(), &phone("081200000001"), "kopi ijen pagi").await.is_ok());
        let rini = comes_in(&world, hat_of(&world, "Rini Wulandari").await, true).await;
        assert_eq!(own_password::set(&doors, rini, PASSWORD, "kopi ijen pagi", key(5)).await, Err(Refusal::Forbidden));
    }

    async fn a_resident_is_linked_to_an_office_once(world: World) {
        let ratna = hat_of(&world, "Ratna Contoh").await;
        struct Link(AccountId, OfficeCode);
        impl Work for Link {
            type Out = ();
            fn reach(&self) -> Reach { Reach::Office(self.1.number()) }
            fn by(&self) -> Option<AccountId> { Some(self.0) }
            async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
                store::link_resident(scope, self.0, self.1).await.map_err(Stop::Failed)
            }
        }
        for _ in 0..2 {
            world.db.write(Link(ratna.account, world.tamansari())).await.unwrap();
        }
        assert_eq!(store::home_offices(&world.db, ratna.account).await.unwrap(), [world.tamansari()]);
    }
}

async fn disable(world: &World, account: AccountId) {
    use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

    use crate::features::accounts::entity::account::{ActiveModel, Column, Entity};

    struct Disable(AccountId);
    impl Work for Disable {
        type Out = ();
        fn reach(&self) -> Reach {
            Reach::Office(3510)
        }
        fn by(&self) -> Option<AccountId> {
            None
        }
        async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
            let off = ActiveModel { disabled_at: Set(Some(scope.now().micros())), ..Default::default() };
            let update = scope.update_wide::<Entity>().set(off).filter(Column::Id.eq(key(self.0)));
            update.exec(scope.conn()).await.map(drop).map_err(|error| Stop::Failed(error.into()))
        }
    }
    world.db.write(Disable(account)).await.unwrap();
}
