//! What everybody reads: classes of all offices on a map and in a table, and one office with its reasons.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod as_of;
#[cfg(feature = "ssr")]
mod badge;
#[cfg(feature = "ssr")]
mod data;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod figures;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
pub mod read;
#[cfg(feature = "ssr")]
mod time_words;
#[cfg(feature = "ssr")]
pub mod trend;
#[cfg(feature = "ssr")]
mod village;

pub use api::{ReadBoard, ReadOfficeResult, ReadVillage};
#[cfg(feature = "ssr")]
pub use badge::badge;
#[cfg(feature = "ssr")]
pub use data::{csv, json};
#[cfg(feature = "ssr")]
pub use map::{Area, map_svg};
pub use views::{BoardPageView, OfficeResultView, VillagePageView};
