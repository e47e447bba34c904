//! What can be done to a case, one intention a file. Each answers four questions: which case, may
//! this person, what changes, how is it kept.

mod agree;
mod approve;
mod claim;
mod comment;
mod forward;
mod hand_over;
mod issue;
mod moment;
mod reject;
mod request_fix;
mod reveal;
mod revoke;
mod send_back;

pub use agree::Agree;
pub use approve::Approve;
pub use claim::Claim;
pub use comment::Comment;
pub use forward::Forward;
pub use hand_over::HandOver;
pub use issue::{Issue, Issued};
pub use moment::{given, given_on, moved, service, stamp};
pub use reject::Reject;
pub use request_fix::RequestFix;
pub use reveal::Reveal;
pub use revoke::Revoke;
pub use send_back::SendBack;
