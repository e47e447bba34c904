//! The market: shops of the villages and what they sell. The office approves each version that
//! visitors see.

mod category;
mod listing;
mod order;
mod permit;
mod pin;
mod product;
mod product_form;
mod shop;
mod shop_form;
mod slug;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use category::Category;
pub use listing::{Content, InShop, Listing, Owner, Pending, Seen, Stage, Standing, State, Wish};
pub use order::Order;
pub use permit::{Permit, PermitKind};
pub use product::{Price, Product, Season, Supply, Variants, Wholesale};
pub use product_form::ProductForm;
pub use shop::{LinkPlace, OpenHours, Pin, PublicPhone, Shop, ShopLink, ShopSize};
pub use shop_form::ShopForm;
pub use slug::slug;
