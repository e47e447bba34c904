//! What happens after the commit, at least once: a message is written in the transaction of the act
//! and carried out by [`carry_due`], which leases it, hands it over, and marks it done.

mod carry;
mod entity;
mod put;
#[cfg(test)]
mod tests;

pub use carry::{Carried, Carrier, Parcel, carry_due, run};
pub(in crate::server) use put::put;
