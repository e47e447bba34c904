//! What can be done in a review.

mod answering;
mod declare_home;
mod evidence;
mod judging;
mod keep_answer;
mod object;
mod open_campaign;
mod reassign;
mod steps;
mod submit;

pub use declare_home::DeclareHome;
pub use evidence::{AddEvidence, RemoveEvidence};
pub use judging::{Finding, JudgeItem, ReviseVerdict, UndoVerdict, VisitItem};
pub use keep_answer::KeepAnswer;
pub use object::ObjectToVerdict;
pub use open_campaign::OpenCampaign;
pub use reassign::ReassignOffice;
pub use steps::{LockCampaign, PublishCampaign};
pub use submit::SubmitAssessment;
