//! The story of the office desk, from a case that was sent to a letter in the hand: refusals first.

mod helpers;
mod issuing;
mod paging;
mod review;
mod revoking;
mod signing;

pub use helpers::{Desk, HOST, desk, filled};
