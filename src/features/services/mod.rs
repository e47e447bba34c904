//! The 24 services of an office, as data. A new one is a JSON file here and a template in `letters`.

mod api;
mod code;
mod model;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod catalogue;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod sample;
#[cfg(feature = "ssr")]
mod sheet;
#[cfg(feature = "ssr")]
mod speak;
#[cfg(test)]
mod tests;

pub use api::{ReadService, ReadServices};
pub use code::ServiceCode;
pub use model::{Category, Guide, GuideStep, LegalBasis, Mark, Paper, Service, Signer, Source};
pub use views::{ServiceGroup, ServiceLink, ServiceView, ServicesView};

#[cfg(feature = "ssr")]
pub use catalogue::{Catalogue, catalogue};
#[cfg(feature = "ssr")]
pub use lists::{list_label, list_names};
#[cfg(feature = "ssr")]
pub use sample::sample_answers;
