//! The feature's story: refusals first, on both databases.

mod desk;
mod filling;
mod isolation;
mod lying;
pub mod office;
mod people;
mod policy;
mod reach;
mod repair;
mod tracker;
