//! The photos of a product: added, described, put in order. One page for its seller and for the office.

mod api;
mod page;
mod views;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod read;

pub use api::{ArrangeGoods, ReadPhotos};
pub use page::PhotosPage;
pub use views::{PhotoLine, PhotosSaid, PhotosView};

#[cfg(feature = "ssr")]
pub use doors::{may, page_of, photo_alt};
