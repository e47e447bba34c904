//! The office's desk of the market: what waits, what changes, and who lets visitors see it.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod words;

pub use api::{
    ApproveListing, ArchiveListing, HideListing, ReadDeskProduct, ReadDeskShop, ReadEditProduct, ReadEditShop, ReadListings,
    ReadNewProduct, ReadNewShop, ReturnListing, SeeOwner, ShowListing, WriteNewProduct, WriteNewShop, WriteProduct, WriteShop,
};
#[cfg(feature = "ssr")]
pub(super) use doors::office_of;
#[cfg(feature = "ssr")]
pub(super) use read::Desk;
pub use views::{ActView, EditView, ListingView, ListingsView, MarkView, NoteView, RowView, TabView, Way};
#[cfg(feature = "ssr")]
pub(super) use words::{mark, way};
