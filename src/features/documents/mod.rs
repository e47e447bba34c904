//! Photos of papers: taken or chosen, made small, sent, cleaned, and shown again to whom they belong.

mod photo_row;
mod send;
mod views;

#[cfg(feature = "ssr")]
mod goods;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod receive;

pub use photo_row::PhotoRow;
pub use views::{PhotoQuestion, PhotoView};

#[cfg(feature = "ssr")]
pub use goods::{GoodsPhoto, receive_dated, receive_goods};
#[cfg(feature = "ssr")]
pub use paper::{PDF_BYTES, receive_paper};
#[cfg(feature = "ssr")]
pub use receive::{Photo, receive, too_big, wrong_photo};
