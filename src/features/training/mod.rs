//! Trainings that count: an office announces them, people enrol and come, and what became of it is known.

pub mod learning;
pub mod office;
pub mod own;
pub mod public;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod attendance_code;
#[cfg(feature = "ssr")]
mod certifying;
#[cfg(feature = "ssr")]
mod course;
#[cfg(feature = "ssr")]
pub mod days;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
mod deserving;
#[cfg(feature = "ssr")]
mod downloads;
#[cfg(feature = "ssr")]
mod enrolment;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod funding;
#[cfg(feature = "ssr")]
mod handing_out;
#[cfg(feature = "ssr")]
mod line;
#[cfg(feature = "ssr")]
mod link;
#[cfg(feature = "ssr")]
mod material;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod outline;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod quiz;
#[cfg(feature = "ssr")]
mod reminding;
#[cfg(feature = "ssr")]
mod sessions;
#[cfg(feature = "ssr")]
mod skills;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod topic;

#[cfg(feature = "ssr")]
pub use certifying::{Pressed, sign_all};
#[cfg(feature = "ssr")]
pub use course::{Feedback, How, Presence, Score};
#[cfg(feature = "ssr")]
pub use downloads::{certificate_sheets, own_certificate};
#[cfg(feature = "ssr")]
pub use enrolment::{Enrolment, Person, Taken};
#[cfg(feature = "ssr")]
pub use funding::{ActivityCode, Funding};
#[cfg(feature = "ssr")]
pub use handing_out::{material_for, may_add_material, page_of_materials, title_of_material};
#[cfg(feature = "ssr")]
pub use line::{Line, Place};
#[cfg(feature = "ssr")]
pub use link::Link;
#[cfg(feature = "ssr")]
pub use material::Material;
#[cfg(feature = "ssr")]
pub use model::{State, Training};
#[cfg(feature = "ssr")]
pub use notice::{Notice, NoticeState, Told};
#[cfg(feature = "ssr")]
pub use outline::{Outline, Venue};
#[cfg(feature = "ssr")]
pub use public::{next_on, page_of_training, paths_of_trainings};
#[cfg(feature = "ssr")]
pub use quiz::{NotAQuiz, Question, Quiz};
#[cfg(feature = "ssr")]
pub use reminding::remind_of_sessions;
#[cfg(feature = "ssr")]
pub use sessions::{Session, Sessions, SessionsFault};
#[cfg(feature = "ssr")]
pub use skills::{Skill, own_skill, own_skills};
#[cfg(feature = "ssr")]
pub use topic::{Audience, Topic};
