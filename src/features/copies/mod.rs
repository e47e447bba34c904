//! What a camat is told of moves: a masked notice of each, and the list of a month.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use api::ReadCopies;
pub use views::{CopiesView, CopyRow, MonthLink};

#[cfg(feature = "ssr")]
pub use acts::KeepCopy;
#[cfg(feature = "ssr")]
pub use model::{CopyNotice, MaskedMove, MovedTo};
