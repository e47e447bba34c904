//! What stories of the features stand on: a world with two offices, on either database.
//!
//! ```ignore
//! on_both_databases! {
//!     async fn a_claimed_case_is_held(world: World) {
//!         let rini = world.officer("Rini");
//!         assert_eq!(rini.does(Claim { .. }).await, Ok(()));
//!     }
//! }
//! ```

#[allow(dead_code, reason = "the tests of the whole program use the rest")]
mod cluster;
mod folder;
pub mod notes;
mod plans;
pub(crate) mod policies;
mod story;
mod world;

pub use folder::Folder;
pub(crate) use plans::Plan;
pub(crate) use story::on_both_databases;
pub use story::{on_postgresql, on_sqlite};
pub use world::{HandClock, Person, World, as_superuser, surroundings};
