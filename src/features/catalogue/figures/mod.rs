//! What the regency sees of the market: figures of each village, and nothing of anybody.

mod api;
mod page;
mod views;

#[cfg(feature = "ssr")]
mod read;

pub use api::ReadFigures;
pub use page::FiguresPage;
pub use views::{FigureRow, FiguresView};
