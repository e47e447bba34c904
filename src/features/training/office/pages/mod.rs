//! The pages of an office's desk of trainings.

mod desk;

pub use desk::{CertificatesPage, ChangeTrainingPage, NewTrainingPage, SignListPage, TrainingPage, TrainingsPage, WallPage, desk_view};
