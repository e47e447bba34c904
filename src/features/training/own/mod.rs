//! What a resident takes part in: their place, material, tests, attendance, opinion and certificate.

mod api;
pub mod pages;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod one;
#[cfg(feature = "ssr")]
mod wall;

pub use api::{AnswerHere, AttendHere, EnrolHere, LeaveHere, ReadOwnTraining, ReadOwnTrainings, ReadWall, TellHere};
#[cfg(feature = "ssr")]
pub use list::own_trainings;
#[cfg(feature = "ssr")]
pub use one::own_training;
#[cfg(feature = "ssr")]
pub use wall::wall;
