//! Smart Kampung: village offices of Banyuwangi serve, market and teach.
//!
//! The rooms of the house, and what each may use, are described in `docs/architecture.md`.

pub mod access;
pub mod domain;
pub mod features;
pub mod forms;
#[cfg(feature = "ssr")]
pub mod server;
