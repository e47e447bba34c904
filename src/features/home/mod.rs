//! The first pages of offices and regency: what each feature has waiting there, put together above them all.

mod api;
pub mod pages;

#[cfg(feature = "ssr")]
mod read;

pub use api::{ReadOffices, ReadToday};
