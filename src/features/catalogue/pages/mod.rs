mod market;
mod parts;
mod product;
mod shop;

pub use market::MarketPage;
pub use parts::picture_view;
pub use product::ProductPage;
pub use shop::ShopPage;
