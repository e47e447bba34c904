//! What stands around a page, by who is looking.

mod foot;
mod frame;
mod office;
mod public;
mod resident;

pub use frame::{Frame, FrameCounts, OfficeTab, RegencyTab, ResidentTab};
pub use office::{KecamatanLayout, OfficeLayout, RegencyLayout};
pub use public::PublicLayout;
pub use resident::ResidentLayout;
