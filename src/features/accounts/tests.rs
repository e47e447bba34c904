//! The story of coming in, on both databases; refusals first.

mod camat;
mod first_hour;
mod resident_door;
mod rights;
mod slips;
mod staff_door;

use crate::access::{Hat, Refusal, Role};
use crate::domain::{OfficeCode, PersonName, Phone};
use crate::features::accounts::acts::Appoint;
use crate::features::accounts::sign_in;
use crate::forms::{ProblemCode, Problems};
use crate::server::act::Act;
use crate::server::session::otp::{Channel, DemoGateway};
use crate::server::session::{self, AuthLevel, Client, Doors, Entry, Standing, Token};
use crate::server::testing::World;
use std::sync::Arc;

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
