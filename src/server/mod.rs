//! Everything that only a server has.

pub mod sandbox;
