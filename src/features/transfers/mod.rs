//! Moves between two offices of the regency: what the one that somebody leaves sends to the one that is
//! to take them in, and what that one answers.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
mod carry;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod housekeeping;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod store;
#[cfg(test)]
mod tests;

pub use api::{ReadTransfer, ReadTransfers, TakeIn, TurnDown};
pub use views::{MoverLine, RecordView, TransferRow, TransfersView};

#[cfg(feature = "ssr")]
pub use acts::{AcceptTransfer, DeclineTransfer, Receive};
#[cfg(feature = "ssr")]
pub use carry::TransferCarrier;
#[cfg(feature = "ssr")]
pub use housekeeping::forget_ended;
#[cfg(feature = "ssr")]
pub use model::{Decided, Move, Transfer};
