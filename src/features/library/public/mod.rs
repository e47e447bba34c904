//! What everybody reads: the union catalogue, the library of a village, and where a title stands.

mod api;
mod asked;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod catalogue;
#[cfg(feature = "ssr")]
mod club;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod fetch;
#[cfg(feature = "ssr")]
mod figures;
#[cfg(feature = "ssr")]
mod order;
#[cfg(feature = "ssr")]
mod paths;
#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
mod structured;
#[cfg(feature = "ssr")]
mod title;

pub use api::{ReadLibrary, ReadTitle};
pub use asked::Asked;
#[cfg(feature = "ssr")]
pub use catalogue::catalogue;
#[cfg(feature = "ssr")]
pub use club::meeting_time;
#[cfg(feature = "ssr")]
pub use fetch::receiving;
#[cfg(feature = "ssr")]
pub use order::Wish;
#[cfg(feature = "ssr")]
pub use paths::{page_of_title, paths_of_titles};
#[cfg(feature = "ssr")]
pub use reading::{Reading, counted, with_name, with_number};
#[cfg(feature = "ssr")]
pub use title::title;
pub use views::{LibraryPageView, NameField, OrderView, TitlePageView};
