//! What a resident has borrowed and reserved, at whichever library.

mod api;
mod club_api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod club;
#[cfg(feature = "ssr")]
mod club_doors;
#[cfg(feature = "ssr")]
mod club_drawn;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod read;

pub use api::{CancelHere, ReadOwnLoans, RenewHere, ReserveHere};
#[cfg(feature = "ssr")]
pub use club::{Asked as AskedOfClubs, own_clubs};
pub use club_api::{JoinClubHere, LeaveClubHere, NoteReadingHere, ReadOwnClubs};
#[cfg(feature = "ssr")]
pub use read::own_loans;
pub use views::{OwnClubsView, OwnLoansView, OwnRow, PressView};
