//! The 217 offices of Banyuwangi: what they are called and where they are.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod front;
#[cfg(feature = "ssr")]
mod gazetteer;

pub use api::{ReadPortal, ReadVillage};
#[cfg(feature = "ssr")]
pub use gazetteer::{Office, gazetteer};
pub use views::{KecamatanGroup, OfficeLink, PortalView, VillageView};
