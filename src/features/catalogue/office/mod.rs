//! The office's desk of the market: what waits, what changes, and who lets visitors see it.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod link;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub(super) use crate::features::accounts::office_of;
pub use api::{
    ApproveListing, ArchiveListing, HideListing, MakeSellerLink, ProposeListing, ReadDeskProduct, ReadDeskShop, ReadEditProduct,
    ReadEditShop, ReadListings, ReadNewProduct, ReadNewShop, ReadSellerLink, ReturnListing, SeeOwner, ShowListing, WriteNewProduct,
    WriteNewShop, WriteProduct, WriteShop,
};
#[cfg(feature = "ssr")]
pub(super) use desk::Desk;
#[cfg(feature = "ssr")]
pub use doors::{aim_of, as_proposal, both, kept, listing_id};
pub use views::{ActView, EditView, LinkView, ListingView, ListingsView, MadeLink, RowView, TabView};
#[cfg(feature = "ssr")]
pub(super) use words::mark;
