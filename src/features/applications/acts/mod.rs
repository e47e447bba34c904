//! What can be done to a case, one intention a file. Each answers four questions: which case, may
//! this person, what changes, how is it kept.

mod agree;
mod approve;
mod attach;
mod claim;
mod comment;
mod discard;
mod expire;
mod forward;
mod hand_over;
mod issue;
mod moment;
mod reject;
mod remove_attachment;
mod repair;
mod request_fix;
mod reveal;
mod revoke;
mod save_step;
mod send_back;
mod start;
mod submit;
mod withdraw;

pub use agree::Agree;
pub use approve::Approve;
pub use attach::{Attach, Attached};
pub use claim::Claim;
pub use comment::Comment;
pub use discard::Discard;
pub use expire::Expire;
pub use forward::Forward;
pub use hand_over::HandOver;
pub use issue::{Issue, Issued};
pub use moment::{given, given_on, moved, service, stamp, touched};
pub use reject::Reject;
pub use remove_attachment::RemoveAttachment;
pub use repair::Repair;
pub use request_fix::RequestFix;
pub use reveal::Reveal;
pub use revoke::Revoke;
pub use save_step::SaveStep;
pub use send_back::SendBack;
pub use start::{StartApplication, Started};
pub use submit::{Submit, Submitted};
pub use withdraw::Withdraw;
