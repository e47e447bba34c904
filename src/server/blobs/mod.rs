//! Files: encrypted, named by their content, on the disk before any act names them.
//!
//! ```ignore
//! let stored = blobs.put(office, media::JPEG, &bytes).await?;   // durable from here on
//! // ... later, inside an act:
//! blobs::name_it(scope, id, &stored).await?;                    // the row, in the act's transaction
//! ```
//! A file that no row names is an orphan of a request that went no further: invisible, and swept.

mod row;
mod store;
mod sweep;
#[cfg(test)]
mod tests;

use row::names_of;
pub use row::{Named, find, forget, give, name_again, name_it, names};
pub use store::{Blobs, Lost, Stored};
pub use sweep::sweep;
