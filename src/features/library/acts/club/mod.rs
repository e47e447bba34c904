//! The reading club of a library, step by step.

mod join;
mod leave;
mod meet;
mod read;

pub use join::JoinClub;
pub use leave::LeaveClub;
pub use meet::{CancelMeeting, PlanMeeting};
pub use read::NoteReading;
