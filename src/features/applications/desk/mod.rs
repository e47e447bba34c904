//! The office's side of a case: queue, case, signing, book. Indonesian only.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod people;
#[cfg(feature = "ssr")]
pub(super) mod read;
#[cfg(feature = "ssr")]
mod returning;
#[cfg(feature = "ssr")]
pub(super) mod signing;
#[cfg(feature = "ssr")]
mod words;

pub use api::*;
#[cfg(feature = "ssr")]
pub use doors::{desk, refusal_reason};
#[cfg(feature = "ssr")]
pub use people::Names;
#[cfg(feature = "ssr")]
pub use read::{Desk, refuse_reasons, today};
pub use views::*;
