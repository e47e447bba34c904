//! The 217 offices of Banyuwangi, what they are called and where they are; and the places of the country.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod front;
#[cfg(feature = "ssr")]
mod gazetteer;
#[cfg(feature = "ssr")]
mod hours;
#[cfg(feature = "ssr")]
mod places;

pub use api::{ReadPortal, ReadVillage};
#[cfg(feature = "ssr")]
pub use gazetteer::{Office, gazetteer};
#[cfg(feature = "ssr")]
pub use hours::OfficeHours;
#[cfg(feature = "ssr")]
pub use places::{provinces, regencies};
pub use views::{KecamatanGroup, OfficeLink, PortalView, VillageView};
