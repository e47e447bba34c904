//! Cases: what a resident wants of an office, from the first question to the letter in hand.

mod event;
mod reason;
mod state;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod promise;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(test)]
mod tests;

pub use event::{Event, EventKind, EventWords};
pub use reason::{Reason, ReasonCode, Returned, Target};
pub use state::{Channel, IdentitySeen, State};

#[cfg(feature = "ssr")]
pub use crate::features::offices::OfficeHours;
#[cfg(feature = "ssr")]
pub use model::{Application, Attachment, Lease, NewCase, Snapshot, Stamp};
#[cfg(feature = "ssr")]
pub use policy::{Look, decide, look};
#[cfg(feature = "ssr")]
pub use promise::Promise;
