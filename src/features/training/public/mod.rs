//! Trainings as everybody sees them.

mod api;
mod asked;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod fitting;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod one;
#[cfg(feature = "ssr")]
mod paths;
#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
mod structured;
#[cfg(feature = "ssr")]
mod words;

pub use api::{ReadTraining, ReadTrainings};
pub use asked::Asked;
#[cfg(feature = "ssr")]
pub use drawn::form_view;
#[cfg(feature = "ssr")]
pub use fitting::next_on;
#[cfg(feature = "ssr")]
pub use list::trainings;
#[cfg(feature = "ssr")]
pub use one::training;
#[cfg(feature = "ssr")]
pub use paths::{page_of_training, page_of_trainings, paths_of_trainings};
#[cfg(feature = "ssr")]
pub use reading::Reading;
pub use views::TrainingSheet;
#[cfg(feature = "ssr")]
pub use words::{with_name, with_number};
