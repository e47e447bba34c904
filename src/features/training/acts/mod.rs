//! What can be done with a training.

mod answer;
mod attend;
mod cancel;
mod certify;
mod enrol;
mod enrol_for;
mod finish;
mod joining;
mod keep;
mod leave;
mod mark;
mod material;
mod moment;
mod open;
mod remind;
mod revoke_certificate;
mod tell;

pub use answer::AnswerTest;
pub use attend::AttendSession;
pub use cancel::CancelTraining;
pub use certify::{Certified, SignCertificate};
pub use enrol::Enrol;
pub use enrol_for::EnrolFor;
pub use finish::FinishTraining;
pub use keep::KeepTraining;
pub use leave::{LeaveTraining, Left};
pub use mark::MarkAttendance;
pub use material::{AddMaterial, RemoveMaterial};
pub use open::OpenTraining;
pub use remind::RemindOfSession;
pub use revoke_certificate::RevokeCertificate;
pub use tell::TellFeedback;
