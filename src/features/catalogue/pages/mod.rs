mod fields;
mod framed;
mod market;
mod parts;
mod product;
mod shop;

pub use fields::{hidden_view, listing_form};
pub use framed::framed;
pub use market::MarketPage;
pub use parts::{FOREIGN, picture_view};
pub use product::ProductPage;
pub use shop::ShopPage;
