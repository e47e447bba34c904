//! People for stories: those of a demonstration, all with one password.

use tokio::sync::OnceCell;

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
    static HASHED: OnceCell<String> = OnceCell::const_new();
    let hash = || async { password::hash(Grade::Staff, PASSWORD, world.db.entropy()).await.expect("a hash") };
    let hashed = HASHED.get_or_init(hash).await;
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
