//! People: how they come in, what they may do and for whom, and who looked at what is theirs.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
pub mod console;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod invented_world;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod onward;
#[cfg(feature = "ssr")]
mod own_password;
#[cfg(feature = "ssr")]
mod passwords;
#[cfg(feature = "ssr")]
mod people;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod rights;
#[cfg(feature = "ssr")]
mod screens;
#[cfg(feature = "ssr")]
mod second_factor;
#[cfg(feature = "ssr")]
mod sign_in;
#[cfg(feature = "ssr")]
mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use api::*;
#[cfg(feature = "ssr")]
pub use desk::{OfficeDesk, StaffDesk, office_of};
#[cfg(feature = "ssr")]
pub use invented_world::InventedWorld;
#[cfg(feature = "ssr")]
pub use model::Worker;
pub use pages::offices_view;
#[cfg(feature = "ssr")]
pub use people::{role_name, unit_names};
#[cfg(feature = "ssr")]
pub use screens::{frame, offices};
#[cfg(feature = "ssr")]
pub use second_factor::stepped_up;
#[cfg(feature = "ssr")]
pub use sign_in::step_up as show_factor;
#[cfg(feature = "ssr")]
pub use store::{home_offices, link_resident, names, phone_index, phone_mark_of, reviewers, staffed_offices, workers};
pub use views::*;
