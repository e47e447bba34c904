//! What people do here, a folder each; `mod.rs` is a feature's front door. Which may use which:
//! `docs/architecture.md`.

pub mod accounts;
pub mod applications;
pub mod catalogue;
pub mod compliance;
pub mod copies;
pub mod documents;
pub mod home;
pub mod letters;
pub mod library;
pub mod offices;
#[cfg(feature = "ssr")]
pub mod practice;
pub mod services;
pub mod tables;
pub mod training;
pub mod transfers;
