//! The 24 services of an office, as data. A new one is a JSON file here and a template in `letters`.

mod code;
mod model;

#[cfg(feature = "ssr")]
mod catalogue;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod speak;
#[cfg(test)]
mod tests;

pub use code::ServiceCode;
pub use model::{Category, LegalBasis, Mark, Paper, Service, Signer, Source};

#[cfg(feature = "ssr")]
pub use catalogue::{Catalogue, catalogue};
#[cfg(feature = "ssr")]
pub use lists::{list_label, list_names};
