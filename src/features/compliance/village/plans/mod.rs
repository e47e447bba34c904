//! What the office undertakes about its items: on the page of each, and together on the overview.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod near;
#[cfg(feature = "ssr")]
mod read;

pub use api::{FinishIt, WritePlan};
pub use views::{ExampleRow, FinishForm, PlanForm, PlanRow, PlanView};

#[cfg(feature = "ssr")]
pub use near::examples;
#[cfg(feature = "ssr")]
pub use read::{open_plans, plan_of};
