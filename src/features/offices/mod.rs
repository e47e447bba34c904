//! The 217 offices of Banyuwangi, what they are called and where they are; and the places of the country.

mod api;
mod official;
pub mod pages;
mod profile;
mod profile_form;
mod views;

#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod front;
#[cfg(feature = "ssr")]
mod gazetteer;
#[cfg(feature = "ssr")]
mod hours;
#[cfg(feature = "ssr")]
mod kecamatan;
#[cfg(feature = "ssr")]
mod places;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod settings;
#[cfg(feature = "ssr")]
mod store;
#[cfg(test)]
mod tests;

#[cfg(feature = "ssr")]
pub use acts::{BeginRegister, ChoosePilot, KeepProfile};
pub use api::{BeginBook, ChoosePilotOffice, KeepSettings, ReadPortal};
#[cfg(feature = "ssr")]
pub use front::village as village_at;
#[cfg(feature = "ssr")]
pub use gazetteer::{Office, gazetteer};
#[cfg(feature = "ssr")]
pub use hours::OfficeHours;
#[cfg(feature = "ssr")]
pub use kecamatan::Kecamatan;
pub use official::{Acting, Official};
pub use pages::village_view;
#[cfg(feature = "ssr")]
pub use places::{provinces, regencies};
pub use profile::{AGENDA, Books, Face, Missing, OfficeProfile, PaperSize, what_is_missing};
pub use profile_form::ProfileForm;
#[cfg(feature = "ssr")]
pub use settings::settings;
#[cfg(feature = "ssr")]
pub use store::{KeptProfile, NEVER, PILOT, join_pilot, pilot_offices, profile, takes_part};
pub use views::{BookView, KecamatanGroup, OfficeLink, PortalView, SettingsView, VillageView};
