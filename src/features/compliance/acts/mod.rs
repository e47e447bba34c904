//! What can be done in a review.

mod answering;
mod begin_instrument;
mod comes_late;
mod declare_home;
mod editing;
mod evidence;
mod files;
mod judging;
mod keep_answer;
mod object;
mod open_campaign;
mod plan;
mod reassign;
mod reuse;
mod steps;
mod submit;

pub use begin_instrument::BeginInstrument;
pub use comes_late::ComesLate;
pub use declare_home::DeclareHome;
pub use editing::{
    AddInstrumentItem, DropInstrumentItem, KeepInstrumentItem, KeepInstrumentSettings, PlaceInstrumentItem, PublishInstrument,
};
pub use evidence::{AddEvidence, RemoveEvidence};
pub use files::AddFile;
pub use judging::{Finding, JudgeItem, ReviseVerdict, UndoVerdict, VisitItem};
pub use keep_answer::KeepAnswer;
pub use object::ObjectToVerdict;
pub use open_campaign::OpenCampaign;
pub use plan::{FinishPlan, KeepPlan};
pub use reassign::ReassignOffice;
pub use reuse::ReuseEvidence;
pub use steps::{LockCampaign, PublishCampaign};
pub use submit::SubmitAssessment;
