//! Words that everybody shares: each is parsed once, at the edge, and never wrong afterwards.

mod id;
mod instant;
mod office_code;
mod version;

pub use id::{AccountId, ApplicationId, BlobId, IdemKey, Identity, LetterId, MembershipId};
pub use instant::Instant;
pub use office_code::{OfficeCode, OfficeKind};
pub use version::Version;
