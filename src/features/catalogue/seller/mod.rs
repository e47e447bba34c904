//! The seller's own desk: shops that a resident has opened, or was handed by an office.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod from_letter;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod stats;
#[cfg(feature = "ssr")]
mod taking;

pub use api::{
    CloseOwn, HideOwnSkill, ProposeOwn, ReadOwnEditProduct, ReadOwnEditShop, ReadOwnNewProduct, ReadOwnNewShop, ReadOwnProduct,
    ReadOwnShop, ReadOwnShops, ReadTaking, ShowOwnSkill, TakeOwnShop, WriteOwnNewProduct, WriteOwnNewShop, WriteOwnProduct, WriteOwnShop,
};
#[cfg(feature = "ssr")]
pub use read::Own;
#[cfg(feature = "ssr")]
pub use taking::{address_of, taking};
pub use views::{CloseView, ListView, SellerView, StatsView, TakingView, WeekView};
