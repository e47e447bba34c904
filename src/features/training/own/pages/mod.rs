//! Pages of one's own trainings.

mod sheet;

pub use sheet::{AttendPage, OwnTrainingPage, OwnTrainingsPage};
