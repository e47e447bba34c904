//! The offices of the regency, and the places of the country.

#[cfg(feature = "ssr")]
mod places;

#[cfg(feature = "ssr")]
pub use places::{KnownOffice, known_offices, provinces, regencies};
