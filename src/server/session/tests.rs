//! Sessions, budgets and codes, on both databases; refusals first.

use std::sync::Arc;

use super::otp::{self, Channel, DemoGateway};
use super::standing::look_up;
use super::touch::touch;
use super::*;
use crate::access::{Actor, Refusal, Role};
use crate::domain::{AccountId, Phone};
use crate::features::accounts::testing::hat_of;
use crate::server::testing::{World, on_both_databases};

fn doors(world: &World) -> Doors {
    Doors { db: world.db.clone(), gateway: Arc::new(DemoGateway::default()), secure: true, demo: false }
}

fn client() -> Client {
    Client { prefix: "203.0.113.0/24".into(), device: "Chrome, Android".into() }
}

fn phone() -> Phone {
    Phone::parse("081234567890").unwrap()
}

async fn resident(world: &World) -> AccountId {
    hat_of(world, "Ratna Contoh").await.account
}

fn entry(account: AccountId) -> Entry {
    Entry { account, hat: None, level: AuthLevel::Phone, step_up_at: None, replaces: None }
}

async fn actor_of(world: &World, token: &Token) -> Option<Actor> {
    look_up(&world.db, token.hash()).await.unwrap().map(|standing| standing.actor)
}

on_both_databases! {
    async fn a_session_is_over_after_its_idle_time_and_after_its_day(world: World) {
        let rini = hat_of(&world, "Rini Wulandari").await;
        let hat = rini.membership.map(|(membership, role, _)| (membership, role));
        let morning = Entry { hat, level: AuthLevel::TwoFactors, ..entry(rini.account) };
        let begun = begin(&world.db, morning.clone(), &client()).await.unwrap();
        assert_eq!(begun.seconds, 10 * 3600);
        world.clock.forward(30 * 60 - 1);
        assert_eq!(actor_of(&world, &begun.token).await.map(|actor| actor.role()), Some(Role::Operator));
        world.clock.forward(1);
        assert_eq!(actor_of(&world, &begun.token).await, None);

        let begun = begin(&world.db, morning, &client()).await.unwrap();
        for _ in 0..40 {
            world.clock.forward(15 * 60 - 1);
            let standing = look_up(&world.db, begun.token.hash()).await.unwrap().expect("used all day");
            touch(&world.db, &standing).await.unwrap();
        }
        world.clock.forward(40);
        assert_eq!(actor_of(&world, &begun.token).await, None, "ten hours are over, used or not");
    }

    async fn a_session_notes_that_it_is_used_at_most_every_five_minutes(world: World) {
        let begun = begin(&world.db, entry(resident(&world).await), &client()).await.unwrap();
        let wants = |seconds| { world.clock.forward(seconds); world.clock.now() };
        let standing = look_up(&world.db, begun.token.hash()).await.unwrap().unwrap();
        assert!(!standing.wants_a_touch(wants(299)));
        assert!(standing.wants_a_touch(wants(1)));
    }

    async fn a_session_that_ended_never_comes_back_however_late_a_request_is(world: World) {
        let begun = begin(&world.db, entry(resident(&world).await), &client()).await.unwrap();
        let slow = look_up(&world.db, begun.token.hash()).await.unwrap().unwrap();
        end(&world.db, begun.token.hash(), Ended::SignedOut).await.unwrap();
        touch(&world.db, &slow).await.unwrap();
        assert_eq!(actor_of(&world, &begun.token).await, None);
    }

    async fn of_twenty_touches_and_one_sign_out_at_once_the_sign_out_wins(world: World) {
        let account = resident(&world).await;
        for _ in 0..10 {
            let begun = begin(&world.db, entry(account), &client()).await.unwrap();
            let slow = look_up(&world.db, begun.token.hash()).await.unwrap().unwrap();
            let touches = futures::future::join_all((0..20).map(|_| touch(&world.db, &slow)));
            let (_, ended) = tokio::join!(touches, end(&world.db, begun.token.hash(), Ended::SignedOut));
            ended.unwrap();
            assert_eq!(actor_of(&world, &begun.token).await, None);
        }
    }

    async fn the_oldest_session_ends_when_there_is_one_too_many_and_says_why(world: World) {
        let account = resident(&world).await;
        let mut tokens = Vec::new();
        for _ in 0..6 {
            world.clock.forward(1);
            tokens.push(begin(&world.db, entry(account), &client()).await.unwrap().token);
        }
        assert_eq!(actor_of(&world, &tokens[0]).await, None);
        assert_eq!(how_it_ended(&world.db, &tokens[0]).await.unwrap(), Some(Ended::TooMany));
        for token in &tokens[1..] {
            assert!(actor_of(&world, token).await.is_some());
        }
        let other = hat_of(&world, "Budi Contoh").await.account;
        let others = begin(&world.db, entry(other), &client()).await.unwrap();
        assert!(actor_of(&world, &others.token).await.is_some());
        assert!(actor_of(&world, &tokens[1]).await.is_some(), "another person's sessions are not counted");
    }

    async fn however_many_begin_at_once_five_are_left(world: World) {
        let account = resident(&world).await;
        let client = client();
        let all = futures::future::join_all((0..12).map(|_| begin(&world.db, entry(account), &client))).await;
        let mut live = 0;
        for begun in all {
            live += usize::from(actor_of(&world, &begun.unwrap().token).await.is_some());
        }
        assert_eq!(live, 5);
    }

    async fn a_successor_has_another_token_and_the_former_one_is_worth_nothing(world: World) {
        let account = resident(&world).await;
        let first = begin(&world.db, entry(account), &client()).await.unwrap();
        let ends = look_up(&world.db, first.token.hash()).await.unwrap().unwrap().ends_at;
        world.clock.forward(60);
        let replaces = Some((first.token.hash(), ends));
        let second = begin(&world.db, Entry { replaces, ..entry(account) }, &client()).await.unwrap();
        assert_ne!(first.token, second.token);
        assert_eq!(actor_of(&world, &first.token).await, None);
        assert_eq!(look_up(&world.db, second.token.hash()).await.unwrap().unwrap().ends_at, ends, "no longer than the first would have");
    }

    async fn a_made_up_token_is_nobody(world: World) {
        assert_eq!(actor_of(&world, &Token::draw(world.db.entropy())).await, None);
    }

    async fn a_budget_lets_no_more_through_than_it_is_worth_however_many_ask_at_once(world: World) {
        let doors = doors(&world);
        let all = futures::future::join_all((0..40).map(|_| spend(&doors, Budget::CodesOfAPhone, b"somebody"))).await;
        assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 3);
        assert_eq!(all.iter().find(|answer| answer.is_err()), Some(&Err(Refusal::TooMany { retry_after: 300 })));
        assert_eq!(spend(&doors, Budget::CodesOfAPhone, b"somebody else").await, Ok(()));
        assert_eq!(spend(&doors, Budget::CodesOfAPhoneInADay, b"somebody").await, Ok(()));
        world.clock.forward(299);
        assert_eq!(spend(&doors, Budget::CodesOfAPhone, b"somebody").await, Err(Refusal::TooMany { retry_after: 1 }));
        world.clock.forward(1);
        assert_eq!(spend(&doors, Budget::CodesOfAPhone, b"somebody").await, Ok(()));
    }

    async fn after_ten_failures_each_try_waits_longer_and_a_success_forgives(world: World) {
        let key = [7; 16];
        let all = futures::future::join_all((0..30).map(|_| try_once(&world.db, key))).await;
        assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 10, "counted before it is known how they end");
        assert_eq!(try_once(&world.db, key).await, Err(Refusal::TooMany { retry_after: 30 }));
        assert_eq!(try_once(&world.db, [8; 16]).await, Ok(()), "others are not held up");
        world.clock.forward(30);
        assert_eq!(try_once(&world.db, key).await, Ok(()));
        assert_eq!(try_once(&world.db, key).await, Err(Refusal::TooMany { retry_after: 60 }));
        forgive(&world.db, key).await.unwrap();
        assert_eq!(try_once(&world.db, key).await, Ok(()));
    }

    async fn a_code_is_good_for_its_browser_for_five_minutes_and_once(world: World) {
        let doors = doors(&world);
        let token = otp::ask(&doors, &phone(), Channel::Sms).await.unwrap();
        let code = doors.gateway.shown(token.hash()).unwrap();
        let other = otp::ask(&doors, &phone(), Channel::Sms).await.unwrap();
        let proved = async |token: &Token, code: &str| otp::prove(&world.db, token, code).await.unwrap().is_some();
        assert!(!proved(&other, &code).await || doors.gateway.shown(other.hash()).unwrap() == code, "another browser's code");
        assert!(!proved(&Token::draw(world.db.entropy()), &code).await, "a browser that asked for none");
        assert!(proved(&token, &code).await);
        assert!(!proved(&token, &code).await, "the second time");

        let late = otp::ask(&doors, &phone(), Channel::Sms).await.unwrap();
        let code = doors.gateway.shown(late.hash()).unwrap();
        world.clock.forward(300);
        assert!(!proved(&late, &code).await, "after five minutes");
    }

    async fn the_sixth_try_is_wrong_even_when_it_is_right(world: World) {
        let doors = doors(&world);
        let token = otp::ask(&doors, &phone(), Channel::WhatsApp).await.unwrap();
        let code = doors.gateway.shown(token.hash()).unwrap();
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let tries = futures::future::join_all((0..5).map(|_| otp::prove(&world.db, &token, wrong))).await;
        assert!(tries.iter().all(|answer| matches!(answer, Ok(None))));
        assert!(otp::prove(&world.db, &token, &code).await.unwrap().is_none());
    }

    async fn neither_token_nor_code_nor_phone_stands_in_the_database(world: World) {
        let doors = doors(&world);
        let token = otp::ask(&doors, &phone(), Channel::Sms).await.unwrap();
        let begun = begin(&world.db, entry(resident(&world).await), &client()).await.unwrap();
        let scope = crate::server::db::WideScope::open(&world.db).await.unwrap();
        let rows = scope.find::<entity::session::Entity>();
        let rows = sea_orm::QuerySelect::limit(rows, 10).all(scope.conn()).await.unwrap();
        let text = format!("{rows:?}");
        for secret in [begun.token.in_writing(), token.in_writing(), "6281234567890".into()] {
            assert!(!text.contains(&secret));
        }
    }
}
