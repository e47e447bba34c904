//! The office's pages of a review.

mod item;
mod overview;
mod parts;

pub use item::ItemPage;
pub use overview::OverviewPage;
