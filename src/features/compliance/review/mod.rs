//! What the regency sees of an office's answers: a queue, an item at a time, a visit to the office itself.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod read;
#[cfg(feature = "ssr")]
pub mod visits;
#[cfg(feature = "ssr")]
mod words;

pub use api::{ReadReviewItem, ReadReviewQueue, ReadVisit, TakeBackVerdict, WriteHome, WriteRevision, WriteVerdict, WriteVisit};
#[cfg(feature = "ssr")]
pub use desk::Desk;
pub use views::{
    AlikeView, FormView, HappenedView, HomeView, ItemRow, ItemView, LinkView, NeighbourView, PhotoView, QueueView, ReviewView, SeatRow,
    VerdictForm, VisitRow, VisitView,
};
#[cfg(feature = "ssr")]
pub use words::{how_long, item_page, mark_of_score, queue_page, why};
