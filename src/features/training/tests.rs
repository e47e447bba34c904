//! The story of a training, on both databases.

mod attendance;
mod certificates;
mod fitting;
mod helpers;
mod isolation;
mod keeping;
mod learning;
mod line;
mod material;
mod told;
mod wall;

pub use helpers::{photos, quiz};
