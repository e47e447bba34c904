//! The record of who did what: one hash chain per office, written in the transaction of the act.
//!
//! Nothing in it is a person's data beyond identities, so erasing a person breaks no chain.
//! Deliberately absent: a way to change or remove a row. The database refuses both.

mod append;
mod chain;
mod entity;
mod firsts;
#[cfg(test)]
mod tests;
mod verify;

pub use append::{Entry, append};
pub use firsts::{First, carry_first, firsts_here, firsts_within};
#[cfg(test)]
pub(in crate::server) use verify::lines;
pub use verify::{Fault, Verified, verify, verify_all};
