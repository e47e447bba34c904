//! The office's pages of a review.

mod item;
mod overview;
mod waiting;

pub use item::ItemPage;
pub use overview::OverviewPage;
pub use waiting::waiting_view;
