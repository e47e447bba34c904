//! What can be done to a case, one intention a file. Each answers four questions: which case, may
//! this person, what changes, how is it kept.

mod attach;
mod discard;
mod moment;
mod remove_attachment;
mod repair;
mod save_step;
mod start;
mod submit;
mod withdraw;

pub use attach::{Attach, Attached};
pub use discard::Discard;
pub use moment::{given, given_on, moved, service, stamp, touched};
pub use remove_attachment::RemoveAttachment;
pub use repair::Repair;
pub use save_step::SaveStep;
pub use start::{StartApplication, Started};
pub use submit::{Submit, Submitted};
pub use withdraw::Withdraw;
