//! What a resident has borrowed and reserved, at whichever library.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod read;

pub use api::{CancelHere, ReadOwnLoans, RenewHere, ReserveHere};
#[cfg(feature = "ssr")]
pub use read::own_loans;
pub use views::{OwnLoansView, OwnRow, PressView};
