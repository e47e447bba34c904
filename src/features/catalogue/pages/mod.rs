mod basket;
mod fields;
mod framed;
mod market;
mod order_fields;
mod parts;
mod poster;
mod product;
mod shop;

pub use basket::BasketPage;
pub use fields::{hidden_view, listing_form};
pub use framed::framed;
pub use market::MarketPage;
pub use parts::{FOREIGN, ON_CARDS, contact_view, facts_view, picture_view};
pub use poster::PosterPage;
pub use product::ProductPage;
pub use shop::ShopPage;
