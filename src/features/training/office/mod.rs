//! The office's desk of its trainings: announce, enrol, note who was there, finish.

mod api;
mod certificate_api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod certificate_doors;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod lines;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod words;

pub use api::{
    CancelTrainingHere, EnrolSomebody, FinishTrainingHere, KeepTrainingHere, MarkSession, OpenTrainingHere, ReadChangeTraining,
    ReadNewTraining, ReadSignList, ReadTraining, ReadTrainings, RemoveMaterialHere, WithdrawSomebody, WriteNewTraining,
};
pub use certificate_api::{ReadCertificates, ReadWall, RevokeCertificateHere, SignAgain, SignCertificates};
#[cfg(feature = "ssr")]
pub use desk::Desk;
#[cfg(feature = "ssr")]
pub use read::{Asked, certificates, change_form, new_form, sign_list, training, trainings, wall};
pub use views::{TrainingDeskView, TrainingForm, WallView};
