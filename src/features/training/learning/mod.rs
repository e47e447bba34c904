//! The course of the village's own staff: short tasks that they do in their own work, ticked by what they did.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod progress;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod task;

pub use api::{ReadLearned, ReadLearning};
pub use views::LearnedView;

#[cfg(feature = "ssr")]
pub use progress::Progress;
#[cfg(feature = "ssr")]
pub use read::{learned, learning};
#[cfg(feature = "ssr")]
pub use task::Task;
