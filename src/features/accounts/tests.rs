//! The story of coming in, on both databases; refusals first.

mod camat;

use std::sync::Arc;

use super::acts::{Dismiss, EditProfile, IssueCode, Lost, spell};
use super::store::{self, By};
use super::testing::{PASSWORD, code_of, hat_of};
use super::{console, demo, onward, own_password, rights, screens, sign_in};
use crate::access::{ActName, Actor, Code, Hat, Refusal, Role, Unit};
use crate::domain::{AccountId, IdemKey, OfficeCode, PersonName, Phone};
use crate::features::accounts::acts::Appoint;
use crate::forms::{ProblemCode, Problems};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::{Act, Object};
use crate::server::session::otp::{Channel, DemoGateway, SlipsOnly};
use crate::server::session::{self, AuthLevel, Budget, Client, Doors, Entry, Standing, Token, spend, totp};
use crate::server::testing::{World, on_both_databases};
use crate::text::Lang;
use crate::ui::FrameCounts;

fn doors(world: &World) -> Doors {
    Doors { db: world.db.clone(), gateway: Arc::new(DemoGateway::default()), secure: true, demo: false }
}

fn client() -> Client {
    Client { prefix: "203.0.113.0/24".into(), device: "Chrome, Android".into() }
}

fn phone(typed: &str) -> Phone {
    Phone::parse(typed).unwrap()
}

fn wrong(field: &str, code: ProblemCode) -> Refusal {
    Refusal::Invalid(Problems::one(field, code))
}

async fn standing_of(world: &World, token: &Token) -> Option<Standing> {
    session::look_up(&world.db, token.hash()).await.unwrap()
}

/// Somebody in a session, by their hat.
async fn comes_in(world: &World, hat: Hat, stepped_up: bool) -> Standing {
    let level = if hat.membership.is_some() { AuthLevel::TwoFactors } else { AuthLevel::Phone };
    let entry = Entry {
        account: hat.account,
        hat: hat.membership.map(|(membership, role, _)| (membership, role)),
        level,
        step_up_at: stepped_up.then(|| world.clock.now()),
        replaces: None,
    };
    let begun = session::begin(&world.db, entry, &client()).await.unwrap();
    standing_of(world, &begun.token).await.unwrap()
}

async fn does<A: Act>(world: &World, standing: &Standing, act: A) -> Result<A::Done, Refusal> {
    world.db.perform(standing.actor.clone(), world.db.fresh_key(), act).await
}

fn appoint(office: OfficeCode, role: Role, typed: &str) -> Appoint {
    Appoint { unit: office.into(), role, name: PersonName::parse("Sari Dewi").unwrap(), phone: phone(typed) }
}

async fn code_sent(doors: &Doors, typed: &str) -> (Token, String) {
    let token = sign_in::ask_code(doors, &client(), &phone(typed), Channel::Sms).await.unwrap();
    let code = doors.gateway.shown(token.hash()).unwrap();
    (token, code)
}

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

    async fn a_resident_is_linked_to_an_office_once(world: World) {
        let ratna = hat_of(&world, "Ratna Contoh").await;
        struct Link(AccountId, OfficeCode);
        impl crate::server::db::Work for Link {
            type Out = ();
            fn reach(&self) -> crate::server::db::Reach { crate::server::db::Reach::Office(self.1.number()) }
            fn by(&self) -> Option<AccountId> { Some(self.0) }
            async fn run(&self, scope: &crate::server::db::WriteScope<'_>) -> Result<(), crate::server::db::Stop> {
                store::link_resident(scope, self.0, self.1).await.map_err(crate::server::db::Stop::Failed)
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

    use super::entity::account::{ActiveModel, Column, Entity};
    use crate::server::db::{Reach, Stop, Work, WriteScope, key};

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
