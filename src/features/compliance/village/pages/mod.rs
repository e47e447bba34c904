//! The office's pages of a review.

mod item;
mod overview;

pub use item::ItemPage;
pub use overview::OverviewPage;
