//! Photos of papers: taken or chosen, made small, sent, cleaned, and shown again to whom they belong.

mod photo_row;
mod send;
mod views;

#[cfg(feature = "ssr")]
mod incoming;
#[cfg(feature = "ssr")]
mod receive;
#[cfg(feature = "ssr")]
mod show;

pub use photo_row::PhotoRow;
pub use views::{PhotoQuestion, PhotoView};

#[cfg(feature = "ssr")]
pub use incoming::Incoming;
#[cfg(feature = "ssr")]
pub use receive::{Photo, receive};
#[cfg(feature = "ssr")]
pub use show::show;
