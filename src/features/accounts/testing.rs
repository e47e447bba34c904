//! People for stories: those of a demonstration, all with one password.

use std::sync::Mutex;

use super::demo;
use super::store::{self, By};
use crate::access::{Hat, Role};
use crate::server::session::password::{self, Grade};
use crate::server::session::totp;
use crate::server::testing::World;

pub const PASSWORD: &str = "jangkrik genting seruling";

/// The hat of an invented person.
pub async fn hat_of(world: &World, name: &str) -> Hat {
    if !store::anybody(&world.db).await.expect("a database") {
        invent(world).await;
    }
    let hats = demo::hats(&world.db).await.expect("invented people");
    hats.into_iter().find(|(known, _)| *known == name).expect("an invented person").1
}

/// Hashed once for all tests: it is meant to be slow.
async fn invent(world: &World) {
    static HASHED: Mutex<Option<String>> = Mutex::new(None);
    let known = HASHED.lock().expect("a hash").clone();
    let hashed = match known {
        Some(hashed) => hashed,
        None => password::hash(Grade::Staff, PASSWORD, world.db.entropy()).await.expect("a hash"),
    };
    *HASHED.lock().expect("a hash") = Some(hashed.clone());
    let of = |right: Option<Role>| right.map(|_| hashed.clone());
    let roles = demo::roles().into_iter().map(of).collect();
    demo::invent(&world.db, roles).await.expect("invented people");
}

/// The code that the app of a person shows now.
pub async fn code_of(world: &World, name: &str) -> String {
    let hat = hat_of(world, name).await;
    let person = store::read(&world.db, By::Id(hat.account)).await.expect("a database").expect("a person");
    totp::code_at(&person.totp.expect("a second factor"), world.clock.now()).expect("a code")
}
