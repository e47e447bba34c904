//! Everything that only a server has.

pub mod config;
pub mod http;
